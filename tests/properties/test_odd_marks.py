"""One odd mark never costs the rest of the article, and every span equals its text, whatever the marks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.extraction import extract_quotes
from corpus.model import Quotation

SOUND = (
    "“The ferry sails at noon,” Ada Park said. “It always has.”",
    "Bo Lind told reporters that the pier was “older than the town.”",
    '"We were not asked," said Cleo Marsh, a farmer.',
    "Dan Okoro denied that the road was closed.",
    "The board called the plan «late, but welcome».",
    "Nothing was said on Friday, and nobody minded.",
)
"""Paragraphs that are complete in themselves: each names its own speaker."""

ODD_MARKS = ('"', "“", "”", "''", "«", "„", "‘", "``")

MARKS = ('"', "“", "”", "‘", "’", "'", "''", "``", "«", "»", "„", "‟", "&quot;")
RESIDUE = ("\u200b", "\u00a0", "\ufeff", "<br>", "&amp;", "\t", "\r\n", "\n\n", "\n", "…", "—", "[", "]", "(", ")", "|")
WORDS = (
    "Ada Park",
    "Bo",
    "she",
    "they",
    "said",
    "told",
    "according to",
    "rain",
    "is due",
    "the mayor",
    "Mr.",
    ":",
    ",",
)

sound_articles = st.lists(st.sampled_from(SOUND), min_size=1, max_size=5)
odd_paragraphs = st.tuples(
    st.sampled_from(("rain fell", "it was late", "and then")), st.sampled_from(ODD_MARKS), st.booleans()
).map(lambda parts: f"{parts[0]} {parts[1]}on the town" if parts[2] else f"{parts[1]}{parts[0]} on the town.")
quote_like = st.lists(st.sampled_from(MARKS + RESIDUE + WORDS), max_size=80).flatmap(
    lambda pieces: st.sampled_from(("", " ")).map(lambda joint: joint.join(pieces))
)


def told(quotations: list[Quotation], first: int, last: int) -> list[tuple[object, ...]]:
    """What is said of each segment between two offsets, with offsets counted from the first."""
    return [
        (segment.start - first, segment.text, one.mention and one.mention.text, [who.name for who in one.speakers])
        for one in quotations
        for segment in one.segments
        if first <= segment.start < last
    ]


@given(sound_articles, odd_paragraphs, st.data())
@settings(max_examples=300)
def test_an_odd_mark_changes_no_other_paragraph(sound: list[str], odd: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(sound)))
    before, after = "\n\n".join(sound[:place]), "\n\n".join(sound[place:])
    article = "\n\n".join(part for part in (before, odd, after) if part)

    found = extract_quotes(article)

    tail = len(article) - len(after)
    assert told(found, 0, len(before)) == told(extract_quotes(before), 0, len(before))
    assert told(found, tail, len(article)) == told(extract_quotes(after), 0, len(after))


@given(quote_like)
@settings(max_examples=500)
def test_every_span_equals_its_text_and_lies_in_order(text: str) -> None:
    for quotation in extract_quotes(text):
        segments = quotation.segments
        assert all(text[one.start : one.end] == one.text for one in segments)
        assert all(one.end <= other.start for one, other in pairwise(segments))
        assert all(one.text.strip() == one.text != "" for one in segments)
        for part in (quotation.mention, quotation.cue):
            assert part is None or text[part.start : part.end] == part.text


@given(quote_like)
def test_status_speakers_and_candidates_say_the_same(text: str) -> None:
    for quotation in extract_quotes(text):
        status, candidates = quotation.attribution.status, quotation.attribution.candidates
        assert bool(quotation.speakers) == (status == "resolved")
        assert (len(candidates) > 1) == (status == "ambiguous")
        assert (quotation.confidence.speaker is not None) == (status == "resolved")


@given(quote_like)
def test_the_same_text_always_gives_the_same_quotations(text: str) -> None:
    assert extract_quotes(text) == extract_quotes(text)
