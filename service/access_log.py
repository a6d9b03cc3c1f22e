"""Every request leaves one line: who asked for what is not in it, nor what was searched for."""

from __future__ import annotations

import logging
import sys

import msgspec

log = logging.getLogger("onrecord.access")

FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
_encode = msgspec.json.Encoder().encode


class Line(msgspec.Struct, frozen=True, gc=False):
    """One request: `path` without its query string, since what reporters search for is theirs. `ms` until the last byte
    was handed to the server; `bytes` null for answers that are streamed."""

    request_id: str
    method: str
    path: str
    status: int
    ms: float
    bytes: int | None


def write(line: Line) -> None:
    if log.isEnabledFor(logging.INFO):
        said = _encode(line).decode()
        log.handle(
            log.makeRecord(log.name, logging.INFO, __file__, 0, said, (), None)
        )  # `info` would look for its caller


def set_up_logging(level: str) -> None:
    """Our log goes to standard error, a line an event; `level` is a name of `logging`."""
    ours = logging.getLogger("onrecord")
    ours.setLevel(level.upper())
    if not ours.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter(FORMAT))
        ours.addHandler(handler)
        ours.propagate = False
