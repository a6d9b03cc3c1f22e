"""A reviewed quote to a new version of its article: the same words, cue, evidence and all, at their new offsets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from corpus.model import Cue, ProvenanceStep, Quote, Segment, Selector
from corpus.reading.segments import paragraphs


def moved(quote: Quote, text: str, start: int | None) -> Quote | None:
    """`quote` as it stands in `text`, its first segment at `start` if that is known; None if its words are not there,
    or stand there more than once with nothing around them to tell which."""
    lines = [span.start for span in paragraphs(text)]
    segments: list[Segment] = []
    for segment, selector in zip(quote.segments, quote.citation.selectors, strict=True):
        after = segments[-1].end if segments else 0
        found = start if start is not None and not segments else place_of(selector, text, after)
        if found is None or not text.startswith(segment.text, found):
            return None
        paragraph = max(0, bisect_right(lines, found) - 1)
        segments.append(replace(segment, start=found, end=found + len(segment.text), paragraph=paragraph))
    before, now = quote.segments[0].start, segments[0].start
    cue = moved_cue(quote.cue, before, now, text)
    if quote.cue is not None and cue is None:
        return None
    hands = tuple(moved_step(step, now - before, text) for step in quote.provenance)
    return replace(quote, segments=tuple(segments), cue=cue, provenance=hands)


def place_of(selector: Selector, text: str, after: int) -> int | None:
    """Where the words stand: with what stood around them, else with what stood on one side, else where alone."""
    for prefix, suffix in ((selector.prefix, selector.suffix), (selector.prefix, ""), ("", selector.suffix), ("", "")):
        words = prefix + selector.exact + suffix
        found = text.find(words, max(0, after - len(prefix)))
        if found >= 0 and text.find(words, found + 1) < 0:
            return found + len(prefix)
    return None


def moved_cue(cue: Cue | None, old_start: int, new_start: int, text: str) -> Cue | None:
    """The same cue as far from the words as it was, else the nearest on either side within a sentence's length."""
    if cue is None:
        return None
    place = cue.start + new_start - old_start
    if place < 0 or not text.startswith(cue.text, place):
        reach = abs(cue.start - old_start) + 200
        low, high = max(0, new_start - reach), new_start + reach
        places = [text.rfind(cue.text, low, new_start), text.find(cue.text, new_start, high)]
        place = min((one for one in places if one >= 0), key=lambda one: abs(one - new_start), default=-1)
    return None if place < 0 else replace(cue, start=place, end=place + len(cue.text))


def moved_step(step: ProvenanceStep, shift: int, text: str) -> ProvenanceStep:
    """A hand with the words that show it as far from the quote as they were, else where they were, else where they
    stand alone. Where they cannot be told they are kept without a place."""
    if step.start is None or not step.evidence_text:
        return step
    words, places = step.evidence_text, [step.start + shift, step.start]
    first = text.find(words)
    if text.find(words, first + 1) < 0:
        places.append(first)
    place = next((one for one in places if one >= 0 and text.startswith(words, one)), None)
    return replace(step, start=place, end=None if place is None else place + len(words))
