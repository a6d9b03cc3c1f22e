"""Is it alive, is it ready, how is it doing: for whoever keeps the service running."""

from __future__ import annotations

import os
from functools import lru_cache

import msgspec
from flask import Blueprint, Response
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from corpus.errors import OnrecordError
from index.engines import given_up, left_to_whoosh
from service.caching import NEVER_KEPT
from service.current import current_archive

blueprint = Blueprint("health", __name__)

REQUESTS = Counter("onrecord_requests", "Requests answered", ["method", "rule", "status"])
LEFT_TO_WHOOSH = Counter("onrecord_searches_left_to_whoosh", "Searches that the engine had no plan for")
GIVEN_UP = Counter("onrecord_searches_given_up", "Searches that would have cost more than they may")
SECONDS = Histogram("onrecord_request_seconds", "Time until the answer was made", ["method", "rule"])
TALLIES = (LEFT_TO_WHOOSH, left_to_whoosh), (GIVEN_UP, given_up)
COUNTED = ("GET", "HEAD", "POST", "OPTIONS")
"""Methods that are told apart."""


class Readiness(msgspec.Struct, frozen=True):
    """`index` also says ``stale`` where an earlier generation stands in or changes of the record are not yet in it;
    the service answers nevertheless."""

    ready: bool
    record: str
    index: str


@blueprint.get("/healthz")
def alive() -> Response:
    """The process answers."""
    return _never_kept(b'{"status":"ok"}')


@blueprint.get("/readyz")
def ready() -> Response:
    """The record and the index can be used; 503 if not. Being asked mends the index, as a search does: a service that
    is not ready may be sent nothing else."""
    current_archive().keep_up()
    record, sequence = _record()
    index = _index(sequence)
    readiness = Readiness(record == "ok" and index != "unavailable", record, index)
    return _never_kept(msgspec.json.encode(readiness), 200 if readiness.ready else 503)


@blueprint.get("/metrics")
def metrics() -> Response:
    """In the text format of Prometheus, added up over all worker processes."""
    registry = REGISTRY
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return _never_kept(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def _record() -> tuple[str, int]:
    try:
        return "ok", current_archive().record.sequence()
    except OnrecordError:
        return "unavailable", -1


def _index(sequence: int) -> str:
    archive = current_archive()
    try:
        state = archive.index.state
    except OnrecordError:
        return "unavailable"
    return "ok" if state.sequence == sequence and not state.problem else "stale"


def _never_kept(body: bytes, status: int = 200, content_type: str = "application/json") -> Response:
    return Response(body, status, {"Cache-Control": NEVER_KEPT}, content_type=content_type)


@lru_cache(maxsize=1024)
def _counters(method: str, rule: str, status: int) -> tuple[Counter, Histogram]:
    return REQUESTS.labels(method, rule, str(status)), SECONDS.labels(method, rule)


def count(method: str, rule: str | None, status: int, seconds: float) -> None:
    """Count a request, and how long its answer took, by the rule that it matched."""
    requests, times = _counters(method if method in COUNTED else "other", rule or "none", status)
    requests.inc()
    times.observe(seconds)
    for counter, tally in TALLIES:
        if found := tally.taken():
            counter.inc(found)
