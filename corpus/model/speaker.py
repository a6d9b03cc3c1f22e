"""Who speaks: an entry of the speaker register, with roles that carry dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SpeakerKind = Literal["person", "organization", "group", "anonymous", "document"]


@dataclass(frozen=True, slots=True)
class Role:
    """An office held from `since` until `until` (EDTF; null where open or not known)."""

    title: str
    organization: str | None = None
    since: str | None = None
    until: str | None = None
    cited_from: str | None = None


@dataclass(frozen=True, slots=True)
class NameSource:
    """Where a form of a name is from: the id of an article or a quote that prints it, or a list or standard by name."""

    name: str
    cited_from: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """An entry of the speaker register. `reviewed` is false for entries that an ingested article opened."""

    slug: str
    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    qid: str | None = None
    lang: str | None = None
    reviewed: bool = False
    alias_sources: tuple[NameSource, ...] = ()
