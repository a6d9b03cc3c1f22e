"""Finding quotations and their speakers: text in, attributed spans out. `pipeline` tells the story."""

from __future__ import annotations

from corpus.extraction.pipeline import extract_quotes
from corpus.extraction.version import EXTRACTOR_VERSION

__all__ = ["EXTRACTOR_VERSION", "extract_quotes"]
