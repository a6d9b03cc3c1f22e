"""A quote as schema.org's ``Quotation``, for search engines: one object, only what is known, nobody guessed.

An anonymous speaker is a person with a description and no name; indirect words stand behind their cue.
"""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from corpus.citation.authors import Author, authors, kind_of
from corpus.model import AttributedSpeaker, CitedArticle, Quote
from service.links import Links
from service.pages.cards import Card
from service.presenters import encode

DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
"""The EDTF dates that are ISO 8601 dates too."""
TYPES = {"person": "Person", "organization": "Organization", "group": "Organization", "anonymous": "Person"}


def quotation(quote: Quote, links: Links) -> dict[str, Any]:
    """The quote as one JSON-LD object."""
    card, said = Card.of(quote), quote.said_at.edtf
    speakers = [speaker(one, links) for one in quote.speakers if quote.attribution.status == "resolved"]
    return known(
        {
            "@context": "https://schema.org",
            "@type": "Quotation",
            "@id": links.quote_page(quote.id),
            "url": links.quote_page(quote.id),
            "identifier": quote.id,
            "text": quote.text if card.in_marks else card.words,
            "inLanguage": quote.lang,
            "spokenByCharacter": speakers[0] if len(speakers) == 1 else speakers,
            "dateCreated": said if said and DAY.fullmatch(said) else None,
            "dateModified": quote.updated_at,
            "isPartOf": article(quote.citation.article),
        }
    )


def speaker(one: AttributedSpeaker, links: Links) -> dict[str, Any]:
    if one.anonymous:
        return {"@type": "Person", "description": one.anonymous.descriptor}
    return known(
        {
            "@type": TYPES.get(one.kind, "Thing"),
            "name": one.name,
            "jobTitle": one.role_as_printed if one.kind == "person" else None,
            "url": links.speaker_page(one.slug) if one.slug else None,
            "sameAs": f"https://www.wikidata.org/entity/{one.qid}" if one.qid else None,
        }
    )


def article(cited: CitedArticle) -> dict[str, Any]:
    written_by = [author(one) for one in authors(cited.byline, cited.lang)]
    published = cited.published_at.edtf if cited.published_at.basis == "stated" else None
    return known(
        {
            "@type": "NewsArticle",
            "headline": cited.title,
            "url": cited.url,
            "publisher": {"@type": "Organization", "name": cited.publisher} if cited.publisher else None,
            "author": written_by[0] if len(written_by) == 1 else written_by,
            "datePublished": published if published and DAY.fullmatch(published[:10]) else None,
            "inLanguage": cited.lang,
        }
    )


def author(one: Author) -> dict[str, Any] | str:
    """A person or an agency where the by-line tells surely; else its words as plain text, which schema.org takes where
    it expects a thing (Conformance: "some data is better than none")."""
    if one.family:
        return {"@type": "Person", "name": one.printed}
    if kind_of(one.printed) in ("agency", "body"):
        return {"@type": "Organization", "name": one.printed}
    return one.printed


def known(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value not in (None, [])}


def as_script(facts: dict[str, Any]) -> Markup:
    """JSON that may stand inside ``<script type="application/ld+json">``: nothing in it ends the element."""
    text = encode(facts).decode()
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
