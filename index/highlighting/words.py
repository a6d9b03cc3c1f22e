"""Words by themselves: which tokens of a run a query wants wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from index.analysis import Token
from index.highlighting.extents import Extent

STEPS = 5
"""How often each token is looked at for both, more or less."""


def by_form(tokens: Sequence[Token], forms: AbstractSet[str], *, stemmed: bool) -> Iterator[Extent]:
    """Tokens with one of these forms; a hyphenated word as a whole if the form is the whole's."""
    for place, token in enumerate(tokens):
        own, all_of_it = (token.own_stems, token.stems) if stemmed else (token.own_words, token.words)
        if not own.isdisjoint(forms):
            yield token.start, token.end
        if token.joined and not (all_of_it - own).isdisjoint(forms):
            yield _whole(tokens, place)


def by_pattern(tokens: Sequence[Token], fitting: AbstractSet[str]) -> Iterator[Extent]:
    """Tokens of which a word is among those that fit, or else the hyphenated word that they begin."""
    for place, token in enumerate(tokens):
        if not token.own_words.isdisjoint(fitting):
            yield token.start, token.end
        elif token.joined in fitting:
            yield _whole(tokens, place)


def _whole(tokens: Sequence[Token], first: int) -> Extent:
    return tokens[first].start, tokens[first + tokens[first].parts - 1].end
