"""The steps of a change of the register: taken, written down, and turned round.

An entry, a former slug, or the speakers of a quote go from one state to another; None is where there is nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import delete, insert, select

from corpus.errors import Refused
from corpus.model import AttributedSpeaker, Quote, Review, Speaker
from corpus.record import articles, quotes
from corpus.record.amending import retold, weighed
from corpus.record.answers import SHOWN, RegisterChange, RegisterChangeKind
from corpus.record.enrolling import by_slug
from corpus.record.numbering import write_down
from corpus.record.packing import quote_of
from corpus.record.schema import FORMER_SPEAKERS, QUOTE_SPEAKERS, QUOTES, REGISTER_CHANGES
from corpus.record.writing import Writer

Speakers = tuple[AttributedSpeaker, ...]


@dataclass(frozen=True, slots=True)
class EntryStep:
    slug: str
    before: Speaker | None
    after: Speaker | None


@dataclass(frozen=True, slots=True)
class FormerStep:
    """Where a slug leads that is none any more."""

    slug: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class QuoteStep:
    id: str
    before: Speakers
    after: Speakers


@dataclass(frozen=True, slots=True)
class Steps:
    entries: tuple[EntryStep, ...] = ()
    formers: tuple[FormerStep, ...] = ()
    quotes: tuple[QuoteStep, ...] = ()

    @classmethod
    def read(cls, packed: str) -> Steps:
        return msgspec.json.decode(packed, type=cls)


def keep(
    writer: Writer,
    kind: RegisterChangeKind,
    steps: Steps,
    slug: str,
    other: str | None,
    reason: str,
    *,
    undoes: int | None = None,
) -> RegisterChange:
    """Take the steps, and write them down under the next number."""
    take(writer, steps, reason, vouch=kind == "split")
    number = write_down(writer, REGISTER_CHANGES, steps, undoes, kind=kind, slug=slug, other=other, reason=reason)
    return RegisterChange(number, writer.at, writer.by, kind, slug, other, reason, len(steps.quotes), None)


def take(writer: Writer, steps: Steps, reason: str, *, vouch: bool) -> None:
    """Change entries, slugs and quotes. A Wikidata id that goes from one entry to another must be free in between: an
    entry that loses it is changed before another is opened with it, one that gets it after the other is gone."""
    opened = [step.after for step in steps.entries if step.before is None and step.after]
    changed = [step.after for step in steps.entries if step.before and step.after]
    gone = [step.slug for step in steps.entries if step.after is None]
    for speaker in (*(changed if opened else ()), *opened):
        writer.put_speaker(speaker)
    for step in steps.quotes:
        give(writer, quotes.quote(writer.connection, step.id), step.after, reason, vouch=vouch)
    for slug in gone:
        refuse_to_orphan(writer, slug)
        writer.remove_speaker(slug)
    for speaker in () if opened else changed:
        writer.put_speaker(speaker)
    for former in steps.formers:
        writer.connection.execute(delete(FORMER_SPEAKERS).where(FORMER_SPEAKERS.c.slug == former.slug))
        if former.after:
            writer.connection.execute(insert(FORMER_SPEAKERS).values(slug=former.slug, into=former.after))


def give(writer: Writer, old: Quote, speakers: Speakers, reason: str, *, vouch: bool) -> None:
    """Make a quote that of other speakers. What a person reviewed stays a person's; so is it with `vouch`."""
    new = replace(old, speakers=speakers)
    if old.state in SHOWN and (vouch or old.review.method == "human"):
        new = replace(new, review=Review("human", writer.by, writer.at, old.review.extractor_version))
    if old.review.method == "rule":
        cited = old.citation.article
        kept = articles.version_of(writer.connection, cited.id, cited.version)
        known = [entry for one in speakers if one.slug and (entry := by_slug(writer.connection, one.slug))]
        new = weighed(new, kept.article, known) if kept else new
    new = replace(new, provenance=tuple(retold(new)))
    writer.revise(old, new, None, kind="register", reason=reason)


def refuse_to_orphan(writer: Writer, slug: str) -> None:
    if quotes_of(writer, slug):
        raise Refused("was given further quotes since; merge it instead", where=slug)


def inverse(writer: Writer, steps: Steps, number: int) -> Steps:
    """The steps back. Raises Refused if an entry is no longer what they made of it; a quote that somebody has given to
    other speakers since is left with them."""
    for step in steps.entries:
        now = by_slug(writer.connection, step.slug)
        if (now if now and now.slug == step.slug else None) != step.after:
            raise Refused(f"{step.slug} has changed since; undo that first", where=f"change {number}")
    return Steps(
        entries=tuple(EntryStep(step.slug, step.after, step.before) for step in steps.entries),
        formers=tuple(FormerStep(step.slug, step.after, step.before) for step in steps.formers),
        quotes=tuple(
            QuoteStep(step.id, step.after, step.before)
            for step in steps.quotes
            if quotes.quote(writer.connection, step.id).speakers == step.after
        ),
    )


def redirected(speakers: Iterable[AttributedSpeaker], slug: str, entry: Speaker) -> Speakers:
    """The speakers with `entry` in the place of the one of that slug, each once."""
    moved = (
        replace(speaker, slug=entry.slug, name=entry.name, qid=entry.qid) if speaker.slug == slug else speaker
        for speaker in speakers
    )
    once: dict[object, AttributedSpeaker] = {}
    for number, speaker in enumerate(moved):
        once.setdefault(speaker.slug or number, speaker)
    return tuple(once.values())


def quotes_of(writer: Writer, slug: str) -> list[Quote]:
    """Every quote of a speaker, in any state."""
    theirs = select(QUOTES.c.record).join(QUOTE_SPEAKERS, QUOTE_SPEAKERS.c.quote_id == QUOTES.c.id)
    rows = writer.connection.execute(theirs.where(QUOTE_SPEAKERS.c.slug == slug).order_by(QUOTES.c.id))
    return [quote_of(row) for row in rows]
