"""What docs/extraction.md shows is what extraction does, and what it names is there."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
DOCUMENT = ROOT / "docs" / "extraction.md"
NAMED_FILE = re.compile(r"`((?:bench|corpus|tests|docs)/[\w/.]+)`|\]\((?!https?:)([\w/.-]+)\)|python -m (bench\.\w+)")


def test_its_example_is_true() -> None:
    assert doctest.testfile(str(DOCUMENT), module_relative=False).failed == 0


def test_every_file_that_it_names_exists() -> None:
    found = list(NAMED_FILE.finditer(DOCUMENT.read_text(encoding="utf-8")))

    assert found
    for match in found:
        named = f"{match[3].replace('.', '/')}.py" if match[3] else match[1]
        path = ROOT / named if named else DOCUMENT.parent / match[2]
        assert path.exists(), path
