"""The record: articles, quotes, speakers and every revision, in one database. The truth; the index is derived from it.

`Record` is its one door. Every write is one transaction: all of it is kept, or nothing is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from corpus.errors import RecordUnavailable
from corpus.model import Article, Quotation, Quote, Review, Speaker, SpeakerKind, WithdrawalClass
from corpus.record import articles, bundle, checking, copying, correcting, ingesting, quotes, registering, speakers
from corpus.record.amending import Amendment
from corpus.record.answers import (
    SEEN_BY_READERS,
    SHOWN,
    Altered,
    ArticleSummary,
    Change,
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
from corpus.record.assembling import CONTEXT_WORDS
from corpus.record.database import PATIENCE, Database
from corpus.record.migrating import check_schema, migrate
from corpus.record.writing import Writer
from corpus.speakers import Register

__all__ = [
    "SEEN_BY_READERS",
    "SHOWN",
    "Altered",
    "Amendment",
    "ArticleSummary",
    "Change",
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
]


class Record:
    """An open record. Thread-safe; open one in each process. Every method can raise RecordUnavailable."""

    def __init__(self, database: Database, *, context_words: int = CONTEXT_WORDS) -> None:
        self._database, self._context_words = database, context_words
        self._register: tuple[int, Register] | None = None

    @classmethod
    def open(cls, location: str | Path, *, context_words: int = CONTEXT_WORDS, patience: float = PATIENCE) -> Record:
        """The record at a path or SQLAlchemy URL. Opening makes no file: `migrate` does.

        `context_words` are kept on each side of a quote; a writer waits `patience` seconds for another. Raises
        RecordUnavailable if what is there is no record, is damaged, or was written by a later version.
        """
        database = Database(location, patience=patience)
        if database.exists:
            try:
                check_schema(database)
            except RecordUnavailable:
                database.close()
                raise
        return cls(database, context_words=context_words)

    def migrate(self) -> None:
        """Make the tables, or bring them to this version. Every other call needs it done; twice is harmless."""
        migrate(self._database)

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Record:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    # ------------------------------------------------------------------------------------------ writing

    @contextmanager
    def _writing(self, by: str) -> Iterator[Writer]:
        """One transaction by one hand, all or nothing."""
        with self._database.writing() as connection:
            writer = Writer(connection, by=by)
            yield writer
            writer.flush()

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
            return done

    def revise(
        self, quote_id: str, *, kind: RevisionKind, reason: str, by: str, change: Callable[[Quote], Quote]
    ) -> Quote:
        """Change a quote by a person's hand: `change` gets it and gives what it shall be. From then on no extractor
        overwrites or withdraws it. Raises NotInRecord, InvalidQuote."""
        with self._writing(by) as writer:
            old = quotes.quote(writer.connection, quote_id)
            kept = articles.version_of(writer.connection, old.citation.article.id, old.citation.article.version)
            new = replace(change(old), review=Review("human", by, writer.at, old.review.extractor_version))
            return writer.revise(old, new, kept.article.text if kept else None, kind=kind, reason=reason)

    def preview(self, quote_id: str, amendment: Amendment) -> Quote:
        """What `correct` would make of a quote; nothing is kept. Raises NotInRecord, Refused."""
        with self._database.reading() as connection:
            return correcting.preview(Writer(connection, by=""), quote_id, amendment)

    def correct(self, quote_id: str, amendment: Amendment, *, reason: str, by: str) -> Quote:
        """Correct a quote. Raises NotInRecord, Refused, InvalidQuote."""
        with self._writing(by) as writer:
            return correcting.correct(writer, quote_id, amendment, reason=reason)

    def withdraw(self, quote_id: str, *, reason_class: WithdrawalClass, reason: str, by: str) -> Quote:
        """Show a quote no more, nor its words around others of its article. Raises NotInRecord, Refused."""
        with self._writing(by) as writer:
            return correcting.withdraw(
                writer, quote_id, reason_class=reason_class, reason=reason, context_words=self._context_words
            )

    def merge(self, quote_id: str, into_id: str, *, reason: str, by: str) -> Quote:
        """Make a quote part of another, which stands for both. Raises NotInRecord, Refused."""
        with self._writing(by) as writer:
            return correcting.merge(writer, quote_id, into_id, reason=reason)

    def alias(
        self, slug: str, *, add: Sequence[str] = (), remove: Sequence[str] = (), reason: str, by: str
    ) -> RegisterChange:
        """Give a speaker further names, or take some away. Raises NotInRecord, Refused."""
        with self._writing(by) as writer:
            return registering.alias(writer, slug, add, remove, reason)

    def merge_speakers(self, slug: str, into: str, *, reason: str, by: str) -> RegisterChange:
        """Make two register entries one, which has the quotes and names of both. Raises NotInRecord, Refused."""
        with self._writing(by) as writer:
            return registering.merge(writer, slug, into, reason)

    def split_speaker(
        self,
        slug: str,
        quote_ids: Sequence[str],
        *,
        name: str | None = None,
        to: str | None = None,
        reason: str,
        by: str,
    ) -> RegisterChange:
        """Give quotes of a speaker to another entry: `to`, or a new one of that `name`. Raises NotInRecord, Refused."""
        with self._writing(by) as writer:
            return registering.split(writer, slug, quote_ids, name, to, reason)

    def undo(self, number: int, *, reason: str, by: str) -> RegisterChange:
        """Put back a change of the register. Raises NotInRecord, and Refused if what it made has changed since."""
        with self._writing(by) as writer:
            return registering.undo(writer, number, reason)

    def register_changes(self, slug: str | None = None) -> list[RegisterChange]:
        """What people did to the register, or to one entry of it; the newest first."""
        with self._database.reading() as connection:
            return registering.changes(connection, slug)

    # ------------------------------------------------------------------------------------------ quotes

    def quote(self, quote_id: str) -> Quote:
        """A quote in any state. Raises NotInRecord."""
        with self._database.reading() as connection:
            return quotes.quote(connection, quote_id)

    def quotes_of(self, article_id: str) -> list[Quote]:
        """The quotes of an article that are shown, in text order; those of older versions only come last."""
        with self._database.reading() as connection:
            return articles.quotes_of(connection, article_id)

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

    def sequence(self) -> int:
        """The number of the last change."""
        with self._database.reading() as connection:
            return quotes.counter(connection, "sequence")

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
