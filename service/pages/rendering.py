"""What every page is rendered with: its links, and the words of the templates."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.blueprints import BlueprintSetupState

from service.links import Links
from service.pages import dates, marking, particulars, readers, wording
from service.pages.assets import asset_url

FILTERS = {
    "capitalised": wording.capitalised,
    "counted": readers.counted,
    "edtf": dates.in_words,
    "emphasised": marking.emphasised,
    "missing": particulars.missing,
    "number": readers.number,
    "tenure": readers.tenure,
    "web": readers.web_address,
}
GLOBALS = {
    "asset_url": asset_url,
    "fidelities": wording.FIDELITIES,
    "kinds": wording.KINDS,
    "language": wording.language,
    "mention": particulars.mention,
    "relations": wording.RELATIONS,
}


def links() -> Links:
    """Links as paths: a page read through any host stays on it."""
    return Links(request.script_root)


def page(template: str, **facts: object) -> str:
    """A template rendered with `facts` and the links."""
    return render_template(template, links=links(), **facts)


def add_words(blueprint: Blueprint) -> None:
    """Teach the application's templates our filters and names."""

    @blueprint.record_once
    def teach(state: BlueprintSetupState) -> None:
        environment = state.app.jinja_env
        environment.trim_blocks = environment.lstrip_blocks = True
        environment.filters.update(FILTERS)
        environment.globals.update(GLOBALS)
