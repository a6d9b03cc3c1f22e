"""What went wrong, as a page: the same facts that the API gives in its error body."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, make_response
from rfc9457 import Problem

from corpus.errors import QuerySyntaxError
from service.dates import in_words
from service.notes import request_id
from service.pages.rendering import page
from service.pages.wording import capitalised

CONTEXT = 30
"""Characters of a search shown on each side of the place that was not understood: a line that fits a phone."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a search was not run: `line` is the part of it around the place, `caret` the line that points at the place,
    `place` counts its characters from 1."""

    message: str
    line: str | None = None
    caret: str | None = None
    place: int | None = None


def refusal(error: QuerySyntaxError) -> Refusal:
    """Point at the place where a search text stopped making sense."""
    position = min(max(error.position, 0), len(error.query))
    start, end = max(0, position - CONTEXT), position + CONTEXT
    before, after = "…" if start else "", "…" if end < len(error.query) else ""
    line = f"{before}{_printable(error.query[start:end])}{after}"
    caret = " " * (len(before) + position - start) + "^"
    return Refusal(capitalised(error.message), line, caret, position + 1)


def problem_page(problem: Problem) -> Response:
    """The page for an error outside the API. What was withdrawn is told by its date and the class of reason alone."""
    if "withdrawn_at" in problem.extras:
        detail = _withdrawn(problem.extras["withdrawn_at"])
    else:
        detail = capitalised(problem.detail or "").rstrip(".") + "."
    html = page("problem.html", status=problem.status, title=problem.title, detail=detail, request_id=request_id())
    return make_response(html, problem.status)


def _withdrawn(at: str | None) -> str:
    when = f" on {in_words(at[:10])}" if at else ""
    return f"This quote was withdrawn{when}. It is not shown any more."


def _printable(text: str) -> str:
    """`text` with one visible character for each that is a control."""
    return "".join(character if character.isprintable() else "␣" for character in text)
