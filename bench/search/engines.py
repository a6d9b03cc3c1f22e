"""Each engine in its own words: ten hits of a question, their payloads read, and how many bytes that was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.search.generating import Synthetic
from bench.search.questions import HITS, request_of
from bench.search.workload import Question
from index import Index, SearchRequest, search
from index.analysis import stem
from index.query import Parsed, parse
from index.schema import CONSTANT_SCORES, NAME, TITLE_STEM
from index.searching import answer

_JOINED = "from quoted join quote on quote.id = quoted.rowid"


class FromText:
    """This project, from the text of the query to payloads; each search looks for a newer state of the index first.
    luqum reads a query once, as in the service: its tree is kept."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __call__(self, question: Question) -> int:
        return sum(len(hit.payload) for hit in search(self._index, request_of(question)).hits)


class FromTree:
    """This project, from the syntax tree to payloads, on a state of the index that is open."""

    def __init__(self, index: Index) -> None:
        self._snapshot = index.use(lambda snapshot: snapshot)
        self._asked: dict[Question, tuple[SearchRequest, Parsed]] = {}

    def __call__(self, question: Question) -> int:
        asked = self._asked.get(question)
        if asked is None:
            request = request_of(question)
            asked = self._asked[question] = request, parse(request.q)
        return sum(len(hit.payload) for hit in answer(self._snapshot, *asked).hits)


class Fts5:
    """SQLite's full-text index of what was said, names and titles; the facts in columns beside it."""

    def __init__(self, folder: Path) -> None:
        self._db = sqlite3.connect(folder / "fts5.db")

    @classmethod
    def build(cls, folder: Path, quotes: Iterable[tuple[Synthetic, bytes]]) -> None:
        """One transaction, then all in one b-tree."""
        folder.mkdir()
        db = sqlite3.connect(folder / "fts5.db")
        db.executescript(
            "create virtual table quoted using fts5(text, name, title, content='', tokenize='porter unicode61');"
            "create table quote (id integer primary key, speaker text, publisher text, day text, payload blob);"
        )
        with db:
            for quote, payload in quotes:
                row = quote.number + 1
                texts = (row, quote.text, quote.speaker, quote.title)
                db.execute("insert into quoted (rowid, text, name, title) values (?, ?, ?, ?)", texts)
                facts = (row, quote.slug, quote.publisher, quote.day.isoformat(), payload)
                db.execute("insert into quote values (?, ?, ?, ?, ?)", facts)
        db.executescript(
            "create index by_day on quote (day); create index by_speaker on quote (speaker);"
            "insert into quoted (quoted) values ('optimize'); analyze;"
        )
        db.close()

    def __call__(self, question: Question) -> int:
        sql, values = self._sql(question)
        for facet in question.facets:
            self._db.execute(
                f"select {facet}, count(*) {_JOINED} where quoted match ? group by 1", values[:1]
            ).fetchall()
        rows = self._db.execute(f"select payload {sql} limit {HITS} offset {question.skip}", values)
        return sum(len(payload) for (payload,) in rows)

    def _sql(self, question: Question) -> tuple[str, list[str]]:
        if not question.words:
            return "from quote order by day desc", []
        conditions, values = ["quoted match ?"], [self._match(question)]
        if question.speaker:
            conditions.append("quote.speaker = ?")
            values.append(question.speaker.slug)
        if question.published:
            conditions.append("quote.day between ? and ?")
            values += [day.isoformat() for day in question.published]
        order = "quote.day desc" if question.newest_first else "rank"
        return f"{_JOINED} where {' and '.join(conditions)} order by {order}", values

    def _match(self, question: Question) -> str:
        quoted = [f'"{word}"' for word in question.words]
        match question.how:
            case "any":
                return " OR ".join(quoted)
            case "phrase":
                return f'"{" ".join(question.words)}"'
            case "prefix":
                return f"{quoted[0]} *"
        return " ".join(quoted)


class Tantivy:
    """tantivy-py, in one segment, its own English stemmer."""

    def __init__(self, folder: Path) -> None:
        import tantivy  # noqa: PLC0415 - only the bench needs it, and only if it is there

        self._t = tantivy
        self._index = tantivy.Index.open(str(folder))
        self._searcher = self._index.searcher()

    @classmethod
    def build(cls, folder: Path, quotes: Iterable[tuple[Synthetic, bytes]]) -> None:
        """One thread that indexes, one commit."""
        import tantivy  # noqa: PLC0415

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name="en_stem")
        builder.add_text_field("word", tokenizer_name="default")
        builder.add_text_field("title", tokenizer_name="en_stem")
        builder.add_text_field("title_word", tokenizer_name="default")
        builder.add_text_field("name", tokenizer_name="default")
        builder.add_text_field("speaker", tokenizer_name="raw", fast=True)
        builder.add_text_field("publisher", tokenizer_name="raw", fast=True)
        builder.add_integer_field("day", indexed=True, fast=True)
        builder.add_bytes_field("payload", stored=True)
        folder.mkdir()
        writer = tantivy.Index(builder.build(), str(folder)).writer(200_000_000, num_threads=1)
        for quote, payload in quotes:
            document = tantivy.Document(
                text=quote.text, word=quote.text, title=quote.title, title_word=quote.title, name=quote.speaker,
                speaker=quote.slug, publisher=quote.publisher, day=quote.day.toordinal(), payload=payload,
            )  # fmt: skip
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def __call__(self, question: Question) -> int:
        options: dict[str, Any] = {"order_by_field": "day"} if question.newest_first else {}
        query = self._query(question)
        for facet in question.facets:
            self._searcher.aggregate(query, {"counted": {"terms": {"field": facet, "size": 100}}})
        found = self._searcher.search(query, HITS, offset=question.skip, **options)
        return sum(len(self._searcher.doc(address)["payload"][0]) for _, address in found.hits)

    def _query(self, question: Question) -> Any:
        t, schema = self._t, self._index.schema
        must, should = t.Occur.Must, t.Occur.Should
        words, stems = question.words, [stem(word) for word in question.words]
        match question.how:
            case "any":
                parts = [(should, self._anywhere([word], [form])) for word, form in zip(words, stems, strict=True)]
            case "phrase":
                parts = [(must, self._anywhere(words, stems))]
            case "prefix":
                parts = [(must, self._in_words(lambda f: t.Query.regex_query(schema, f, f"{words[0]}.*")))]
            case "fuzzy":
                parts = [(must, self._in_words(lambda f: t.Query.fuzzy_term_query(schema, f, words[0], distance=1)))]
            case _:
                parts = [(must, self._anywhere([word], [form])) for word, form in zip(words, stems, strict=True)]
        if question.speaker:
            parts.append((must, t.Query.term_query(schema, "speaker", question.speaker.slug)))
        if question.published:
            first, last = (day.toordinal() for day in question.published)
            parts.append((must, t.Query.range_query(schema, "day", t.FieldType.Integer, first, last)))
        return t.Query.boolean_query(parts) if parts else t.Query.all_query()

    def _anywhere(self, words: Sequence[str], stems: Sequence[str]) -> Any:
        """A word or a phrase in what was said, in a name or in a title; these two score as they do in this project."""
        text, name, title = self._row("text", stems), self._row("name", words), self._row("title", stems)
        const = self._t.Query.const_score_query
        return self._any([text, const(name, CONSTANT_SCORES[NAME]), const(title, CONSTANT_SCORES[TITLE_STEM])])

    def _in_words(self, made: Callable[[str], Any]) -> Any:
        return self._any([made(field) for field in ("word", "name", "title_word")])

    def _row(self, field: str, terms: Sequence[str]) -> Any:
        if len(terms) == 1:
            return self._t.Query.term_query(self._index.schema, field, terms[0])
        return self._t.Query.phrase_query(self._index.schema, field, list(terms))

    def _any(self, queries: Sequence[Any]) -> Any:
        return self._t.Query.boolean_query([(self._t.Occur.Should, query) for query in queries])
