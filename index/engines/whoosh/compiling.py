# mypy: disable-error-code="no-untyped-call"
"""Syntax tree -> `whoosh.query` tree. Whoosh's own parser takes no part in it."""

from __future__ import annotations

import sys
from collections.abc import Callable

from whoosh.query.compound import And, Or
from whoosh.query.positional import Phrase
from whoosh.query.qcore import Every, Query
from whoosh.query.terms import Term
from whoosh.query.wrappers import ConstantScoreQuery, Not

from index import schema as s
from index.contract import WordForms
from index.engines.wanted import as_typed, fields_of, forms, joined_form, reach
from index.engines.whoosh.patterns import CloseTo, OfShape, StartingWith, Within
from index.engines.whoosh.weighing import Preferring, Weighted
from index.query import syntax

_NEXT_TO_NOTHING = sys.float_info.min
"""Scores nothing and yet is a score: of 0.0 Whoosh's matchers make 1.0, or leave the document out."""


def within_days(dated: syntax.Dated) -> Query:
    """A date as a query over our columns."""
    return Within(dated.field, dated.days.first, dated.days.last)


def compile_tree(  # noqa: PLR0911 - one for each kind of node
    tree: syntax.Node, match: WordForms, dated: Callable[[syntax.Dated], Query] = within_days
) -> Query:
    """The Whoosh query that finds exactly what `tree` means; `dated` makes that of a date."""
    match tree:
        case syntax.Words():
            return _in_fields(tree.field, match, lambda field: _words(tree, field))
        case syntax.Beginning():
            return _in_fields(tree.field, "exact", lambda field: StartingWith(field, tree.start))
        case syntax.Shaped():
            return _in_fields(tree.field, "exact", lambda field: OfShape(field, tree.shape))
        case syntax.Similar():
            return _in_fields(tree.field, "exact", lambda field: CloseTo(field, tree.word, tree.edits))
        case syntax.OfType():
            return _unscored(Term(s.TYPE, tree.type))
        case syntax.Dated():
            return _unscored(dated(tree))
        case syntax.Both(parts):
            return And([compile_tree(part, match, dated) for part in parts])
        case syntax.Either(parts):
            return Or([compile_tree(part, match, dated) for part in parts])
        case syntax.Without(part):
            return Not(compile_tree(part, match, dated))
        case syntax.Boosted(part, weight):
            return Weighted(compile_tree(part, match, dated), weight)
        case syntax.Preferring(part, names):
            return _preferring(compile_tree(part, match, dated), names)
        case syntax.Everything():
            return Every()


def _in_fields(field: syntax.TextField | None, match: WordForms, made: Callable[[str], Query]) -> Query:
    queries = [_scored(name, made(name)) for name in fields_of(field, match)]
    return queries[0] if len(queries) == 1 else Or(queries)


def _words(words: syntax.Words, field: str) -> Query:
    """A term or a phrase; a hyphenated word is also found written as one."""
    written = forms(words, field)
    found: Query
    found = Term(field, written[0]) if len(written) == 1 else Phrase(field, written, slop=reach(words))
    if typed := as_typed(words, field):
        standing = [ConstantScoreQuery(Term(s.TEXT_WORD, word), score=s.AS_TYPED) for word in typed]
        found = Preferring(found, standing[0] if len(standing) == 1 else Or(standing))
    joined = joined_form(words, field)
    return found if joined is None else Or([found, Term(field, joined)])


def _preferring(found: Query, names: tuple[str, ...]) -> Query:
    said_by = [ConstantScoreQuery(Term(s.CALLED, name), score=s.SAID_BY) for name in names]
    return Preferring(found, said_by[0] if len(said_by) == 1 else Or(said_by))


def _scored(field: str, found: Query) -> Query:
    constant = s.CONSTANT_SCORES.get(field)
    return found if constant is None else ConstantScoreQuery(found, score=constant)


def _unscored(found: Query) -> Query:
    return ConstantScoreQuery(found, score=_NEXT_TO_NOTHING)
