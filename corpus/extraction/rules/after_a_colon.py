"""Lee leaned in and boomed: “We close at noon.” A colon before the words gives them to the sentence's subject."""

from __future__ import annotations

from corpus.extraction.lexicons import TOLD
from corpus.extraction.mentions import phrase_starting
from corpus.extraction.place import Place
from corpus.extraction.state import Finding
from corpus.extraction.subjects import clause_subject

CONFIDENCE = 0.75


def after_a_colon(place: Place) -> Finding | None:
    """The subject of a sentence that ends in a colon, or breaks off in a comma, before whole sentences in marks;
    nobody, if the words were put to the subject: "Lee was asked, “Why now?”"."""
    tokens = place.state.tokens
    mark = place.first - 1
    if mark <= place.floor or tokens.words[mark] not in (":", ",") or not place.is_whole or place.is_title:
        return None
    asked = place.before[-1] if place.before else None
    put_to = asked and asked.passive and asked.mention is None and asked.word.lemma in TOLD
    if asked and put_to and asked.cue > place.floor:
        return Finding("after_a_colon", None, (asked.cue, asked.cue_last), CONFIDENCE, asked)
    subject = clause_subject(tokens, mark, place.floor) or phrase_starting(tokens, place.floor, mark)
    return Finding("after_a_colon", subject, (mark, mark), CONFIDENCE) if subject else None
