"""Syntax tree -> plan for one segment. The counterpart of compiling it for Whoosh: both find the same, scored alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from index import schema as s
from index.contract import WordForms
from index.engines.native import plans
from index.engines.native.postings import Word
from index.engines.native.rows import Rows
from index.engines.native.words import Words
from index.engines.wanted import as_typed, fields_of, forms, joined_form, reach
from index.query import syntax
from index.query.wildcards import start_of

_LOOKED_AT = 100
"""What it costs to look at a word of the index, in postings."""


class UnknownNode(Exception):
    """A part of a query that no plan can be made for."""


class Planner:
    """Makes the plans of one search on one segment."""

    def __init__(self, words: Words, scope: plans.Scope, days: Callable[[str], tuple[Rows, Rows]]) -> None:
        self._known, self._scope, self._days = words, scope, days

    def plan(self, tree: syntax.Node, match: WordForms) -> plans.Plan:  # noqa: PLR0911 - one for each kind of node
        """Raises UnknownNode, and TooCostly."""
        match tree:
            case syntax.Words():
                return self._words(tree, match)
            case syntax.Beginning():
                return self._in_fields(tree.field, lambda field: self._starting_with(field, tree.start))
            case syntax.Shaped():
                return self._in_fields(tree.field, lambda field: self._shaped(field, tree.shape))
            case syntax.Similar():
                return self._in_fields(tree.field, lambda field: self._similar(field, tree))
            case syntax.OfType():
                return plans.Constant(self._of_type(tree.type), 0.0)
            case syntax.Dated():
                between = plans.Between(self._scope, self._days(tree.field), tree.days.first, tree.days.last)
                return plans.Constant(between, 0.0)
            case syntax.Both(parts):
                return self._all_of([self.plan(part, match) for part in parts])
            case syntax.Either(parts):
                return self._any_of([self.plan(part, match) for part in parts])
            case syntax.Without(part):
                return plans.NoneOf(self.plan(part, match))
            case syntax.Boosted(part, weight):
                return plans.Weighted(self.plan(part, match), weight)
            case syntax.Preferring(part, names):
                return self._preferring(self.plan(part, match), names)
            case syntax.Everything():
                return plans.Every(self._scope, self._known.every)
        raise UnknownNode(type(tree).__name__)

    # -------------------------------------------------------------------------------------------- words

    def _words(self, words: syntax.Words, match: WordForms) -> plans.Plan:
        fields = fields_of(words.field, match)
        if len(words.tokens) == 1 and words.joined is None:
            typed = [word for field in fields for word in as_typed(words, field)]
            return self._word(fields, [forms(words, field)[0] for field in fields], typed)
        return self._any_of([self._words_in(words, field) for field in fields])

    def _word(self, fields: tuple[str, ...], wanted: list[str], typed: list[str]) -> plans.Plan:
        self._scope.budget.spend()
        ranked = self._known.ranked(fields, wanted, typed)
        return self._nowhere() if ranked is None else plans.Known(self._scope, ranked)

    def _words_in(self, words: syntax.Words, field: str) -> plans.Plan:
        """Words in a row in one field; a hyphenated one is also found written as one."""
        in_a_row, typed = forms(words, field), as_typed(words, field)
        if len(in_a_row) == 1:
            found = self._word((field,), in_a_row, typed)
        else:
            found = self._in_sequence(words, field, in_a_row)
        joined = joined_form(words, field)
        return found if joined is None else self._either(found, self._word((field,), [joined], []), field)

    def _in_sequence(self, words: syntax.Words, field: str, in_a_row: list[str]) -> plans.Plan:
        self._scope.budget.spend()
        found = list[Word]()
        for form in in_a_row:
            word = self._known.find(field, form)
            if word is None:
                return self._nowhere()
            found.append(word)
        weigh = partial(self._known.scores_together, field, in_a_row, as_typed(words, field))
        return _scored(field, plans.InSequence(self._scope, found, weigh, reach(words)))

    def _either(self, found: plans.Plan, joined: plans.Plan, field: str) -> plans.Plan:
        """Where all matches in a field score the same, two score no more than one."""
        either = self._any_of([found, joined])
        constant = s.CONSTANT_SCORES.get(field)
        return either if constant is None or _is_nowhere(either) else plans.Constant(either, constant)

    # -------------------------------------------------------------------------------------------- patterns

    def _in_fields(self, field: syntax.TextField | None, made: Callable[[str], plans.Plan]) -> plans.Plan:
        return self._any_of([_scored(name, made(name)) for name in fields_of(field, "exact")])

    def _starting_with(self, field: str, start: str) -> plans.Plan:
        rows, words = self._known.starting_with(field, start)
        return self._with_any(rows, words)

    def _shaped(self, field: str, shape: str) -> plans.Plan:
        self._scope.budget.spend(_LOOKED_AT * self._known.number_starting_with(field, start_of(shape)))
        rows, words = self._known.shaped(field, shape)
        return self._with_any(rows, words)

    def _similar(self, field: str, similar: syntax.Similar) -> plans.Plan:
        self._scope.budget.spend(self._known.number_starting_with(field, ""))
        rows, words = self._known.close_to(field, similar.word, similar.edits)
        return self._with_any(rows, words)

    def _of_type(self, value: str) -> plans.Plan:
        word = self._known.find(s.TYPE, value)
        return self._with_any(word.rows, 1) if word else self._nowhere()

    def _with_any(self, rows: Rows, words: int) -> plans.Plan:
        return plans.WithAnyWord(self._scope, rows, words) if words else self._nowhere()

    # -------------------------------------------------------------------------------------------- compounds

    def _all_of(self, parts: list[plans.Plan]) -> plans.Plan:
        if not parts or any(map(_is_nowhere, parts)):
            return self._nowhere()
        return parts[0] if len(parts) == 1 else plans.AllOf(self._scope, parts)

    def _preferring(self, found: plans.Plan, names: tuple[str, ...]) -> plans.Plan:
        said_by = [self._with_any(word.rows, 1) for name in names if (word := self._known.find(s.CALLED, name))]
        if not said_by or _is_nowhere(found):
            return found
        return plans.AllOf(self._scope, [found], [found, *(plans.Constant(own, s.SAID_BY) for own in said_by)])

    def _any_of(self, parts: list[plans.Plan]) -> plans.Plan:
        somewhere = [part for part in parts if not _is_nowhere(part)]
        if not somewhere:
            return self._nowhere()
        return somewhere[0] if len(somewhere) == 1 else plans.AnyOf(self._scope, somewhere)

    def _nowhere(self) -> plans.Plan:
        return plans.Nowhere(self._scope)


def _scored(field: str, found: plans.Plan) -> plans.Plan:
    constant = s.CONSTANT_SCORES.get(field)
    return found if constant is None or _is_nowhere(found) else plans.Constant(found, constant)


def _is_nowhere(plan: plans.Plan) -> bool:
    return isinstance(plan, plans.Nowhere)
