"""What `onrecord check --html` prints. A file of its own: the pages take half a second to load."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.model import Quotation
from service.answers import CorpusFacts
from service.application import create_app
from service.config import Config
from service.pages.printed import printed
from service.pages.reports import whole_report
from service.verifying import Verdict


def report_of(
    drafts: Iterable[tuple[str, Sequence[tuple[Quotation, Verdict]]]], corpus: CorpusFacts, config: Config
) -> str:
    """The reports of drafts, each by its name, as an HTML document. Its links lead to ONRECORD_URL, or else to where
    `onrecord serve` would serve."""
    with create_app(config).test_request_context(base_url=f"http://{config.host}:{config.port}/"):
        return printed([(name, whole_report(found)) for name, found in drafts], corpus)
