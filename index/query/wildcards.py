"""Shapes of words: `*` stands for any letters or none, `?` for exactly one, everything else for itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from fnmatch import translate
from functools import lru_cache

LEAST_START = 2
"""Letters that stand before the first wildcard: they leave a part of the index's words to be looked at."""

_WILD = re.compile(r"[*?]+")


def has_inner_wildcard(typed: str) -> bool:
    """Whether a wildcard stands within a word; a question mark after one only asks."""
    inner = typed.rstrip("?")
    return "?" in inner or "*" in inner.rstrip("*")


def pieces(typed: str) -> list[str]:
    """What stands between the wildcards, first and last piece perhaps empty."""
    return _WILD.split(typed)


def shape_of(typed: str, fold: Callable[[str], str]) -> str:
    """A word with wildcards as the index's words are to be compared with it; a question mark after it only asks."""
    return "".join(part if _WILD.match(part) else fold(part) for part in re.split(r"([*?]+)", typed.rstrip("?")))


def start_of(shape: str) -> str:
    """The letters before the first wildcard."""
    return pieces(shape)[0]


@lru_cache(maxsize=256)
def fitting(shape: str) -> Callable[[str], object]:
    """Tells whether a word has a shape, in time that grows with the word only: what a `*` has taken it keeps."""
    return re.compile(translate(shape)).match
