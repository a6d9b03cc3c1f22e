"""Articles with one quote each, invented for the tests of clusters."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import PublishedAt, Quote, SaidAt
from corpus.record import Record
from tests.corpus.record.invented import read

LAMP = "The lighthouse stays dark until the capital pays for the broken lamp and the rusty ladder."
LAMP_CUT = "The lighthouse stays dark until the capital pays"
LAMP_CHANGED = LAMP.replace("stays", "will stay").replace("broken ", "")
GOATS = "Nobody asked the goats of the northern cliffs whether they wanted a railway."


class Press:
    """What newspapers print of what is said, each number in its own words."""

    def __init__(self, record: Record) -> None:
        self.record, self.numbers = record, 0

    def prints(
        self,
        words: str,
        *,
        who: str = "Oona Sedge",
        day: str | None = "2031-03-04",
        said: str | None = None,
        paper: str | None = None,
        around: str | None = None,
    ) -> str:
        """Print an article, and give the id of its quote."""
        self.numbers += 1
        prose = around or f"Page {self.numbers} of number {self.numbers} went to print at {self.numbers} o'clock."
        article, [quotation] = read(
            f"“{{{who}|said|{words}}},” it was heard.\n\n{prose}\n",
            url=f"https://paper.example/{self.numbers}",
            publisher=paper or f"Paper {self.numbers}",
            published_at=PublishedAt(day, "stated" if day else "unknown"),
        )
        if said:
            quotation = replace(quotation, said_at=SaidAt(said, "day", "stated", "that day"))
        done = self.record.ingest(article, [quotation], extractor_version="1")
        return self.record.quotes_of(done.article_id)[0].id

    def quote(self, quote_id: str) -> Quote:
        return self.record.quote(quote_id)

    def cluster(self, quote_id: str) -> str | None:
        membership = self.quote(quote_id).cluster
        return membership.id if membership else None

    def together(self, *quote_ids: str) -> bool:
        """Whether quotes are all in one cluster."""
        clusters = {self.cluster(quote_id) for quote_id in quote_ids}
        return len(clusters) == 1 and None not in clusters

    def told(self, quote_id: str) -> tuple[int, int, str]:
        """Appearances, independent reports, and the difference."""
        membership = self.quote(quote_id).cluster
        assert membership is not None
        return membership.appearances, membership.independent_reports, membership.difference
