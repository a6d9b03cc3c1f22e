"""The index: entries of the record in, cited quotes out of a search. Derived from the record; can be thrown away."""

from index.building import build, update
from index.contract import (
    Entry,
    FacetValue,
    Highlight,
    Hit,
    IndexState,
    SearchAnswer,
    SearchRequest,
    Suggestion,
)
from index.correcting import correction
from index.lessened import Lessened, Searchable
from index.nearest import Near, Nearest, nearest
from index.opening import Index, open_index
from index.searching import search
from index.suggesting import suggest
from index.verifying import verify_generation

__all__ = [
    "Entry",
    "FacetValue",
    "Highlight",
    "Hit",
    "Index",
    "IndexState",
    "Lessened",
    "Near",
    "Nearest",
    "SearchAnswer",
    "SearchRequest",
    "Searchable",
    "Suggestion",
    "build",
    "correction",
    "nearest",
    "open_index",
    "search",
    "suggest",
    "update",
    "verify_generation",
]
