"""Two wordings compared, word by word: what kind of difference there is between them, how much, and where.

Words are aligned by their longest common subsequence (Hirschberg 1975), computed bit-parallel by rapidfuzz. An excerpt
is aligned with the stretches that it was taken from, as a reader would.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Literal

from rapidfuzz.distance import LCSseq

from corpus.model import Span
from corpus.words import Word, words_of

Kind = Literal["identical", "punctuation", "truncated", "wording"]
EditKind = Literal["deleted", "inserted", "replaced", "punctuation"]
Block = tuple[int, int, int]
"""So many words that are the same, from this word of the left and that word of the right."""

LONGEST = 5_000
"""Words of either side that are aligned; a comparison of more would take memory by their product. What comes after
them counts as replaced."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One place where they differ: code points of the left text, and of the right. An empty span is where words are
    missing."""

    kind: EditKind
    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the right text differs from the left.

    `kind`: *identical*; *punctuation* (also letter case and the shape of marks); *truncated*, one is an excerpt of the
    other, what it leaves out inside marked by an ellipsis; else *wording*. `similarity` is the share of all words of
    both that they have in common, in order (Dice: 0 to 1), `contained` that of the words of the shorter. `negated`: a
    negation stands in one only, in words that differ or in what was cut off a sentence.
    """

    kind: Kind
    similarity: float
    contained: float
    operations: tuple[Edit, ...]
    negated: bool = False


def compare(left: str, right: str) -> Comparison:
    """How `right` differs from `left`; `operations` are in text order, and empty if nothing does."""
    these, those = words_of(left), words_of(right)
    blocks, excerpt = aligned(these, those)
    blocks = blocks if excerpt else gathered(these, those, blocks)
    shared = sum(size for _, _, size in blocks)
    whole, least = len(these) + len(those), min(len(these), len(those))
    return Comparison(
        kind=kind_of(left, right, excerpt=excerpt, same=2 * shared == whole),
        similarity=2 * shared / whole if whole else 1.0,
        contained=shared / least if least else float(not whole),
        operations=tuple(edits(left, right, these, those, blocks)),
        negated=is_negated(these, those, blocks),
    )


def kind_of(left: str, right: str, *, excerpt: bool, same: bool) -> Kind:
    if same:
        return "identical" if left.split() == right.split() else "punctuation"
    return "truncated" if excerpt else "wording"


# ------------------------------------------------------------------------------------------------ aligning


def aligned(left: Sequence[Word], right: Sequence[Word]) -> tuple[list[Block], bool]:
    """The stretches of the same words, in order, and whether one side is an excerpt of the other."""
    if len(left) < len(right):
        blocks, excerpt = aligned(right, left)
        return [(here, there, size) for there, here, size in blocks], excerpt
    taken = excerpts(left, right)
    if taken is not None:
        return taken, bool(right)
    these, those = ([word.folded for word in side[:LONGEST]] for side in (left, right))
    matching = LCSseq.opcodes(these, those)
    return [(op.src_start, op.dest_start, op.src_end - op.src_start) for op in matching if op.tag == "equal"], False


def gathered(left: Sequence[Word], right: Sequence[Word], blocks: Sequence[Block]) -> list[Block]:
    """The same with as few gaps as moving a stretch on to its next can leave: of *I said yes, I said no*, the claim *I
    said no* is the second half, rather than an *I* of the first and a *said no* of the second."""
    found: list[Block] = []
    for here, there, size in reversed(blocks):
        this, that, more = found[-1] if found else (here + size, there + size, 0)
        longer = (this - here) - (that - there)
        on, over = here + max(longer, 0), there + max(-longer, 0)
        if not all(left[on + step].folded == right[over + step].folded for step in range(size)):
            on, over = here, there
        if found and (on + size, over + size) == (this, that):
            found[-1] = (on, over, size + more)
        else:
            found.append((on, over, size))
    return found[::-1]


def excerpts(whole: Sequence[Word], part: Sequence[Word]) -> list[Block] | None:
    """Where `part` was taken from: each of its runs between ellipses, one after the other; None if it was not."""
    text = " ".join(["", *(word.folded for word in whole), ""])
    blocks: list[Block] = []
    place = done = passed = 0
    for start, end in runs(part):
        found = text.find(" ".join(["", *(word.folded for word in part[start:end]), ""]), place)
        if found < 0:
            return None
        passed += text.count(" ", done, found)
        blocks.append((passed, start, end - start))
        done, place = found, found + sum(len(word.folded) + 1 for word in part[start:end])
    return blocks


def runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """From which word to which nothing is marked as left out."""
    starts = [number for number, word in enumerate(words) if number == 0 or word.after_gap]
    return pairwise([*starts, len(words)])


# ------------------------------------------------------------------------------------------------ telling


def edits(
    left: str, right: str, these: Sequence[Word], those: Sequence[Word], blocks: Sequence[Block]
) -> Iterator[Edit]:
    """Every difference, in text order."""
    here = there = 0
    for this, that, size in [*blocks, (len(these), len(those), 0)]:
        if here < this or there < that:
            yield Edit(edit_kind(this - here, that - there), stretch(these, here, this), stretch(those, there, that))
        yield from respelled(left, right, these[this : this + size], those[that : that + size])
        here, there = this + size, that + size


def edit_kind(gone: int, come: int) -> EditKind:
    if gone and come:
        return "replaced"
    return "deleted" if gone else "inserted"


def stretch(words: Sequence[Word], start: int, end: int) -> Span:
    """The place of some words; where there are none, that after the word before."""
    if start < end:
        return Span(words[start].start, words[end - 1].end)
    place = words[start - 1].end if start else 0
    return Span(place, place)


def respelled(left: str, right: str, these: Sequence[Word], those: Sequence[Word]) -> Iterator[Edit]:
    """Where the same words differ in case, marks or what stands between them."""
    for this, that in zip(pieces(these), pieces(those), strict=True):
        if this.of(left).split() != that.of(right).split():
            yield Edit("punctuation", this, that)


def pieces(words: Sequence[Word]) -> list[Span]:
    """The places of words and of what stands between them."""
    between = (Span(a.end, b.start) for a, b in pairwise(words))
    return sorted(chain((word.span for word in words), between))


def is_negated(these: Sequence[Word], those: Sequence[Word], blocks: Sequence[Block]) -> bool:
    """Whether the words that differ negate on one side only."""
    gone, come = list[Word](), list[Word]()
    here = there = 0
    for this, that, size in [*blocks, (len(these), len(those), 0)]:
        gone += beside(these, here, this)
        come += beside(those, there, that)
        here, there = this + size, that + size
    return bool(blocks) and any(word.negates for word in gone) != any(word.negates for word in come)


def beside(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """Those of some words that stand in a sentence with the word before them or the word after."""
    ends = [number for number in range(start, end) if words[number].ends_sentence]
    follows = start > 0 and not words[start - 1].ends_sentence
    if not ends:
        return list(words[start:end]) if follows or end < len(words) else []
    before = words[start : ends[0] + 1] if follows else ()
    after = words[ends[-1] + 1 : end] if end < len(words) else ()
    return [*before, *after]
