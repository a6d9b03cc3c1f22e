"""What stands between two spaces, as highlighting looks at it. The same few runs of characters stand in most texts, so
what is made of one is kept for the next text that has it, and by its forms for the next query that looks for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from index.analysis import REMEMBERED, Token, plain_word, stem, tokens_of

MOST = 65_536
"""Words of runs that a process keeps; when there are as many it begins anew."""
_LETTERS = 10
"""Characters that count as a word, if a run has fewer words than that."""


class Run(msgspec.Struct, frozen=True, gc=False):
    """`width` is the number of tokens; `forms` are all, stemmed or not, under which one of the tokens is found."""

    tokens: tuple[Token, ...]
    width: int
    forms: tuple[str, ...]


class Runs(dict[str, Run]):
    """The runs that are known. They only grow more, and `holding` tells of each that is among them. Thread-safe."""

    def __init__(self) -> None:
        super().__init__()
        self._holding: dict[str, list[str]] = {}
        self._words = 0

    @property
    def are_too_many(self) -> bool:
        return self._words >= MOST

    def learn(self, run: str) -> None:
        made = run_of(run)
        for form in made.forms:
            self._holding.setdefault(form, []).append(run)
        self[run] = made
        self._words += 1 + max(made.width, len(run) // _LETTERS)

    def holding(self, forms: Iterable[str]) -> set[str]:
        """Those that have one of these forms."""
        return set().union(*[self._holding.get(form, ()) for form in forms])


_runs = Runs()


def known_runs() -> Runs:
    """Those of this process, for one search: the next is given others once they are too many."""
    global _runs  # noqa: PLW0603 - whoever still reads the old ones is not disturbed
    if _runs.are_too_many:
        _runs = Runs()
    return _runs


def run_of(characters: str) -> Run:
    """Characters without white space, taken apart."""
    word = plain_word(characters) if len(characters) <= REMEMBERED else None
    return _taken_apart(characters) if word is None else _of_plain(word, characters)


def _of_plain(word: str, characters: str) -> Run:
    """The same as `_taken_apart` where there is nothing but a word, in a quarter of the time."""
    stemmed, start = stem(word), characters.lower().index(word)
    token = Token(word, stemmed, 0, start, start + len(word))
    return Run((token,), 1, (word,) if word == stemmed else (word, stemmed))


def _taken_apart(characters: str) -> Run:
    tokens = tokens_of(characters)
    return Run(tokens, len(tokens), tuple({form for token in tokens for form in _forms(token)}))


def _forms(token: Token) -> Iterator[str]:
    yield token.word
    yield token.stem
    if token.also or token.joined:
        yield from (*token.words, *token.stems)
