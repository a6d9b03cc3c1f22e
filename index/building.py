"""Entries of the record -> a new generation beside the old, or small commits to the current one.

One builder at a time holds the lock of the directory. Killed at any moment it leaves the state before it; the next one
deletes what it left.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from corpus.errors import IndexUnavailable
from index import generations as disk
from index.contract import Entry, IndexState
from index.documents import Document, document, is_gone
from index.engines import DamagedFiles, Writer
from index.states import state_of

UPDATE_BATCH = 500
"""Entries a commit of an update: about half a second of work, all that a kill can undo."""


def build(directory: Path, entries: Iterable[Entry], *, sequence: int) -> IndexState:
    """Build a new generation of all `entries` and switch to it; the current one is kept to fall back on.

    `sequence` is the last change that the entries hold. Raises InvalidQuote for a quote that would harm the index and
    IndexUnavailable if the directory cannot be written; then nothing has changed.
    """
    with _writing(directory):
        disk.make_private(directory)
        with disk.locked(directory) as waited:
            if waited and (state := _as_of(directory, sequence)):
                return state
            return _build(directory, entries, sequence)


def update(directory: Path, entries: Iterable[Entry], *, sequence: int) -> IndexState:
    """Bring the current generation up to `sequence` by `entries`, in order of `seq`; those it has are skipped.

    Raises IndexUnavailable if there is no whole generation of this code, so that `build` must make one, and
    InvalidQuote as `build` does; what was committed before stays.
    """
    with _writing(directory):
        disk.check_private(directory)
        with disk.locked(directory):
            folder, manifest = _current(directory)
            _delete_debris(folder, manifest)
            writer = Writer(folder, manifest.files)
            new = (entry for entry in entries if entry.seq > manifest.sequence)
            for batch in _batches(new, UPDATE_BATCH):
                _forget_before(directory, _last_gone(batch))
                _apply(writer, batch)
                manifest = _commit(folder, writer, manifest, batch[-1].seq, durable=False)
            if sequence > manifest.sequence:
                manifest = _commit(folder, writer, manifest, sequence, durable=False)
            return state_of(manifest)


# ------------------------------------------------------------------------------------------------ steps


@contextmanager
def _writing(directory: Path) -> Iterator[None]:
    """Turn what goes wrong on the disk (full, read-only, not what was written) into IndexUnavailable."""
    try:
        yield
    except OSError as error:
        message = f"the index cannot be written: {error.strerror or error}"
        raise IndexUnavailable(message, where=str(directory)) from error
    except DamagedFiles as damage:
        raise IndexUnavailable(f"the index must be built again: {damage}", where=str(directory)) from damage


def _build(directory: Path, entries: Iterable[Entry], sequence: int) -> IndexState:
    before = disk.read_current(directory)
    disk.delete_others(directory, keep=before)
    folder = directory / disk.next_name(directory)
    folder.mkdir(mode=0o700)
    try:
        writer, read = Writer(folder), _Read(entries)
        writer.add_in_bulk(read.changes())
        writer.delete_obsolete()
        empty = disk.Manifest(folder.name, _now(), 0, 0, 0, {})
        manifest = _commit(folder, writer, empty, sequence, durable=True)
        disk.fsync_all(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    kept = (folder.name, *_sound(directory, before, read.last_gone)[:1])
    disk.write_current(directory, kept)
    disk.delete_others(directory, keep=kept)
    return state_of(manifest)


class _Read:
    """Entries as changes of an index, one after the other, and the last of them that took a quote out."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = entries
        self.last_gone = 0

    def changes(self) -> Iterator[Document | str]:
        for entry in self._entries:
            if is_gone(entry):
                self.last_gone = max(self.last_gone, entry.seq)
                yield entry.quote.id
            else:
                yield document(entry)


def _apply(writer: Writer, batch: list[Entry]) -> None:
    """One commit; of several entries of one quote the last one counts."""
    last = {entry.quote.id: entry for entry in batch}
    documents = [document(entry) for entry in last.values() if not is_gone(entry)]
    writer.apply(documents, gone=[quote_id for quote_id, entry in last.items() if is_gone(entry)])


def _commit(folder: Path, writer: Writer, before: disk.Manifest, sequence: int, *, durable: bool) -> disk.Manifest:
    """Make what the writer committed the state of the generation; a file never changes, so it is hashed once."""
    files = {name: before.files.get(name) or disk.file_facts(folder / name) for name in sorted(writer.files)}
    quotes, articles = _counted(writer)
    manifest = disk.Manifest(folder.name, _now(), sequence, quotes, articles, files)
    disk.write_manifest(folder, manifest, durable=durable)
    writer.delete_obsolete()
    return manifest


def _counted(writer: Writer) -> tuple[int, int]:
    """Quotes and different articles in the state that was committed."""
    reading = writer.reading()
    try:
        return reading.count(), reading.articles()
    finally:
        reading.close()


def _current(directory: Path) -> tuple[Path, disk.Manifest]:
    names = disk.read_current(directory)
    if not names:
        raise IndexUnavailable("there is no index yet: run `onrecord init`", where=str(directory))
    folder = directory / names[0]
    try:
        manifest = disk.read_manifest(folder)
        disk.check_sizes(folder, manifest)
    except disk.Damaged as damage:
        raise IndexUnavailable(f"the index must be built again: {damage}", where=str(folder)) from damage
    return folder, manifest


def _last_gone(batch: Iterable[Entry]) -> int:
    """The last change that took a quote out."""
    return max((entry.seq for entry in batch if is_gone(entry)), default=0)


def _forget_before(directory: Path, gone: int) -> None:
    """Keep no generation to fall back on that may hold a quote taken out by change `gone`."""
    names = disk.read_current(directory)
    kept = (*names[:1], *_sound(directory, names[1:], gone))
    if gone and kept != names:
        disk.write_current(directory, kept)
        disk.delete_others(directory, keep=kept)


def _sound(directory: Path, names: Iterable[str], gone: int) -> list[str]:
    """Those of the generations that could be served: whole, and without what was taken out up to change `gone`."""
    return [name for name in names if _is_sound(directory / name, gone)]


def _is_sound(folder: Path, gone: int) -> bool:
    try:
        manifest = disk.read_manifest(folder)
        disk.check_sizes(folder, manifest)
    except disk.Damaged:
        return False
    return manifest.sequence >= gone


def _as_of(directory: Path, sequence: int) -> IndexState | None:
    """The current state, if the builder that was waited for has got as far."""
    try:
        _, manifest = _current(directory)
    except IndexUnavailable:
        return None
    return state_of(manifest) if manifest.sequence >= sequence else None


def _delete_debris(folder: Path, manifest: disk.Manifest) -> None:
    """Files of commits that never reached the manifest."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name != disk.MANIFEST and path.name not in manifest.files:
            path.unlink()


def _batches(entries: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    iterator = iter(entries)
    while batch := list(islice(iterator, size)):
        yield batch


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
