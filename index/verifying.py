"""Does the index on disk still hold what was written? Every byte is hashed: for `doctor` and quiet moments."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from corpus.errors import IndexUnavailable
from index import generations as disk
from index.engines import DamagedFiles, Reading


def verify_generation(directory: Path) -> list[str]:
    """What is wrong with the current generation, a sentence each; empty if all is as it was written."""
    try:
        disk.check_private(directory)
    except IndexUnavailable as error:
        return [str(error)]
    names = disk.read_current(directory)
    return _problems(directory / names[0]) if names else [f"{directory}: there is no index yet: run `onrecord init`"]


def _problems(folder: Path) -> list[str]:
    try:
        manifest = disk.read_manifest(folder)
        disk.check_sizes(folder, manifest)
    except disk.Damaged as damage:
        return [f"{folder}: {damage}"]
    if altered := altered_files(folder, manifest.files):
        return [f"{folder / name}: its content has changed since it was written" for name in altered]
    return _unreadable(folder, manifest)


def altered_files(folder: Path, files: Mapping[str, disk.FileFacts]) -> list[str]:
    """Those of the files that do not have the hash they were written with; all are read."""
    return [name for name, facts in files.items() if disk.file_facts(folder / name) != facts]


def _unreadable(folder: Path, manifest: disk.Manifest) -> list[str]:
    """Whether every quote's facts and payload can be read, and there are as many as the manifest says."""
    try:
        reading = Reading(folder, manifest.files)
        try:
            count = reading.count()
            for part in reading.parts:
                for row in range(part.documents):
                    part.facts(row)
        finally:
            reading.close()
    except DamagedFiles as damage:
        return [f"{folder}: {damage}"]
    return [] if count == manifest.quotes else [f"{folder}: {count} quotes, the manifest says {manifest.quotes}"]
