"""Whether what is on disk was written by this very code: if not, it is never read but built again."""

from __future__ import annotations

import hashlib
import unicodedata
from functools import cache
from importlib.metadata import version
from pathlib import Path

from index import engines
from index.schema import SCHEMA_VERSION

_PACKAGE = Path(__file__).parent
_CODE_THAT_WRITES = (
    "analysis.py", "dates.py", "documents.py", "names.py", "schema.py", "columns.py", "tabulating.py", "vocabulary.py",
    "arrays/container.py", "arrays/lexicon.py", "arrays/ranges.py", "arrays/smallest.py",
    "engines/native/bulk.py", "engines/native/forms.py", "engines/native/gathering.py", "engines/native/inverting.py",
    "engines/native/kept.py", "engines/native/keys.py", "engines/native/neighbours.py", "engines/native/postings.py",
    "engines/native/segment.py", "engines/native/tokenizing.py",
    "engines/whoosh/codec.py", "engines/whoosh/fields.py",
)  # fmt: skip
_LIBRARIES_THAT_ANALYSE = ("snowballstemmer", "pystemmer", "regex", "edtf")


@cache
def fingerprint() -> str:
    """12 hexadecimal digits that change with anything that changes what is written: our code, the libraries that
    analyse and store, and Unicode itself."""
    parts = [str(SCHEMA_VERSION), unicodedata.unidata_version, engines.VERSION]
    parts += [version(library) for library in _LIBRARIES_THAT_ANALYSE]
    digest = hashlib.sha256("\0".join(parts).encode())
    for name in _CODE_THAT_WRITES:
        digest.update((_PACKAGE / name).read_bytes())
    return digest.hexdigest()[:12]
