"""Reports of drafts as one file that is whole without us: to be read in any browser, printed, or sent on."""

from __future__ import annotations

from collections.abc import Sequence

from flask import render_template
from markupsafe import Markup

from service.answers import CorpusFacts
from service.pages.assets import ASSETS
from service.pages.reports import Report
from service.request_links import RequestLinks


def printed(reports: Sequence[tuple[str, Report]], corpus: CorpusFacts) -> str:
    """The reports of some drafts, each by its name, as an HTML document. Needs the context of a request; links are
    whole addresses."""
    styles = Markup(ASSETS["onrecord.css"].content.decode())
    return render_template(
        "report.html", links=RequestLinks.of_request(), styles=styles, reports=reports, corpus=corpus
    )
