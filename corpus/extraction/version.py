"""Which extractor found a quotation: its number, and a fingerprint of the rules and word lists behind it.

The number is raised by people, when answers change much; the fingerprint changes by itself with every file that can
change an answer, so that no article is taken for read by rules that it was never read by.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

NUMBER = "2"
DIGITS = 8
CORPUS = Path(__file__).parents[1]
DECIDING = ("extraction/**/*.py", "reading/segments.py", "data/lexicons/*.toml")
"""The files under `corpus/` that decide what is found. The speaker register is none: every record has its own."""
LIBRARIES = ("dateparser",)


def deciding_files(corpus: Path = CORPUS) -> list[Path]:
    """Every file that decides what is found, in an order that is the same on every machine."""
    return sorted(file for pattern in DECIDING for file in corpus.glob(pattern))


def fingerprint(files: Iterable[Path], libraries: Iterable[str] = LIBRARIES) -> str:
    """Hexadecimal digits that change with the name or a byte of any of the `files`, and with a library's version."""
    digest = sha256("\0".join(f"{library} {version(library)}" for library in libraries).encode())
    for file in files:
        content = file.read_bytes()
        digest.update(f"\0{file.name} {len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:DIGITS]


EXTRACTOR_VERSION = f"{NUMBER}+{fingerprint(deciding_files())}"
"""Such as ``2+1f0c94ab``: noted with every quote that a rule found, and with every article it was found in."""
