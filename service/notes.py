"""What those who handle a request tell each other of it: notes in its WSGI environment."""

from __future__ import annotations

from flask import request

REQUEST_ID = "onrecord.request_id"
RULE = "onrecord.rule"
"""The rule of the address that was asked for, if there is one."""
STATE = "onrecord.state"
"""The state of the archive that the answer follows from, if nothing but that and the request matters to it."""


def note_rule() -> None:
    if request.url_rule:
        request.environ[RULE] = request.url_rule.rule


def request_id() -> str:
    """The id of the current request."""
    given: str = request.environ[REQUEST_ID]
    return given
