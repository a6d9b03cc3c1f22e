"""Who said what, when, and where it is written: articles in, cited quotes kept.

The public verbs. Each is loaded when it is first asked for, so that a reader of `corpus.model` pays for no HTML parser
and no database.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.extraction import extract_quotes
    from corpus.reading import read_article
    from corpus.record import Record
    from corpus.record.migrating import migrate

__all__ = ["Record", "extract_quotes", "migrate", "read_article"]

ROOMS = {
    "Record": "corpus.record",
    "extract_quotes": "corpus.extraction",
    "migrate": "corpus.record.migrating",
    "read_article": "corpus.reading",
}


def __getattr__(name: str) -> Any:
    if name not in ROOMS:
        raise AttributeError(f"module 'corpus' has no attribute {name!r}")
    verb = getattr(import_module(ROOMS[name]), name)
    globals()[name] = verb
    return verb
