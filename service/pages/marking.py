"""The words of a quote as HTML: escaped first, then marked from offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from corpus.model import SEGMENT_JOINT, Span


def marked(text: str, spans: Iterable[Span]) -> Markup:
    """`text` escaped, with `spans` (code points of `text`, in any order, overlapping or not) in ``<mark>``."""
    pieces: list[Markup] = []
    done = 0
    for span in _merged(spans, len(text)):
        pieces += [escape(text[done : span.start]), Markup(f"<mark>{escape(span.of(text))}</mark>")]
        done = span.end
    return Markup("").join([*pieces, escape(text[done:])])


def emphasised(text: str) -> Markup:
    """`text` escaped, with what stands between asterisks in ``<em>``: how the index tells what it understood."""
    return Markup(re.sub(r"\*([^*]+)\*", r"<em>\1</em>", str(escape(text))))


def passages(segments: Sequence[str], spans: Iterable[Span] = ()) -> tuple[Markup, ...]:
    """A quote's segments as HTML. `spans` count in `Quote.text`, where the segments stand joined by " … "; those with
    a mere space between them are marked as one."""
    spans = tuple(_with_spaces(spans, SEGMENT_JOINT.join(segments)))
    found: list[Markup] = []
    offset = 0
    for segment in segments:
        found.append(marked(segment, (Span(span.start - offset, span.end - offset) for span in spans)))
        offset += len(segment) + len(SEGMENT_JOINT)
    return tuple(found)


def _with_spaces(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """`spans` of `text`, and the single spaces between them."""
    ordered = sorted(spans)
    yield from ordered
    for here, following in pairwise(ordered):
        if text[here.end : following.start] == " ":
            yield Span(here.end, following.start)


def beginning(segments: Sequence[str], most: int) -> tuple[str, ...]:
    """What stands first in a quote's segments, of at most `most` characters; cut between words where there are any."""
    shown: list[str] = []
    for segment in segments:
        if len(segment) > most:
            head = segment[: most + 1].rpartition(" ")[0] if " " in segment else segment[:most]
            return tuple(filter(None, (*shown, head)))
        shown.append(segment)
        most -= len(segment)
    return tuple(shown)


def _merged(spans: Iterable[Span], length: int) -> Iterator[Span]:
    """The parts of `spans` inside ``0..length``, in order, those that touch as one."""
    inside = sorted(Span(max(span.start, 0), min(span.end, length)) for span in spans)
    current: Span | None = None
    for span in inside:
        if span.start >= span.end:
            continue
        if current and span.start <= current.end:
            current = Span(current.start, max(current.end, span.end))
            continue
        if current:
            yield current
        current = span
    if current:
        yield current
