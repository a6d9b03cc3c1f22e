"""Words in a row: where tokens of a text stand one after the other as a query wants them."""

from __future__ import annotations

from collections.abc import Mapping

from index.analysis import Token
from index.highlighting.extents import Extent
from index.highlighting.wanted import Row


class Placed:
    """Those tokens of a text that may matter: by position, with the offset from which its own offsets are counted."""

    def __init__(self, at: Mapping[int, tuple[int, Token]], *, stemmed: bool) -> None:
        self._at, self._stemmed = at, stemmed

    def row(self, row: Row) -> list[Extent]:
        """One extent from first to last where nothing may stand between, else one for each word."""
        steps = self._steps(row)
        if row.slop:
            return [self._extent(p, form) for step, form in zip(steps, row.forms, strict=True) for p in step]
        last = len(row.forms) - 1
        return [(self._start(first), self._extent(first + last, row.forms[last])[1]) for first in steps[0]]

    def _steps(self, row: Row) -> list[set[int]]:
        """For each form the positions that are part of such a row."""
        steps = [self._positions(form) for form in row.forms]
        if not all(steps):
            return [set() for _ in steps]
        apart = range(1, row.slop + 2)
        for step in range(1, len(steps)):
            steps[step] = {p for p in steps[step] if any(p - d in steps[step - 1] for d in apart)}
        for step in range(len(steps) - 2, -1, -1):
            steps[step] = {p for p in steps[step] if any(p + d in steps[step + 1] for d in apart)}
        return steps

    def _positions(self, form: str) -> set[int]:
        placed = self._at.items()
        return {p for p, (_, own) in placed if form in (own.stems if self._stemmed else own.words)}

    def _extent(self, position: int, form: str) -> Extent:
        """A token with this form; a hyphenated word as a whole if the form is the whole's."""
        token = self._at[position][1]
        is_whole = form not in (token.own_stems if self._stemmed else token.own_words)
        return self._start(position), self._end(position + token.parts - 1 if is_whole else position)

    def _start(self, position: int) -> int:
        offset, token = self._at[position]
        return offset + token.start

    def _end(self, position: int) -> int:
        offset, token = self._at[position]
        return offset + token.end
