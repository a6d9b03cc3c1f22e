"""The one place that wires the record and the index together.

The record is the truth; the index is brought to its state here. Nothing that answers a GET writes the record.
"""

from __future__ import annotations

import logging
import shutil
import threading
import time
from collections.abc import Iterator
from types import TracebackType

from corpus import Record
from corpus.errors import Gone, IndexUnavailable, OnrecordError
from corpus.model import Quote, Speaker
from corpus.record import Cluster, Wanted
from index import Entry, Index, IndexState, build, open_index, update, verify_generation
from service.config import Config
from service.finding import Finder
from service.payloads import PAYLOAD_SHAPE, payload
from service.standing import Merged, is_served, standing

log = logging.getLogger("onrecord.archive")

LOOK_EVERY = 1.0
"""Seconds between two looks of a worker at whether the index lags behind the record."""
MEND_EVERY = 30.0
"""Seconds that a worker leaves between two attempts to bring the index up to date."""


class Archive:
    """The record and the index of one configuration, opened when first used. Thread-safe; not to be shared across
    processes. `record` raises RecordUnavailable, `index` IndexUnavailable."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.index_folder = config.index_folder / PAYLOAD_SHAPE
        self.finder = Finder(self)
        self._record: Record | None = None
        self._index: Index | None = None
        self._opening = threading.RLock()
        self._mending: threading.Thread | None = None
        self._looked = self._mended = float("-inf")

    @property
    def record(self) -> Record:
        with self._opening:
            if self._record is None:
                self._record = Record.open(self.config.database, context_words=self.config.context_words)
            return self._record

    @property
    def index(self) -> Index:
        with self._opening:
            if self._index is None:
                self._index = open_index(self.index_folder)
            return self._index

    def look(self) -> object:
        """What is `seen`. That the index lags or is damaged is noticed, and mended meanwhile."""
        self.keep_up()
        return self.seen()

    def seen(self) -> object:
        """A value that stays equal as long as neither record nor index is written; always another where that cannot be
        told cheaply."""
        try:
            return self.record.look(), self.index.look()
        except OnrecordError:
            return object()

    def quote(self, quote_id: str) -> Quote:
        """A quote that may be shown. Raises NotInRecord, Withdrawn, or `service.standing.Merged`."""
        return standing(self.record.quote(quote_id))

    def speaker(self, slug_or_qid: str) -> Speaker:
        """A register entry. Raises NotInRecord, or `service.standing.Merged` for the slug of a merged one."""
        found = self.record.speaker(slug_or_qid)
        if slug_or_qid not in (found.slug, found.qid):
            raise Merged(slug_or_qid, into=found.slug)
        return found

    def cluster(self, cluster_id: str, wanted: Wanted) -> tuple[Cluster, Quote]:
        """A cluster that has quotes, with those of them that are wanted, and the fullest of all. Raises NotInRecord,
        Gone, or `service.standing.Merged`."""
        found = self.record.cluster(cluster_id, wanted)
        if found.id != cluster_id:
            raise Merged(cluster_id, into=found.id)
        if found.fullest_quote is None:
            raise Gone("every quote of this cluster was withdrawn", where=cluster_id)
        return found, found.fullest_quote

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """What changed in the record after a sequence number, as the index takes it."""
        for change in self.record.changes(after):
            served = payload(change.quote) if is_served(change.quote) else b""
            yield Entry(change.seq, change.quote, change.speakers, served)

    # -------------------------------------------------------------------------------------- keeping the index

    def synchronise(self, rebuild: bool = False) -> IndexState:
        """Bring the index to the state of the record: anew if it is missing, outdated, damaged or ahead of the record,
        else by what changed; one that is there already is left alone, so that a folder which cannot be written will do.
        Safe to call from several processes at once: the index has a lock of its own."""
        sequence = self.record.sequence()
        reached = None if rebuild else self._reached()
        if reached == sequence:
            return self.index.state
        if reached is None or reached > sequence:
            return self._build(sequence)
        try:
            return update(self.index_folder, self.entries(reached), sequence=sequence)
        except IndexUnavailable as error:
            log.warning("index is built anew: %s", error)
            return self._build(sequence)

    def _build(self, sequence: int) -> IndexState:
        state = build(self.index_folder, self.entries(), sequence=sequence)
        for other in self.index_folder.parent.iterdir():  # of another shape: nobody reads it any more
            if other != self.index_folder:
                shutil.rmtree(other, ignore_errors=True)
        return state

    def _reached(self) -> int | None:
        """The sequence number that the index has reached; None if there is no sound index."""
        try:
            state = self.index.state
        except IndexUnavailable:
            return None
        return None if state.problem else state.sequence

    def keep_up(self) -> None:
        """Start bringing the index up to date in the background if it lags or is damaged; never waits for it."""
        now = time.monotonic()
        if now - self._looked < LOOK_EVERY:
            return
        self._looked = now
        if now - self._mended < MEND_EVERY or (self._mending and self._mending.is_alive()):
            return
        if self._lags():
            self._mended = now
            self._mending = threading.Thread(target=self._mend, name="synchronise", daemon=True)
            self._mending.start()

    def _lags(self) -> bool:
        try:
            return self._reached() != self.record.sequence()
        except OnrecordError as error:  # the index answers on without the record
            log.warning("the record cannot be looked at: %s", error)
            return False

    def _mend(self) -> None:
        try:
            state = self.synchronise()
        except OnrecordError as error:
            log.error("index could not be brought up to date: %s", error)
        else:
            log.info("index brought to change %d of the record", state.sequence)

    # -------------------------------------------------------------------------------------- whole and sound

    def problems(self) -> Iterator[str]:
        """What is wrong with the record, with the index, and between the two; for `onrecord doctor`."""
        for problem in self.record.problems():
            yield f"record: {problem.where}: {problem.message}"
        unsound = verify_generation(self.index_folder)
        yield from (f"index: {message}" for message in unsound)
        try:
            state = self.index.state
        except IndexUnavailable as error:
            if str(error) not in unsound:
                yield f"index: {error}"
            return
        if state.problem:
            yield f"index: {state.problem}"
        sequence, counts = self.record.sequence(), self.record.counts()
        if state.sequence != sequence:
            yield f"index: has reached change {state.sequence}, the record {sequence}; run `onrecord index`"
        elif state.quotes != counts.quotes:
            yield f"index: holds {state.quotes} quotes, the record {counts.quotes}"

    def close(self) -> None:
        with self._opening:
            if self._index is not None:
                self._index.close()
            if self._record is not None:
                self._record.close()
            self._index = self._record = None

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
