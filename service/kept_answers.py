"""Answers that were given a moment ago, for those who ask the same again: programs that poll, and many readers of one
page. Never anything of a draft; nothing that the record has taken back, since what is kept is of one state of it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from flask import Response, current_app

from service.archive import current_finder
from service.caching import not_modified, still_held, tag_of

MOST_BYTES = 16 * 1024 * 1024
"""Of all bodies together, in one worker process."""
LARGEST = 256 * 1024
"""Bytes of a body that is kept: one page of a hundred quotes."""

View = TypeVar("View", bound=Callable[..., Response])


class KeptAnswers:
    """Bodies and headers by entity tag, those asked for least recently thrown out first. Thread-safe."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most, self._held = most_bytes, 0
        self._answers = OrderedDict[str, tuple[bytes, list[tuple[str, str]]]]()
        self._using = threading.Lock()

    def get(self, tag: str) -> Response | None:
        with self._using:
            if tag not in self._answers:
                return None
            self._answers.move_to_end(tag)
            body, headers = self._answers[tag]
        return Response(body, headers=headers)

    def put(self, tag: str, answer: Response) -> None:
        body = answer.get_data()
        if answer.status_code != 200 or len(body) > LARGEST:
            return
        with self._using:
            before, _ = self._answers.pop(tag, (b"", []))
            self._answers[tag] = body, list(answer.headers)
            self._held += len(body) - len(before)
            while self._held > self._most:
                _, (oldest, _) = self._answers.popitem(last=False)
                self._held -= len(oldest)


def kept_while_current(view: View) -> View:
    """The view, asked only where the client has no current answer and none was kept: its answer must follow from the
    address, the host and the state of the archive alone. It gets its entity tag from these."""

    @wraps(view)
    def answered(*given: object, **of_rule: object) -> Response:
        tag = tag_of([current_finder().version()])
        if still_held(tag):
            return not_modified(tag)
        kept = _current()
        if (answer := kept.get(tag)) is None:
            answer = view(*given, **of_rule)
            answer.set_etag(tag, weak=True)
            kept.put(tag, answer)
        return answer

    return answered  # type: ignore[return-value]


def _current() -> KeptAnswers:
    kept = current_app.extensions["kept_answers"]
    assert isinstance(kept, KeptAnswers)
    return kept
