"""The signs that an article was written elsewhere, one function a sign, each with the words that show it.

They are looked for in the lines above and below the body only: what the body says of other articles is no sign.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.model import Article, ArticleRelation, Original
from corpus.printed_days import only_day_in
from corpus.provenance.addresses import language_of
from corpus.provenance.notes import HEAD, Line, filled_lines

WHO = r"(?P<who>(?:[Tt]he\s+)?[A-Z][^.,;:()|\n]{1,80}?)(?=\s+(?:on|under|at|as|and|with)\s|\s*[.,;:()|]|\s*$)"
THIS = r"\bthis\s+(?:article|story|report|piece|post|column|interview)\s+(?:was\s+|is\s+|has\s+been\s+|has\s+)?"
FIRST_PUBLISHED = re.compile(
    rf"(?:^|(?<=[.;|]\s)|{THIS})(?:first|originally)\s+(?:published|appeared|posted|printed|ran)(?:\s+in\s+(?P<lang>[A-Z][a-z]+))?"
    rf"\s+(?:in|on|by|at)\s+(?-i:{WHO})|\bthe\s+original\s+appeared\s+(?:in|on)\s+(?-i:{WHO.replace('who', 'other')})",
    re.IGNORECASE,
)
REPUBLISHED = re.compile(
    rf"(?:\b(?:re-?(?:published|printed|posted)|cross-?posted)\s+(?:here\s+)?"
    rf"(?:with\s+(?:the\s+)?(?:kind\s+)?permission\s+)?(?:from|of|courtesy\s+of)|^(?:by\s+)?courtesy\s+of)\s+(?-i:{WHO})",
    re.IGNORECASE,
)
REPUBLISHED_BY = re.compile(
    rf"(?:^|{THIS})(?:re-?(?:published|printed|posted)|cross-?posted)\s+(?:here\s+)?(?:with\s+permission\s+)?"
    rf"by\s+(?-i:{WHO})",
    re.IGNORECASE,
)
DISTRIBUTED = re.compile(
    rf"{THIS}(?:produced|written|provided|syndicated)\s+by\s+(?-i:{WHO})(?:.*\bdistributed\s+by\b)", re.IGNORECASE
)
REWRITTEN = re.compile(
    rf"(?:^|{THIS})(?:adapted|condensed|abridged|excerpted|rewritten)\s+from\s+"
    rf"(?:(?:an?|the|one)\s+(?:\w+\s+){{0,3}}?)?(?:(?:in|by|of|from)\s+)?(?-i:{WHO})",
    re.IGNORECASE,
)
ORIGINAL_ADDRESS = re.compile(
    r"(?:(?:source|original(?:\s+(?:source|article|link|text))?|via|(?:first|originally)\s+published\s+(?:at|on)"
    r"|read\s+the\s+original(?:\s+(?:article|story|post|report|text))?(?:\s+(?:at|on|here))?)\s*:?\s*)?"
    r"(?P<url>https?://\S+?)[.)\]]*",
    re.IGNORECASE,
)
ORIGINAL_LINK = re.compile(
    r"\W*(?:source\s+link|link\s+to\s+(?:the\s+)?(?:original|source)|original\s+(?:source|article|link)"
    r"|(?:read|view|see)\s+(?:the\s+)?(?:original|full)(?:\s+(?:article|story|post|text))?(?:\s+here)?)\W*",
    re.IGNORECASE,
)
TRANSLATED = re.compile(
    r"\btranslated\s+from\s+(?:the\s+)?(?:original\s+)?(?P<lang>[A-Za-z]+)\b(?:\s+by\s+(?-i:(?P<by>[A-Z][^.,;:()\n]{1,60})))?",
    re.IGNORECASE,
)
TRANSLATOR = re.compile(r"[\W_]*(?:Translated\s+by|Translation(?:\s+by)?\s*:?)\s+(?P<by>[A-Z][^.,;:()\n]{1,60})\W*")
MACHINE_TRANSLATED = re.compile(r"\b(?:machine|automatic(?:ally)?|google)[ -]translat(?:ed|ion)\b", re.IGNORECASE)
CONTRIBUTORS = re.compile(r"\bcontributed\s+(?:to\s+this\s+(?:report|article|story)|reporting)\b", re.IGNORECASE)
BLOGGER_COMMENTS = re.compile(r"(?:no\s+comments|\d+\s+comments?):|post\s+a\s+comment", re.IGNORECASE)
CREDIT = r"(?:[—–(-]\s*|(?i:source)\s*:\s*|(?:©|(?i:copyright))\s*(?:©\s*)?(?:\d{4}\s+)?(?:[Bb]y\s+)?)"


@dataclass(frozen=True, slots=True)
class Sign:
    """That an article comes from elsewhere and how, the words of it that say so, and where they stand (None if they are
    of the by-line, which may have been told apart from the text)."""

    relation: ArticleRelation
    evidence: str
    start: int | None
    original: Original | None = None
    by: str | None = None
    """Who translated or republished it."""
    day: str | None = None
    """ISO 8601 day that stands with the sign: of the first publication, or of that by `by`."""


@cache
def lexicon() -> dict[str, Any]:
    return tomllib.loads(files("corpus").joinpath("data", "lexicons", "provenance.toml").read_text(encoding="utf-8"))


def language_named(name: str | None) -> str | None:
    """The BCP 47 tag of a language by its English name."""
    found = lexicon()["languages"].get((name or "").lower())
    return str(found) if found else None


@cache
def agency_names() -> str:
    return "|".join(map(re.escape, sorted(lexicon()["agencies"], key=len, reverse=True)))


def translation_credit(article: Article, lines: list[Line]) -> Iterator[Sign]:
    """*Translated from the Russian by …*; *Translation: …*; *Machine translation*."""
    for line in lines:
        if (named := TRANSLATED.search(line.text)) and (lang := language_named(named["lang"])):
            yield Sign("translation", line.text, line.start, Original(lang=lang), named["by"])
        elif translator := TRANSLATOR.fullmatch(line.text):
            yield Sign("translation", line.text, line.start, by=translator["by"])
        elif MACHINE_TRANSLATED.search(line.text):
            yield Sign("translation", line.text, line.start)


def original_address(article: Article, lines: list[Line]) -> Iterator[Sign]:
    """*Source: https://…*, a translation if the address is in another language than the article; an address alone is a
    sign only then."""
    for line in lines:
        found = ORIGINAL_ADDRESS.fullmatch(line.text)
        if found and (url := found["url"]) != article.url:
            lang = language_of(url, lexicon()["address"])
            foreign = bool(lang and article.lang and lang != article.lang.partition("-")[0].lower())
            if foreign or found.start("url"):
                relation: ArticleRelation = "translation" if foreign else "republication"
                yield Sign(relation, line.text, line.start, Original(url=url, lang=lang if foreign else None))


def rewritten(article: Article, lines: list[Line]) -> Iterator[Sign]:
    """*Adapted from a report in The Northern Star*."""
    yield from named_in(REWRITTEN, "rewrite", article, lines)


def first_published(article: Article, lines: list[Line]) -> Iterator[Sign]:
    """*This story was first published in The Northern Star.*; *Reprinted with permission from …*."""
    for line in lines:
        found = FIRST_PUBLISHED.search(line.text)
        who = (found["who"] or found["other"]).strip() if found else ""
        if found and who != article.publisher:
            lang = language_named(found["lang"])
            relation: ArticleRelation = "translation" if lang and lang != article.lang else "republication"
            day = only_day_in(line.text[found.end() :])
            yield Sign(relation, line.text, line.start, Original(who, lang=lang), day=day)
    yield from named_in(REPUBLISHED, "republication", article, lines)


def republished(article: Article, lines: list[Line]) -> Iterator[Sign]:
    """*Republished by The Hollow Gazette on 3 March 2026*."""
    for line in lines:
        if found := REPUBLISHED_BY.search(line.text):
            until = FIRST_PUBLISHED.search(line.text, found.end())
            day = only_day_in(line.text[found.end() : until.start() if until else None])
            yield Sign("republication", line.text, line.start, by=found["who"].strip(), day=day)


def distributed(article: Article, lines: list[Line]) -> Iterator[Sign]:
    """*This story was produced by … and distributed by …*."""
    yield from named_in(DISTRIBUTED, "syndication", article, lines)


def named_in(
    pattern: re.Pattern[str], relation: ArticleRelation, article: Article, lines: list[Line]
) -> Iterator[Sign]:
    for line in lines:
        found = pattern.search(line.text)
        if found and found["who"].strip() != article.publisher:
            yield Sign(relation, line.text, line.start, Original(found["who"].strip()))


def agency_credit(article: Article, lines: list[Line]) -> Iterator[Sign]:
    """*WESTPORT (Reuters) - …*, or an agency as by-line, source or last word. Pictures' credits are no sign."""
    names = agency_names()
    first = next((line for line in filled_lines(article.text or "")[:HEAD] if "(" in line.text[:80]), None)
    dateline = first and re.match(rf"[^\W\d_][\w .,/'’-]{{1,60}}\((?P<who>{names})\)\s*[-–—]", first.text)
    if first and dateline:
        yield from of_agency(article, dateline, first.start)
    for line in lines:
        credit = re.fullmatch(rf"{CREDIT}(?P<who>{names})\)?\.?(?:\s*All rights reserved\.?)?", line.text)
        if credit:
            yield from of_agency(article, credit, line.start)
    byline = re.fullmatch(rf"(?:.*,\s*)?(?P<who>{names})", article.byline or "")
    if byline:
        printed = next((line for line in lines if line.text.endswith(byline[0])), None)
        yield from of_agency(article, byline, printed.start + printed.text.rindex(byline[0]) if printed else None)


def of_agency(article: Article, credit: re.Match[str], start: int | None) -> Iterator[Sign]:
    agency: str = lexicon()["agencies"][credit["who"]]
    if (article.publisher or "") not in {agency, credit["who"]}:
        yield Sign("syndication", credit[0], start, Original(agency))


def original_link(article: Article, lines: list[Line]) -> Iterator[Sign]:
    """*Source link*: the words of a link whose address the text does not show."""
    for line in lines:
        if ORIGINAL_LINK.fullmatch(line.text):
            yield Sign("republication", line.text, line.start)


def staff_report_on_a_blog(article: Article, lines: list[Line]) -> Iterator[Sign]:
    """A newsroom's credit to its contributors above the comment box of a Blogger page: no newsroom publishes there."""
    if not article.publisher and any(BLOGGER_COMMENTS.fullmatch(line.text) for line in lines):
        for line in lines:
            if CONTRIBUTORS.search(line.text):
                yield Sign("republication", line.text, line.start)


SIGNS: tuple[Callable[[Article, list[Line]], Iterator[Sign]], ...] = (
    translation_credit,
    original_address,
    rewritten,
    first_published,
    republished,
    distributed,
    agency_credit,
    original_link,
    staff_report_on_a_blog,
)
"""In this order; the first that is there speaks."""
