"""The page of a cluster: one utterance in several articles, each wording beside the fullest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from corpus.clusters import difference_of
from corpus.model import Quote
from corpus.record import Appearance
from service.current import current_archive
from service.pages import wording
from service.pages.cards import Card
from service.pages.differing import Sides, difference
from service.pages.paging import Pages, asked_for
from service.pages.rendering import links, page
from service.verifying import diff

ON_A_PAGE = 10
SIDES = Sides(recorded="only in the fullest", claimed="only here")


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote of the cluster. `told`: how its words differ from the fullest; `difference`: where, if they do;
    `own_words`: they are of another language, and stand alone. `opens`: it is the first on its page of a report."""

    card: Card
    report: int
    opens: bool
    told: str
    difference: Markup | None
    own_words: bool
    negated: bool


def cluster_page(cluster_id: str) -> str:
    """One utterance in many outlets. Raises NotInRecord, Gone, or Merged."""
    found, fullest = current_archive().cluster(cluster_id, on_the_page)
    count = len(found.quote_ids)
    return page(
        "cluster.html",
        cluster=found,
        fullest=Card.of(fullest),
        reports=wording.reports(found.appearances, found.independent_reports),
        shown=[shown(fullest, *pair) for pair in zip(found.members, [None, *found.members], strict=False)],
        pages=Pages.asked(count, ON_A_PAGE, lambda number: links().cluster_page(found.id, page=number)),
    )


def on_the_page(ids: Sequence[str]) -> slice:
    """Which of the quotes are on the page that is asked for."""
    start = (asked_for(len(ids), ON_A_PAGE) - 1) * ON_A_PAGE
    return slice(start, start + ON_A_PAGE)


def shown(fullest: Quote, appearance: Appearance, before: Appearance | None) -> Shown:
    quote = appearance.quote
    kind, compared = difference_of(fullest, quote)
    told = wording.THE_FULLEST if quote.id == fullest.id else wording.DIFFERENCES[kind]
    differs = kind in ("truncated", "wording")
    return Shown(
        card=Card.of(quote),
        report=appearance.report,
        opens=before is None or before.report != appearance.report,
        told=told,
        difference=difference(diff(fullest.text, quote.text, compared), SIDES) if differs else None,
        own_words=kind == "translation",
        negated=compared.negated and differs,
    )
