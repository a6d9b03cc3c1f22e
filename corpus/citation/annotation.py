"""A quote as an annotation of the page that it stands on: W3C Web Annotation Data Model (2017), with both selectors."""

from __future__ import annotations

from typing import Any

from corpus.citation.wordings import speakers
from corpus.model import Quote, Selector

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{CONTEXT}"'


def annotation(quote: Quote, *, address: str, page: str, article_page: str) -> dict[str, Any]:
    """The annotation of `quote` as JSON-LD.

    `address` is its own URL, `page` that of the quote. Each segment is a target (section 3.2.4) with a selector by
    words and one by position; the position counts code points of the article's text. The target is the article where
    it has a URL, and else `article_page`.
    """
    target = quote.citation.article.url or article_page
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "id": address,
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"type": "TextualBody", "value": speakers(quote), "format": "text/plain", "purpose": "identifying"},
        "target": [selected(one, target) for one in quote.citation.selectors or (quote.citation.selector,)],
        "canonical": page,
    }
    times = {"created": quote.created_at, "modified": quote.updated_at}
    return found | {name: at for name, at in times.items() if at}


def selected(selector: Selector, target: str) -> dict[str, Any]:
    words = {"exact": selector.exact, "prefix": selector.prefix, "suffix": selector.suffix}
    return {
        "type": "SpecificResource",
        "source": target,
        "selector": [
            {"type": "TextQuoteSelector", **words},
            {"type": "TextPositionSelector", "start": selector.start, "end": selector.end},
        ],
    }
