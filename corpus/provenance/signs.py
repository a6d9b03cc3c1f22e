"""The signs that an article was written elsewhere, one function a sign, each with the words that show it.

They are looked for in the lines above and below the body only: what the body says of other articles is no sign.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.model import Article, ArticleRelation, Original
from corpus.provenance.addresses import language_of

HEAD, TAIL = 8, 15
LONGEST_NOTE = 250
WHO = r"(?P<who>(?:[Tt]he\s+)?[A-Z][^.,;:()|\n]{1,80}?)(?=\s+(?:on|under|at|as|and\s+is|with)\s|\s*[.,;:()|]|\s*$)"
FIRST_PUBLISHED = re.compile(
    rf"(?:^|\bthis\s+(?:article|story|report|piece|post|column|interview)\s+(?:was\s+|has\s+)?)"
    rf"(?:first|originally)\s+(?:published|appeared|posted|printed|ran)\s+(?:in|on|by|at)\s+(?-i:{WHO})",
    re.IGNORECASE,
)
REPUBLISHED = re.compile(
    rf"\bre-?(?:published|printed|posted)\s+(?:here\s+)?(?:with\s+(?:the\s+)?(?:kind\s+)?permission\s+)?"
    rf"(?:from|of|courtesy\s+of)\s+(?-i:{WHO})",
    re.IGNORECASE,
)
ORIGINAL_ADDRESS = re.compile(
    r"(?:source|original(?:\s+(?:source|article|link|text))?|via|(?:first|originally)\s+published\s+(?:at|on))"
    r"\s*:?\s*(?P<url>https?://\S+?)[.)\]]*",
    re.IGNORECASE,
)
ORIGINAL_LINK = re.compile(
    r"\W*(?:source\s+link|link\s+to\s+(?:the\s+)?(?:original|source)|original\s+(?:source|article|link)"
    r"|(?:read|view|see)\s+(?:the\s+)?(?:original|full)(?:\s+(?:article|story|post|text))?(?:\s+here)?)\W*",
    re.IGNORECASE,
)
TRANSLATED = re.compile(r"\btranslated\s+from\s+(?:the\s+)?(?:original\s+)?(?P<lang>[A-Za-z]+)\b", re.IGNORECASE)
MACHINE_TRANSLATED = re.compile(r"\b(?:machine|automatic(?:ally)?|google)[ -]translat(?:ed|ion)\b", re.IGNORECASE)
CONTRIBUTORS = re.compile(r"\bcontributed\s+(?:to\s+this\s+(?:report|article|story)|reporting)\b", re.IGNORECASE)
BLOGGER_COMMENTS = re.compile(r"(?:no\s+comments|\d+\s+comments?):|post\s+a\s+comment", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sign:
    """That an article comes from elsewhere, how, and the words of it that say so."""

    relation: ArticleRelation
    evidence: str
    original: Original | None = None


@cache
def lexicon() -> dict[str, Any]:
    return tomllib.loads(files("corpus").joinpath("data", "lexicons", "provenance.toml").read_text(encoding="utf-8"))


def notes(text: str) -> list[str]:
    """The short lines above and below the body, those at the end first."""
    lines = [line for line in map(str.strip, text.splitlines()) if line]
    edges = lines if len(lines) <= HEAD + TAIL else lines[:HEAD] + lines[-TAIL:]
    return [line for line in reversed(edges) if len(line) <= LONGEST_NOTE]


def translation_credit(article: Article, lines: list[str]) -> Sign | None:
    """*Translated from the Russian by …*; *Machine translation*."""
    for line in lines:
        if named := TRANSLATED.search(line):
            lang = lexicon()["languages"].get(named["lang"].lower())
            if lang:
                return Sign("translation", line, Original(lang=lang, basis=line))
        if MACHINE_TRANSLATED.search(line):
            return Sign("translation", line, Original(basis=line))
    return None


def original_address(article: Article, lines: list[str]) -> Sign | None:
    """*Source: https://…*, a translation if the address is in another language than the article."""
    for line in lines:
        found = ORIGINAL_ADDRESS.fullmatch(line)
        if found and (url := found["url"]) != article.url:
            lang = language_of(url, lexicon()["address"])
            foreign = bool(lang and article.lang and lang != article.lang.partition("-")[0].lower())
            original = Original(url=url, lang=lang if foreign else None, basis=line)
            return Sign("translation" if foreign else "republication", line, original)
    return None


def first_published(article: Article, lines: list[str]) -> Sign | None:
    """*This story was first published in The Northern Star.*; *Reprinted with permission from …*."""
    for line in lines:
        found = FIRST_PUBLISHED.search(line) or REPUBLISHED.search(line)
        if found and found["who"] != article.publisher:
            return Sign("republication", line, Original(publisher=found["who"].strip(), basis=line))
    return None


def agency_credit(article: Article, lines: list[str]) -> Sign | None:
    """*WESTPORT (Reuters) - …*, or an agency as by-line or as the last word. Pictures' credits are no sign."""
    agencies: dict[str, str] = lexicon()["agencies"]
    names = "|".join(map(re.escape, sorted(agencies, key=len, reverse=True)))
    first = next((line for line in (article.text or "").splitlines()[:HEAD] if "(" in line[:80]), "")
    dateline = re.match(rf"[^\W\d_][\w .,/'’-]{{1,60}}\((?P<who>{names})\)\s*[-–—]", first)
    credit = next((found for line in lines if (found := re.fullmatch(rf"[—–(-]\s*(?P<who>{names})\)?\.?", line))), None)
    byline = re.fullmatch(rf"(?:.*,\s*)?(?P<who>{names})", article.byline or "")
    for sign in (dateline, credit, byline):
        if sign and (agency := agencies[sign["who"]]) and (article.publisher or "") not in {agency, sign["who"]}:
            return Sign("syndication", sign[0], Original(publisher=agency, basis=sign[0]))
    return None


def original_link(article: Article, lines: list[str]) -> Sign | None:
    """*Source link*: the words of a link whose address the text does not show."""
    line = next((line for line in lines if ORIGINAL_LINK.fullmatch(line)), None)
    return Sign("republication", line, Original(basis=line)) if line else None


def staff_report_on_a_blog(article: Article, lines: list[str]) -> Sign | None:
    """A newsroom's credit to its contributors above the comment box of a Blogger page: no newsroom publishes there."""
    credit = next((line for line in lines if CONTRIBUTORS.search(line)), None)
    if credit and not article.publisher and any(BLOGGER_COMMENTS.fullmatch(line) for line in lines):
        return Sign("republication", credit)
    return None


SIGNS: tuple[Callable[[Article, list[str]], Sign | None], ...] = (
    translation_credit,
    original_address,
    first_published,
    agency_credit,
    original_link,
    staff_report_on_a_blog,
)
"""In this order; the first that is there speaks."""
