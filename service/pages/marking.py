"""The words of a quote as HTML: escaped first, then marked from offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from corpus.model import SEGMENT_JOINT, Quote, Span


def marked(text: str, spans: Iterable[Span]) -> Markup:
    """`text` escaped, with `spans` (code points of `text`, in any order, overlapping or not) in ``<mark>``."""
    pieces: list[Markup] = []
    done = 0
    for span in _merged(spans, len(text)):
        pieces += [escape(text[done : span.start]), Markup("<mark>{}</mark>").format(span.of(text))]
        done = span.end
    return Markup("").join([*pieces, escape(text[done:])])


def emphasised(text: str) -> Markup:
    """`text` escaped, with what stands between asterisks in ``<em>``: how the index tells what it understood."""
    return Markup(re.sub(r"\*([^*]+)\*", r"<em>\1</em>", str(escape(text))))


def passages(quote: Quote, spans: Iterable[Span] = ()) -> tuple[Markup, ...]:
    """The quote's segments as HTML. `spans` count in `Quote.text`, where the segments stand joined by " … "."""
    spans = tuple(spans)
    found: list[Markup] = []
    offset = 0
    for segment in quote.segments:
        found.append(marked(segment.text, (Span(span.start - offset, span.end - offset) for span in spans)))
        offset += len(segment.text) + len(SEGMENT_JOINT)
    return tuple(found)


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
