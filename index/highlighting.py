"""Which characters made a quote match: offsets from token positions, never HTML. A phrase is one highlight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.model import SEGMENT_JOINT
from index.analysis import Token, analyse_parts, stem
from index.contract import Highlight, HighlightField, Match
from index.documents import Facts
from index.query.spelling import within
from index.query.syntax import Beginning, Looked, Node, Similar, Words, looked_for

NAMES_JOINT = ", "

Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a quote as the index sees it: which forms of its words count."""

    field: HighlightField
    tokens: Sequence[Token]
    stemmed: bool

    def forms(self, token: Token) -> frozenset[str]:
        return token.stems if self.stemmed else token.words

    def own_forms(self, token: Token) -> frozenset[str]:
        return token.own_stems if self.stemmed else token.own_words

    def wanted(self, token: Token) -> str:
        """The form that a token of a query must meet here."""
        if self.field == "speaker":
            return token.plain
        return token.stem if self.stemmed else token.word


def highlights(facts: Facts, tree: Node, match: Match) -> tuple[Highlight, ...]:
    """The highlights of a found quote, in order, overlapping ones made one."""
    leaves = list(looked_for(tree))
    stemmed = match == "stemmed"
    texts = (
        _Text("text", list(analyse_parts(facts.segments, len(SEGMENT_JOINT))), stemmed),
        _Text("speaker", list(analyse_parts(facts.names, len(NAMES_JOINT))), stemmed=False),
        _Text("title", list(analyse_parts([facts.title or ""], 0)), stemmed),
    )
    return tuple(
        Highlight(text.field, start, end)
        for text in texts
        for start, end in _merged(_extents(leaf, text) for leaf in leaves if leaf.field in (None, text.field))
    )


def _extents(leaf: Looked, text: _Text) -> Iterator[Extent]:
    match leaf:
        case Beginning(start):
            return _words(text.tokens, lambda word: word.startswith(start))
        case Similar(word, edits):
            return _words(text.tokens, lambda other: within(word, other, edits))
        case Words():
            return _of_words(leaf, text)


def _of_words(leaf: Words, text: _Text) -> Iterator[Extent]:
    wanted = [text.wanted(token) for token in leaf.tokens]
    if len(wanted) == 1:
        yield from _forms(text, wanted[0])
    else:
        yield from _sequences(text, wanted, leaf.slop)
    if leaf.joined is not None:
        yield from _forms(text, stem(leaf.joined) if text.stemmed else leaf.joined)


def _forms(text: _Text, form: str) -> Iterator[Extent]:
    """Words with this form; a hyphenated word as a whole if the form is the whole's."""
    for number, token in enumerate(text.tokens):
        if form in text.own_forms(token):
            yield token.start, token.end
        elif form in text.forms(token):
            yield token.start, text.tokens[number + token.parts - 1].end


def _words(tokens: Sequence[Token], fits: Callable[[str], bool]) -> Iterator[Extent]:
    for number, token in enumerate(tokens):
        if any(map(fits, token.own_words)):
            yield token.start, token.end
        elif token.joined and fits(token.joined):
            yield token.start, tokens[number + token.parts - 1].end


def _sequences(text: _Text, wanted: Sequence[str], slop: int) -> Iterator[Extent]:
    """Tokens that meet `wanted` one after the other with at most `slop` others between one and the next: one extent
    from first to last where nothing stands between, else one for each word."""
    at = {token.position: token for token in text.tokens}
    fitting = [{p for p, token in at.items() if form in text.forms(token)} for form in wanted]
    for step in range(1, len(wanted)):
        fitting[step] = {p for p in fitting[step] if any(p - d in fitting[step - 1] for d in range(1, slop + 2))}
    for step in range(len(wanted) - 2, -1, -1):
        fitting[step] = {p for p in fitting[step] if any(p + d in fitting[step + 1] for d in range(1, slop + 2))}
    if slop == 0:
        yield from ((at[p].start, at[p + len(wanted) - 1].end) for p in fitting[0])
    else:
        yield from ((at[p].start, at[p].end) for step in fitting for p in step)


def _merged(extents: Iterable[Iterator[Extent]]) -> list[Extent]:
    merged: list[Extent] = []
    for start, end in sorted(extent for several in extents for extent in several):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
