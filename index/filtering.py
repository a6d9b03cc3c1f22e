"""The filters of a request as plans: values of one filter are alternatives, filters add up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from corpus.errors import InvalidRequest
from index.columns import Columns
from index.contract import SearchRequest
from index.engines import Between, Given, Holding, NoneOf, Plan, Scope

VALUE_FILTERS = (
    "speaker", "publisher", "article", "type", "attribution", "fidelity", "channel", "lang", "original_lang",
    "year", "month",
)  # fmt: skip


def filters(request: SearchRequest, columns: Columns, scope: Scope) -> dict[str, Plan]:
    """The filters that a request asks for, by name, for one segment."""
    return dict(_filters(request, columns, scope))


def check_ranges(request: SearchRequest) -> None:
    """Raise InvalidRequest for a range of dates that is empty."""
    for name, first, last in _ranges(request):
        if first and last and first > last:
            raise InvalidRequest(f"{first} is after {last}: the range is empty", parameter=f"{name}_to")


def _filters(request: SearchRequest, columns: Columns, scope: Scope) -> Iterator[tuple[str, Plan]]:
    if request.like and (row := columns.row_of(request.like)) is not None:
        yield "like", NoneOf(Given(scope, np.array([row], dtype=np.int32)))
    for name in VALUE_FILTERS:
        if keys := getattr(request, name):
            dimension = columns.dimension(name)
            yield name, Given(scope, dimension.rows_of(dimension.meant_by(keys)))
    for name, first, last in _ranges(request):  # a vague date passes every range that it overlaps
        if first or last:
            start, end = (first or date.min).toordinal(), (last or date.max).toordinal()
            yield name, Between(scope, columns.days(name), start, end)
    if request.republished != "include":
        wanted = int(request.republished == "only")
        yield "republished", Holding(scope, columns.values("republished"), lambda flags: flags == wanted)
    if request.min_confidence is not None:
        least = request.min_confidence
        yield "min_confidence", Holding(scope, columns.values("confidence"), lambda confidence: confidence >= least)
    if request.reviewed is not None:
        reviewed = int(request.reviewed)
        yield "reviewed", Holding(scope, columns.values("reviewed"), lambda flags: flags == reviewed)


def _ranges(request: SearchRequest) -> tuple[tuple[str, date | None, date | None], ...]:
    return (
        ("said", request.said_from, request.said_to),
        ("published", request.published_from, request.published_to),
    )
