"""What people do to the speaker register: entries and further names, two entries made one, one made two, and any of it
undone.

Every change is written down as steps, each with what was before it and after it, so that it can be put back. The
quotes of the speakers change in the same transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, or_, select

from corpus.errors import NotInRecord, Refused
from corpus.model import NameSource, Speaker, SpeakerKind
from corpus.record.answers import RegisterChange
from corpus.record.enrolling import ENTERED, by_name, by_slug, free_slug
from corpus.record.numbering import to_undo
from corpus.record.register_steps import EntryStep, FormerStep, QuoteStep, Steps, inverse, keep, redirected
from corpus.record.register_steps import quotes_of as all_quotes_of
from corpus.record.schema import REGISTER_CHANGES
from corpus.record.writing import Writer
from corpus.speakers import folded, slug_for


def add(
    writer: Writer, name: str, kind: SpeakerKind, aliases: Sequence[str], namesake: bool, reason: str
) -> RegisterChange:
    name = " ".join(name.split())
    if kind not in ENTERED:
        raise Refused(f"is a {kind}; the register has {' and '.join(sorted(ENTERED))}", where=name)
    bearers = [one.slug for one in by_name(writer.connection, name) if one.kind == kind]
    if bearers and not namesake:
        raise Refused(f"is in the register already, as {', '.join(bearers)}", where=name)
    new = replace(opened(writer, name, kind), aliases=with_names(name, (), aliases))
    return keep(writer, "add", Steps(entries=(EntryStep(new.slug, None, new),)), new.slug, None, reason)


def alias(
    writer: Writer, slug: str, add: Sequence[str], remove: Sequence[str], cited_from: str | None, reason: str
) -> RegisterChange:
    before = entry(writer, slug)
    gone = {folded(name) for name in remove}
    if unknown := gone - {folded(name) for name in before.aliases}:
        raise Refused(f"has no alias {', '.join(sorted(unknown))}", where=before.slug)
    kept = tuple(name for name in before.aliases if folded(name) not in gone)
    sources = [one for one in before.alias_sources if folded(one.name) not in gone]
    seen = [NameSource(name.strip(), cited_from) for name in add if cited_from]
    after = replace(
        before,
        aliases=with_names(before.name, kept, add),
        alias_sources=with_sources(sources, seen),
        reviewed=True,
    )
    if (after.aliases, after.alias_sources) == (before.aliases, before.alias_sources):
        raise Refused("bears these names already", where=before.slug)
    return keep(writer, "alias", Steps(entries=(EntryStep(before.slug, before, after),)), before.slug, None, reason)


def merge(writer: Writer, slug: str, into: str, reason: str) -> RegisterChange:
    gone, stays = entry(writer, slug), entry(writer, into)
    if gone.slug == stays.slug:
        raise Refused("is one entry already", where=slug)
    if gone.kind != stays.kind:
        raise Refused(f"is a {gone.kind}, {stays.slug} a {stays.kind}", where=gone.slug)
    if gone.qid and stays.qid:
        raise Refused(f"is {gone.qid} in Wikidata, {stays.slug} is {stays.qid}", where=gone.slug)
    quotes = all_quotes_of(writer, gone.slug)
    seen = [NameSource(gone.name, quote.citation.article.id) for quote in quotes[:1]]
    both = replace(
        stays,
        alias_sources=with_sources(stays.alias_sources, (*gone.alias_sources, *seen)),
        aliases=with_names(stays.name, stays.aliases, (gone.name, *gone.aliases)),
        roles=(*stays.roles, *(role for role in gone.roles if role not in stays.roles)),
        qid=stays.qid or gone.qid,
        reviewed=True,
    )
    steps = Steps(
        entries=(EntryStep(gone.slug, gone, None), EntryStep(stays.slug, stays, both)),
        formers=(FormerStep(gone.slug, None, stays.slug),),
        quotes=tuple(QuoteStep(one.id, one.speakers, redirected(one.speakers, gone.slug, both)) for one in quotes),
    )
    return keep(writer, "merge", steps, gone.slug, stays.slug, reason)


def split(
    writer: Writer, slug: str, quote_ids: Sequence[str], name: str | None, to: str | None, reason: str
) -> RegisterChange:
    before = entry(writer, slug)
    theirs = {quote.id: quote for quote in all_quotes_of(writer, before.slug)}
    if not quote_ids or (name is None) == (to is None):
        raise Refused("needs quotes, and either a new name or another entry to give them to", where=before.slug)
    if strangers := [quote_id for quote_id in quote_ids if quote_id not in theirs]:
        raise Refused(f"did not say {', '.join(strangers)}", where=before.slug)
    other = entry(writer, to) if to else opened(writer, name or "", before.kind)
    if other.slug == before.slug or other.kind != before.kind:
        raise Refused(f"cannot give quotes to {other.slug}, a {other.kind}", where=before.slug)
    steps = Steps(
        entries=() if to else (EntryStep(other.slug, None, other),),
        quotes=tuple(
            QuoteStep(one, theirs[one].speakers, redirected(theirs[one].speakers, before.slug, other))
            for one in dict.fromkeys(quote_ids)
        ),
    )
    return keep(writer, "split", steps, before.slug, other.slug, reason)


def opened(writer: Writer, name: str, kind: SpeakerKind) -> Speaker:
    """A new entry of that name; homonyms are told apart by their slugs."""
    if not any(map(str.isalnum, name)):
        raise Refused("is no name: it has no letters or digits", where=repr(name))
    return Speaker(free_slug(writer.connection, slug_for(name)), name, kind, reviewed=True)


def undo(writer: Writer, number: int, reason: str) -> RegisterChange:
    row = to_undo(writer, REGISTER_CHANGES, number, of="the register")
    steps = inverse(writer, Steps.read(row.steps), number)
    return keep(writer, "undo", steps, row.slug, row.other, reason, undoes=number)


def changes(connection: Connection, slug: str | None) -> list[RegisterChange]:
    """What people did to the register, or to one entry; the newest first."""
    every = select(REGISTER_CHANGES).order_by(REGISTER_CHANGES.c.number.desc())
    if slug is not None:
        every = every.where(or_(REGISTER_CHANGES.c.slug == slug, REGISTER_CHANGES.c.other == slug))
    return [
        RegisterChange(
            row.number, row.at, row.by, row.kind, row.slug, row.other, row.reason,
            len(Steps.read(row.steps).quotes), row.undone_by,
        )
        for row in connection.execute(every)
    ]  # fmt: skip


def changed_by_people(connection: Connection) -> set[str]:
    """The slugs whose entries are what people here made of them: no bundle overwrites those."""
    standing = (REGISTER_CHANGES.c.undone_by.is_(None)) & (REGISTER_CHANGES.c.kind != "undo")
    rows = connection.execute(select(REGISTER_CHANGES.c.slug, REGISTER_CHANGES.c.other).where(standing))
    return {slug for row in rows for slug in (row.slug, row.other) if slug}


def entry(writer: Writer, slug: str) -> Speaker:
    found = by_slug(writer.connection, slug)
    if found is None:
        raise NotInRecord("no speaker of this slug is in the record", where=slug)
    return found


def with_sources(sources: Sequence[NameSource], more: Sequence[NameSource]) -> tuple[NameSource, ...]:
    """The sources of names, each once."""
    return tuple(dict.fromkeys((*sources, *more)))


def with_names(name: str, aliases: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    """The aliases and those of `more` that are new, as names are compared."""
    known = {folded(name)} | {folded(alias) for alias in aliases}
    new = {folded(one): one.strip() for one in reversed(more) if folded(one) and folded(one) not in known}
    return (*aliases, *reversed(new.values()))
