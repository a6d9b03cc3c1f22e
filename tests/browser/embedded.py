"""Quotes as other sites embed them, of every sort that a card shows differently. All texts are invented."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import Record, extract_quotes, read_article
from corpus.extraction import EXTRACTOR_VERSION
from corpus.model import Quote, SaidAt
from corpus.record import Amendment

LONG = " ".join(
    f"In the {ordinal} winter the ice took another pier, and the council wrote another letter to the ministry."
    for ordinal in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
)
LIGHTHOUSE = f"""The lighthouse at Elmsport will be lit again, the harbour office said on Monday.

"Light it," said Mira Halloran.

"{LONG}" said Tobias Renn, who keeps the repair yard at the end of the northern mole.

Oona Sedge said that the fishermen had never asked for the old lamp to be taken away from the tower.

"Write <script>document.title = 'taken'</script><img src=x onerror=alert(1)> on the door," said Ana Ruiz.

"Nobody will remember the dark years," said Nell Okafor.

"The keeper lost his house over it," said Otto Lind.

"Bigmarketshallbereopenedbeforethewinterandthelampsofthemolewithitsoeverybodymaysee," said Peter Voss.
"""
REASON = "The recording of the council's open evening shows that she said it a week before the vote, not after it."


@dataclass(frozen=True)
class Embedded:
    """Quotes of the record, by what is particular in them."""

    short: Quote
    long: Quote
    indirect: Quote
    hostile: Quote
    corrected: Quote
    withdrawn: Quote
    unbroken: Quote

    @property
    def shown(self) -> dict[str, Quote]:
        """Those that a card shows, by their names."""
        names = ("short", "long", "indirect", "hostile", "corrected", "unbroken")
        return {name: getattr(self, name) for name in names}


def keep(record: Record) -> Embedded:
    article = read_article(
        LIGHTHOUSE,
        url="https://courier.example/lighthouse",
        title="After eleven years of letters, petitions and torchlight walks the lighthouse will be lit again",
        publisher="The Elmsport Courier and Northern Mole Advertiser",
        published="2024-05-14",
        lang="en",
    )
    record.ingest(article, extract_quotes(article), extractor_version=EXTRACTOR_VERSION)
    found = record.quotes_of(article.id)

    def of(words: str) -> Quote:
        return next(quote for quote in found if words in quote.text)

    corrected = of("dark years")
    said = Amendment(said_at=SaidAt("2024-05-07", "day", "stated"))
    record.correct(corrected.id, said, reason=REASON, by="An Editor")
    withdrawn = of("keeper lost")
    record.withdraw(withdrawn.id, reason_class="privacy", reason="He asked", by="An Editor")
    return Embedded(
        short=of("Light it"),
        long=of("In the first winter"),
        indirect=of("fishermen"),
        hostile=of("<script>"),
        corrected=record.quote(corrected.id),
        withdrawn=withdrawn,
        unbroken=of("Bigmarket"),
    )
