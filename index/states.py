"""What is told of a state of the index."""

from __future__ import annotations

from index.contract import IndexState
from index.generations import Manifest


def state_of(manifest: Manifest, problem: str | None = None) -> IndexState:
    """The state that a manifest describes."""
    version = f"{manifest.generation}.{manifest.sequence}.{manifest.digest[:8]}"
    return IndexState(
        version=version,
        generation=manifest.generation,
        built_at=manifest.built_at,
        quotes=manifest.quotes,
        articles=manifest.articles,
        sequence=manifest.sequence,
        problem=problem,
    )
