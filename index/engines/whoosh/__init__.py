"""Whoosh as engine: `fields` (what is stored), `codec` and `mapping` (how), `storage` (which files count), `writing`,
`compiling`, `reading`.

Only what Whoosh 2.7.4 has too is used, and around its known faults: `Searcher.refresh`, `BufferedWriter`, its query
parser and its highlighter are never called.
"""

import whoosh

from index.engines.whoosh.reading import NewerPayload, Part, Reading, guarded
from index.engines.whoosh.storage import DamagedFiles
from index.engines.whoosh.writing import Writer

VERSION = f"whoosh {whoosh.versionstring()}"

__all__ = ["VERSION", "DamagedFiles", "NewerPayload", "Part", "Reading", "Writer", "guarded"]
