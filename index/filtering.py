"""The filters of a request as masks over documents: values of one filter are alternatives, filters add up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from corpus.errors import InvalidRequest
from index.columns import UNDATED, Booleans, Columns
from index.contract import SearchRequest

VALUE_FILTERS = (
    "speaker", "publisher", "article", "type", "attribution", "fidelity", "channel", "lang", "original_lang",
)  # fmt: skip


class Filters:
    """The masks of one request, by the name of their filter; those not asked for are missing."""

    def __init__(self, request: SearchRequest, columns: Columns) -> None:
        self._columns = columns
        self._masks = dict(_masks(request, columns))

    def passing(self, matched: Booleans, *, but: str | None = None) -> Booleans:
        """Those of the matched documents that pass all filters, `but` one."""
        passing = matched & self._columns.live
        for name, mask in self._masks.items():
            if name != but:
                passing &= mask
        return passing

    def undated(self, matched: Booleans, dated: str) -> int:
        """How many documents a range of dates (`said` or `published`) leaves out for having no date."""
        if dated not in self._masks:
            return 0
        first = self._columns.said_first if dated == "said" else self._columns.published_first
        return int(np.count_nonzero(self.passing(matched, but=dated) & (first == UNDATED)))


def _masks(request: SearchRequest, columns: Columns) -> Iterator[tuple[str, Booleans]]:
    for name in VALUE_FILTERS:
        if keys := getattr(request, name):
            dimension = columns.dimensions[name]
            wanted = set[int]().union(*(dimension.vocabulary.find(key) for key in keys))
            yield name, dimension.having(wanted, columns.documents)
    if mask := _range(request, "said", request.said_from, request.said_to, columns):
        yield mask
    if mask := _range(request, "published", request.published_from, request.published_to, columns):
        yield mask
    if request.republished != "include":
        yield "republished", columns.republished == (request.republished == "only")
    if request.min_confidence is not None:
        yield "min_confidence", columns.confidence >= request.min_confidence
    if request.reviewed is not None:
        yield "reviewed", columns.reviewed == request.reviewed


def _range(
    request: SearchRequest, name: str, first: date | None, last: date | None, columns: Columns
) -> tuple[str, Booleans] | None:
    """A vague date passes every range that it overlaps; undated quotes pass none."""
    if first is None and last is None:
        return None
    start, end = (first or date.min).toordinal(), (last or date.max).toordinal()
    if start > end:
        raise InvalidRequest(f"{first} is after {last}: the range is empty", parameter=f"{name}_to")
    if name == "said":
        begun, over = columns.said_first, columns.said_last
    else:
        begun, over = columns.published_first, columns.published_last
    return name, (begun <= end) & (over >= start) & (begun != UNDATED)
