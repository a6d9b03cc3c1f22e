"""What makes a quote the same quote: its spans in one text, its words from one text to the next.

Ids are the first 65 bits of a SHA-256 in lower-case base32 (RFC 4648): short enough to read out, and among a million
quotes the chance that any two collide is about 1 in 70 million.
"""

from __future__ import annotations

from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import count

from corpus.model import Quotation, Quote, Span

SAME_FROM = 0.8
"""Two readings of one text mean the same quotation if this share of the characters of either is in both."""


def quote_id(article_id: str, version: int, spans: Iterable[Span], *, attempt: int = 0) -> str:
    """The id of a quote that first stands in that version of an article, at these spans."""
    known_by = f"{article_id}:{version}:" + ",".join(f"{span.start}-{span.end}" for span in spans)
    if attempt:
        known_by += f"#{attempt}"
    return "q_" + b32encode(sha256(known_by.encode()).digest()).decode().lower()[:13]


def free_id(article_id: str, version: int, spans: Sequence[Span], taken: Iterable[str]) -> str:
    """The id of a new quote. An older one may have it and stand elsewhere by now; then the next is taken."""
    used = set(taken)
    return next(
        free for attempt in count() if (free := quote_id(article_id, version, spans, attempt=attempt)) not in used
    )


def spans_of(record: Quote | Quotation) -> tuple[Span, ...]:
    return tuple(Span(segment.start, segment.end) for segment in record.segments)


def overlap(some: Sequence[Span], others: Sequence[Span]) -> float:
    """The Jaccard index of two sets of characters, each given as spans in text order: 1 if equal, 0 if disjoint."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)
    whole = sum(span.end - span.start for span in (*some, *others)) - shared
    return shared / whole if whole else 0.0


def share_in(some: Sequence[Span], others: Sequence[Span]) -> float:
    """How much of `some` lies within `others`, which are sorted and may overlap one another."""
    inside, covered = 0, 0
    for other in others:
        begin = max(other.start, covered)
        inside += sum(max(0, min(one.end, other.end) - max(one.start, begin)) for one in some)
        covered = max(covered, other.end)
    whole = sum(span.end - span.start for span in some)
    return inside / whole if whole else 0.0


def same_by_spans(stored: Sequence[Quote], found: Sequence[Quotation]) -> dict[int, Quote]:
    """Which stored quote each found quotation (by its number) is, in one text: the most alike first, each once."""
    beginnings = sorted(stored, key=lambda quote: quote.segments[0].start)
    pairs = [
        (share, -number, quote.id, quote)
        for number, quotation in enumerate(found)
        for quote in beginnings
        if (share := overlap(spans_of(quote), spans_of(quotation))) >= SAME_FROM
    ]
    pairs.sort(key=lambda pair: pair[:3], reverse=True)
    same: dict[int, Quote] = {}
    given: set[str] = set()
    for _, rank, identity, quote in pairs:
        if -rank not in same and identity not in given:
            same[-rank] = quote
            given.add(identity)
    return same


def same_by_words(stored: Sequence[Quote], found: Sequence[Quotation]) -> dict[int, Quote]:
    """Which stored quote each found quotation (by its number) is, in a new text: the same words, in the same order."""
    waiting: Mapping[tuple[str, ...], list[Quote]] = defaultdict(list)
    for quote in sorted(stored, key=lambda quote: (-quote.citation.article.version, quote.segments[0].start)):
        waiting[words_of(quote)].append(quote)
    same: dict[int, Quote] = {}
    for number, quotation in enumerate(found):
        if candidates := waiting.get(words_of(quotation)):
            same[number] = candidates.pop(0)
    return same


def words_of(record: Quote | Quotation) -> tuple[str, ...]:
    return tuple(segment.text for segment in record.segments)
