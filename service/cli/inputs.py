"""What a command was given to read: files, folders, standard input, or a file with an article on each line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import msgspec

from corpus import read_article
from corpus.errors import UnreadableArticle
from corpus.model import Article
from service.cli.visible import visible
from service.config import Config

ARTICLE_SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
STANDARD_INPUT = "-"


class Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said of an article from outside its text."""

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    lang: str | None = None
    retrieved_at: str | None = None


NO_FACTS = Facts()


class ArticleLine(Facts, frozen=True, forbid_unknown_fields=True):
    """A line of an NDJSON file: an article's body as `text` or as `html`, and its facts."""

    text: str | None = None
    html: str | None = None


@dataclass(frozen=True, slots=True)
class Input:
    """One article still to be read: `data`, or the file at `path`, or the line of it that begins at byte `line_at`.
    `name` is what messages call it."""

    name: str
    path: Path | None = None
    data: bytes | None = None
    line_at: int | None = None
    facts: Facts = NO_FACTS

    def read(self, max_bytes: int) -> Article:
        """Raises `UnreadableArticle`, naming this input."""
        data = self._bytes(max_bytes) if self.data is None else self.data
        if self.line_at is not None:
            return self._read_line(data, max_bytes)
        return read_article(data, name=self.name, max_bytes=max_bytes, **msgspec.structs.asdict(self.facts))

    def _bytes(self, max_bytes: int) -> bytes:
        assert self.path is not None
        try:
            with self.path.open("rb") as file:
                if self.line_at is not None:
                    file.seek(self.line_at)
                    return file.readline()
                return file.read(max_bytes + 1)  # one more than allowed is enough to be refused
        except OSError as error:
            raise UnreadableArticle(f"cannot be read: {error.strerror}", where=self.name) from error

    def _read_line(self, data: bytes, max_bytes: int) -> Article:
        try:
            line = msgspec.json.decode(data, type=ArticleLine)
        except msgspec.DecodeError as error:
            raise UnreadableArticle(f"is no article as JSON: {error}", where=self.name) from error
        facts = msgspec.structs.asdict(line)
        text, html = facts.pop("text"), facts.pop("html")
        if (text is None) == (html is None):
            raise UnreadableArticle("must have either `text` or `html`", where=self.name)
        media_type = "text/plain" if html is None else "text/html"
        return read_article(
            text if html is None else html, name=self.name, media_type=media_type, max_bytes=max_bytes, **facts
        )


def inputs(paths: Iterable[str], max_bytes: int, facts: Facts = NO_FACTS) -> Iterator[Input]:
    """Every article under `paths`, in order of name within a folder, where files of other kinds are passed over. A
    folder or a file of lines that cannot be opened is an input too: the one that says so when it is read."""
    for given in paths:
        if given == STANDARD_INPUT:
            yield Input("standard input", data=sys.stdin.buffer.read(max_bytes + 1), facts=facts)
            continue
        for file in _files(Path(given)):
            if file.suffix.lower() in LINES_SUFFIXES:
                yield from _lines(file)
            else:
                yield Input(str(file), path=file, facts=facts)


def show_each(paths: Iterable[str], show: Callable[[str, Article], None]) -> int:
    """Read every article under `paths` and `show` it by its name; name what cannot be read and go on. The exit status:
    1 if anything was refused."""
    max_bytes = Config.from_environment().max_article
    status = 0
    for given in inputs(paths, max_bytes):
        try:
            article = given.read(max_bytes)
        except UnreadableArticle as error:
            click.echo(f"onrecord: {visible(str(error))}", err=True)
            status = 1
        else:
            show(given.name, article)
    return status


def _files(path: Path) -> Iterable[Path]:
    if not path.is_dir():
        return [path]
    closed: set[Path] = set()
    found = [
        Path(folder, name)
        for folder, _, names in os.walk(path, onerror=lambda error: closed.add(Path(error.filename)))
        for name in names
        if Path(name).suffix.lower() in ARTICLE_SUFFIXES | LINES_SUFFIXES
    ]
    return sorted(file for file in [*found, *closed] if file in closed or file.is_file())


def _lines(file: Path) -> Iterator[Input]:
    try:
        lines = file.open("rb")
    except OSError:
        yield Input(str(file), path=file)  # reading it says why
        return
    start = 0
    with lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield Input(f"{file}:{number}", path=file, line_at=start)
            start += len(line)
