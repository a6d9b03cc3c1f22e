"""A syntax tree in words that a reporter reads: *grave mistake* in asterisks, connected by and, or, without."""

from __future__ import annotations

from index.contract import Match
from index.query import syntax

_NOTES: dict[Match, str] = {"stemmed": "", "exact": " (exact words)", "fuzzy": " (or similar words)"}
_LETTERS_OFF = {1: "one letter", 2: "up to two letters"}


def explain(tree: syntax.Node, match: Match = "stemmed", like: str | None = None) -> str:
    """How a query was understood, as in: phrase *grave mistake*, without *Kyiv*. `like` is the id of a quote that all
    are to be like."""
    note = "" if isinstance(tree, syntax.Everything) else _NOTES[match]
    return _said(tree) + note + (f", like quote {like}" if like else "")


def _said(tree: syntax.Node) -> str:  # noqa: PLR0911 - one for each kind of node
    match tree:
        case syntax.Everything():
            return "all quotes"
        case syntax.Words() | syntax.Beginning() | syntax.Shaped() | syntax.Similar():
            return f"{tree.field} {_looked_for(tree)}" if tree.field else _looked_for(tree)
        case syntax.OfType():
            return f"{tree.type} quotes"
        case syntax.Dated():
            return f"{tree.field} {tree.typed}"
        case syntax.Both(parts):
            return _both(parts)
        case syntax.Either(parts):
            return " or ".join(map(_grouped, parts))
        case syntax.Without(part):
            return f"all quotes, without {_grouped(part)}"
        case syntax.Boosted(part, weight):
            return f"{_grouped(part)} (counting {weight:g} times)"
        case syntax.Preferring(part):
            return _said(part)


def _both(parts: tuple[syntax.Node, ...]) -> str:
    wanted = [_grouped(part) for part in parts if not isinstance(part, syntax.Without)]
    unwanted = [f"without {_grouped(part.part)}" for part in parts if isinstance(part, syntax.Without)]
    return ", ".join((" and ".join(wanted) or "all quotes", *unwanted))


def _grouped(tree: syntax.Node) -> str:
    return f"({_said(tree)})" if isinstance(tree, syntax.Both | syntax.Either | syntax.Without) else _said(tree)


def _looked_for(leaf: syntax.Looked) -> str:
    match leaf:
        case syntax.Beginning():
            return f"words beginning with *{leaf.typed.rstrip('*')}*"
        case syntax.Shaped():
            return f"words of the form *{leaf.typed.rstrip('?')}*"
        case syntax.Similar(edits=0):
            return f"*{leaf.typed}*"
        case syntax.Similar():
            return f"*{leaf.typed}* or words {_LETTERS_OFF[leaf.edits]} off"
        case syntax.Words():
            kind = "phrase " if leaf.quoted and len(leaf.tokens) > 1 and not leaf.field else ""
            between = f" with at most {leaf.slop} words between" if leaf.slop else ""
            return f"{kind}*{leaf.typed}*{between}"
