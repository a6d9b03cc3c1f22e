"""What language an article is in, told from the words in its address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

WORD = re.compile(r"[a-z]{2,}")
ENOUGH, ENOUGH_AT_HOME = 3, 2


def language_of(url: str, lexicon: Mapping[str, Any]) -> str | None:
    """The language whose small words stand in the path of `url`; None unless they are enough, more than any other
    language's, and the country of the domain, if it speaks one of these languages, agrees."""
    parts = urlsplit(url)
    words = WORD.findall(unquote(parts.path).lower())
    counts = {lang: sum(word in known.split() for word in words) for lang, known in lexicon["words"].items()}
    best, second = sorted(counts, key=lambda lang: counts[lang], reverse=True)[:2]
    at_home = lexicon["countries"].get((parts.hostname or "").rpartition(".")[2])
    if at_home not in {None, best} or counts[best] == counts[second]:
        return None
    return best if counts[best] >= (ENOUGH_AT_HOME if at_home else ENOUGH) else None
