"""Where two wordings differ, word by word, as HTML: told by marks and in words, never by colour alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from service.verifying import Run, stand_apart

_END = r"(?:[.!?]|, …)[”\"’)]*"
_SENTENCE_ENDS = re.compile(rf"{_END}\s+")
_OPENS_WITH_AN_END = re.compile(rf"[”\"’)]*{_END}\s")
_LEAVING = ("deleted", "replaced")
_ELLIPSIS = Run("same", " … ", " … ")
_WORD = re.compile(r"\w")
_CLOSES_WITH_AN_END = re.compile(rf"{_END}\s+$")


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
        last = words or last
    return shown


def nearby(runs: Sequence[Run]) -> list[Run]:
    """Without the whole sentences that the recorded one has before and after what both have: an ellipsis stands for
    them. What turns the words that are left stands in a sentence with them."""
    worded = [number for number, run in enumerate(runs) if _WORD.search(run.recorded + run.claimed)]
    if len(worded) < 2:
        return list(runs)
    first, last = worded[0], worded[-1]
    before, after = _later_part(runs[first], runs[first + 1]), _earlier_part(runs[last], runs[last - 1])
    return [run for run in (*before, *runs[first + 1 : last], *after) if run.recorded or run.claimed]


def _later_part(run: Run, following: Run) -> Iterator[Run]:
    """What stands in a sentence with the run that follows."""
    ends = [found.end() for found in _SENTENCE_ENDS.finditer(run.recorded)]
    if _OPENS_WITH_AN_END.match(following.recorded):
        ends.append(len(run.recorded))
    if run.change in _LEAVING and ends:
        yield _ELLIPSIS
        run = Run(run.change, run.recorded[ends[-1] :], run.claimed)
    yield run


def _earlier_part(run: Run, preceding: Run) -> Iterator[Run]:
    """What stands in a sentence with the run that precedes."""
    ends = [found.end() for found in _SENTENCE_ENDS.finditer(run.recorded)]
    if _CLOSES_WITH_AN_END.search(preceding.recorded):
        ends.insert(0, 0)
    if run.change in _LEAVING and ends:
        yield Run(run.change, run.recorded[: ends[0]].rstrip(), run.claimed)
        run = _ELLIPSIS
    yield run


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
