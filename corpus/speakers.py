"""The speaker register: who is known by which names, and what they were when.

The bundled register is reviewable text: one TOML file for each kind in corpus/data/speakers. Names are compared with
case, accents, full stops and apostrophes folded; a name that several speakers bear finds them all.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from slugify import slugify

from corpus.model import NameSource, Role, Speaker, SpeakerKind

FILES: tuple[tuple[str, SpeakerKind], ...] = (("people", "person"), ("organizations", "organization"))
FOLDED_AWAY = str.maketrans({".": None, "'": None, "’": None, "‘": None, "-": " ", "‑": " "})


class Register:
    """Speakers by slug, by Wikidata id, and by every name they bear."""

    def __init__(self, speakers: Iterable[Speaker]) -> None:
        self._by_slug: dict[str, Speaker] = {}
        self._by_name: dict[str, tuple[Speaker, ...]] = {}
        for speaker in speakers:
            self._by_slug[speaker.slug] = speaker
            for name in {folded(name) for name in (speaker.name, *speaker.aliases)}:
                self._by_name[name] = (*self._by_name.get(name, ()), speaker)
        self._by_qid = {speaker.qid: speaker for speaker in self._by_slug.values() if speaker.qid}

    @classmethod
    def bundled(cls) -> Register:
        """The register that comes with the project; read once."""
        return bundled_register()

    def __iter__(self) -> Iterator[Speaker]:
        return iter(self._by_slug.values())

    def get(self, slug_or_qid: str) -> Speaker | None:
        """The speaker with that slug or Wikidata id."""
        return self._by_slug.get(slug_or_qid) or self._by_qid.get(slug_or_qid)

    def find(self, name: str) -> tuple[Speaker, ...]:
        """Those who bear exactly this name, or this alias; several mean that it is ambiguous."""
        return self._by_name.get(folded(name), ())

    def role_at(self, speaker: Speaker, edtf_day: str) -> Role | None:
        """As `role_at`."""
        return role_at(speaker, edtf_day)


def role_at(speaker: Speaker, edtf_day: str) -> Role | None:
    """The office that `speaker` held on a day (``2024-11-17``), the latest begun if there were several.

    A day before the first known one, or in an office whose dates are not known, gives None."""
    held = [
        role
        for role in speaker.roles
        if role.since and role.since <= edtf_day and (role.until is None or edtf_day <= role.until)
    ]
    return max(held, key=lambda role: role.since or "", default=None)


@cache
def bundled_register() -> Register:
    return Register(speaker for name, kind in FILES for speaker in read_speakers(name, kind))


def read_speakers(name: str, kind: SpeakerKind) -> list[Speaker]:
    """The speakers of one file of corpus/data/speakers."""
    text = files("corpus").joinpath("data", "speakers", f"{name}.toml").read_text(encoding="utf-8")
    return [
        Speaker(
            slug=entry.get("slug") or slug_for(entry["name"]),
            name=entry["name"],
            kind=kind,
            aliases=tuple(entry.get("aliases", ())),
            roles=tuple(Role(**role) for role in entry.get("roles", ())),
            qid=entry.get("qid"),
            lang=entry.get("lang"),
            reviewed=True,
            alias_sources=tuple(NameSource(**source) for source in entry.get("alias_sources", ())),
        )
        for entry in tomllib.loads(text)["speaker"]
    ]


def slug_for(name: str) -> str:
    """The slug of a name: ``Antony Blinken`` is ``antony-blinken``; the same always, also for other scripts."""
    return slugify(name, max_length=80, word_boundary=True) or "speaker"


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """A name as it is compared: without case, accents, full stops, apostrophes and double spaces."""
    letters = unicodedata.normalize("NFKD", name.translate(FOLDED_AWAY))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).casefold().split())
