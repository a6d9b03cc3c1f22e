"""Where two wordings differ, word by word, as HTML: told by marks and in words, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from service.verifying import Run, stand_apart


@dataclass(frozen=True, slots=True)
class Sides:
    """What is said, for those who hear the page, before words that only one of the two has."""

    recorded: str
    claimed: str


def difference(runs: Iterable[Run], sides: Sides) -> Markup:
    """Both as one text: what only the recorded one has in ``<del>``, what only the claimed one has in ``<ins>``."""
    shown, last = Markup(""), ""
    for tag, words in _pieces(runs):
        shown += " " if stand_apart(last, words) else ""
        shown += _element(tag, words, sides)
        last = words
    return shown


def _pieces(runs: Iterable[Run]) -> Iterator[tuple[str, str]]:
    for run in runs:
        if run.change in ("same", "punctuation"):
            yield "", run.claimed
            continue
        if run.recorded:
            yield "del", run.recorded
        if run.claimed:
            yield "ins", run.claimed


def _element(tag: str, words: str, sides: Sides) -> Markup:
    if not tag:
        return escape(words)
    said = sides.recorded if tag == "del" else sides.claimed
    heard = Markup('<span class="visually-hidden"> [{}: </span>{}<span class="visually-hidden">] </span>')
    return Markup(f"<{tag}>{{}}</{tag}>").format(heard.format(said, words))
