"""How fast the index searches, beside stock Whoosh, SQLite FTS5 and tantivy: `python -m bench.search --sizes 10000`.

`generating` invents the quotes, `workload` the queries, `engines` answer them, `measuring` takes turns among them.
"""
