"""Which characters made a quote match: offsets from token positions, never HTML. A phrase is one highlight."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.model import SEGMENT_JOINT
from index.contract import Highlight, HighlightField, Match
from index.engines import Budget
from index.highlighting import cost
from index.highlighting.texts import Texts
from index.highlighting.wanted import wanted_in
from index.printed import Printed
from index.query.syntax import Node, Words, looked_for

NAMES_JOINT = ", "


class Highlighter:
    """Marks what one query looks for, in the quotes that it found, while its budget lasts."""

    def __init__(self, tree: Node, match: Match, budget: Budget) -> None:
        leaves, stemmed = list(looked_for(tree)), match != "exact"
        text = Texts(wanted_in("text", leaves, stemmed=stemmed), budget)
        names = Texts(wanted_in("speaker", leaves, stemmed=stemmed), budget)
        is_same = not any(leaf.field for leaf in leaves)  # what is looked for in titles
        title = text if is_same else Texts(wanted_in("title", leaves, stemmed=stemmed), budget)
        self._text = _Field("text", len(SEGMENT_JOINT), text)
        self._names = _Field("speaker", len(NAMES_JOINT), names)
        self._title = _Field("title", 0, title)
        self._budget, self._times = budget, 1 + sum(not isinstance(leaf, Words) for leaf in leaves)

    def highlights(self, printed: Printed) -> tuple[Highlight, ...]:
        """The highlights of a found quote, in order, overlapping ones made one. Raises TooCostly."""
        text, names, title = printed.segments, printed.names, (printed.title or "",)
        cost.of_reading(self._budget, sum(map(len, (*text, *names, *title))), self._times)
        return (*self._text.marks(text), *self._names.marks(names), *self._title.marks(title))


class _Field:
    """Marks one field of quotes. Offsets are counted as if a joint stood between two of its texts."""

    def __init__(self, field: HighlightField, joint: int, texts: Texts) -> None:
        self._field, self._joint, self._texts = field, joint, texts

    def marks(self, texts: Iterable[str]) -> list[Highlight]:
        marks: list[Highlight] = []
        offset = 0
        for text in texts:
            for start, end in self._texts.extents(text):
                marks.append(Highlight(self._field, offset + start, offset + end))
            offset += len(text) + self._joint
        return marks
