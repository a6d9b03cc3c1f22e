"""A claim that somebody said something, held against one quote of the record: the words, and who said them.

It tells what the record holds, never whether somebody lies. Letter case, the shape of marks and punctuation at the
edges and between sentences make no difference of wording; a negation that was lost or added always does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.comparing import Comparison, compare
from corpus.cutting import turns_round
from corpus.extraction.lexicons import FUNCTION, TITLES
from corpus.inserting import Brackets, brackets_of, compare_but_for_insertions
from corpus.model import AttributedSpeaker, Quote
from corpus.speakers import folded
from corpus.words import Word, counted, words_of

TextMatch = Literal["not_in_this_corpus", "altered", "punctuation_only", "excerpt", "exact"]
SpeakerMatch = Literal["not_claimed", "other", "quoted", "not_known", "possible", "same"]

SHORTEST_EXCERPT = 3
"""Words. Fewer are found in the mouths of many, and prove nothing on their own."""
COURTESIES = frozenset((
    "absolutely", "bless", "comment", "congratulations", "evening", "god", "good", "goodbye", "hello", "morning",
    "much", "please", "sorry", "thank", "thanks", "very", "welcome", "yes",
))  # fmt: skip
LONGEST_COURTESY = 5
"""Words, all of them courtesies or such as carry no meaning: *thank you very much*."""
ALMOST_THE_SAME = 0.7
"""Share of all words of both, in the same order, from which one was made from the other, whatever words they are."""
LIKE_ENOUGH = 0.5
"""Share of the content words of a claim that a quote must have, in any order, to be what it was made from; and share
of the shorter's words that both must have in the same order."""
FEWEST_IN_COMMON = 3
"""Content words that must be in common, where a claim has so many."""
FEWEST_IF_IN_ORDER = 2
"""The same, where almost all words of the shorter are the same, in the same order."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How the words of a claim stand to those of a quote; the left of `comparison` is the quote."""

    match: TextMatch
    comparison: Comparison
    brackets: Brackets


def likeness(recorded: str, claimed: str) -> Likeness:
    """How `claimed` stands to the words of a quote. An excerpt leaves out words at the edges, or where it has an
    ellipsis; one that turns the meaning round, by leaving out a *not* or half of a number, is altered. Words in
    square brackets were not said: what they explain is as good without them (corpus/inserting.py)."""
    comparison, is_part = compare(recorded, claimed), len(words_of(claimed)) < len(words_of(recorded))
    if "[" in claimed and any(edit.kind in ("inserted", "replaced") for edit in comparison.operations):
        but_for_insertions = compare_but_for_insertions(recorded, claimed)
        comparison, is_part = but_for_insertions or comparison, is_part or but_for_insertions is not None
    match, brackets = (
        text_match(recorded, claimed, comparison, is_part=is_part),
        brackets_of(recorded, claimed, comparison),
    )
    if brackets.unmarked and match != "not_in_this_corpus":
        match = "altered"
    return Likeness(match, comparison, brackets)


def text_match(recorded: str, claimed: str, comparison: Comparison, *, is_part: bool) -> TextMatch:
    these, those = words_of(recorded), words_of(claimed)
    match comparison.kind:
        case _ if not these or not those:
            return "not_in_this_corpus"
        case "identical":
            return "exact"
        case "punctuation":
            return "punctuation_only"
        case "truncated" if is_part:
            cut = (edit.left for edit in comparison.operations if edit.kind in ("deleted", "replaced"))
            if not turns_round(recorded, these, cut):
                return "excerpt"
    return "altered" if is_like(comparison, content(these), content(those)) else "not_in_this_corpus"


def is_like(comparison: Comparison, recorded: Counter[str], claimed: Counter[str]) -> bool:
    """Whether one wording was made from the other, or both from a third, in so far as words can tell."""
    if comparison.similarity >= ALMOST_THE_SAME:
        return True
    common = (recorded & claimed).total()
    fewest = FEWEST_IF_IN_ORDER if comparison.contained >= ALMOST_THE_SAME else FEWEST_IN_COMMON
    enough = common >= min(fewest, claimed.total())
    return enough and comparison.contained >= LIKE_ENOUGH and common >= LIKE_ENOUGH * claimed.total()


def content(words: Iterable[Word]) -> Counter[str]:
    """The words that carry meaning; all of them, if none does."""
    every = Counter(word.folded for word in words)
    return Counter({word: count for word, count in every.items() if word not in FUNCTION}) or every


def is_anybodys(claimed: str) -> bool:
    """Whether these are a few words that everybody says: that somebody else did too tells nothing."""
    words = words_of(claimed)
    return len(words) <= LONGEST_COURTESY and all(word.folded in FUNCTION | COURTESIES for word in words)


def share_in_common(recorded: str, claimed: str) -> float:
    """The most that `Comparison.contained` can be, without aligning: the share of the shorter's words, in any order."""
    these, those = counted(recorded), counted(claimed)
    return (these & those).total() / (min(these.total(), those.total()) or 1)


# ------------------------------------------------------------------------------------------------ who


def speaker_match(quote: Quote, aliases: Mapping[str, Sequence[str]], claimed: Sequence[str]) -> SpeakerMatch:
    """Whether `quote` is by all whom a claim names, each by name, alias, slug or Wikidata id. `aliases` has further
    names by slug. *possible*: the article leaves it open, and they are among those whom it leaves."""
    if not claimed:
        return "not_claimed"
    if quote.attribution.status == "ambiguous":
        candidates = quote.attribution.candidates
        return "possible" if all(any(is_called(one, name) for one in candidates) for name in claimed) else "other"
    if not quote.speakers:
        return "not_known"
    each = [names_of(speaker, aliases) for speaker in quote.speakers]
    return "same" if all(any(is_one_of(names, name) for names in each) for name in claimed) else "other"


def names_of(speaker: AttributedSpeaker, aliases: Mapping[str, Sequence[str]]) -> list[str]:
    ids = [name for name in (speaker.slug, speaker.qid) if name]
    return [*ids, speaker.name, *aliases.get(speaker.slug or "", ())]


def is_one_of(names: Iterable[str], claimed: str) -> bool:
    return any(is_called(name, claimed) for name in names)


def is_called(name: str, claimed: str) -> bool:
    """Whether who bears `name` may be called `claimed`: by all of it, or by its last word with titles and initials.

    >>> is_called("Ada Marie Lund", "Lund"), is_called("Ada Marie Lund", "Secretary Ada M. Lund")
    (True, True)
    >>> is_called("Ada Marie Lund", "Bo Lund"), is_called("Ada Marie Lund", "Ada")
    (False, False)
    """
    borne, called = folded(name).split(), folded(claimed).split()
    if borne == called:
        return True
    while called and called[0] in TITLES:
        called = called[1:]
    if not called or not borne or called[-1] != borne[-1]:
        return False
    given = iter(borne[:-1])
    return all(any(part == one or (len(part) == 1 and one.startswith(part)) for one in given) for part in called[:-1])
