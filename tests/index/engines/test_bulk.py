"""A segment written in bulk is the segment that Whoosh's indexing gives of the same documents, array by array."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents import Document, document
from index.engines import Part, Reading, Writer
from index.schema import CALLED, STEM_FIELDS, TYPE, WORD_FIELDS
from tests.index.invented import ADA, BORIS, COUNCIL, Invented, entry

words = st.sampled_from(
    ["harbour", "Harbour's", "the", "U.S.", "us", "e-mail", "re-open,", "(quay)", "don’t", "5,000", "3.5", "été",
     "日本語", "l'Ukraine", "a.m.", "–", "--", "ÜBER", "F-16s", "\u00adsoft\u00adly", "x" * 300, "\u0301", "…", "'s"]
)  # fmt: skip
spaces = st.sampled_from([" ", "  ", "\n", "\u00a0", "\u2028", "\t", "", "-", "\x1e"])
texts = st.lists(st.tuples(words, spaces), max_size=12).map(lambda made: "".join(map("".join, made))) | st.text(
    max_size=30
)
quotes = st.builds(
    Invented,
    text=st.lists(texts, min_size=1, max_size=3).map(tuple),
    speakers=st.lists(st.sampled_from([ADA, BORIS, COUNCIL]), max_size=3, unique=True).map(tuple),
    publisher=st.sampled_from(["The Tidewater Gazette", "L’Écho du port", None]),
    title=st.none() | texts,
    published=st.sampled_from(["2024-11-05", "2024", None]),
)


def written(folder: Path, write: Callable[[Writer], None]) -> Part:
    folder.mkdir()
    writer = Writer(folder)
    write(writer)
    return Reading(folder, writer.files).parts[0]


def in_order(documents: list[Document]) -> list[Document]:
    """As they stand in a bulk segment: the newest first."""
    return sorted(documents, key=lambda made: (-(made.facts.published_second or -1), made.facts.id))


@settings(max_examples=60, deadline=None)
@given(st.lists(quotes, min_size=1, max_size=8))
def test_both_ways_of_writing_give_the_same_arrays(invented: list[Invented]) -> None:
    documents = [document(entry(number, number, one)) for number, one in enumerate(invented, 1)]
    with TemporaryDirectory() as folder:
        bulk = written(Path(folder) / "bulk", lambda writer: writer.add_in_bulk(documents))
        one_by_one = written(Path(folder) / "one", lambda writer: writer.apply(in_order(documents), gone=()))
        for field in (*STEM_FIELDS, *WORD_FIELDS, TYPE, CALLED):
            assert arrays_of(bulk, field) == arrays_of(one_by_one, field)
        assert [bulk.facts(row) for row in range(bulk.documents)] == [made.facts for made in in_order(documents)]
        assert [bulk.payload(row) for row in range(bulk.documents)] == [made.payload for made in in_order(documents)]


def arrays_of(part: Part, field: str) -> dict[str, list[int]] | None:
    """Whoosh leaves out a field without a word."""
    postings = part.segment.postings(field)
    if postings is None or not len(postings.lexicon):
        return None
    return {name: array.tolist() for name, array in postings.arrays().items()}


def test_the_last_of_several_documents_of_a_quote_counts(tmp_path: Path) -> None:
    first, second, other = (
        document(entry(seq, number, Invented(text)))
        for seq, number, text in [(1, 1, "the old pier"), (2, 1, "the new pier"), (3, 2, "the mill")]
    )
    part = written(tmp_path / "kept", lambda writer: writer.add_in_bulk([first, other, second]))
    assert [part.facts(row).segments for row in range(part.documents)] == [("the new pier",), ("the mill",)]
    gone = written(tmp_path / "gone", lambda writer: writer.add_in_bulk([first, other, first.facts.id]))
    assert [gone.facts(row).id for row in range(gone.documents)] == [other.facts.id]
    back = written(tmp_path / "back", lambda writer: writer.add_in_bulk([first, first.facts.id, second]))
    assert [back.facts(row).segments for row in range(back.documents)] == [("the new pier",)]
