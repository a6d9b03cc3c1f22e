"""Pull quotes: words that an article prints once more, large and without a speaker, to draw the reader in."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from msgspec.structs import replace

from corpus.extraction.state import Draft, State

WORD = re.compile(r"\w+")
WEAK = frozenset(["carried_on", "led_in", "attributed_next", "spoken_on", "judged"])
"""Rules that go by what stands next to the words: weaker than the same words said elsewhere."""
CONFIDENCE = 0.9
FEWEST_WORDS = 4
MOST = 24
"""Pull quotes of one article; only a hostile text has more."""


def attribute_pulled(state: State) -> None:
    """Give words that fill their line, and that no cue gives to anybody, to the one who says the same elsewhere."""
    pulled = [draft for draft in state.drafts if is_alone(state, draft)]
    said = [draft for draft in state.drafts if draft.regions and draft.finding and draft.finding.rule not in WEAK]
    if not pulled or not said:
        return
    wordings = [wording(state, draft) for draft in said]
    starts = list(accumulate((len(words) + 1 for words in wordings), initial=0))
    everything = "\n".join(wordings)
    for draft in pulled[:MOST]:
        words = wording(state, draft)
        place = everything.find(words) if words.count(" ") + 1 >= FEWEST_WORDS else -1
        finding = said[bisect_right(starts, place) - 1].finding if place >= 0 else None
        if finding is not None:
            draft.finding = replace(finding, rule="pulled", confidence=CONFIDENCE, joins=None)


def is_alone(state: State, draft: Draft) -> bool:
    """Whether a draft is one region that fills its line, and has no cue of its own."""
    if len(draft.regions) != 1 or (draft.finding is not None and draft.finding.rule not in WEAK):
        return False
    region = state.regions[draft.regions[0]]
    line = state.lines[region.paragraph]
    around = state.text[line.start : region.outer_start] + state.text[region.outer_end : line.end]
    return not WORD.search(around)


def wording(state: State, draft: Draft) -> str:
    """The words of a draft in lower case, a space between any two, so that marks make no difference."""
    return " ".join(word.lower() for span in draft.spans for word in WORD.findall(state.text, span.start, span.end))
