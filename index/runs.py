"""What stands between two spaces, as highlighting looks at it. The same few runs of characters stand in most texts, so
what is made of one is kept for the next text that has it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from index.analysis import REMEMBERED, Token, tokens_of

MOST = 65_536
"""Runs that a process keeps; when there are as many it begins anew."""


class Run(msgspec.Struct, frozen=True, gc=False):
    """`width` is the number of tokens; `forms` are all, stemmed or not, under which one of the tokens is found."""

    tokens: tuple[Token, ...]
    width: int
    forms: tuple[str, ...]


class _Runs(dict[str, Run]):
    """Made when first asked for; long ones, which hardly come again, each time. Thread-safe."""

    def __missing__(self, run: str) -> Run:
        tokens = tokens_of(run)
        made = Run(tokens, len(tokens), tuple({form for token in tokens for form in _forms(token)}))
        if len(run) <= REMEMBERED:
            if len(self) >= MOST:
                self.clear()
            self[run] = made
        return made


def _forms(token: Token) -> Iterator[str]:
    yield token.word
    yield token.stem
    if token.also or token.joined:
        yield from (*token.words, *token.stems)


RUNS = _Runs()
