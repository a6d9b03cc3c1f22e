"""Lee sees the wall as “a gift to the rich”. No verb of speech, and yet the words are somebody's: the subject's."""

from __future__ import annotations

from corpus.extraction.kinds import is_name, is_verb
from corpus.extraction.lexicons import SINGING
from corpus.extraction.place import Place
from corpus.extraction.state import Finding
from corpus.extraction.subjects import clause_subject, subject_before

CONFIDENCE = 0.4
PEOPLE = frozenset(["he", "she", "they", "who", "we", "i"])


def judged(place: Place) -> Finding | None:
    """The subject of the last verb before a fragment. What is only done ("decided to “break the ice”"),
    and what is hummed or played, is nobody's."""
    tokens = place.state.tokens
    if place.words < 3 or place.is_title or place.first == place.floor or tokens.words[place.first - 1] == "to":
        return None
    verbs = [index for index in range(place.floor, place.first) if tokens.quoted[index] < 0 and is_verb(tokens, index)]
    if not verbs or tokens.words[verbs[-1]] in SINGING:
        return None
    subject = subject_before(tokens, verbs[-1], place.floor) or clause_subject(tokens, place.first, place.floor)
    if subject is None or not (tokens.words[subject[0]] in PEOPLE or is_name(tokens, subject[1])):
        return None
    return Finding("judged", subject, (verbs[-1], verbs[-1]), CONFIDENCE)
