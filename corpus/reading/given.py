"""What a caller says of an article, checked before it is believed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from urllib.parse import urlsplit

from corpus.errors import UnreadableArticle
from corpus.model import Original, PublishedAt
from corpus.model.vague import parsed
from corpus.reading.identity import canonical_url

PLAIN_DAY = re.compile(r"\d{4}-\d\d-\d\d")
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""The shape of a BCP 47 tag."""


def given_words(words: str | None, what: str, where: str) -> str | None:
    """A name or headline with single spaces, None if blank; raises `UnreadableArticle` if it cannot be printed."""
    line = " ".join((words or "").split())
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in line):
        raise UnreadableArticle(f"its {what} {words!r} holds characters that cannot be printed", where=where)
    return line or None


def given_lang(tag: str | None, where: str) -> str | None:
    """A language tag; raises `UnreadableArticle` if it has not the shape of one (BCP 47)."""
    if tag and not LANGUAGE_TAG.fullmatch(tag):
        raise UnreadableArticle(f"its language {tag!r} is no BCP 47 tag, such as en or pt-BR", where=where)
    return tag or None


def given_moment(moment: str | None, where: str) -> str | None:
    """When an article was fetched; raises `UnreadableArticle` if it is no day or time of ISO 8601."""
    try:
        return moment if moment and datetime.fromisoformat(moment) else None
    except ValueError:
        message = f"its time of retrieval {moment!r} is not of ISO 8601, such as 2024-11-17T09:30:00Z"
        raise UnreadableArticle(message, where=where) from None


def given_url(url: str | None, where: str) -> str | None:
    """The canonical form of `url`; raises `UnreadableArticle` if it is no web address."""
    if not url:
        return None
    address = canonical_url(url)
    if address is None:
        raise UnreadableArticle(f"its url {url!r} is no http or https address", where=where)
    return address


def stated(edtf: str | None, where: str) -> PublishedAt:
    """`edtf` as the stated date of publication; raises `UnreadableArticle` if it is no EDTF (ISO 8601-2:2019) date."""
    if not edtf:
        return PublishedAt()
    if not is_edtf(edtf):
        raise UnreadableArticle(f"its date of publication {edtf!r} is no EDTF date, such as 2024-11-17", where=where)
    return PublishedAt(edtf, "stated")


def is_edtf(value: str) -> bool:
    if PLAIN_DAY.fullmatch(value):
        try:
            return bool(date.fromisoformat(value))
        except ValueError:
            return False
    try:
        return bool(parsed(value))
    except ValueError:
        return False


def copied_from(address: str | None, page_says: str | None) -> Original | None:
    """The original that a page names by a canonical link to another site than the one it was found on."""
    original = canonical_url(page_says) if page_says else None
    if not address or not original or site(address) == site(original):
        return None
    return Original(url=original, basis='link rel="canonical"')


def site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
