# mypy: disable-error-code="no-untyped-call"
"""A folder of which Whoosh sees only the files that a manifest lists.

Whoosh opens whatever table of contents is newest and deletes what that one does not name. With this storage a commit
that never reached the manifest (its writer was killed) is invisible, and the files of the state before it are there
until the manifest has let go of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage


class ListedStorage(FileStorage):
    """`listed` are the names of the files that exist for Whoosh; `obsolete` those it has deleted, still on disk."""

    def __init__(self, folder: Path, listed: Iterable[str] = ()) -> None:
        super().__init__(str(folder))
        self.listed = set(listed)
        self.obsolete: set[str] = set()

    def list(self) -> list[str]:
        return sorted(self.listed)

    def create_file(self, name: str, *args: Any, **options: Any) -> Any:
        created = super().create_file(name, *args, **options)
        self.listed.add(name)
        return created

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        super().rename_file(oldname, newname, safe=safe)
        self.listed.discard(oldname)
        self.listed.add(newname)

    def delete_file(self, name: str) -> None:
        self.listed.discard(name)
        self.obsolete.add(name)

    def delete_obsolete(self) -> None:
        """Really delete what Whoosh let go of."""
        for name in self.obsolete:
            Path(self.folder, name).unlink(missing_ok=True)
        self.obsolete.clear()


class DamagedFiles(Exception):
    """What is on disk cannot be what was written: Whoosh failed on it."""
