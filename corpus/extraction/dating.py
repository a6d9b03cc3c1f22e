"""When, to whom and through what something was said, from the words around the cue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from msgspec import Struct

from corpus.extraction.calendar import meaning
from corpus.extraction.channels import addressee_in, channel_in, channel_of, holds
from corpus.extraction.surroundings import Zone, meanwhile, zones
from corpus.extraction.time_phrases import DECADE, DIGIT, NEEDS, NOT_WHEN, ON_OCCASION, TIME, YEAR, kind_of
from corpus.model import Article, Channel, Cue, DateBasis, Mention, PublishedAt, SaidAt, Span

OF_THE_MATTER = re.compile(r"\b(?:of|about|after|before|over|regarding|against|since|by|on\s+the)\b", re.IGNORECASE)
"""*said of the fire in May*: a month or place after this is that of the matter, not of the saying."""
SPEAKS_FOR_ITSELF = ("tweet", "testif", "post")
"""Cues that tell a channel without any word around them."""
SURE_KINDS = frozenset({"month", "season", "year", "decade", "quarter"})
SURENESS = {"ago": 0.75, "month": 0.9, "season": 0.85, "relative": 0.92}
"""How sure a date is by the kind of its phrase; `USUAL_SURENESS` of the others. `python -m bench.dating` tells how
many of each degree are right."""
USUAL_SURENESS, SURENESS_WITH_YEAR, SURENESS_MEANWHILE = 0.95, 0.97, 0.8
AMBIGUOUS_LAST = re.compile(r"(?:last|this)\s+\w+day|about|around|roughly|some|decade", re.IGNORECASE)
"""*last Friday* is for some the one of this week, for others that of the week before."""
SURENESS_AMBIGUOUS = 0.7


NO_DATE, NO_CHANNEL = SaidAt(), Channel()


class Dated(Struct, frozen=True, gc=False):
    """A date and how sure it is (a probability; None if there is no date)."""

    said_at: SaidAt = NO_DATE
    sureness: float | None = None


UNDATED = Dated()


class Circumstances(Struct, frozen=True, gc=False):
    """When, how sure that is, to whom, and through what."""

    dated: Dated = UNDATED
    addressee: str | None = None
    channel: Channel = NO_CHANNEL


NOTHING = Circumstances()


def circumstances(
    text: str,
    sentence: Span,
    cue: Cue | None,
    mention: Mention | None,
    contents: Sequence[Span],
    published_at: PublishedAt | None,
) -> Circumstances:
    """When it was said, to whom, and through what channel.

    All spans count code points of `text`; `sentence` is the cue's, `contents` the spans of what was said, and
    `published_at` what relative dates count from (see `anchor_date`); None leaves dates out. Without a cue in the
    sentence, nothing.
    """
    if cue is None or not sentence.start <= cue.start <= cue.end <= sentence.end:
        return NOTHING
    around = tuple(zones(text, sentence, cue, mention, contents))
    dated = UNDATED
    if published_at:
        dated = dated_in(text, around, published_at)
        if dated == UNDATED:
            dated = dated_in(text, tuple(meanwhile(text, sentence, cue, contents)), published_at, SURENESS_MEANWHILE)
    channel = NO_CHANNEL
    if around or cue.text.lower().startswith(SPEAKS_FOR_ITSELF):
        channel = channel_in(text, cue, around)
    if channel.type == "unknown" and mention and (kind := channel_of(mention)) != "unknown":
        channel = replace(channel, type=kind)
    return Circumstances(dated, addressee_in(text, cue, around) if around else None, channel)


def anchor_date(article: Article) -> PublishedAt:
    """What relative dates in `article` count from. A copy was published after its original, so of its date no more
    than the month is used, and no weekday can be told from it."""
    if article.relation in {"original", "unknown"} or not article.published_at.edtf:
        return article.published_at
    return replace(article.published_at, edtf=article.published_at.edtf[:7])


def dated_in(text: str, around: tuple[Zone, ...], published_at: PublishedAt, at_most: float = 1.0) -> Dated:
    """The date nearest to the cue; *at the time* looks back to another phrase of the sentence if there is one."""
    phrases = [phrase for zone in around for phrase in phrases_in(text, zone)]
    chosen = next((one for one in phrases if kind_of(one) != "lookback"), phrases[0] if phrases else None)
    return date_of(chosen, published_at, at_most) if chosen else UNDATED


def date_of(phrase: re.Match[str], published_at: PublishedAt, at_most: float = 1.0) -> Dated:
    """The date of one phrase, and how sure it is."""
    printed, kind = " ".join(phrase[0].split()), kind_of(phrase)
    meant = meaning(kind, printed, published_at.edtf)
    if meant is None:
        return Dated(SaidAt(text_as_printed=printed))
    said_at = SaidAt(meant[0], meant[1], basis_of(kind, printed), printed)
    return Dated(said_at, min(at_most, sureness(kind, printed, said_at.basis)))


def basis_of(kind: str, printed: str) -> DateBasis:
    if re.search(rf"{YEAR}|{DECADE}", printed):
        return "stated"
    return "inferred_from_weekday" if is_weekday(kind, printed) else "inferred_from_publication"


def is_weekday(kind: str, printed: str) -> bool:
    return kind == "weekday" or (kind == "occasion" and bool(re.search(r"[a-z]day\b(?<!yesterday)", printed)))


def sureness(kind: str, printed: str, basis: DateBasis) -> float:
    if basis == "stated":
        return SURENESS_WITH_YEAR
    if AMBIGUOUS_LAST.match(printed):
        return SURENESS_AMBIGUOUS
    return SURENESS.get(kind, USUAL_SURENESS)


def phrases_in(text: str, zone: Zone) -> Iterator[re.Match[str]]:
    """The phrases of time in `zone` that can be those of the saying."""
    words = text[zone.start : zone.end]
    if not holds(words, NEEDS) and not DIGIT.search(words):
        return
    for phrase in TIME.finditer(text, zone.start, zone.end):
        start, kind = phrase.start(), kind_of(phrase)
        if kind == "occasion":
            if ON_OCCASION.search(text, max(zone.start, start - 40), start):
                yield phrase
            continue
        if NOT_WHEN.search(text, max(zone.start - 10, start - 12, 0), start):
            continue
        if kind in SURE_KINDS and (not zone.sure or OF_THE_MATTER.search(text, zone.start, start)):
            continue
        yield phrase
