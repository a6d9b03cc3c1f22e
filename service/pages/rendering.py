"""What every page is rendered with: its links, and the words of the templates."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.blueprints import BlueprintSetupState

from corpus.model import Quote
from service.dates import in_words
from service.links import Links
from service.pages import directions, marking, particulars, readers, schema_words, wording
from service.pages.assets import asset_url
from service.pages.cards import Card
from service.request_links import RequestLinks

FILTERS = {
    "coded": schema_words.coded,
    "capitalised": wording.capitalised,
    "counted": readers.counted,
    "edtf": in_words,
    "emphasised": marking.emphasised,
    "isolated": directions.isolated,
    "missing": particulars.missing,
    "number": readers.number,
    "tenure": readers.tenure,
    "web": readers.web_address,
}
GLOBALS = {
    "asset_url": asset_url,
    "citation_styles": wording.CITATION_STYLES,
    "feeds": wording.FEEDS,
    "fidelities": wording.FIDELITIES,
    "kinds": wording.KINDS,
    "language": wording.language,
    "mention": particulars.mention,
    "relations": wording.RELATIONS,
    "reports": wording.reports,
}


def links() -> Links:
    """Links as paths: a page read through any host stays on it."""
    return Links(request.script_root)


def page(template: str, **facts: object) -> str:
    """A template rendered with `facts` and the links."""
    return render_template(template, links=links(), **facts)


def part(template: str, **facts: object) -> str:
    """A template of ``parts/`` on its own, for where it is read away from here: its links are whole addresses."""
    return render_template(f"parts/{template}", links=RequestLinks.of_request(), **facts)


def snippet(quote: Quote) -> str:
    """The static card that people paste: a quotation with a link, whole without us."""
    return part("snippet.html", card=Card.of(quote), permanent=RequestLinks.of_request().quote_page(quote.id)).strip()


def add_words(blueprint: Blueprint) -> None:
    """Teach the application's templates our filters and names."""

    @blueprint.record_once
    def teach(state: BlueprintSetupState) -> None:
        environment = state.app.jinja_env
        environment.trim_blocks = environment.lstrip_blocks = True
        environment.filters.update(FILTERS)
        environment.globals.update(GLOBALS)
