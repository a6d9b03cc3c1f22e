"""The walls of the house, read off the syntax trees: imports run one way, and rooms stay small."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGES = ("corpus", "index", "service")
MAY_IMPORT = {"corpus": {"corpus"}, "index": {"index", "corpus"}, "service": {"service", "index", "corpus"}}
INDEX_MAY_IMPORT_OF_CORPUS = {"corpus.model", "corpus.errors"}
MAX_LINES = 300


def modules(root: Path, package: str) -> list[Path]:
    return sorted((root / package).rglob("*.py"))


@cache
def imported(path: Path, root: Path) -> tuple[str, ...]:
    """Dotted names of the modules that `path` imports, relative imports resolved."""
    return tuple(_imported(path, root))


def _imported(path: Path, root: Path) -> Iterator[str]:
    package = list(path.relative_to(root).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            name = ".".join([*base, *([node.module] if node.module else [])])
            yield name
            yield from (f"{name}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_run_one_way(root: Path, package: str) -> None:
    wrong = {
        f"{path.relative_to(root)}: {name}"
        for path in modules(root, package)
        for name in imported(path, root)
        if name.split(".")[0] in PACKAGES and name.split(".")[0] not in MAY_IMPORT[package]
    }
    assert not wrong


def test_index_knows_only_the_nouns_and_errors_of_corpus(root: Path) -> None:
    wrong = {
        f"{path.relative_to(root)}: {name}"
        for path in modules(root, "index")
        for name in imported(path, root)
        if name.split(".")[0] == "corpus"
        and not any((name + ".").startswith(m + ".") for m in INDEX_MAY_IMPORT_OF_CORPUS)
    }
    assert not wrong


def test_whoosh_stays_behind_index_engines(root: Path) -> None:
    wrong = {
        str(path.relative_to(root))
        for package in PACKAGES
        for path in modules(root, package)
        if "engines" not in path.parts and any(name.split(".")[0] == "whoosh" for name in imported(path, root))
    }
    assert not wrong


def test_tests_find_a_wrong_import(tmp_path: Path) -> None:
    """The reader of imports sees every form they take."""
    module = tmp_path / "corpus" / "reading" / "page.py"
    module.parent.mkdir(parents=True)
    module.write_text(
        "import service.api as api\nfrom index import search\nfrom ..model import Span\nfrom . import html\n"
    )
    found = set(imported(module, tmp_path))
    assert {"service.api", "index", "index.search", "corpus.model.Span", "corpus.reading.html"} <= found


@pytest.mark.parametrize("package", PACKAGES)
def test_no_room_is_crowded(root: Path, package: str) -> None:
    crowded = {
        str(path.relative_to(root)): lines
        for path in modules(root, package)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MAX_LINES
    }
    assert not crowded
