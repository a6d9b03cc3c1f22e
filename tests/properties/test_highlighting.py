"""Whatever is asked, what is marked is what reading every word of a quote, one after the other, would mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import SEGMENT_JOINT
from index.analysis import Token, analyse, analyse_parts
from index.contract import Highlight, HighlightField, Match
from index.engines import Budget
from index.highlighting import NAMES_JOINT, Highlighter
from index.printed import Printed
from index.query import parse
from index.query.limits import MAX_WORDS_WITH_SLOP
from index.query.syntax import Beginning, Either, Looked, Node, Shaped, Similar, Words, looked_for

PRINTED = [
    "war", "wars,", "“War", "(war)", "peace", "Peace’s", "peaceful", "US", "us", "U.S.", "e-mail", "E-Mails", "email",
    "mail", "a-war-email", "war-email", "agree-d", "Łódź", "日本", "5,000", "—", "don’t", "dont", "warwar",
]  # fmt: skip
WORDS = [
    "war", "wars", "peace", "Peace’s", "peaceful", "US", "us", "U.S.", "e-mail", "E-Mails", "email", "mail",
    "a-war-email", "agree", "agreed", "Lodz", "日本", "日", "5000", "don’t", "dont",
]  # fmt: skip
PATTERNS = ["war*", "em*", "pe*ce", "ma?l", "war~1", "emails~2", "dont~1"]
SPACES = [" ", " ", " ", "  ", "\n", "\u00a0 "]

texts = st.lists(st.tuples(st.sampled_from(PRINTED), st.sampled_from(SPACES)), min_size=1, max_size=9).map(
    lambda several: "".join(word + space for word, space in several)
)
quotes = st.builds(
    lambda segments, names, title: Printed("q_one", 1, tuple(segments), tuple(names), title),
    st.lists(texts, min_size=1, max_size=3),
    st.lists(texts, max_size=2),
    st.none() | texts,
)
phrases = st.lists(st.sampled_from(WORDS), min_size=2, max_size=3)
leaves = st.one_of(
    st.sampled_from(WORDS + PATTERNS),
    phrases.map(lambda several: f'"{" ".join(several)}"'),
    st.builds(
        lambda several, slop: f'"{" ".join(several)}"~{slop}',
        phrases.filter(lambda several: len(analyse(" ".join(several))) <= MAX_WORDS_WITH_SLOP),
        st.integers(1, 2),
    ),
)
fields = st.sampled_from([None, None, None, "text", "speaker", "publisher"])
queries = st.lists(
    st.builds(lambda asked, field: replace(parse(asked).tree, field=field), leaves, fields),  # type: ignore[arg-type]
    min_size=1,
    max_size=3,
).map(lambda several: Either(tuple(several)))


# ------------------------------------------------------------------------------------------------ word by word

Extent = tuple[int, int]


def expected(tree: Node, match: Match, quote: Printed) -> Iterator[Highlight]:
    asked = list(looked_for(tree))
    parts: list[tuple[HighlightField, Sequence[str], str]] = [
        ("text", quote.segments, SEGMENT_JOINT),
        ("speaker", quote.names, NAMES_JOINT),
        ("title", (quote.title or "",), ""),
    ]
    for field, printed, joint in parts:
        tokens = list(analyse_parts(printed, len(joint)))
        stemmed = match != "exact" and field != "speaker"
        extents = {
            extent
            for leaf in asked
            if leaf.field in (None, field)
            for extent in marked_for(leaf, tokens, stemmed, field == "speaker")
        }
        yield from (Highlight(field, *extent) for extent in made_one(extents))


def marked_for(leaf: Looked, tokens: list[Token], stemmed: bool, is_name: bool) -> Iterator[Extent]:
    if not isinstance(leaf, Words):
        for place, token in enumerate(tokens):
            if any(fits(leaf, word) for word in token.own_words):
                yield token.start, token.end
            elif token.joined and fits(leaf, token.joined):
                yield token.start, tokens[place + token.parts - 1].end
        return
    wanted = [token.plain if is_name else token.stem if stemmed else token.word for token in leaf.tokens]
    yield from in_a_row(wanted, leaf.slop, tokens, stemmed)
    if leaf.joined:
        (joined,) = analyse_parts((leaf.joined,), 0)
        yield from in_a_row([joined.stem if stemmed else leaf.joined], 0, tokens, stemmed)


def in_a_row(wanted: list[str], slop: int, tokens: list[Token], stemmed: bool) -> Iterator[Extent]:
    """Every choice of a token for each form is tried."""
    places = [
        [place for place, token in enumerate(tokens) if form in (token.stems if stemmed else token.words)]
        for form in wanted
    ]
    for chosen in product(*places):
        positions = [tokens[place].position for place in chosen]
        if all(0 < b - a <= slop + 1 for a, b in pairwise(positions)):
            extents = [extent_of(place, form, tokens, stemmed) for place, form in zip(chosen, wanted, strict=True)]
            yield from extents if slop else [(extents[0][0], extents[-1][1])]


def extent_of(place: int, form: str, tokens: list[Token], stemmed: bool) -> Extent:
    token = tokens[place]
    is_own = form in (token.own_stems if stemmed else token.own_words)
    return token.start, tokens[place if is_own else place + token.parts - 1].end


def fits(pattern: Beginning | Shaped | Similar, word: str) -> bool:
    match pattern:
        case Beginning(start):
            return word.startswith(start)
        case Shaped(shape):
            return has_shape(shape, word)
        case Similar(other, edits):
            return edits_between(other, word) <= edits


def has_shape(shape: str, word: str) -> bool:
    if not shape:
        return not word
    if shape[0] == "*":
        return has_shape(shape[1:], word) or (bool(word) and has_shape(shape, word[1:]))
    return bool(word) and shape[0] in ("?", word[0]) and has_shape(shape[1:], word[1:])


def edits_between(a: str, b: str) -> int:
    if not (a and b):
        return len(a) + len(b)
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row = row, [i]
        for j, y in enumerate(b, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (x != y)))
    return row[-1]


def made_one(extents: set[Extent]) -> list[Extent]:
    """Extents that have a character in common are one."""
    whole: list[Extent] = []
    for start, end in sorted(extents):
        if whole and start < whole[-1][1]:
            whole[-1] = whole[-1][0], max(end, whole[-1][1])
        else:
            whole.append((start, end))
    return whole


# ------------------------------------------------------------------------------------------------ property


@pytest.mark.parametrize("match", ["stemmed", "exact"])
@settings(max_examples=150, deadline=None)
@given(query=queries, found=st.lists(quotes, min_size=1, max_size=3))
def test_marks_what_reading_word_by_word_marks(match: Match, query: Node, found: list[Printed]) -> None:
    highlighter = Highlighter(query, match, Budget(3600))
    for quote in found:
        assert list(highlighter.highlights(quote)) == list(expected(query, match, quote))
