"""The extractor's version: it changes with whatever can change an answer, and with nothing else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from corpus.extraction import EXTRACTOR_VERSION
from corpus.extraction.version import CORPUS, DIGITS, NUMBER, deciding_files, fingerprint


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CORPUS, tmp_path / "corpus", ignore=shutil.ignore_patterns("__pycache__")))


def test_it_is_a_number_and_the_fingerprint_of_these_files() -> None:
    assert f"{NUMBER}+{fingerprint(deciding_files())}" == EXTRACTOR_VERSION
    assert re.fullmatch(rf"\d+\+[0-9a-f]{{{DIGITS}}}", EXTRACTOR_VERSION)


def test_the_same_files_elsewhere_have_the_same_fingerprint(copy: Path) -> None:
    assert fingerprint(deciding_files(copy)) == fingerprint(deciding_files())


@pytest.mark.parametrize(
    "file", ["extraction/quotations.py", "extraction/rules/judged.py", "reading/segments.py", "data/lexicons/cues.toml"]
)
def test_a_changed_rule_or_word_list_changes_it(copy: Path, file: str) -> None:
    with (copy / file).open("a", encoding="utf-8") as changed:
        changed.write("# changed\n")
    assert fingerprint(deciding_files(copy)) != fingerprint(deciding_files())


def test_a_new_rule_changes_it(copy: Path) -> None:
    (copy / "extraction" / "rules" / "foretold.py").touch()
    assert fingerprint(deciding_files(copy)) != fingerprint(deciding_files())


@pytest.mark.parametrize("file", ["record/schema.py", "data/speakers/people.toml", "extraction/notes.txt"])
def test_nothing_else_does(copy: Path, file: str) -> None:
    with (copy / file).open("a", encoding="utf-8") as changed:
        changed.write("# changed\n")
    assert fingerprint(deciding_files(copy)) == fingerprint(deciding_files())


def test_a_library_that_decides_counts() -> None:
    assert fingerprint([], ("dateparser",)) != fingerprint([], ("regex",))
