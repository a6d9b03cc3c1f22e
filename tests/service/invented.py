"""Articles invented for the tests, kept through the same pipeline as any other."""

from __future__ import annotations

from corpus import Record, extract_quotes, read_article
from corpus.extraction import EXTRACTOR_VERSION

FERRY = """The harbour council will buy two electric ferries, it was announced on Monday.

"We waited eleven years for this vote, and the river will be quieter for it," said Mira Halloran.

"The old boats were a disgrace to the town," Halloran told reporters at the quay. "Nobody will miss the smoke."

"I doubt the batteries will survive one winter," said Tobias Renn of the repair yard.

A harbour official, who asked not to be named, said the price had doubled since spring.
"""

BRIDGE = """The swing bridge at Elmsport stays shut until June, the roads office said on Friday.

"The bearings are worn through, and no spare exists anywhere in the country," said Tobias Renn.

Mira Halloran called the delay "a slow disaster" for the market traders.

"Trade has halved since the bridge closed," said Oona Sedge.
"""


def keep_articles(record: Record) -> list[str]:
    """Keep both articles; their ids, that of the ferries first."""
    ferry = read_article(
        FERRY,
        url="https://gazette.example/ferries",
        title="Council buys ferries",
        publisher="The Elmsport Gazette",
        byline="Nell Okafor",
        published="2024-05-14",
        lang="en",
    )
    bridge = read_article(
        BRIDGE,
        url="https://courier.example/bridge",
        title="Bridge shut until June",
        publisher="The River Courier",
        published="2024-03-02",
        lang="en",
    )
    for article in (ferry, bridge):
        record.ingest(article, extract_quotes(article), extractor_version=EXTRACTOR_VERSION)
    return [ferry.id, bridge.id]
