"""What kind of difference there is between an appearance of an utterance and the fullest one."""

from __future__ import annotations

from corpus.comparing import Comparison, compare
from corpus.model import TRANSLATIONS, Difference, Quote


def difference_of(fullest: Quote, quote: Quote) -> tuple[Difference, Comparison]:
    """How `quote` differs from the fullest appearance, and where. Other words are a translation's where one of the two
    is translated, or both are in different languages."""
    found = compare(fullest.text, quote.text)
    translated = {fullest.fidelity, quote.fidelity} & TRANSLATIONS or fullest.lang != quote.lang
    return ("translation" if found.kind == "wording" and translated else found.kind), found
