"""Named speakers to the register: found there, or entered as not reviewed. Nobody anonymous ever is."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from sqlalchemy import Connection, select

from corpus.model import AttributedSpeaker, Speaker
from corpus.record.packing import speaker_of
from corpus.record.schema import SPEAKER_NAMES, SPEAKERS
from corpus.record.speakers import present_slug
from corpus.record.writing import Writer
from corpus.speakers import folded, slug_for

ENTERED = frozenset({"person", "organization"})


class Enrolment:
    """The speakers of one article; each is looked up once."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._entries: dict[AttributedSpeaker, Speaker | None] = {}

    def enrol(
        self, speakers: tuple[AttributedSpeaker, ...]
    ) -> tuple[tuple[AttributedSpeaker, ...], tuple[Speaker, ...]]:
        """The speakers of a quotation with their slugs, and the register entries of those that have one."""
        pairs = [(speaker, self._entry(speaker)) for speaker in speakers]
        named = tuple(
            replace(speaker, slug=entry.slug if entry else None, qid=entry.qid if entry else None)
            for speaker, entry in pairs
        )
        return named, tuple(entry for _, entry in pairs if entry)

    def _entry(self, speaker: AttributedSpeaker) -> Speaker | None:
        who = AttributedSpeaker(speaker.name, speaker.kind, speaker.slug, anonymous=speaker.anonymous)
        if who not in self._entries:
            self._entries[who] = entry_of(self._writer, who)
        return self._entries[who]


def entry_of(writer: Writer, speaker: AttributedSpeaker) -> Speaker | None:
    """The register entry of a speaker, opened if the article gives a whole name that the register lacks.

    None for the anonymous, for groups and documents, for a name that several bear, and for a lone surname: the Lee of
    one article is not the Lee of another.
    """
    if speaker.anonymous is not None or speaker.kind not in ENTERED:
        return None
    if speaker.slug and (entry := by_slug(writer.connection, speaker.slug)):
        return entry
    bearers = [entry for entry in by_name(writer.connection, speaker.name) if entry.kind == speaker.kind]
    if bearers or not is_whole_name(speaker):
        return bearers[0] if len(bearers) == 1 else None
    entry = Speaker(free_slug(writer.connection, speaker.slug or slug_for(speaker.name)), speaker.name, speaker.kind)
    writer.enter_speaker(entry)
    return entry


def is_whole_name(speaker: AttributedSpeaker) -> bool:
    """Whether the name tells who is meant in any article: given name and surname, or the proper name of a body."""
    proper = speaker.name != speaker.name.lower() or speaker.name == speaker.name.upper()
    spelled = any(character.isalnum() for character in speaker.name)
    return proper and spelled and (speaker.kind != "person" or len(speaker.name.split()) > 1)


def by_slug(connection: Connection, slug: str) -> Speaker | None:
    """The entry of that slug, or the one that it was merged into."""
    row = connection.execute(select(SPEAKERS.c.record).where(SPEAKERS.c.slug == present_slug(connection, slug))).first()
    return speaker_of(row) if row else None


def by_name(connection: Connection, name: str) -> list[Speaker]:
    """Those who bear this name or alias, whole."""
    bearing = select(SPEAKERS.c.record).join(SPEAKER_NAMES, SPEAKER_NAMES.c.slug == SPEAKERS.c.slug)
    rows = connection.execute(bearing.where(SPEAKER_NAMES.c.name == folded(name)).order_by(SPEAKERS.c.slug))
    return [speaker_of(row) for row in rows]


def free_slug(connection: Connection, slug: str) -> str:
    """`slug`, or with a number behind it if it is that of somebody with another name."""
    candidates = (slug if number == 1 else f"{slug}-{number}" for number in count(1))
    return next(candidate for candidate in candidates if by_slug(connection, candidate) is None)
