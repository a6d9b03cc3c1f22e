"""Which characters made a quote match: offsets from token positions, never HTML. A phrase is one highlight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.model import SEGMENT_JOINT
from index.analysis import Token, analyse_parts, stem
from index.contract import Highlight, HighlightField, Match
from index.documents import Facts
from index.query.spelling import within
from index.query.syntax import Beginning, Looked, Node, Shaped, Similar, Words, looked_for
from index.query.wildcards import fitting

NAMES_JOINT = ", "
_REMEMBERED = 2048
"""Texts that are kept as tokens: what leads one search leads the next ones too."""

Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a quote as the index sees it: which forms of its words count."""

    field: HighlightField
    at: Mapping[int, Token]
    stemmed: bool

    def positions(self, form: str) -> set[int]:
        """Where a form stands."""
        if self.stemmed:
            return {position for position, token in self.at.items() if form in token.stems}
        return {position for position, token in self.at.items() if form in token.words}

    def extent(self, position: int, form: str) -> Extent:
        """A token with this form; a hyphenated word as a whole if the form is the whole's."""
        token = self.at[position]
        is_whole = form not in (token.own_stems if self.stemmed else token.own_words)
        return token.start, self.at[position + token.parts - 1].end if is_whole else token.end

    def wanted(self, token: Token) -> str:
        """The form that a token of a query must meet here."""
        if self.field == "speaker":
            return token.plain
        return token.stem if self.stemmed else token.word


def highlights(facts: Facts, tree: Node, match: Match) -> tuple[Highlight, ...]:
    """The highlights of a found quote, in order, overlapping ones made one."""
    leaves = list(looked_for(tree))
    stemmed = match != "exact"
    texts = (
        _Text("text", _by_position(facts.segments, SEGMENT_JOINT), stemmed),
        _Text("speaker", _by_position(facts.names, NAMES_JOINT), stemmed=False),
        _Text("title", _by_position((facts.title or "",), ""), stemmed),
    )
    return tuple(
        Highlight(text.field, start, end)
        for text in texts
        for start, end in _merged(_extents(leaf, text) for leaf in leaves if leaf.field in (None, text.field))
    )


@lru_cache(_REMEMBERED)
def _by_position(parts: tuple[str, ...], joint: str) -> Mapping[int, Token]:
    return {token.position: token for token in analyse_parts(parts, len(joint))}


def _extents(leaf: Looked, text: _Text) -> Iterator[Extent]:
    match leaf:
        case Beginning(start):
            return _fitting(text, lambda word: word.startswith(start))
        case Shaped(shape):
            return _fitting(text, lambda word: bool(fitting(shape)(word)))
        case Similar(word, edits):
            return _fitting(text, lambda other: within(word, other, edits))
        case Words():
            return _of_words(leaf, text)


def _fitting(text: _Text, fits: Callable[[str], bool]) -> Iterator[Extent]:
    for position, token in text.at.items():
        if any(map(fits, token.own_words)):
            yield token.start, token.end
        elif token.joined and fits(token.joined):
            yield token.start, text.at[position + token.parts - 1].end


def _of_words(leaf: Words, text: _Text) -> Iterator[Extent]:
    yield from _sequences(text, [text.wanted(token) for token in leaf.tokens], leaf.slop)
    if leaf.joined is not None:
        yield from _sequences(text, [stem(leaf.joined) if text.stemmed else leaf.joined], 0)


def _sequences(text: _Text, wanted: Sequence[str], slop: int) -> Iterator[Extent]:
    """Tokens that meet `wanted` one after the other with at most `slop` others between one and the next: one extent
    from first to last where nothing may stand between, else one for each word."""
    steps = [text.positions(form) for form in wanted]
    for step in range(1, len(steps)):
        steps[step] = {p for p in steps[step] if any(p - d in steps[step - 1] for d in range(1, slop + 2))}
    for step in range(len(steps) - 2, -1, -1):
        steps[step] = {p for p in steps[step] if any(p + d in steps[step + 1] for d in range(1, slop + 2))}
    if slop == 0:
        for first in steps[0]:
            yield text.at[first].start, text.extent(first + len(wanted) - 1, wanted[-1])[1]
    else:
        yield from (text.extent(p, form) for step, form in zip(steps, wanted, strict=True) for p in step)


def _merged(extents: Iterable[Iterator[Extent]]) -> list[Extent]:
    merged: list[Extent] = []
    for start, end in sorted(extent for several in extents for extent in several):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
