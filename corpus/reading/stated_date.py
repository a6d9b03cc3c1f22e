"""The day a page says it was published.

htmldate reads every notation of a date, but given a whole page it also guesses: from copyright lines, image names,
the day of the last change. So it is shown only the places where a page states its publication.
"""

from __future__ import annotations

import re
from copy import deepcopy

from htmldate import find_date
from lxml.html import HtmlElement, fromstring

CHANGED = re.compile(r"modif|updat|revis|copyright|expir|crawl|last-", re.IGNORECASE)
DATED = re.compile(r"date|time|publish|created|issued|dc[.:]", re.IGNORECASE)
PLACES = """
    //meta[@content or @datetime]
    | //script[@type="application/ld+json"]
    | //time[not(ancestor::aside or ancestor::footer or ancestor::nav)]
    | //*[self::p or self::span or self::div or self::li or self::abbr]
         [not(ancestor::aside or ancestor::footer or ancestor::nav)]
         [contains(@class, "date") or contains(@class, "publish") or contains(@class, "byline")]
         [string-length(normalize-space()) < 120]
"""
SURE_NOTATION = re.compile(r"\d{4}-\d\d-\d\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
"""Not 11/02/2026, which is two days."""


def stated_date(tree: HtmlElement) -> str | None:
    """ISO 8601 day of publication, if the page states one: in its metadata first, then in a time element or a line
    marked up as its date."""
    places = [place for place in tree.xpath(PLACES) if states_publication(place)]
    for only in (("meta", "script"), ("time",), ("abbr", "p", "span", "div", "li")):
        chosen = [place for place in places if place.tag in only]
        if chosen and (day := find_date(page_of(chosen), extensive_search=False, original_date=True)):
            return str(day)
    return None


def states_publication(place: HtmlElement) -> bool:
    named = " ".join(str(place.get(name, "")) for name in ("name", "property", "itemprop", "http-equiv", "class"))
    if CHANGED.search(named):
        return False
    if place.tag == "meta":
        return bool(DATED.search(named))
    if place.tag == "script":
        return True
    says = place.text_content()
    return bool(SURE_NOTATION.search(place.get("datetime", "") + says)) and not CHANGED.search(says)


def page_of(places: list[HtmlElement]) -> HtmlElement:
    """A page that holds `places` and nothing else."""
    page = fromstring("<html><head></head><body></body></html>")
    for place in places:
        copy = deepcopy(place)
        copy.tail = None
        page[0 if place.tag in {"meta", "script"} else 1].append(copy)
    return page
