"""What people decide: quotes corrected, withdrawn or merged, the register and the clusters put in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.model import Quote, Review, SpeakerKind, WithdrawalClass
from corpus.record import articles, cluster_deciding, correcting, quotes, registering
from corpus.record.amending import Amendment
from corpus.record.answers import ClusterChange, RegisterChange, RevisionKind
from corpus.record.opened import OpenRecord
from corpus.record.writing import Writer


class Decisions(OpenRecord):
    """Each is one transaction, with a reason and the name of who decided."""

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
            return quotes.told(connection, [correcting.preview(Writer(connection, by=""), quote_id, amendment)])[0]

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

    def reinstate(self, quote_id: str, *, reason: str, by: str) -> Quote:
        """Show a quote again that was withdrawn or merged, and its words around others. Raises NotInRecord, Refused."""
        with self._writing(by) as writer:
            return correcting.reinstate(writer, quote_id, reason=reason, context_words=self._context_words)

    def dispute(self, quote_id: str, *, reason: str, by: str) -> Quote:
        """Say with a quote that it is disputed; it is still shown. Raises NotInRecord, Refused."""
        with self._writing(by) as writer:
            return correcting.dispute(writer, quote_id, reason=reason)

    def settle(self, quote_id: str, *, reason: str, by: str) -> Quote:
        """Say no more that a quote is disputed. Raises NotInRecord, Refused."""
        with self._writing(by) as writer:
            return correcting.settle(writer, quote_id, reason=reason)

    def merge(self, quote_id: str, into_id: str, *, reason: str, by: str) -> Quote:
        """Make a quote part of another, which stands for both. Raises NotInRecord, Refused."""
        with self._writing(by) as writer:
            return correcting.merge(writer, quote_id, into_id, reason=reason)

    def add_speaker(
        self,
        name: str,
        kind: SpeakerKind,
        *,
        aliases: Sequence[str] = (),
        namesake: bool = False,
        reason: str,
        by: str,
    ) -> RegisterChange:
        """Open an entry for somebody who speaks in no article yet, or in none under that name. Raises Refused: the name
        is that of an entry of this kind, unless it is a `namesake`; or entries of this kind there are none."""
        with self._writing(by) as writer:
            return registering.add(writer, name, kind, aliases, namesake, reason)

    def alias(
        self,
        slug: str,
        *,
        add: Sequence[str] = (),
        remove: Sequence[str] = (),
        cited_from: str | None = None,
        reason: str,
        by: str,
    ) -> RegisterChange:
        """Give a speaker further names, or take some away; `cited_from` says where those added were seen (an article's
        or quote's id, or a list by its name). Raises NotInRecord, Refused."""
        with self._writing(by) as writer:
            return registering.alias(writer, slug, add, remove, cited_from, reason)

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

    def merge_clusters(self, one: str, into: str, *, reason: str, by: str) -> ClusterChange:
        """Make a cluster, or a quote that stands alone, part of another. Raises NotInRecord, Refused."""
        with self._writing(by) as writer:
            return cluster_deciding.merge(writer, one, into, reason)

    def split_cluster(self, cluster_id: str, quote_ids: Sequence[str], *, reason: str, by: str) -> ClusterChange:
        """Make quotes of a cluster one of their own. Raises NotInRecord, Refused."""
        with self._writing(by) as writer:
            return cluster_deciding.split(writer, cluster_id, quote_ids, reason)

    def undo_cluster_change(self, number: int, *, reason: str, by: str) -> ClusterChange:
        """Put back a change of clusters. Raises NotInRecord, and Refused if what it made has changed since."""
        with self._writing(by) as writer:
            return cluster_deciding.undo(writer, number, reason)
