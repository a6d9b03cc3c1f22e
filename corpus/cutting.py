"""What was cut off an excerpt, where that turns its meaning round: a *not*, a denial, a condition, half of a number.

A rule of thumb, on the side of caution: what stands in the same sentence may turn it, but what stands in a clause of
its own, which *and* and a subject open behind a comma, does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.clusters.utterances import number_words
from corpus.model import Span
from corpus.words import Word

DENIALS = frozenset((
    "deny", "denies", "denied", "denying", "refuse", "refuses", "refused", "refusing", "fail", "fails", "failed",
    "failing", "doubt", "doubts", "doubted", "doubting", "false", "untrue", "rarely", "seldom", "scarcely", "barely",
))  # fmt: skip
CONDITIONS = frozenset(("if", "unless", "until", "whether"))
OPENING_CONDITIONS = frozenset(("if", "unless"))
"""At the head of a sentence they turn all of it."""
QUANTITIES = frozenset((
    "hundred", "thousand", "million", "billion", "trillion", "dozen", "percent", "per", "cent", "minus", "half",
    "quarter", "third", "point",
))  # fmt: skip
ARTICLES = frozenset(("a", "an", "the", "of"))
CONJUNCTIONS = frozenset(("and", "because", "so", "while", "whereas", "yet"))
SUBJECTS = frozenset((
    "i", "we", "you", "he", "she", "it", "they", "this", "these", "those", "there", "my", "our", "your", "his",
    "her", "its", "their", "the", "a", "an", "everyone", "everybody", "nobody", "nothing", "none",
))  # fmt: skip


def turns_round(text: str, words: Sequence[Word], cut: Iterable[Span]) -> bool:
    """Whether what was cut off a text, whose words these are, turns round what is left of it."""
    places = {word.start: number for number, word in enumerate(words)}
    ends = {word.end: number for number, word in enumerate(words, 1)}
    return any(_turns(text, words, places[span.start], ends[span.end]) for span in cut if span.start < span.end)


def _turns(text: str, words: Sequence[Word], start: int, end: int) -> bool:
    """The same of one stretch, from this word to before that."""
    before = range(start, end) if start and not _ends_sentence(text, words, start - 1) else range(0)
    after = range(start, end) if end < len(words) and not _ends_sentence(text, words, end - 1) else range(0)
    near = {*_up_to_clause(text, words, before), *_from_clause(text, words, after)}
    if any(words[number].negates or words[number].folded in DENIALS for number in near):
        return True
    if (before and words[start].folded in CONDITIONS) or (after and words[end - 1].folded in CONDITIONS):
        return True
    if any(words[at].folded in OPENING_CONDITIONS and _opens_sentence(text, words, at) for at in near if at in after):
        return True
    return bool((before and _is_one_number(words, start)) or (after and _is_one_number(words, end)))


def _opens_sentence(text: str, words: Sequence[Word], number: int) -> bool:
    return number == 0 or _ends_sentence(text, words, number - 1)


def _up_to_clause(text: str, words: Sequence[Word], cut: range) -> range:
    """Of words that come after what is left, those of its sentence and clause."""
    for number in cut:
        if _opens_clause(text, words, number) and not _commas(
            text, words, number + 1, _sentence_end(text, words, number)
        ):
            return range(cut.start, number)
        if _ends_sentence(text, words, number):
            return range(cut.start, number + 1)
    return cut


def _from_clause(text: str, words: Sequence[Word], cut: range) -> range:
    """Of words that come before what is left, those of its sentence and clause."""
    if cut and _opens_clause(text, words, cut.stop):
        return range(0)
    for number in reversed(cut):
        if _ends_sentence(text, words, number):
            return range(number + 1, cut.stop)
        if _opens_clause(text, words, number) and not _commas(text, words, number + 1, cut.stop):
            return range(number, cut.stop)
    return cut


def _opens_clause(text: str, words: Sequence[Word], number: int) -> bool:
    if not number or number + 1 >= len(words):
        return False
    this, following, between = words[number].folded, words[number + 1], _between(text, words, number)
    if ";" in between:
        return True
    has_subject = following.folded in SUBJECTS or text[following.start].isupper()
    return "," in between and ((this == "but" and following.folded != "for") or (this in CONJUNCTIONS and has_subject))


def _commas(text: str, words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a comma stands before any of these words, the last one too: then a clause may be in parentheses."""
    return any("," in _between(text, words, number) for number in range(start, min(end + 1, len(words))))


def _sentence_end(text: str, words: Sequence[Word], start: int) -> int:
    return next((number for number in range(start, len(words)) if _ends_sentence(text, words, number)), len(words) - 1)


def _ends_sentence(text: str, words: Sequence[Word], number: int) -> bool:
    """Whether a word ends a sentence; also where an attribution took the place of its stop: “…,” she said. “We …”."""
    if words[number].ends_sentence or number + 1 == len(words):
        return words[number].ends_sentence
    return ", …" in _between(text, words, number + 1) and text[words[number + 1].start].isupper()


def _between(text: str, words: Sequence[Word], number: int) -> str:
    return text[words[number - 1].end : words[number].start]


def _is_one_number(words: Sequence[Word], place: int) -> bool:
    """Whether a number stands on both sides of a place, as in *12 | million* and *half | a million*."""
    after = place
    while after + 1 < len(words) and words[after].folded in ARTICLES:
        after += 1
    return _is_number(words[place - 1]) and _is_number(words[after])


def _is_number(word: Word) -> bool:
    return word.folded[0].isdigit() or word.folded in QUANTITIES or word.folded in number_words()
