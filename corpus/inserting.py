"""Words in square brackets, which are an editor's and not the speaker's, where a claim is held against a quote.

“We [the council] will keep [it]” is as good as “We will keep the pier”: the brackets say who and what is meant, and the
reader is told that they are not in the record. “We will [never] keep the pier” is not. A rule of thumb, on the side of
caution: only what reads like a name, or like words for somebody or something, may stand there; and what was said in its
place is a pronoun, or the same words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.comparing import Block, Comparison, Edit, aligned, edits, excerpts, is_negated
from corpus.cutting import CONDITIONS, DENIALS, QUANTITIES
from corpus.extraction.lexicons import BE, OBJECT_PRONOUNS, PRONOUNS
from corpus.model import Span
from corpus.words import Word, words_of

POINTING = frozenset(("this", "that", "these", "those", "there", "here"))
STANDING_FOR_SOMETHING = PRONOUNS | OBJECT_PRONOUNS | POINTING
OPENING_A_NAME = frozenset(
    ("a", "an", "the", "this", "that", "these", "those", "my", "your", "our", "his", "her", "its", "their")
)
HOLDING_TOGETHER = STANDING_FOR_SOMETHING | OPENING_A_NAME | BE | {"of", "in", "at", "on", "from", "and"}
NO_WORDS = frozenset(("sic", "laughs", "laughing", "laughter", "applause", "cheers", "pause", "pauses", "inaudible"))
TURNING = DENIALS | CONDITIONS | QUANTITIES | {"except", "opposite", "so", "called"}
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Brackets:
    """Words, as printed, that stand in square brackets on one side alone. `added`: the claim's, which the record does
    not have; `unmarked`: the record's, which the claim has as if they had been said."""

    added: tuple[str, ...] = ()
    unmarked: tuple[str, ...] = ()


def compare_but_for_insertions(recorded: str, claimed: str) -> Comparison | None:
    """How they differ where nothing but explanations in square brackets was put in; None where more was. `kind` is then
    *punctuation*, or *truncated* where words were left out."""
    these, those = words_of(recorded), words_of(claimed)
    kept = [number for number, word in enumerate(those) if not word.aside]
    if not kept or len(kept) == len(those):
        return None
    said = [_after_asides(those, number) for number in kept]
    found = excerpts(these, said)
    if found is None:
        return None
    blocks = [(this, kept[that], size) for this, that, size in found]
    differing = tuple(edits(recorded, claimed, these, those, blocks))
    put_in = (edit for edit in differing if edit.kind in ("inserted", "replaced"))
    if claimed.isupper() or not all(_explains(claimed, edit, these, those) for edit in put_in):
        return None
    losing = (edit for edit in differing if edit.left.start < edit.left.end and edit.kind != "punctuation")
    return Comparison(
        kind="punctuation" if all(_same_words(edit, these, those) for edit in losing) else "truncated",
        similarity=2 * len(kept) / (len(these) + len(those)),
        contained=len(kept) / min(len(these), len(those)),
        operations=differing,
        negated=is_negated(these, those, blocks),
    )


def brackets_of(recorded: str, claimed: str, comparison: Comparison) -> Brackets:
    """What of both stands in square brackets on one side alone."""
    if "[" not in recorded and "[" not in claimed:
        return Brackets()
    these, those = words_of(recorded), words_of(claimed)
    blocks, _ = aligned(these, those)
    return Brackets(_added(claimed, these, those, comparison), _unmarked(recorded, these, those, blocks))


def _added(claimed: str, these: Sequence[Word], those: Sequence[Word], comparison: Comparison) -> tuple[str, ...]:
    put_in = [
        word
        for edit in comparison.operations
        if edit.kind in ("inserted", "replaced") and not _same_words(edit, these, those)
        for word in _within(those, edit.right)
        if word.aside and word.folded not in NO_WORDS
    ]
    return tuple(dict.fromkeys(_bracket(claimed, word) for word in put_in))


def _unmarked(recorded: str, these: Sequence[Word], those: Sequence[Word], blocks: Sequence[Block]) -> tuple[str, ...]:
    pairs = [(these[this + step], those[that + step]) for this, that, size in blocks for step in range(size)]
    put_in = [this for this, that in pairs if this.aside and not that.aside and this.folded not in NO_WORDS]
    return tuple(dict.fromkeys(_bracket(recorded, word) for word in put_in))


def _bracket(text: str, word: Word) -> str:
    """The whole of the bracket that a word stands in, as printed."""
    return text[text.rfind("[", 0, word.start + 1) : text.find("]", word.end - 1) + 1]


def _after_asides(words: Sequence[Word], number: int) -> Word:
    """A word that was said; after a bracket something may be left out, as after an ellipsis."""
    follows = number > 0 and words[number - 1].aside
    return words[number]._replace(after_gap=words[number].after_gap or follows)


def _within(words: Sequence[Word], place: Span) -> Sequence[Word]:
    return words[_number(words, place.start) : _number(words, place.end)]


def _number(words: Sequence[Word], place: int) -> int:
    """How many words begin before a place."""
    return bisect_left(words, place, key=lambda word: word.start)


def _same_words(edit: Edit, these: Sequence[Word], those: Sequence[Word]) -> bool:
    """Whether both have the same words here, in brackets or not."""
    return [word.folded for word in _within(these, edit.left)] == [word.folded for word in _within(those, edit.right)]


def _explains(claimed: str, edit: Edit, these: Sequence[Word], those: Sequence[Word]) -> bool:
    """Whether what stands in brackets only says who or what is meant, whatever words it took the place of."""
    gone, come = _within(these, edit.left), _within(those, edit.right)
    if _same_words(edit, these, those):
        return True
    if not _is_a_name(claimed, come):
        return False
    at_an_edge = not gone or gone[0] is these[0] or gone[-1] is these[-1]
    following = _number(those, edit.right.end)
    marked = any(word.after_gap for word in [*come, *those[following : following + 1]])
    return at_an_edge or marked or all(word.folded in STANDING_FOR_SOMETHING for word in gone)


def _is_a_name(claimed: str, words: Sequence[Word]) -> bool:
    """Whether these, all in brackets, read like the name of somebody or something, or like words for it: *Lund*, *the
    old pier*."""
    opened = False
    for word in words:
        opened = opened or word.folded in OPENING_A_NAME
        plain = word.folded in HOLDING_TOGETHER | NO_WORDS or YEAR.fullmatch(word.folded)
        named = opened or plain or claimed[word.start : word.end].lstrip("[")[0].isupper()
        if not word.aside or not named or _turns(word):
            return False
    return True


def _turns(word: Word) -> bool:
    number = word.folded[0].isdigit() and not YEAR.fullmatch(word.folded)
    return word.negates or number or word.folded in TURNING or word.folded.endswith("ly")
