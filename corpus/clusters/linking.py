"""Whether two quotes report one utterance: by how much that tells something they share, and how near they are in time.

The same rule holds either way round. The numbers were set on tests/fixtures/clusters/tuned.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.fuzz import ratio

from corpus.clusters.times import days_between
from corpus.clusters.utterances import Utterance, number_words
from corpus.comparing import Block, aligned, is_negated
from corpus.words import Word

Grade = Literal["sure", "slight", "copied"]

NEAR_SPELLED = 80
"""Least likeness of two words (rapidfuzz's ratio) that one is a slip or another spelling of: *defence* and *defense*
86, *aeroplane* and *airplane* 82, *Elmsport* and *Westport* 75."""


STRETCH = 5
"""Telling words of an unbroken stretch that two quotes share though they differ around it."""
IN_COMMON = 0.55
"""Share of the telling words of two translations that they have in common."""
STRANGERS = 0.4
"""Share of the telling words of the shorter below which no rule can hold."""


@dataclass(frozen=True, slots=True)
class Link:
    """That two quotes report one utterance. *sure*: whatever else is known of either; *slight*: few words, the same
    time, so that it binds neither to a third; *copied*: only if the one's article is a copy of the other's. `weight`
    orders links by how much they share."""

    grade: Grade
    weight: float


@dataclass(frozen=True, slots=True)
class Shared:
    """What two wordings have in common: `telling`, the words that tell something; `longest`, those of one unbroken
    stretch; `part` and `telling_part`, the share of all words and of telling words of the one that has fewer;
    `excerpt`: one is the other, or taken out of it; `blocks`: where they agree."""

    telling: int
    longest: int
    part: float
    telling_part: float
    excerpt: bool
    blocks: Sequence[Block]


def link(one: Utterance, other: Utterance) -> Link | None:
    """Whether they report the same utterance; None if not. Never within one article."""
    if one.article == other.article or not (one.words and other.words):
        return None
    if one.who and other.who and not one.who & other.who:
        return None
    if are_strangers(one, other):
        return None
    if other.words < one.words:  # of several alignments the same one is found either way round
        one, other = other, one
    shared = shared_by(one, other)
    weight = shared.telling * shared.part
    if one.who and other.who:
        days = days_between(one.moment, other.moment)
        if days is not None and (grade := graded(one, other, shared, days)):
            return Link(grade, weight)
        same = shared.excerpt
    else:
        same = (
            shared.excerpt and shared.part == 1 and len(one.words) == len(other.words) and one.unnamed == other.unnamed
        )
    return Link("copied", weight) if same else None


def are_strangers(one: Utterance, other: Utterance) -> bool:
    """Whether two quotes share so few telling words that no rule takes them for one: told without aligning them."""
    both = len(one.stems & other.stems)
    return both < STRETCH and both < STRANGERS * min(len(one.stems), len(other.stems))


def graded(one: Utterance, other: Utterance, shared: Shared, days: float) -> Grade | None:
    """For quotes of one speaker, so many days apart as far as is known."""
    if shared.excerpt:
        return graded_excerpt(one, other, shared, days)
    least = 0.75 if shared.telling >= 5 else 0.8
    reworded = shared.part >= 0.75 and shared.telling_part >= least and days <= reach_of_wording(shared.telling)
    stretch = shared.longest >= STRETCH and days <= 3
    if not (reworded or stretch or (days <= 1 and is_translation(one, other))):
        return None
    long_and_alike = shared.part >= 0.85 and shared.telling >= 8
    return "sure" if long_and_alike or not is_altered(one, other, shared.blocks) else None


def graded_excerpt(one: Utterance, other: Utterance, shared: Shared, days: float) -> Grade | None:
    """The one is the other, or an excerpt of it. A fragment with two telling words is believed within a day, one with a
    single word if it is all of both or has four words in a row; stock phrases, on one known occasion of one day."""
    if shared.telling >= 3:
        return "sure" if days <= reach_of_excerpt(shared.telling) else None
    whole = len(one.words) == len(other.words)
    part = min(one.words, other.words, key=len)
    if days > 1 or shared.telling == 0:
        same_occasion = bool(one.occasion & other.occasion) and whole and len(one.words) > 2
        return "slight" if days <= 0 and same_occasion and said_on_known_days(one, other) else None
    enough = shared.telling == 2 or whole or (len(part) >= 4 and not any(word.after_gap for word in part))
    return "slight" if enough else None


def reach_of_excerpt(telling: int) -> float:
    """Days between which so many telling words are not said twice; any number, if it is not known."""
    return math.inf if telling >= 6 else 3


def reach_of_wording(telling: int) -> float:
    if telling >= 8:
        return math.inf
    return 7 if telling >= 5 else 1 if telling >= 3 else -1


def said_on_known_days(one: Utterance, other: Utterance) -> bool:
    return one.moment.said is not None and other.moment.said is not None


def is_translation(one: Utterance, other: Utterance) -> bool:
    """Whether two wordings can be translations of one: at least one is, and most telling words are the same."""
    if not (one.translated or other.translated):
        return False
    these, those = one.stems, other.stems
    both = len(these & those)
    return both >= 4 and both / len(these | those) >= IN_COMMON


# ------------------------------------------------------------------------------------------------ what is shared


def shared_by(one: Utterance, other: Utterance) -> Shared:
    blocks, excerpt = aligned(one.words, other.words)
    same = [(a + step, b + step) for a, b, size in blocks for step in range(size)]
    excerpt = excerpt or len(same) == len(one.words) == len(other.words)
    near = [] if excerpt else near_spelled(one, other, blocks)
    telling = sum(one.told[a] for a, _ in same) + sum(one.told[a] and other.told[b] for a, b in near)
    least = min(sum(one.told), sum(other.told))
    return Shared(
        telling=telling,
        longest=max((sum(one.told[a : a + size]) for a, _, size in blocks), default=0),
        part=(len(same) + len(near)) / min(len(one.words), len(other.words)),
        telling_part=telling / least if least else 0.0,
        excerpt=excerpt,
        blocks=blocks,
    )


def near_spelled(one: Utterance, other: Utterance, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Words in the same place that differ by a slip or in spelling."""
    pairs = []
    here = there = 0
    for a, b, size in [*blocks, (len(one.words), len(other.words), 0)]:
        if a - here == b - there:
            pairs += [
                (here + step, there + step)
                for step in range(a - here)
                if is_near(one.words[here + step].folded, other.words[there + step].folded)
            ]
        here, there = a + size, b + size
    return pairs


def is_near(one: str, other: str) -> bool:
    if not (one.isalpha() and other.isalpha()) or is_number(one) or is_number(other):
        return False
    return ratio(one, other) >= NEAR_SPELLED


def numbers_of(words: Sequence[Word]) -> set[str]:
    """The numbers among some words, in digits."""
    return {number_words().get(word.folded, word.folded) for word in words if is_number(word.folded)}


def is_number(word: str) -> bool:
    return word[0].isdigit() or word in number_words()


def is_altered(one: Utterance, other: Utterance, blocks: Sequence[Block]) -> bool:
    """Whether a negation or a number differs."""
    return is_negated(one.words, other.words, blocks) or numbers_differ(one, other, blocks)


def numbers_differ(one: Utterance, other: Utterance, blocks: Sequence[Block]) -> bool:
    """Whether a number stands in the place of another."""
    here = there = 0
    for a, b, size in [*blocks, (len(one.words), len(other.words), 0)]:
        gone, come = numbers_of(one.words[here:a]), numbers_of(other.words[there:b])
        if gone and come and gone != come:
            return True
        here, there = a + size, b + size
    return False
