"""The words of one segment as plans want them: where they stand, and what the documents that have them score.

What people look for comes again and again: the scored documents of a word are remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import zip_longest

import numpy as np

from index import schema as s
from index.engines.native.postings import Word
from index.engines.native.ranked import Ranked, ranked
from index.engines.native.remembering import Remembered
from index.engines.native.rows import SPARSE, Booleans, Rows
from index.engines.native.scoring import FieldWeights, Scores, scores_of
from index.engines.native.segment import Segment
from index.query.wildcards import fitting, start_of

_REMEMBERED_BYTES = 48 << 20
_ENTRY_BYTES = 512
_FEW_DOCUMENTS = 4
"""So many are scored one by one: that costs less than the dozen calls that numpy takes for any number of them."""

_NOWHERE: Rows = np.zeros(0, dtype=np.int32)

Rarity = Callable[[str, bytes], float]
"""Gives the idf of a word in a field, over all segments."""


class Words:
    """The words of one segment; deleted documents are left out where scores are told."""

    def __init__(
        self, segment: Segment, live: Booleans | None, rarity: Rarity, weights: Mapping[str, FieldWeights]
    ) -> None:
        self._segment, self._live, self._rarity, self._weights = segment, live, rarity, weights
        self._documents = segment.documents
        self._remembered = Remembered[Ranked | None](_REMEMBERED_BYTES, _size_of)
        self.find = lru_cache(4096)(self._find)
        self._numbers_close_to = lru_cache(256)(self._close_to)
        self._numbers_shaped = lru_cache(256)(self._shaped)
        self._worth_in = lru_cache(maxsize=None)(self._worth)

    def ranked(self, fields: Sequence[str], forms: Sequence[str], typed: Sequence[str]) -> Ranked | None:
        """The documents that have a word, in the form that each of some fields wants, in any of these; None if there
        are none. Their scores in all the fields add up, and where it stands as typed there is more."""
        key = tuple(fields), tuple(forms), tuple(typed)
        return self._remembered.get(key, lambda: self._ranked(fields, forms, typed))

    def scores_together(self, field: str, forms: Sequence[str], typed: Sequence[str], rows: Rows) -> Scores:
        """What documents that have all these words of a field, which scores by BM25F, score for them. Only what is
        known of these documents is read: nothing is ranked, nothing remembered."""
        words = [
            (word, self._rarity(field, form.encode("utf-8", "replace")), self._as_typed(word, own) if own else None)
            for form, own in zip_longest(forms, typed)
            if (word := self.find(field, form)) is not None
        ]
        worth = self._worth_in(field)
        if len(rows) <= _FEW_DOCUMENTS and not (words and words[0][0].postings.has_many):
            return np.array([_score_in(row, words, worth) for row in rows.tolist()], dtype=np.float64)
        scores = np.zeros(len(rows))
        for word, rarity, as_typed in words:
            of_word = scores_of(word, word.entries(rows), rarity, self._weights[field], worth)
            scores += of_word if as_typed is None else of_word + s.AS_TYPED * as_typed.has(rows)
        return scores

    def _as_typed(self, stem: Word, typed: str) -> Word | None:
        """A word as typed, or its stem where that stands in the same documents. Every document that has a word has its
        stem: so they are the same if they are as many."""
        word = self.find(s.TEXT_WORD, typed)
        return stem if word is not None and len(word) == len(stem) else word

    def starting_with(self, field: str, start: str) -> tuple[Rows, int]:
        """The documents that have any word that begins so, and how many such words there are."""
        postings = self._segment.postings(field)
        numbers = postings.lexicon.starting_with(start.encode()) if postings else range(0)
        if postings is None or not numbers:
            return _NOWHERE, 0
        return postings.rows[postings.pointers[numbers.start] : postings.pointers[numbers.stop]], len(numbers)

    def number_starting_with(self, field: str, start: str) -> int:
        """How many words begin so."""
        postings = self._segment.postings(field)
        return len(postings.lexicon.starting_with(start.encode())) if postings else 0

    def shaped(self, field: str, shape: str) -> tuple[Rows, int]:
        """The documents that have any word of a shape (`index.query.wildcards`), and how many such words there are."""
        return self._with_any(field, self._numbers_shaped(field, shape))

    def close_to(self, field: str, word: str, edits: int) -> tuple[Rows, int]:
        """The documents that have any word at most so many edits away, and how many such words there are."""
        return self._with_any(field, self._numbers_close_to(field, word, edits))

    @cached_property
    def every(self) -> Rows:
        """Every document."""
        return self._alive(np.arange(self._documents, dtype=np.int32))

    def _find(self, field: str, form: str) -> Word | None:
        postings = self._segment.postings(field)
        number = postings.lexicon.find(form.encode("utf-8", "replace")) if postings else None
        return None if postings is None or number is None else postings.word(number)

    def _with_any(self, field: str, numbers: Sequence[int]) -> tuple[Rows, int]:
        postings = self._segment.postings(field)
        if postings is None or not numbers:
            return _NOWHERE, 0
        return np.concatenate([postings.word(number).rows for number in numbers]), len(numbers)

    def _close_to(self, field: str, word: str, edits: int) -> list[int]:
        postings = self._segment.postings(field)
        return postings.lexicon.close_to(word, edits).tolist() if postings else []

    def _shaped(self, field: str, shape: str) -> list[int]:
        postings = self._segment.postings(field)
        return postings.lexicon.passing(start_of(shape), fitting(shape)) if postings else []

    def _ranked(self, fields: Sequence[str], forms: Sequence[str], typed: Sequence[str]) -> Ranked | None:
        found = [(field, form, self.find(field, form)) for field, form in zip(fields, forms, strict=True)]
        parts = [self._of_field(field, form, word) for field, form, word in found if word is not None]
        as_typed = [self.find(s.TEXT_WORD, form) for form in typed]
        parts += [self._constant(word, s.AS_TYPED) for word in as_typed if word is not None]
        parts = [part for part in parts if len(part.rows)]
        if len(parts) < 2:
            return parts[0] if parts else None
        return _together(parts, self._documents)

    def _of_field(self, field: str, form: str, word: Word) -> Ranked:
        constant = s.CONSTANT_SCORES.get(field)
        if constant is not None:
            return self._constant(word, constant)
        rarity = self._rarity(field, form.encode("utf-8", "replace"))
        if word.postings.has_many:
            every = np.arange(len(word))
            entries = every if self._live is None else every[self._live[word.rows]]
            scores = scores_of(word, entries, rarity, self._weights[field], self._worth_in(field))
            return ranked(word.rows[entries], scores, self._documents)
        codes = word.codes if self._live is None else word.codes[self._live[word.rows]]
        return Ranked(self._alive(word.rows), codes, rarity * self._worth_in(field), self._documents)

    def _constant(self, word: Word, score: float) -> Ranked:
        rows = self._alive(word.rows)
        return Ranked(rows, np.zeros(len(rows), dtype=np.uint8), np.array([score]), self._documents)

    def _worth(self, field: str) -> Scores:
        postings = self._segment.postings(field)
        return self._weights[field].of_kinds(postings.kinds) if postings else np.zeros(0)

    def _alive(self, rows: Rows) -> Rows:
        return rows if self._live is None else rows[self._live[rows]]


def _score_in(row: int, words: Iterable[tuple[Word, float, Word | None]], worth: Scores) -> float:
    """What one document scores for words, given with their rarity and as typed."""
    score = 0.0
    for word, rarity, as_typed in words:
        code = word.code_in(row)
        of_word = 0.0 if code is None else rarity * worth.item(code)
        if as_typed is word:
            is_as_typed = code is not None
        else:
            is_as_typed = as_typed is not None and as_typed.code_in(row) is not None
        score += of_word + s.AS_TYPED if is_as_typed else of_word
    return score


def _together(parts: Sequence[Ranked], documents: int) -> Ranked:
    """The documents of any part; a document's code says which code it has in each of them, or none."""
    sizes = [len(part.worth) + 1 for part in parts]
    dtype = np.min_scalar_type(int(np.prod(sizes)))
    every = np.concatenate([part.rows for part in parts])
    if len(every) * SPARSE < documents:
        rows = np.unique(every)
        codes = np.zeros(len(rows), dtype=dtype)
        places = [rows.searchsorted(part.rows) for part in parts]
    else:
        codes = np.zeros(documents, dtype=dtype)
        places = [part.rows.astype(np.int64) for part in parts]
    worth, step = np.zeros(1), 1
    for part, place, size in zip(parts, places, sizes, strict=True):
        codes[place] += (part.codes.astype(dtype) + dtype.type(1)) * dtype.type(step)
        worth = (worth[None, :] + np.append(0.0, part.worth)[:, None]).ravel()
        step *= size
    if len(every) * SPARSE >= documents:
        rows = np.flatnonzero(codes).astype(np.int32)
        codes = codes[rows]
    return Ranked(rows, codes, worth, documents)


def _size_of(found: Ranked | None) -> int:
    return _ENTRY_BYTES if found is None else _ENTRY_BYTES + found.size_in_bytes
