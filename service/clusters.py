"""A cluster as it is served: one utterance in several articles, word by word against the fullest of them."""

from __future__ import annotations

import msgspec

from corpus.clusters import difference_of
from corpus.comparing import EditKind
from corpus.model import Difference, Quote, Span
from corpus.record import Appearance, Cluster
from service.answers import PageLinks


class Edited(msgspec.Struct, frozen=True):
    """One difference: code points of the fullest quote's `text`, and of this one's. A range is empty where words are
    missing."""

    kind: EditKind
    fullest: Span
    quote: Span


class ClusterQuote(msgspec.Struct, frozen=True):
    """A quote of a cluster. `report` is the number of its independent report; `negated`: a negation stands in this
    quote or in the fullest, and not in both."""

    report: int
    difference: Difference
    negated: bool
    edits: tuple[Edited, ...]
    quote: Quote


class ClusterRecord(msgspec.Struct, frozen=True):
    """One utterance in several articles, report by report. `fullest` is the id of the quote that the others are
    compared with."""

    id: str
    appearances: int
    independent_reports: int
    fullest: str
    results: tuple[ClusterQuote, ...]
    links: PageLinks


def cluster_record(cluster: Cluster, fullest: Quote, links: PageLinks) -> ClusterRecord:
    """A cluster with those of its quotes that are on one page."""
    results = tuple(cluster_quote(fullest, one) for one in cluster.members)
    return ClusterRecord(cluster.id, cluster.appearances, cluster.independent_reports, fullest.id, results, links)


def cluster_quote(fullest: Quote, appearance: Appearance) -> ClusterQuote:
    difference, found = difference_of(fullest, appearance.quote)
    edits = tuple(Edited(edit.kind, edit.left, edit.right) for edit in found.operations)
    return ClusterQuote(appearance.report, difference, found.negated, edits, appearance.quote)
