"""Lee was blunt. “It is a mistake.” The sentence before the words says whose they are."""

from __future__ import annotations

from corpus.extraction.kinds import Phrase, is_agent, is_name
from corpus.extraction.lexicons import PRONOUNS
from corpus.extraction.mentions import phrase_starting
from corpus.extraction.place import Place
from corpus.extraction.state import Finding, State
from corpus.extraction.subjects import clause_subject
from corpus.extraction.tokens import Tokens

RELATIVES = frozenset(["who", "which", "that"])
COLON, PLAIN, NEXT_PARAGRAPH = 0.9, 0.85, 0.35


def led_in(place: Place) -> Finding | None:
    """The speaker of the sentence before words that stand alone as sentences: its last frame, else its subject. Into
    the next paragraph only a cue leads, or a colon."""
    is_name_of_work = place.is_title and not place.ends_sentence
    if not (place.is_whole and place.opens_sentence) or is_name_of_work or place.sentence == 0:
        return None
    state = place.state
    before = place.sentence - 1
    colon = state.sentences[before].of(state.text).rstrip().endswith(":")
    same_paragraph = state.sentences[before].start >= state.lines[place.region.paragraph].start
    fills_paragraph = place.ends_sentence and state.text[place.region.start].isupper()
    if not (colon or same_paragraph or fills_paragraph):
        return None
    confidence = COLON if colon else PLAIN if same_paragraph else NEXT_PARAGRAPH
    for frame in state.frames[before]:
        if frame.mention and not frame.passive and state.tokens.words[frame.mention[0]] not in RELATIVES:
            return Finding("led_in", frame.mention, (frame.cue, frame.cue_last), confidence, frame)
    if confidence == NEXT_PARAGRAPH:
        return None
    floor, ceiling = state.sentence_tokens[before]
    subject = clause_subject(state.tokens, ceiling, floor) or (headed(state, floor, ceiling) if colon else None)
    if subject is None or not (colon or can_speak(state.tokens, subject)):
        return None
    return Finding("led_in", subject, None, confidence)


def can_speak(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase names somebody: by a name, a pronoun, or a noun of a person or body."""
    words = tokens.words
    return words[phrase[0]] in PRONOUNS or is_agent(words[phrase[1]]) or is_name(tokens, phrase[1])


def headed(state: State, floor: int, ceiling: int) -> Phrase | None:
    """Whose words a line without a verb heads: "From Ann Lee at the harbour board:", "Transcript as follows:"."""
    return phrase_starting(state.tokens, floor + (state.tokens.words[floor] == "from"), ceiling)
