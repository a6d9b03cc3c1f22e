"""The project's own articles and who said what in them: tests/fixtures/people, read and checked.

tests/fixtures/README.md tells how such a file is written. Offsets are code points of the article's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Family = Literal["person", "body", "group", "anonymous", "ambiguous", "unknown", "nobody"]
"""What is said to have spoken: `body` is an organization or a document, `group` people only named together; `nobody`
marks words in marks that are no quotation."""

FOLDER = Path(__file__).parent.parent / "tests" / "fixtures" / "people"
HELD_OUT = FOLDER.with_name("people_held_out")
"""Articles that no rule was written for."""
FAMILIES: dict[str, Family] = {"organization": "body", "document": "body", "group": "group", "anonymous": "anonymous"}
SET_ASIDE = re.compile(
    r"^(mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|the|an?|one(?! of))\.?\s+", re.IGNORECASE
)


class BadGold(ValueError):
    """A line of a file of gold that cannot be read or does not fit its article."""


@dataclass(frozen=True, slots=True)
class Who:
    """The answer to "who said it": names are compared without titles and articles."""

    family: Family
    names: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{self.family}: {', '.join(sorted(self.names))}" if self.names else self.family


@dataclass(frozen=True, slots=True)
class Said:
    """One quotation of the gold: where each of its segments begins, and who said it."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    indirect: bool
    who: Who


@dataclass(frozen=True, slots=True)
class Case:
    """One article of the set."""

    name: str
    text: str
    said: tuple[Said, ...]


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """Every article of the set, by file name."""
    return (read_case(path) for path in sorted(folder.glob("*.md")))


def read_case(path: Path) -> Case:
    """One file. Raises BadGold with the file's name where words do not stand exactly once in the article."""
    page = path.read_text(encoding="utf-8")
    _, _, rest = page.partition("\n## Article\n\n")
    text, found, gold = rest.rpartition("\n\n## Who said it\n\n")
    if not found:
        raise BadGold(f"{path.name}: needs the headings “## Article” and “## Who said it”")
    try:
        return Case(path.stem, text, tuple(read_line(line, text) for line in gold.splitlines() if line))
    except BadGold as problem:
        raise BadGold(f"{path.name}: {problem}") from None


def read_line(line: str, text: str) -> Said:
    words, arrow, answer = line.removeprefix("- ").rpartition(" → ")
    if not arrow:
        words, who = answer, Who("nobody")
        if not words.startswith("no speaker: "):
            raise BadGold(f"no “→” and no “no speaker:” in {line!r}")
    else:
        who = read_answer(answer.strip())
    indirect = words.startswith("indirect: ")
    parts = tuple(words.removeprefix("indirect: ").removeprefix("no speaker: ").split(" … "))
    return Said(parts, tuple(place_of(part, text) for part in parts), indirect, who)


def place_of(words: str, text: str) -> int:
    if text.count(words) != 1:
        raise BadGold(f"{words!r} stands {text.count(words)} times in the article, not once")
    return text.index(words)


def read_answer(answer: str) -> Who:
    """``A + B`` speak together, ``ambiguous: A | B`` leaves two, ``anonymous: a clerk`` has no name."""
    if answer == "unknown":
        return Who("unknown")
    head, colon, tail = answer.partition(": ")
    if colon and head == "ambiguous":
        return Who("ambiguous", frozenset(plain(name) for name in tail.split(" | ")))
    if colon and head not in FAMILIES:
        raise BadGold(f"{head!r} is no kind of speaker")
    names = frozenset(plain(name) for name in (tail if colon else answer).split(" + "))
    return Who(FAMILIES[head] if colon else "person", names)


def plain(name: str) -> str:
    """A name as it is compared: no title or article before it, case folded, curly apostrophes straightened."""
    name = name.replace("’", "'").strip()
    while (shorter := SET_ASIDE.sub("", name)) != name:
        name = shorter
    return name.casefold()
