"""Whether the form of a cue is a verb where it stands, or a noun or a participle: "his claims", "a book called"."""

from __future__ import annotations

from corpus.extraction.lexicons import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    HEADLINE_VERBS,
    PLURAL_NOUNS,
    PREPOSITIONS,
    REFUSALS,
    CueWord,
)
from corpus.extraction.mentions import FUNCTION, is_agent, is_name, is_verb
from corpus.extraction.subjects import is_skipped
from corpus.extraction.tokens import Tokens

NOUNS = frozenset(form[:-1] for form in PLURAL_NOUNS) | frozenset(["blast", "press", "reply", "venture", "rant", "email", "text", "close"]) - {"tell"}


def is_noun_here(tokens: Tokens, cue: int, floor: int, word: CueWord) -> bool:
    """Whether a form that can also be a noun or adjective is one here: "his claims", "the reported deal"."""
    words = tokens.words
    form = words[cue]
    if cue > floor and tokens.capital(cue) and tokens.quoted[cue - 1] < 0 and words[cue - 1] not in (":", "|"):
        return not (form in HEADLINE_VERBS and is_name(tokens, cue - 1))
    if cue == floor or tokens.quoted[cue - 1] >= 0:
        return form == word.lemma
    before = words[cue - 1]
    if before in DETERMINERS and before not in (
        "others",
        "some",
        "many",
        "all",
        "several",
        "most",
        "both",
        "few",
        "one",
        "this",
        "that",
        "those",
        "these",
        "two",
        "three",
        "others",
        "another",
    ):
        return True
    if (
        before.endswith(("'s", "s'"))
        and form != "saying"
        and not before.startswith(("he'", "she'", "it'", "who'", "that'"))
    ):
        return True
    if form in PLURAL_NOUNS and not follows_quotation(tokens, cue) and not reads_as_verb(tokens, cue):
        return True
    if word.group == "naming" and is_reduced(tokens, cue):
        return True
    if before in PREPOSITIONS and word.finite:
        return before != "to" or form != word.lemma
    if form == word.lemma and form in NOUNS:
        return not (
            before in AUXILIARIES
            or before in ADVERBS
            or before in ("to", "i", "we", "you", "they", "who", "and", "or", "please")
            or before.endswith("s")
            or before
            in (
                "people",
                "some",
                "many",
                "others",
                "men",
                "women",
                "police",
                "two",
                "three",
                "both",
                "few",
                "several",
                "most",
                "all",
                "nobody",
                "everyone",
            )
        )
    return False


def reads_as_verb(tokens: Tokens, cue: int) -> bool:
    """Whether *talks*, *claims*, *reports* … is a verb: a pronoun or name before it, or its content right after it."""
    words = tokens.words
    before = words[cue - 1]
    if before in ("he", "she", "it", "who", ",", "also", "now", "often", "then", "still"):
        return True
    after = words[cue + 1] if cue + 1 < len(tokens) else ""
    if tokens.quoted[min(cue + 1, len(tokens) - 1)] >= 0 or after in ("that", ":", ",", "in", "it", "he", "she"):
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
