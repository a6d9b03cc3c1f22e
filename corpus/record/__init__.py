"""The record: articles, quotes, speakers and every revision, in one database. The truth; the index is derived from it.

`Record` is its one door. Every write is one transaction: all of it is kept, or nothing is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.model import Article, Quotation, Quote, Speaker, SpeakerKind
from corpus.record import (
    articles,
    bundle,
    checking,
    cluster_deciding,
    copying,
    ingesting,
    quotes,
    registering,
    speakers,
)
from corpus.record import clusters as kept_clusters
from corpus.record.amending import Amendment
from corpus.record.answers import (
    SEEN_BY_READERS,
    SHOWN,
    Altered,
    Appearance,
    ArticleSummary,
    Change,
    Cluster,
    ClusterChange,
    ClusterSummary,
    Counts,
    Ingested,
    Loaded,
    LoggedCorrection,
    Problem,
    RegisterChange,
    Revision,
    RevisionKind,
    SpeakerSummary,
    StoredArticle,
)
from corpus.record.clusters import Wanted
from corpus.record.decisions import Decisions
from corpus.speakers import Register

__all__ = [
    "SEEN_BY_READERS",
    "SHOWN",
    "Altered",
    "Amendment",
    "Appearance",
    "ArticleSummary",
    "Change",
    "Cluster",
    "ClusterChange",
    "ClusterSummary",
    "Counts",
    "Ingested",
    "Loaded",
    "LoggedCorrection",
    "Problem",
    "Record",
    "RegisterChange",
    "Revision",
    "RevisionKind",
    "SpeakerSummary",
    "StoredArticle",
    "Wanted",
]


class Record(Decisions):
    """An open record. Thread-safe; open one in each process. Every method can raise RecordUnavailable."""

    _register: tuple[int, Register] | None = None
    _sequence: tuple[object, int] | None = None

    def load_bundle(self) -> Loaded:
        """The bundled speakers and quotes, into the record; idempotent."""
        with self._writing(bundle.EDITORS) as writer:
            return bundle.load(writer)

    def ingest(self, article: Article, quotations: Sequence[Quotation], *, extractor_version: str) -> Ingested:
        """Keep an article and its quotations, in one transaction; the same again changes nothing. Raises InvalidQuote
        if they do not fit the text."""
        with self._writing(f"extractor {extractor_version}") as writer:
            return ingesting.ingest(writer, article, quotations, extractor_version, self._context_words)

    def extract_again(
        self, article: Article, quotations: Sequence[Quotation], *, extractor_version: str, trial: bool = False
    ) -> Ingested:
        """Keep what an extractor now finds in a kept article; of a `trial` no more than this answer is kept. Raises
        InvalidQuote, NotInRecord."""
        with self._writing(f"extractor {extractor_version}") as writer:
            done = ingesting.extract_again(writer, article, quotations, extractor_version, self._context_words)
            if trial:
                writer.connection.rollback()
                writer.changed.clear()
            return done

    def register_changes(self, slug: str | None = None) -> list[RegisterChange]:
        """What people did to the register, or to one entry of it; the newest first."""
        with self._database.reading() as connection:
            return registering.changes(connection, slug)

    # ------------------------------------------------------------------------------------------ quotes

    def quote(self, quote_id: str) -> Quote:
        """A quote in any state. Raises NotInRecord."""
        with self._database.reading() as connection:
            return quotes.told(connection, [quotes.quote(connection, quote_id)])[0]

    def quotes_of(self, article_id: str) -> list[Quote]:
        """The quotes of an article that are shown, in text order; those of older versions only come last."""
        with self._database.reading() as connection:
            return quotes.told(connection, articles.quotes_of(connection, article_id))

    def revisions(self, quote_id: str) -> list[Revision]:
        """Every state that a quote was ever in, first to last. Raises NotInRecord."""
        with self._database.reading() as connection:
            return quotes.revisions(connection, quote_id)

    def corrections(
        self, *, kind: RevisionKind | None = None, after: tuple[str, str, int] | None = None, limit: int = 20
    ) -> list[LoggedCorrection]:
        """The log of corrections, the newest first; `after` is the (at, id, revision) of a line."""
        with self._database.reading() as connection:
            return quotes.corrections(connection, kind=kind, after=after, limit=limit)

    def changes(self, after: int = 0) -> Iterator[Change]:
        """Quotes in any state that changed after a sequence number, by rising number."""
        return quotes.changes(self._database, after)

    def look(self) -> object:
        """A value that stays equal as long as nobody writes; always another where that cannot be told cheaply."""
        return self._database.look()

    def sequence(self) -> int:
        """The number of the last change; asked for again only when somebody has written."""
        seen = self.look()
        if self._sequence is None or self._sequence[0] != seen:
            with self._database.reading() as connection:
                self._sequence = (seen, quotes.counter(connection, "sequence"))
        return self._sequence[1]

    def gone_since(self, sequence: int) -> frozenset[str]:
        """The ids of the quotes withdrawn or merged after that change."""
        with self._database.reading() as connection:
            return quotes.gone_since(connection, sequence)

    def changed_since(self, sequence: int, quote_ids: Sequence[str]) -> dict[str, Quote]:
        """Those of some quotes that changed after that change and are shown, by id."""
        with self._database.reading() as connection:
            return quotes.changed_since(connection, sequence, quote_ids)

    def counts(self) -> Counts:
        with self._database.reading() as connection:
            return quotes.counts(connection)

    # ------------------------------------------------------------------------------------------ articles

    def article(self, article_id: str) -> Article:
        """The newest version, with its text if the record has it. Raises NotInRecord."""
        with self._database.reading() as connection:
            return articles.article(connection, article_id)

    def articles(
        self, *, after: str | None = None, limit: int = 20, publisher: str | None = None
    ) -> list[ArticleSummary]:
        """Articles by id, those after an id only, without their texts."""
        with self._database.reading() as connection:
            return articles.summaries(connection, after=after, limit=limit, publisher=publisher)

    def stored_articles(self, *, after: str | None = None, limit: int = 500) -> list[StoredArticle]:
        """Articles by id, those after an id only, and which extractor read them last."""
        with self._database.reading() as connection:
            return articles.stored(connection, after=after, limit=limit)

    def related_articles(self, article_id: str) -> list[Article]:
        """Copies of an article, its original, and other copies of that. Raises NotInRecord."""
        with self._database.reading() as connection:
            return articles.related(connection, article_id)

    # ------------------------------------------------------------------------------------------ speakers

    def speaker(self, slug_or_qid: str) -> Speaker:
        """A register entry. Raises NotInRecord."""
        with self._database.reading() as connection:
            return speakers.speaker(connection, slug_or_qid)

    def entry(self, slug_or_qid: str) -> Speaker:
        """A register entry for editors, even one that is not shown since no quote is theirs. Raises NotInRecord."""
        with self._database.reading() as connection:
            return speakers.speaker(connection, slug_or_qid, unserved=True)

    def register(self) -> Register:
        """The whole register; read again only when it has changed."""
        with self._database.reading() as connection:
            state = quotes.counter(connection, "register")
            if self._register is None or self._register[0] != state:
                self._register = (state, speakers.register(connection))
            return self._register[1]

    def speakers(
        self, *, q: str | None = None, kind: SpeakerKind | None = None, after: str | None = None, limit: int = 20
    ) -> list[SpeakerSummary]:
        """Register entries by slug, those after a slug only; `q` is looked for in every name and alias."""
        with self._database.reading() as connection:
            return speakers.summaries(connection, q=q, kind=kind, after=after, limit=limit)

    def speaker_timeline(self, slug: str) -> list[tuple[str, int]]:
        """(month, quotes) of a speaker, in order: by when words were said, else published."""
        with self._database.reading() as connection:
            return speakers.timeline(connection, slug)

    # ------------------------------------------------------------------------------------------ clusters

    def cluster(self, cluster_id: str, wanted: Wanted = lambda _: slice(None)) -> Cluster:
        """A cluster with its quotes, or with those of them that are `wanted`; or the one that it was merged into.
        Raises NotInRecord."""
        with self._database.reading() as connection:
            return kept_clusters.cluster(connection, cluster_id, wanted)

    def clusters(self, *, after: str | None = None, limit: int = 20) -> list[ClusterSummary]:
        """Clusters of two quotes or more by id, those after an id only."""
        with self._database.reading() as connection:
            return kept_clusters.summaries(connection, after=after, limit=limit)

    def cluster_changes(self, cluster_id: str | None = None) -> list[ClusterChange]:
        """What people decided about clusters, or about one; the newest first."""
        with self._database.reading() as connection:
            return cluster_deciding.changes(connection, cluster_id)

    # ------------------------------------------------------------------------------------------ whole and sound

    def problems(self) -> Iterator[Problem]:
        """Every invariant that does not hold; nothing if all is well."""
        return checking.problems(self._database)

    def backup(self, path: str | Path) -> None:
        """Copy the record to a new file while it is in use; checked before it counts. Overwrites nothing."""
        copying.backup(self._database, Path(path))

    @staticmethod
    def restore(backup_path: str | Path, location: str | Path) -> None:
        """Put a backup in the place of a record that nobody has open; checked before anything is changed."""
        copying.restore(Path(backup_path), location)
