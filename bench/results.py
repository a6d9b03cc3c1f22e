"""bench/results.json, which each bench writes its own part of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results.json"


def kept_results() -> dict[str, Any]:
    """What was measured before, by the name of the part."""
    return json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}


def keep_results(**parts: Any) -> None:
    """Put these parts in the place of those of the same names."""
    RESULTS.write_text(json.dumps({**kept_results(), **parts}, indent=2) + "\n", "utf-8")
