"""The different values of one dimension (speaker, publisher, …) in one segment, and what is told of each.

A value is known by its number: its place among all of them in the order of their UTF-8 bytes, from 1 on; 0 is none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

import msgspec
import numpy as np

from index.analysis import analyse
from index.arrays.container import AnyArray
from index.arrays.lexicon import Lexicon
from index.arrays.smallest import as_small_as_they_fit
from index.documents import Value

_REMEMBERED = 1024
"""Values of which is remembered what is told of them: those that most facets show."""
LAST = chr(0x10FFFF)
"""Sorts behind whatever else goes on from a beginning."""
_TOLD = msgspec.msgpack.Decoder(tuple[int, Value])


class Vocabulary:
    """Values as they are kept in arrays; each is read when it is asked for."""

    def __init__(self, arrays: Mapping[str, AnyArray]) -> None:
        self._arrays = arrays
        self.told = lru_cache(_REMEMBERED)(self._told_of)

    def __len__(self) -> int:
        return len(self._values)

    def text(self, number: int) -> bytes:
        """The value itself."""
        return self._values[number - 1]

    def number(self, value: bytes) -> int:
        """The number of a value, 0 if it is not here."""
        found = self._values.find(value)
        return 0 if found is None else found + 1

    def _told_of(self, number: int) -> tuple[int, Value]:
        """What is told of a value, and the change of the record that last told it."""
        start = int(self._told_ends[number - 2]) if number > 1 else 0
        return _TOLD.decode(self._told[start : int(self._told_ends[number - 1])].tobytes())

    def meant_by(self, key: str) -> list[int]:
        """The numbers of the values that a filter's `key` means, letter case aside."""
        found = self._keys.find(key.casefold().encode("utf-8", "replace"))
        if found is None:
            return []
        pointers = self._arrays["key_pointers"]
        return [int(number) for number in self._arrays["key_numbers"][pointers[found] : pointers[found + 1]]]

    @cached_property
    def label_order(self) -> AnyArray:
        """By number (0 is none), the place of a value among all of them in order of label, then value."""
        return self._arrays["label_order"]

    def beginning(self, start: str) -> list[int]:
        """The numbers of the values that have a word, in one of their names, which begins so."""
        words, numbers = self._named
        return numbers[bisect_left(words, start) : bisect_left(words, start + LAST)]

    @cached_property
    def _named(self) -> tuple[list[str], list[int]]:
        """Every word of every name, sorted, and the number of the value that bears it."""
        named = sorted(
            {
                (word, number)
                for number, (_, value) in enumerate(self, 1)
                for name in (value.label, *value.aliases)
                for word in words_of(name)
            }
        )
        return [word for word, _ in named], [number for _, number in named]

    def __iter__(self) -> Iterator[tuple[int, Value]]:
        return (self.told(number) for number in range(1, len(self) + 1))

    @cached_property
    def _values(self) -> Lexicon:
        return Lexicon(self._arrays["words"], self._arrays["ends"], self._arrays["heads"])

    @cached_property
    def _keys(self) -> Lexicon:
        return Lexicon(self._arrays["key_words"], self._arrays["key_ends"], self._arrays["key_heads"])

    @cached_property
    def _told(self) -> AnyArray:
        return self._arrays["told"]

    @cached_property
    def _told_ends(self) -> AnyArray:
        return self._arrays["told_ends"]


@lru_cache(_REMEMBERED)
def words_of(name: str) -> frozenset[str]:
    """Every form under which a word of a name is found."""
    return frozenset(word for token in analyse(name) for word in token.words)


class GatheredValues:
    """Every way in which values were told, each once, and the last change of the record that told it so: of several
    ways of one value the latest counts. `numbers` are the values' numbers, by way."""

    def __init__(self, told: Sequence[Value], changes: Sequence[int]) -> None:
        latest = {told[way].value: way for way in sorted(range(len(told)), key=changes.__getitem__)}
        texts = sorted(latest)
        numbers = dict(zip(texts, range(1, len(texts) + 1), strict=True))
        self.numbers = np.array([numbers[value.value] for value in told], dtype=np.int64)
        self._values = [told[latest[text]] for text in texts]
        self._changes = [changes[latest[text]] for text in texts]

    def arrays(self) -> dict[str, AnyArray]:
        """What `Vocabulary` reads."""
        rows = list(map(msgspec.msgpack.encode, zip(self._changes, self._values, strict=True)))
        labels = [value.label for value in self._values]
        by_label = np.array(sorted(range(len(labels)), key=labels.__getitem__), dtype=np.int64)
        label_order = np.zeros(len(labels) + 1, dtype=np.int32)
        label_order[by_label + 1] = np.arange(len(labels))
        return {
            **Lexicon.of([value.value.encode() for value in self._values]).arrays(),
            "told": np.frombuffer(b"".join(rows), dtype=np.uint8),
            "told_ends": np.cumsum([len(row) for row in rows], dtype=np.int64),
            "label_order": label_order,
            **_keys(self._values),
        }


def _keys(values: Iterable[Value]) -> dict[str, AnyArray]:
    """Which values each key of a filter means."""
    meant: dict[bytes, list[int]] = {}
    for number, value in enumerate(values, 1):
        for key in dict.fromkeys(key.casefold() for key in (value.value, *value.keys)):
            if key:
                meant.setdefault(key.encode(), []).append(number)
    words = sorted(meant)
    numbers = [meant[word] for word in words]
    return {
        **{f"key_{name}": array for name, array in Lexicon.of(words).arrays().items()},
        "key_pointers": np.cumsum([0, *map(len, numbers)], dtype=np.int64),
        "key_numbers": as_small_as_they_fit(np.array([n for several in numbers for n in several], dtype=np.int64)),
    }
