"""What a caller says of an article, checked before it is believed."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from corpus.errors import UnreadableArticle
from corpus.model import Original, PublishedAt
from corpus.reading.identity import canonical_url

PLAIN_DAY = re.compile(r"\d{4}-\d\d-\d\d")


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
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 (0.1 s, which plain days need not wait for)

    try:
        return bool(parse_edtf(value))
    except EDTFParseException:
        return False


def copied_from(address: str | None, page_says: str | None) -> Original | None:
    """The original that a page names by a canonical link to another site than the one it was found on."""
    original = canonical_url(page_says) if page_says else None
    if not address or not original or site(address) == site(original):
        return None
    return Original(url=original, basis='link rel="canonical"')


def site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
