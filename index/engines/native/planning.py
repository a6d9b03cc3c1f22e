"""Syntax tree -> plan for one segment. The counterpart of compiling it for Whoosh: both find the same, scored alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from index import schema as s
from index.contract import Match
from index.dates import Days
from index.engines.native import plans
from index.engines.native.postings import Word
from index.engines.native.scoring import Weight
from index.engines.native.segment import Segment
from index.engines.wanted import DAYS, fields_of, forms, joined_form, reach
from index.query.syntax import (
    Beginning,
    Both,
    Dated,
    Either,
    Everything,
    Node,
    OfType,
    Similar,
    TextField,
    Without,
    Words,
)

KNOWN_WORDS = 4096
"""Words whose place and weight are remembered: those that people look for come again and again."""

Weigh = Callable[[str, bytes], Weight]
"""Gives the weight of a word in a field, over all segments."""


class UnknownNode(Exception):
    """A part of a query that no plan can be made for."""


class Planner:
    """Makes plans for one segment."""

    def __init__(self, segment: Segment, weigh: Weigh) -> None:
        self._segment, self._weigh = segment, weigh
        self._documents = segment.documents
        self._known = lru_cache(KNOWN_WORDS)(self._found)
        self._numbers_close_to = lru_cache(maxsize=256)(self._close_to)

    def plan(self, tree: Node, match: Match) -> plans.Plan:  # noqa: PLR0911 - one for each kind of node
        """Raises UnknownNode."""
        match tree:
            case Words():
                return self._in_fields(tree.field, match, lambda field: self._words(tree, field))
            case Beginning():
                return self._in_fields(tree.field, "exact", lambda field: self._starting_with(field, tree.start))
            case Similar():
                return self._in_fields(tree.field, "exact", lambda field: self._similar(field, tree))
            case OfType():
                return plans.Constant(self._of_type(tree.type), 0.0)
            case Dated():
                return self._dated(tree.days, *DAYS[tree.field])
            case Both(parts):
                return self._all_of([self.plan(part, match) for part in parts])
            case Either(parts):
                return self._any_of([self.plan(part, match) for part in parts])
            case Without(part):
                return plans.NoneOf(self.plan(part, match))
            case Everything():
                return plans.Every(self._documents)
        raise UnknownNode(type(tree).__name__)

    def _in_fields(self, field: TextField | None, match: Match, made: Callable[[str], plans.Plan]) -> plans.Plan:
        return self._any_of([self._scored(name, made(name)) for name in fields_of(field, match)])

    def _scored(self, field: str, found: plans.Plan) -> plans.Plan:
        constant = s.CONSTANT_SCORES.get(field)
        return found if constant is None or _is_nowhere(found) else plans.Constant(found, constant)

    def _all_of(self, parts: list[plans.Plan]) -> plans.Plan:
        if not parts or any(map(_is_nowhere, parts)):
            return self._nowhere()
        return parts[0] if len(parts) == 1 else plans.AllOf(self._documents, parts)

    def _any_of(self, parts: list[plans.Plan]) -> plans.Plan:
        somewhere = [part for part in parts if not _is_nowhere(part)]
        if not somewhere:
            return self._nowhere()
        return somewhere[0] if len(somewhere) == 1 else plans.AnyOf(self._documents, somewhere)

    def _words(self, words: Words, field: str) -> plans.Plan:
        """A word or several in a row; a hyphenated one is also found written as one."""
        in_a_row = [self._word(field, form) for form in forms(words, field)]
        found = in_a_row[0] if len(in_a_row) == 1 else self._in_sequence(in_a_row, reach(words))
        joined = joined_form(words, field)
        return found if joined is None else self._any_of([found, self._word(field, joined)])

    def _in_sequence(self, words: list[plans.Plan], reach: int) -> plans.Plan:
        here = [word for word in words if isinstance(word, plans.ScoredWord)]
        return plans.InSequence(self._documents, here, reach) if len(here) == len(words) else self._nowhere()

    def _word(self, field: str, form: str) -> plans.Plan:
        found = self._known(field, form)
        return plans.ScoredWord(self._documents, *found) if found else self._nowhere()

    def _found(self, field: str, form: str) -> tuple[Word, Weight] | None:
        postings, word = self._segment.postings.get(field), form.encode()
        number = postings.lexicon.find(word) if postings else None
        return None if postings is None or number is None else (postings.word(number), self._weigh(field, word))

    def _starting_with(self, field: str, start: str) -> plans.Plan:
        postings = self._segment.postings.get(field)
        return self._words_numbered(field, postings.lexicon.starting_with(start.encode()) if postings else ())

    def _similar(self, field: str, similar: Similar) -> plans.Plan:
        return self._words_numbered(field, self._numbers_close_to(field, similar.word, similar.edits))

    def _close_to(self, field: str, word: str, edits: int) -> list[int]:
        postings = self._segment.postings.get(field)
        return postings.lexicon.close_to(word, edits).tolist() if postings else []

    def _of_type(self, value: str) -> plans.Plan:
        postings = self._segment.postings.get(s.TYPE)
        number = None if postings is None else postings.lexicon.find(value.encode())
        return self._words_numbered(s.TYPE, [] if number is None else [number])

    def _words_numbered(self, field: str, numbers: Sequence[int]) -> plans.Plan:
        if not numbers:
            return self._nowhere()
        postings = self._segment.postings[field]
        return plans.WithAnyWord(self._documents, [postings.word(number) for number in numbers])

    def _dated(self, days: Days, first: str, last: str) -> plans.Plan:
        if first not in self._segment.days or last not in self._segment.days:
            return self._nowhere()
        columns = self._segment.days[first], self._segment.days[last]
        return plans.Constant(plans.Between(*columns, (days.first, days.last)), 0.0)

    def _nowhere(self) -> plans.Plan:
        return plans.Nowhere(self._documents)


def _is_nowhere(plan: plans.Plan) -> bool:
    return isinstance(plan, plans.Nowhere)
