"""The search engines that can stand behind the index. One is built in: Whoosh, searched at native speed (`native`).

An engine offers what is imported here: a writer of documents (`Writer`), a reader of what was written (`Reading`) and
its `VERSION`. It takes `index.documents.Document` and `index.query` trees, and gives document numbers and scores; all
else (filters, sorting, facets, highlights) is the index's own. Nothing outside this package imports Whoosh.
"""

from index.engines.whoosh import VERSION, DamagedFiles, Reading, SegmentRows, Writer

__all__ = ["VERSION", "DamagedFiles", "Reading", "SegmentRows", "Writer"]
