"""Quote -> index document: the only place that decides what is indexed and under which values it is filtered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

import msgspec

from corpus.errors import InvalidQuote
from corpus.model import SEGMENT_JOINT, AttributedSpeaker, Quote, Speaker, SpeakerKind
from index.contract import Entry
from index.dates import days_of, first_second
from index.names import calls_of

REPUBLISHED = frozenset(("republication", "syndication", "translation", "rewrite"))
GONE = frozenset(("withdrawn", "merged"))
_CLASSES = {"anonymous": "anonymous", "person": "named"}


class Value(msgspec.Struct, frozen=True, array_like=True, gc=False, cache_hash=True):
    """A value that a quote is filtered and counted under. `keys` are other values of the filter that mean it."""

    value: str
    label: str
    keys: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class Facts(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What sorting, filtering, counting and highlighting need of a quote: kept in one column, beside the payload."""

    id: str
    seq: int
    segments: tuple[str, ...]
    names: tuple[str, ...]
    title: str | None
    said: tuple[int, int] | None
    published: tuple[int, int] | None
    published_second: int | None
    confidence: float | None
    reviewed: bool
    republished: bool
    fullness: int
    values: dict[str, tuple[Value, ...]]


_FACTS, _ENCODE = msgspec.msgpack.Decoder(Facts), msgspec.msgpack.Encoder().encode


class Document(msgspec.Struct, frozen=True, gc=False):
    """A quote as an engine takes it: words to find it by, what its speakers are `called`, the facts (also as the bytes
    of their row), and the payload as it is served."""

    facts: Facts
    row: bytes
    found_by_names: tuple[str, ...]
    called: tuple[str, ...]
    article: str
    publisher: str | None
    type: str
    payload: bytes


def is_gone(entry: Entry) -> bool:
    """Whether the entry takes its quote out of the index."""
    return entry.quote.state in GONE


def document(entry: Entry) -> Document:
    """What is indexed of an entry. Raises InvalidQuote, naming the field, for a quote that would harm the index."""
    quote, article = entry.quote, entry.quote.citation.article
    segments = tuple([segment.text for segment in quote.segments])
    _check(entry, segments)
    said, published = _dated(quote.said_at.edtf), _dated(article.published_at.edtf)
    register = {known.slug: known for known in entry.speakers}
    facts = Facts(
        id=quote.id,
        seq=entry.seq,
        segments=segments,
        names=tuple([speaker.name for speaker in quote.speakers]),
        title=article.title,
        said=said.days,
        published=published.days,
        published_second=published.second,
        confidence=_confidence(quote),
        reviewed=quote.review.method == "human",
        republished=article.relation in REPUBLISHED,
        fullness=_fullness(quote),
        values=_values(quote, register, said, published),
    )
    named = _named(quote, register)
    names, called = tuple(named), _called(quote, named)
    row = _row(facts, names)
    return Document(facts, row, names, called, article.id, article.publisher, quote.type, entry.payload)


def facts_of(row: bytes) -> Facts:
    """The facts that a row holds. Raises msgspec.DecodeError for bytes that are no row."""
    return _FACTS.decode(row)


def attribution_class(quote: Quote) -> str:
    """The one class of `attribution=` that a quote is in: doubt first, then number, then kind."""
    status = quote.attribution.status
    if status == "ambiguous":
        return "ambiguous"
    if status == "unknown" or not quote.speakers:
        return "unknown"
    if len(quote.speakers) > 1:
        return "joint"
    return _CLASSES.get(quote.speakers[0].kind, "organization")


def _check(entry: Entry, segments: tuple[str, ...]) -> None:
    quote = entry.quote
    if not quote.id or not segments:
        raise InvalidQuote("a quote needs an id and a segment", where=quote.id or f"change {entry.seq}")
    if quote.text != SEGMENT_JOINT.join(segments):
        raise InvalidQuote("its text is not its segments joined", where=f"{quote.id}: text")
    if not entry.payload.endswith(b"}"):
        raise InvalidQuote("its payload is no JSON object", where=f"{quote.id}: payload")


def _row(facts: Facts, names: tuple[str, ...]) -> bytes:
    try:
        "\0".join(names).encode()
        return _ENCODE(facts)
    except UnicodeEncodeError as error:
        raise InvalidQuote(f"half a surrogate pair: {error.reason}", where=facts.id) from error


def _confidence(quote: Quote) -> float | None:
    """The least of the confidences claimed for words, speaker and type; 1 where a person reviewed the quote."""
    if quote.review.method == "human":
        return 1.0
    claimed = (quote.confidence.span, quote.confidence.speaker, quote.confidence.type)
    return min([value for value in claimed if value is not None], default=None)


def _fullness(quote: Quote) -> int:
    """A number that orders the quotes of a cluster as `Quote.fullness` does, equal ones by chance, but always alike."""
    in_marks, words, untranslated = quote.fullness
    return in_marks << 61 | min(words, 2**20 - 1) << 41 | untranslated << 40 | crc32(quote.id.encode())


def _named(quote: Quote, register: Mapping[str, Speaker]) -> dict[str, SpeakerKind]:
    """Every name by which the speakers are found, and what has it: as attributed, and the register's aliases. Mentions
    like *he* or *the spokesman* are no names."""
    named = {speaker.name: speaker.kind for speaker in quote.speakers}
    for speaker in quote.speakers:
        if known := register.get(speaker.slug or ""):
            named |= dict.fromkeys((known.name, *known.aliases), known.kind)
    return named


def _called(quote: Quote, named: Mapping[str, SpeakerKind]) -> tuple[str, ...]:
    """What the speakers are called, where it is sure who they are."""
    if quote.attribution.status != "resolved":
        return ()
    return tuple(dict.fromkeys([call for name, kind in named.items() for call in calls_of(name, kind)]))


# ------------------------------------------------------------------------------------------------ dates


class _Dated(msgspec.Struct, frozen=True, gc=False):
    """What a date means: its first and last day, its first second, and the year and the month that it lies in."""

    days: tuple[int, int] | None = None
    second: int | None = None
    year: tuple[Value, ...] = ()
    month: tuple[Value, ...] = ()


@lru_cache(maxsize=16384)
def _dated(edtf: str | None) -> _Dated:
    days = days_of(edtf) if edtf else None
    if edtf is None or days is None:
        return _Dated()
    year = str(days.year) if days.year else None
    return _Dated((days.first, days.last), first_second(edtf), _plain(year), _plain(days.month))


# ------------------------------------------------------------------------------------------------ filter values


def _values(
    quote: Quote, register: Mapping[str, Speaker], said: _Dated, published: _Dated
) -> dict[str, tuple[Value, ...]]:
    article = quote.citation.article
    values = {
        "speaker": _speakers(quote.speakers, register),
        "publisher": _shared(article.publisher),
        "article": _plain(article.id),
        "type": _shared(quote.type),
        "attribution": _shared(attribution_class(quote)),
        "fidelity": _shared(quote.fidelity),
        "channel": _shared(quote.channel.type),
        "lang": _language(quote.lang),
        "original_lang": _language(quote.original_lang),
        "cluster": _plain(quote.cluster.id) if quote.cluster else (),
        "year": said.year or published.year,
        "month": (said if quote.said_at.edtf else published).month,
    }
    return {name: found for name, found in values.items() if found}


def _plain(value: str | None) -> tuple[Value, ...]:
    return (Value(value, value),) if value else ()


_shared = lru_cache(maxsize=4096)(_plain)
"""For values that many quotes have: made once."""


def _speakers(speakers: tuple[AttributedSpeaker, ...], register: Mapping[str, Speaker]) -> tuple[Value, ...]:
    found = {}
    for speaker in speakers:
        if speaker.slug:
            known = register.get(speaker.slug)
            qid = speaker.qid or (known.qid if known else None)
            name, aliases = (known.name, known.aliases) if known else (speaker.name, ())
            found[speaker.slug] = Value(speaker.slug, name, (qid,) if qid else (), aliases)
    return tuple(found.values())


@lru_cache(maxsize=4096)
def _language(tag: str | None) -> tuple[Value, ...]:
    """A BCP 47 tag, found by itself and by its primary language (`en-GB` by `en`)."""
    return (Value(tag, tag, (tag.partition("-")[0],)),) if tag else ()
