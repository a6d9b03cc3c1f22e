# mypy: disable-error-code="no-untyped-call"
"""Syntax tree -> `whoosh.query` tree. Whoosh's own parser takes no part in it."""

from __future__ import annotations

from collections.abc import Callable

from whoosh.query.compound import And, Or
from whoosh.query.positional import Phrase
from whoosh.query.qcore import Every, Query
from whoosh.query.ranges import NumericRange
from whoosh.query.terms import Term
from whoosh.query.wrappers import ConstantScoreQuery, Not

from index import schema as s
from index.analysis import stem
from index.contract import Match
from index.dates import Days
from index.engines.whoosh.patterns import CloseTo, StartingWith
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

_FIELDS: dict[TextField | None, dict[Match, tuple[str, ...]]] = {
    None: {"stemmed": (s.TEXT_STEM, s.NAME, s.TITLE_STEM), "exact": (s.TEXT_WORD, s.NAME, s.TITLE_WORD)},
    "speaker": {"stemmed": (s.NAME,), "exact": (s.NAME,)},
    "publisher": {"stemmed": (s.PUBLISHER,), "exact": (s.PUBLISHER,)},
}
_DAYS = {"said": (s.SAID_FIRST, s.SAID_LAST), "published": (s.PUBLISHED_FIRST, s.PUBLISHED_LAST)}


def compile_tree(tree: Node, match: Match) -> Query:  # noqa: PLR0911 - one for each kind of node
    """The Whoosh query that finds exactly what `tree` means."""
    match tree:
        case Words():
            return _in_fields(tree.field, match, lambda field: _words(tree, field))
        case Beginning():
            return _in_fields(tree.field, "exact", lambda field: StartingWith(field, tree.start))
        case Similar():
            return _in_fields(tree.field, "exact", lambda field: CloseTo(field, tree.word, tree.edits))
        case OfType():
            return _unscored(Term(s.TYPE, tree.type))
        case Dated():
            return _dated(tree.days, *_DAYS[tree.field])
        case Both(parts):
            return And([compile_tree(part, match) for part in parts])
        case Either(parts):
            return Or([compile_tree(part, match) for part in parts])
        case Without(part):
            return Not(compile_tree(part, match))
        case Everything():
            return Every()


def _in_fields(field: TextField | None, match: Match, made: Callable[[str], Query]) -> Query:
    queries = [_scored(name, made(name)) for name in _FIELDS[field][match]]
    return queries[0] if len(queries) == 1 else Or(queries)


def _words(words: Words, field: str) -> Query:
    """A term or a phrase; a hyphenated word is also found written as one."""
    stemmed = field in s.STEM_FIELDS
    names = field in (s.NAME, s.PUBLISHER)
    forms = [token.stem if stemmed else token.plain if names else token.word for token in words.tokens]
    found: Query
    found = Term(field, forms[0]) if len(forms) == 1 else Phrase(field, forms, slop=words.slop + 1)
    if words.joined is None:
        return found
    joined = stem(words.joined) if stemmed else words.joined
    return Or([found, Term(field, joined)])


def _dated(days: Days, first: str, last: str) -> Query:
    """Quotes whose days overlap these: begun by our last day, and not over before our first."""
    begun, not_over = NumericRange(first, None, days.last), NumericRange(last, days.first, None)
    return _unscored(And([begun, not_over]))


def _scored(field: str, found: Query) -> Query:
    constant = s.CONSTANT_SCORES.get(field)
    return found if constant is None else ConstantScoreQuery(found, score=constant)


def _unscored(found: Query) -> Query:
    return ConstantScoreQuery(found, score=0.0)
