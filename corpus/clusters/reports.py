"""How many independent reports some articles are: copies, reprints and what one agency or outlet prints count once.

Texts are compared by shingles (Broder 1997, *On the resemblance and containment of documents*): of all five words in a
row outside quotation marks, those whose hash is divisible by THINNED. What stands in marks is the same in independent
reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from corpus.model import Article

SHINGLE = 5
THINNED = 4
MOST = 500
"""Hashes kept of one text, the least ones: some 2,000 words in a row."""
FEWEST = 6
"""Hashes below which two texts are too short to be told from each other's chance likeness."""
SAME_REPORT = 0.3
"""Least share of the shorter text that is in the other, for the one to rest on the other."""
COPY = 0.5
QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)|„[^“”\n]*[“”]|«[^»\n]*»", re.MULTILINE)
WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Report:
    """An article, as it is compared: its facts and the hashes of its text; none if the record lacks the text."""

    article: Article
    hashes: frozenset[int]


def sketch(text: str) -> list[int]:
    """The hashes of a text, rising: unsigned 32-bit numbers."""
    words = WORDS.findall(QUOTED.sub(" ", text).casefold())
    rows = range(max(0, len(words) - SHINGLE + 1))
    hashes = {crc32(" ".join(words[row : row + SHINGLE]).encode("utf-8", "surrogatepass")) for row in rows}
    return sorted(one for one in hashes if one % THINNED == 0)[:MOST]


def independent(reports: Sequence[Report]) -> list[int]:
    """For each article the number of its report: equal for those that are one report, counted from 1 in order.

    Each text is compared with the longest of every report so far."""
    numbers: list[int] = []
    by_fact: dict[str, int] = {}
    longest: dict[int, Report] = {}
    for place, report in enumerate(reports):
        same = {by_fact[fact] for fact in facts(report.article) if fact in by_fact}
        same |= {number for number, other in longest.items() if contained(other, report) >= SAME_REPORT}
        mine = min(same, default=place)
        numbers = [mine if number in same else number for number in numbers] + [mine]
        by_fact = {fact: mine if number in same else number for fact, number in by_fact.items()}
        by_fact |= dict.fromkeys(facts(report.article), mine)
        candidates = [report, *(longest.pop(number) for number in same)]
        longest[mine] = max(candidates, key=lambda one: len(one.hashes))
    ranks = {number: rank for rank, number in enumerate(dict.fromkeys(numbers), start=1)}
    return [ranks[number] for number in numbers]


def facts(article: Article) -> set[str]:
    """What two articles of one report have in common, if it is known."""
    return {article.id, article.sha256} | addresses(article) | origins(article)


def are_copies(one: Report, other: Report) -> bool:
    """Whether the texts are the same, or most of the one stands in the other."""
    return one.article.sha256 == other.article.sha256 or contained(one, other) >= COPY


def contained(one: Report, other: Report) -> float:
    """The share of the shorter text that stands in the other, outside quotation marks."""
    least = min(len(one.hashes), len(other.hashes))
    return len(one.hashes & other.hashes) / least if least >= FEWEST else 0.0


def addresses(article: Article) -> set[str]:
    return {url for url in (article.url, article.original.url if article.original else None) if url}


def origins(article: Article) -> set[str]:
    """Who reported it, as far as the article tells: the original's publisher and the agency of its credit, else its own
    publisher."""
    told = {step.actor for step in article.provenance if step.step == "reported"}
    if article.original:
        told.add(article.original.publisher)
    named = {name.casefold().removeprefix("the ") for name in told if name}
    return named or ({article.publisher.casefold().removeprefix("the ")} if article.publisher else set())
