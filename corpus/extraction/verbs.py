"""Whether the form of a cue is a verb where it stands, or a noun or a participle: "his claims", "a book called"."""

from __future__ import annotations

from corpus.extraction.kinds import is_agent, is_name, is_verb
from corpus.extraction.lexicons import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FUNCTION,
    HEADLINE_VERBS,
    MORE_NOUNS,
    PLURAL_NOUNS,
    PREPOSITIONS,
    REFUSALS,
    STANDING_ALONE,
    CueWord,
)
from corpus.extraction.subjects import is_skipped
from corpus.extraction.tokens import Tokens

NOUNS = frozenset(form[:-1] for form in PLURAL_NOUNS) | MORE_NOUNS
CONTENT_STARTS = frozenset(["that", ":", ",", "in", "it", "he", "she", "they", "his", "her", "their", "its"])
PLURALS = STANDING_ALONE - {"one", "everyone", "nobody"}
CONTRACTED = ("he'", "she'", "it'", "who'", "that'")


def is_noun_here(tokens: Tokens, cue: int, floor: int, word: CueWord) -> bool:
    """Whether a form that can also be a noun or adjective is one here: "his claims", "the reported deal"."""
    words = tokens.words
    form = words[cue]
    if cue > floor and tokens.capital(cue) and tokens.quoted[cue - 1] < 0 and words[cue - 1] not in (":", "|"):
        return not (form in HEADLINE_VERBS and is_name(tokens, cue - 1))
    if cue == floor or tokens.quoted[cue - 1] >= 0:
        return form == word.lemma
    before = words[cue - 1]
    if form == "say" and before == "," and words[cue + 1 : cue + 2] == [","]:
        return True  # "no better than, say, the old one"
    if form == word.lemma and form in NOUNS and not takes_base_form(before):
        return True
    return is_determined(form, before) or is_object(before, form, word) or is_plural_or_participle(tokens, cue, word)


def is_determined(form: str, before: str) -> bool:
    """Whether the word before makes a noun of the form: "the claims", "Lee's call"."""
    if before in DETERMINERS:
        return before not in STANDING_ALONE
    return before.endswith(("'s", "s'")) and form != "saying" and not before.startswith(CONTRACTED)


def is_object(before: str, form: str, word: CueWord) -> bool:
    """Whether a preposition makes an object of the form: "in talks"; *to* makes an infinitive of the base form."""
    return before in PREPOSITIONS and word.finite and (before != "to" or form != word.lemma)


def is_plural_or_participle(tokens: Tokens, cue: int, word: CueWord) -> bool:
    if tokens.words[cue] in PLURAL_NOUNS and not follows_quotation(tokens, cue) and not reads_as_verb(tokens, cue):
        return True
    return word.group == "naming" and is_reduced(tokens, cue)


def takes_base_form(before: str) -> bool:
    """Whether the base form of a verb can follow: "they claim", "voters claim", "to claim"."""
    if before in AUXILIARIES or before in ADVERBS or before.endswith("s"):
        return True
    return before in PLURALS or before in ("to", "i", "we", "you", "they", "who", "and", "or", "please")


def reads_as_verb(tokens: Tokens, cue: int) -> bool:
    """Whether *talks*, *claims*, *reports* … is a verb: a pronoun or name before it, or its content right after it."""
    words = tokens.words
    before = words[cue - 1]
    if before in ("he", "she", "it", "who", ",", "also", "now", "often", "then", "still") or before.endswith("ly"):
        return True
    after = words[cue + 1] if cue + 1 < len(tokens) else ""
    if after == "that" and cue + 2 < len(tokens) and is_verb(tokens, cue + 2):
        return False  # "the states that voted"
    if tokens.quoted[min(cue + 1, len(tokens) - 1)] >= 0 or after in CONTENT_STARTS:
        named = before == "and" or is_name(tokens, cue - 1) or is_agent(before)
        return named and (after != "," or tokens.quoted[min(cue + 2, len(tokens) - 1)] >= 0)
    return is_name(tokens, cue - 1) and after not in PREPOSITIONS and not before.endswith("'s")


def follows_quotation(tokens: Tokens, cue: int) -> bool:
    """Whether a short phrase and the verb close a quotation: “…,” a notice on the door reads."""
    mark = next((index for index in range(cue - 1, max(0, cue - 8), -1) if tokens.quoted[index] >= 0), None)
    if mark is None or tokens.words[mark - 1] not in (",", "?", "!", "."):
        return False
    return not any(tokens.words[index] in (",", ".", "to") or is_verb(tokens, index) for index in range(mark + 1, cue))


def is_reduced(tokens: Tokens, cue: int) -> bool:
    """Whether a form in -ed is a participle after its noun: "a book called “Tides”", "the plan described as"."""
    words = tokens.words
    if not words[cue].endswith("ed") or cue + 1 >= len(tokens):
        return False
    before = words[cue - 1]
    common = (
        before[0].isalpha() and not tokens.capital(cue - 1) and before not in FUNCTION and not before.endswith("ly")
    )
    return common and (tokens.quoted[cue + 1] >= 0 or words[cue + 1] in ("as", "by"))


def chain_start(tokens: Tokens, cue: int, floor: int) -> int:
    """The first token of the auxiliaries and adverbs that end in the verb at `cue`."""
    start = cue
    while start > floor and tokens.quoted[start - 1] < 0 and is_skipped(tokens, start - 1):
        start -= 1
    return start


def is_refused(tokens: Tokens, chain: int, floor: int) -> bool:
    """Whether the saying was declined: "declined to say"."""
    return chain - 2 >= floor and tokens.words[chain - 1] == "to" and tokens.words[chain - 2] in REFUSALS
