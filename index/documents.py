"""Quote -> index document: the only place that decides what is indexed and under which values it is filtered."""

from __future__ import annotations

from zlib import crc32

import msgspec

from corpus.errors import InvalidQuote
from corpus.model import SEGMENT_JOINT, AttributedSpeaker, Quote, Speaker, SpeakerKind
from index.contract import Entry
from index.dates import Days, days_of, first_second
from index.names import calls_of

REPUBLISHED = frozenset(("republication", "syndication", "translation", "rewrite"))
GONE = frozenset(("withdrawn", "merged"))


class Value(msgspec.Struct, frozen=True, array_like=True):
    """A value that a quote is filtered and counted under. `keys` are other values of the filter that mean it."""

    value: str
    label: str
    keys: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class Facts(msgspec.Struct, frozen=True, array_like=True):
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


_FACTS = msgspec.msgpack.Decoder(Facts)


class Document(msgspec.Struct, frozen=True):
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
    _check(entry)
    quote, article = entry.quote, entry.quote.citation.article
    published = article.published_at.edtf
    facts = Facts(
        id=quote.id,
        seq=entry.seq,
        segments=tuple(segment.text for segment in quote.segments),
        names=tuple(speaker.name for speaker in quote.speakers),
        title=article.title,
        said=_pair(quote.said_at.edtf),
        published=_pair(published),
        published_second=first_second(published) if published else None,
        confidence=_confidence(quote),
        reviewed=quote.review.method == "human",
        republished=article.relation in REPUBLISHED,
        fullness=_fullness(quote),
        values=_values(quote, entry.speakers),
    )
    named = _named(quote, entry.speakers)
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
    kind = quote.speakers[0].kind
    return {"anonymous": "anonymous", "person": "named"}.get(kind, "organization")


def _check(entry: Entry) -> None:
    quote = entry.quote
    if not quote.id or not quote.segments:
        raise InvalidQuote("a quote needs an id and a segment", where=quote.id or f"change {entry.seq}")
    if quote.text != SEGMENT_JOINT.join(segment.text for segment in quote.segments):
        raise InvalidQuote("its text is not its segments joined", where=f"{quote.id}: text")
    if not entry.payload.endswith(b"}"):
        raise InvalidQuote("its payload is no JSON object", where=f"{quote.id}: payload")


def _row(facts: Facts, names: tuple[str, ...]) -> bytes:
    try:
        "\0".join(names).encode()
        return msgspec.msgpack.encode(facts)
    except UnicodeEncodeError as error:
        raise InvalidQuote(f"half a surrogate pair: {error.reason}", where=facts.id) from error


def _pair(edtf: str | None) -> tuple[int, int] | None:
    days: Days | None = days_of(edtf) if edtf else None
    return (days.first, days.last) if days else None


def _confidence(quote: Quote) -> float | None:
    """The least of the confidences claimed for words, speaker and type; 1 where a person reviewed the quote."""
    if quote.review.method == "human":
        return 1.0
    claimed = (quote.confidence.span, quote.confidence.speaker, quote.confidence.type)
    return min((value for value in claimed if value is not None), default=None)


def _fullness(quote: Quote) -> int:
    """A number that orders the quotes of a cluster as `Quote.fullness` does, equal ones by chance, but always alike."""
    in_marks, words, untranslated = quote.fullness
    return in_marks << 61 | min(words, 2**20 - 1) << 41 | untranslated << 40 | crc32(quote.id.encode())


def _named(quote: Quote, register: tuple[Speaker, ...]) -> dict[str, SpeakerKind]:
    """Every name by which the speakers are found, and what has it: as attributed, and the register's aliases. Mentions
    like *he* or *the spokesman* are no names."""
    named = {speaker.name: speaker.kind for speaker in quote.speakers}
    entries = {entry.slug: entry for entry in register}
    for speaker in quote.speakers:
        if entry := entries.get(speaker.slug or ""):
            named |= dict.fromkeys((entry.name, *entry.aliases), entry.kind)
    return named


def _called(quote: Quote, named: dict[str, SpeakerKind]) -> tuple[str, ...]:
    """What the speakers are called, where it is sure who they are."""
    if quote.attribution.status != "resolved":
        return ()
    return tuple(dict.fromkeys(call for name, kind in named.items() for call in calls_of(name, kind)))


# ------------------------------------------------------------------------------------------------ filter values


def _values(quote: Quote, register: tuple[Speaker, ...]) -> dict[str, tuple[Value, ...]]:
    article = quote.citation.article
    values = {
        "speaker": _speakers(quote.speakers, register),
        "publisher": _plain(article.publisher),
        "article": _plain(article.id),
        "type": _plain(quote.type),
        "attribution": _plain(attribution_class(quote)),
        "fidelity": _plain(quote.fidelity),
        "channel": _plain(quote.channel.type),
        "lang": _language(quote.lang),
        "original_lang": _language(quote.original_lang),
        "cluster": _plain(quote.cluster.id if quote.cluster else None),
        "year": _plain(_year(quote.said_at.edtf) or _year(article.published_at.edtf)),
        "month": _plain(_month(quote.said_at.edtf or article.published_at.edtf)),
    }
    return {name: found for name, found in values.items() if found}


def _plain(value: str | None) -> tuple[Value, ...]:
    return (Value(value, value),) if value else ()


def _speakers(speakers: tuple[AttributedSpeaker, ...], register: tuple[Speaker, ...]) -> tuple[Value, ...]:
    entries = {entry.slug: entry for entry in register}
    found = {}
    for speaker in speakers:
        if speaker.slug:
            entry = entries.get(speaker.slug)
            qid = speaker.qid or (entry.qid if entry else None)
            aliases = entry.aliases if entry else ()
            name = entry.name if entry else speaker.name
            found[speaker.slug] = Value(speaker.slug, name, (qid,) if qid else (), aliases)
    return tuple(found.values())


def _language(tag: str | None) -> tuple[Value, ...]:
    """A BCP 47 tag, found by itself and by its primary language (`en-GB` by `en`)."""
    return (Value(tag, tag, (tag.partition("-")[0],)),) if tag else ()


def _year(edtf: str | None) -> str | None:
    """The year of a date that lies within one year."""
    days = days_of(edtf) if edtf else None
    return str(days.year) if days and days.year else None


def _month(edtf: str | None) -> str | None:
    """The month of a date that lies within one month, as EDTF writes it."""
    days = days_of(edtf) if edtf else None
    return days.month if days else None
