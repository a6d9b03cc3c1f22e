"""Words in marks that are nobody's, though a verb of speech stands by them: names of things, and titles of works.

What geologists call a “jökulhlaup”; locals call it “the Widow”; in her book, “The Salt Road,” she wrote: “…”
"""

from __future__ import annotations

from corpus.extraction.kinds import Phrase
from corpus.extraction.lexicons import DETERMINERS, PERSON_NOUNS
from corpus.extraction.place import Place
from corpus.extraction.state import Finding

NAMING = frozenset(["call", "dub", "nickname"])
LONGEST_NAME = 3
TRADES = ("ologists", "icists", "emists", "icians", "ographers", "onomists", "onomers", "scientists", "engineers")
"""How the names of trades end that have terms of their own."""
PARTISANS = frozenset(["politicians"])
SUNG = frozenset(["chorus", "refrain", "lyric", "lyrics"])
"""What sings by itself: “Wave back,” goes the chorus."""


def is_term(place: Place, finding: Finding | None) -> bool:
    """Whether the region that a rule has given to somebody is the name of a thing, or a title."""
    if finding is None or finding.mention is None:
        return False
    sung = place.state.tokens.words[finding.mention[1]] in SUNG
    if sung or finding.frame is None:
        return sung
    if finding.frame.word.lemma in NAMING:
        return place.words <= LONGEST_NAME and is_custom(place, finding.mention)
    return finding.rule == "after_the_words" and is_title_in_passing(place, finding)


def is_custom(place: Place, mention: Phrase) -> bool:
    """Whether a name is what many call a thing, with no determiner: "which *geologists* call", "*locals* call"."""
    tokens = place.state.tokens
    many = tokens.words[mention[0]]
    common = not tokens.capital(mention[0]) or (mention[0] == place.floor and many in PERSON_NOUNS)
    if tokens.words[mention[0] - 1] == "what" and is_trade_or_all(tokens.words[mention[0] : mention[1] + 1]):
        return True
    if mention[0] != mention[1] or not many.endswith("s") or not common:
        return False
    if place.begins_like_a_sentence or tokens.words[place.first - 1] in DETERMINERS or place.words == 1:
        return True
    after = place.region_text.split()
    return len(after) > 1 and after[1][:1].isupper()


def is_trade_or_all(words: list[str]) -> bool:
    """Whether these are the people of a trade, or everybody: "what *geologists* call", "what *everyone* calls"."""
    if len(words) == 1:
        return words[0] in ("everyone", "everybody") or (words[0].endswith(TRADES) and words[0] not in PARTISANS)
    return words[0] == "the" and words[1:] in (["trade"], ["industry"], ["profession"])


def is_title_in_passing(place: Place, finding: Finding) -> bool:
    """Whether a title stands between a noun and a frame that brings in other words: “Low Tide,” she wrote: “…”."""
    tokens, frame = place.state.tokens, finding.frame
    if frame is None or not place.is_title or place.opens_sentence or place.words < 2:
        return False
    after = frame.last + 1
    return after + 1 < place.ceiling and tokens.words[after] == ":" and tokens.quoted[after + 1] >= 0
