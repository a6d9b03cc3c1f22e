"""Invented utterances and what newspapers made of them: read from tests/fixtures/clusters, kept in a record, judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import migrate
from corpus.model import (
    Article,
    AttributedSpeaker,
    Attribution,
    Channel,
    Original,
    PublishedAt,
    Quotation,
    SaidAt,
    Segment,
)
from corpus.reading import article_id, text_sha256
from corpus.record import Record

FOLDER = Path(__file__).parent.parent / "tests" / "fixtures" / "clusters"
SETS = ("tuned", "check")
SCENE = re.compile(
    r"^## (?P<title>.+)\n(?P<who>[^,\n]+), (?P<day>\d{4}-\d{2}-\d{2})\n\n(?P<lines>(?:- .+\n)+)", re.MULTILINE
)
LINE = re.compile(r"^- (?P<utterance>\w+)(?P<facts>(?:, [^:]+)?): (?P<words>.+)$", re.MULTILINE)
DATED = re.compile(r"(said|published) (\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True)
class Printed:
    """One appearance in one article: which utterance of its scene it reports, in which words, and what makes it easy
    or hard."""

    scene: str
    utterance: str
    why: str
    words: str
    who: str
    published: str
    said: str | None = None
    at: str | None = None
    translated: bool = False

    def is_same(self, other: Printed) -> bool:
        return (self.scene, self.utterance) == (other.scene, other.utterance)


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of one scene that report the same utterance and were found; those that were missed; those of different
    utterances that were put together, of any scenes; and how many pairs of one scene report different ones."""

    found: tuple[tuple[Printed, Printed], ...]
    missed: tuple[tuple[Printed, Printed], ...]
    wrong: tuple[tuple[Printed, Printed], ...]
    different: int

    @property
    def recall(self) -> float:
        """Of the pairs that report one utterance, the share put together, in percent."""
        return 100 * len(self.found) / (len(self.found) + len(self.missed))

    @property
    def wrong_merges(self) -> float:
        """Of the pairs that were put together, the share that report different utterances, in percent."""
        return 100 * len(self.wrong) / (len(self.found) + len(self.wrong))


def printed(name: str) -> list[Printed]:
    """Every appearance of a set, in the order of its files."""
    return [one for path in sorted((FOLDER / name).glob("*.md")) for one in read(path.read_text(encoding="utf-8"))]


def read(text: str) -> Iterator[Printed]:
    for scene in SCENE.finditer(text):
        for line in LINE.finditer(scene["lines"]):
            facts = [fact.strip() for fact in line["facts"].split(",") if fact.strip()]
            yield appearance(scene, line["utterance"], facts, line["words"])


def appearance(scene: re.Match[str], utterance: str, facts: list[str], words: str) -> Printed:
    dates = {kind: day for fact in facts for kind, day in DATED.findall(fact)}
    return Printed(
        scene=scene["title"],
        utterance=utterance,
        why=", ".join(facts),
        words=words,
        who=next((fact[3:] for fact in facts if fact.startswith("by ") and fact[3:4].isupper()), scene["who"]),
        published=dates.get("published") or dates.get("said") or scene["day"],
        said=dates.get("said"),
        at=next((fact[3:] for fact in facts if fact.startswith("at ")), None),
        translated="translated" in facts,
    )


def keep(record: Record, number: int, one: Printed) -> str:
    """Keep an appearance in an article of its own; the id of its quote."""
    address = f"https://paper-{number}.example/"
    text = f"{number}. {one.who} was asked on page {number}. {one.words}"
    start = len(text) - len(one.words)
    digest = text_sha256(text)
    article = Article(
        article_id(digest, address), digest, len(text), text,
        url=address, publisher=f"Paper {number}", published_at=PublishedAt(one.published, "stated"), lang="en",
    )  # fmt: skip
    if one.translated:
        article = replace(article, relation="translation", original=Original(publisher=f"Blatt {number}", lang="de"))
    quotation = Quotation(
        "direct",
        (Segment(one.words, start, len(text), 0, "direct"),),
        attribution=Attribution("resolved", "invented"),
        speakers=(AttributedSpeaker(one.who, "person", mention_as_printed=one.who),),
        channel=Channel(event=one.at),
        said_at=SaidAt(one.said, "day", "stated", "on that day") if one.said else SaidAt(),
    )
    done = record.ingest(article, [quotation], extractor_version="invented")
    return record.quotes_of(done.article_id)[0].id


def judge(every: Iterable[Printed]) -> Judged:
    """Keep them all in one record, and look which it put together."""
    with TemporaryDirectory() as folder, Record.open(Path(folder) / "record.db") as record:
        migrate(record)
        ids = [(one, keep(record, number, one)) for number, one in enumerate(every)]
        clusters = [(one, record.quote(quote_id).cluster) for one, quote_id in ids]
    placed = [(one, cluster.id if cluster else None) for one, cluster in clusters]
    found, missed, wrong, different = [], [], [], 0
    for (one, here), (other, there) in combinations(placed, 2):
        together = here is not None and here == there
        if one.is_same(other):
            (found if together else missed).append((one, other))
        else:
            different += one.scene == other.scene
            if together:
                wrong.append((one, other))
    return Judged(tuple(found), tuple(missed), tuple(wrong), different)
