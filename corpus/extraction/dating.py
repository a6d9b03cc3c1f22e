"""When, to whom and through what something was said, from the words around the cue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.extraction.calendar import meaning
from corpus.extraction.channels import addressee_in, channel_in, holds
from corpus.extraction.surroundings import Zone, zones
from corpus.extraction.time_phrases import LOOKS_BACK, NEEDS, NOT_WHEN, TIME, YEAR, kind_of
from corpus.model import Article, Channel, Cue, DateBasis, Mention, PublishedAt, SaidAt, Span

NOTHING = (SaidAt(), None, Channel())
OF_THE_MATTER = re.compile(r"\b(?:of|about|after|before|over|regarding|against|since|by|on\s+the)\b", re.IGNORECASE)
"""*said of the fire in May*: a month or place after this is that of the matter, not of the saying."""
SURE_KINDS = frozenset({"month", "season", "year"})


def circumstances(
    text: str,
    sentence: Span,
    cue: Cue | None,
    mention: Mention | None,
    contents: Sequence[Span],
    published_at: PublishedAt,
) -> tuple[SaidAt, str | None, Channel]:
    """When it was said, to whom, and through what channel.

    All spans count code points of `text`; `sentence` is the cue's, `contents` the spans of what was said, and
    `published_at` what relative dates count from (see `anchor_date`). Without a cue in the sentence, nothing.
    """
    if cue is None or not sentence.start <= cue.start <= cue.end <= sentence.end:
        return NOTHING
    around = tuple(zones(text, sentence, cue, mention, contents))
    if not around and not cue.text.lower().startswith(("tweet", "testif", "post")):
        return NOTHING
    return said_at(text, around, published_at), addressee_in(text, cue, around), channel_in(text, cue, around)


def anchor_date(article: Article) -> PublishedAt:
    """What relative dates in `article` count from. A copy was published after its original, so of its date no more
    than the month is used, and no weekday can be told from it."""
    if article.relation in {"original", "unknown"} or not article.published_at.edtf:
        return article.published_at
    return replace(article.published_at, edtf=article.published_at.edtf[:7])


def said_at(text: str, around: tuple[Zone, ...], published_at: PublishedAt) -> SaidAt:
    """The date nearest to the cue; *at the time* looks back to another phrase of the sentence if there is one."""
    phrases = [phrase for zone in around for phrase in phrases_in(text, zone)]
    chosen = next((one for one in phrases if not LOOKS_BACK.fullmatch(one[0].strip())), phrases[0] if phrases else None)
    if chosen is None:
        return SaidAt()
    printed, kind = " ".join(chosen[0].split()), kind_of(chosen)
    meant = meaning(kind, printed, published_at.edtf)
    if meant is None:
        return SaidAt(text_as_printed=printed)
    return SaidAt(meant[0], meant[1], basis_of(kind, printed), printed)


def basis_of(kind: str, printed: str) -> DateBasis:
    if re.search(YEAR, printed):
        return "stated"
    return "inferred_from_weekday" if kind == "weekday" else "inferred_from_publication"


def phrases_in(text: str, zone: Zone) -> Iterator[re.Match[str]]:
    """The phrases of time in `zone` that can be those of the saying."""
    if not holds(text[zone.start : zone.end], NEEDS):
        return
    for phrase in TIME.finditer(text, zone.start, zone.end):
        if NOT_WHEN.search(text, max(zone.start - 10, phrase.start() - 12, 0), phrase.start()):
            continue
        if kind_of(phrase) in SURE_KINDS and (not zone.sure or OF_THE_MATTER.search(text, zone.start, phrase.start())):
            continue
        yield phrase
