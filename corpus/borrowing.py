"""Words that a speaker quotes: “Renn told me, ‘We lost the boat,’ and left,” said Lund. They stand in Lund's quote, and
yet to print them as Lund's own would be to give them to another speaker.
"""

from __future__ import annotations

import re

from corpus.comparing import Comparison
from corpus.extraction.lexicons import CUES
from corpus.words import words_of

INNER = re.compile(r"['‘\"“](?<!\w.)(?=\w)(?P<words>(?:[^'‘’\"“”]|(?<=\w)['’](?=\w))+)['’\"”](?!\w)")
FEWEST_WORDS = 3
"""Fewer in marks are a word that the speaker doubts, or the name of something."""
OWN = re.compile(
    r"\b(?:I|[Ww]e)(?:['’](?:ve|d|ll))?(?: (?:have|had|will|would|just|also|then|only|always|once))* (?P<cue>\w+)"
    r"|\b(?P<before>\w+) (?=(?:I|we)\b)"
)
ENDS_SENTENCE = re.compile(r"[.!?…]['’\"”)]*\s")


def is_borrowed(recorded: str, comparison: Comparison) -> bool:
    """Whether what an excerpt took from somebody's words stood within quotation marks there, and nothing in its
    sentence says that the speaker said that too: *I told them, ‘…’*."""
    cut = [edit.left for edit in comparison.operations if edit.kind in ("deleted", "replaced")]
    taken = [word for word in words_of(recorded) if not any(one.start <= word.start < one.end for one in cut)]
    for inner in INNER.finditer(recorded):
        start, end = inner.span("words")
        if taken and start <= taken[0].start and taken[-1].end <= end:
            return len(inner["words"].split()) >= FEWEST_WORDS and not _is_own(recorded, inner)
    return False


def _is_own(recorded: str, inner: re.Match[str]) -> bool:
    """Whether *I* or *we* is the subject of a verb of speech in the sentence that the inner words stand in."""
    before = [stop.end() for stop in ENDS_SENTENCE.finditer(recorded, 0, inner.start())]
    after = ENDS_SENTENCE.search(recorded, inner.end() - 2)
    around = recorded[before[-1] if before else 0 : inner.start()], recorded[inner.end() : after and after.end()]
    return any((found["cue"] or found["before"]) in CUES for part in around for found in OWN.finditer(part))
