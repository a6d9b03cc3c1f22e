"""The project's own cases of when, to whom and through what: tests/fixtures/dating, read and judged.

tests/fixtures/README.md tells how such a file is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import extract_quotes, read_article
from corpus.model import ChannelType, DateBasis, DatePrecision, Quotation, SaidAt

FOLDER = Path(__file__).parent.parent / "tests" / "fixtures" / "dating"
WHEN = re.compile(
    r"(?:undated|(?P<edtf>\S+) (?P<precision>day|week|month|season|year|interval) (?P<basis>stated|inferred_from_\w+))"
    r"(?: “(?P<printed>.+)”)?"
)
CHANNELS = {"told_reporters", "statement", "speech", "interview", "briefing", "social_post", "document"}


class BadCase(ValueError):
    """A line of a case that cannot be read, with the file and the heading it stands under."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a careful reader can tell of a saying."""

    said_at: SaidAt
    addressee: str | None = None
    channel: ChannelType = "unknown"
    venue: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the day of its publication (EDTF; None if unknown), and what is known of each of its quotations, which
    are found by their first words."""

    name: str
    published: str | None
    text: str
    gold: tuple[tuple[str, Circumstances], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One quotation of the gold against what extraction makes of it; `got` is None if it finds no such quotation."""

    case: str
    words: str
    want: Circumstances
    got: Circumstances | None
    confidence: float | None


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """Every case, by file and heading."""
    for path in sorted(folder.glob("*.md")):
        head, *parts = path.read_text(encoding="utf-8").split("\n## ")
        usual = published_in(head.splitlines())
        for part in parts:
            heading, _, body = part.partition("\n")
            yield read_case(f"{path.stem}: {heading}", body.strip("\n").split("\n"), usual)


def read_case(name: str, lines: list[str], usual: str | None) -> Case:
    published = published_in(lines) or usual
    gold = tuple(read_gold(name, line) for line in lines if line.startswith("- "))
    text = "\n".join(line for line in lines if not line.startswith(("- ", "published: "))).strip("\n")
    if not gold or not text:
        raise BadCase(f"{name}: needs a text and a line for each quotation")
    return Case(name, None if published == "unknown" else published, text, gold)


def published_in(lines: list[str]) -> str | None:
    return next((line.removeprefix("published: ") for line in lines if line.startswith("published: ")), None)


def read_gold(name: str, line: str) -> tuple[str, Circumstances]:
    words, _, answer = line.removeprefix("- ").partition(" → ")
    first, *others = answer.split(" | ")
    when = WHEN.fullmatch(first)
    if when is None:
        raise BadCase(f"{name}: {first!r} is no date")
    known: dict[str, str] = {}
    for one in others:
        label, _, value = ("channel", "", one) if one in CHANNELS else one.partition(" ")
        if label not in {"to", "channel", "venue", "event"}:
            raise BadCase(f"{name}: {one!r} is no circumstance")
        known["addressee" if label == "to" else label] = value
    return words, Circumstances(said_at_of(when), **known)  # type: ignore[arg-type]


def said_at_of(when: re.Match[str]) -> SaidAt:
    precision: DatePrecision = when["precision"] or "unknown"  # type: ignore[assignment]
    basis: DateBasis = when["basis"] or "unknown"  # type: ignore[assignment]
    return SaidAt(when["edtf"], precision, basis, when["printed"])


def judge(case: Case) -> Iterator[Verdict]:
    """What extraction makes of each quotation of a case."""
    found = extract_quotes(read_article(case.text, media_type="text/plain", published=case.published, lang="en"))
    for words, want in case.gold:
        one = next((one for one in found if one.text.startswith(words)), None)
        yield Verdict(case.name, words, want, circumstances_of(one) if one else None, one and one.confidence.date)


def circumstances_of(one: Quotation) -> Circumstances:
    return Circumstances(one.said_at, one.addressee, one.channel.type, one.channel.venue, one.channel.event)
