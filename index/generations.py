"""The index directory: generations side by side, one of them current, each with a manifest of its files.

    index/            0700, ours alone
      CURRENT         the current generation's name, then the one before it; replaced atomically
      LOCK            held (flock) by whoever builds
      gen-7-<code>/   files of the engine, and MANIFEST.json; <code> is the fingerprint of what wrote it

A manifest is replaced, atomically, after the files it names are written, and files go only after the manifest has let
go of them. So whatever is killed when, what CURRENT and the manifest name is whole. Only a bulk build is fsynced: what
power loss takes of an update, the record gives back.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from corpus.errors import IndexUnavailable
from index.fingerprint import fingerprint

CURRENT, LOCK, MANIFEST = "CURRENT", "LOCK", "MANIFEST.json"
_NAME = re.compile(r"gen-(\d+)-([0-9a-f]{12})")


class FileFacts(msgspec.Struct, frozen=True):
    """Size in bytes and SHA-256, hexadecimal, of one file."""

    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What a generation holds and which files it consists of. `built_at` is RFC 3339, UTC."""

    generation: str
    built_at: str
    sequence: int
    quotes: int
    articles: int
    files: dict[str, FileFacts]

    @property
    def digest(self) -> str:
        """SHA-256, hexadecimal, of the manifest itself."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()


class _SealedManifest(msgspec.Struct, frozen=True):
    manifest: Manifest
    sha256: str


class Damaged(Exception):
    """A generation that is not what its manifest says, or has none. The message says what is wrong."""


# ------------------------------------------------------------------------------------------------ directory


def check_private(directory: Path) -> None:
    """Raise IndexUnavailable unless the directory is there, ours, and closed to others: Whoosh unpickles what it
    finds, so an index that somebody else could have written to would run their code."""
    try:
        facts = directory.lstat()
    except FileNotFoundError as error:
        message = f"there is no index here ({error.strerror}): run `onrecord init`"
        raise IndexUnavailable(message, where=str(directory)) from error
    except OSError as error:
        raise IndexUnavailable(f"the index cannot be looked at: {error.strerror}", where=str(directory)) from error
    if not directory.is_dir() or directory.is_symlink():
        raise IndexUnavailable("this is no directory", where=str(directory))
    if facts.st_uid != os.geteuid() or facts.st_mode & 0o077:
        message = f"the index directory must belong to this user alone (0700, not {facts.st_mode & 0o777:04o})"
        raise IndexUnavailable(message, where=str(directory))


def make_private(directory: Path) -> None:
    """Make the directory, or close one of ours to others; what others could have written there is forgotten."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        check_private(directory)
    except IndexUnavailable:
        if directory.is_symlink() or directory.stat().st_uid != os.geteuid():
            raise
        directory.chmod(0o700)
        for name in generations(directory):
            shutil.rmtree(directory / name)
        (directory / CURRENT).unlink(missing_ok=True)


@contextmanager
def locked(directory: Path) -> Iterator[bool]:
    """Hold the builders' lock; it dies with its process. Yields whether it had to be waited for."""
    with (directory / LOCK).open("ab") as lock:
        waited = False
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            fcntl.flock(lock, fcntl.LOCK_EX)
            waited = True
        yield waited


def generations(directory: Path) -> list[str]:
    """The names of all generations on disk, finished or not, oldest first."""
    names = [path.name for path in directory.iterdir() if _NAME.fullmatch(path.name)]
    return sorted(names, key=_number)


def next_name(directory: Path) -> str:
    """The name of the generation to be built next."""
    number = max(map(_number, generations(directory)), default=0) + 1
    return f"gen-{number}-{fingerprint()}"


def read_current(directory: Path) -> tuple[str, ...]:
    """The current generation's name and the one before it, as far as there are any."""
    try:
        lines = (directory / CURRENT).read_text("utf-8").split()
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(name for name in lines[:2] if _NAME.fullmatch(name))


def write_current(directory: Path, names: tuple[str, ...]) -> None:
    """Switch to the first of `names`, atomically and for good; the second is kept to fall back on."""
    _replace(directory / CURRENT, "".join(f"{name}\n" for name in names).encode(), durable=True)


def is_of_this_code(name: str) -> bool:
    """Whether this very code wrote the generation."""
    return name.endswith(f"-{fingerprint()}")


def delete_others(directory: Path, keep: tuple[str, ...]) -> None:
    """Delete the generations that are not kept, and what killed builders left."""
    for name in generations(directory):
        if name not in keep:
            shutil.rmtree(directory / name, ignore_errors=True)


# ------------------------------------------------------------------------------------------------ manifest


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a generation of this code; raises Damaged if it is none, or its own hash is wrong."""
    if not is_of_this_code(folder.name):
        raise Damaged("it was written by another version of onrecord; `onrecord index` brings it up to date")
    try:
        sealed = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=_SealedManifest)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Damaged("its manifest is missing or cannot be read") from error
    if sealed.sha256 != sealed.manifest.digest or sealed.manifest.generation != folder.name:
        raise Damaged("its manifest is not as it was written")
    return sealed.manifest


def write_manifest(folder: Path, manifest: Manifest, *, durable: bool) -> None:
    """Make `manifest` the state of its generation, atomically."""
    sealed = msgspec.json.encode(_SealedManifest(manifest, manifest.digest))
    _replace(folder / MANIFEST, sealed, durable=durable)


def check_sizes(folder: Path, manifest: Manifest) -> None:
    """Raise Damaged unless every file is there with its size: cheap enough to do before every search."""
    for name, facts in manifest.files.items():
        try:
            size = (folder / name).stat().st_size
        except OSError:
            size = -1
        if size != facts.size:
            raise Damaged(f"its file {name} is {'missing' if size < 0 else f'{size} bytes long, not {facts.size}'}")


def file_facts(path: Path) -> FileFacts:
    """Size and hash of a file, read once."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return FileFacts(file.tell(), digest.hexdigest())


def fsync_all(folder: Path) -> None:
    """Push a generation's files and their names to the disk."""
    for path in (*folder.iterdir(), folder):
        _fsync(path)


def _replace(path: Path, content: bytes, *, durable: bool) -> None:
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    temporary.write_bytes(content)
    if durable:
        _fsync(temporary)
    temporary.replace(path)
    if durable:
        _fsync(path.parent)


def _fsync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _number(name: str) -> int:
    found = _NAME.fullmatch(name)
    return int(found[1]) if found else 0
