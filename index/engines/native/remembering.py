"""What was worked out once and may be asked for again: as much as fits, the longest unasked-for goes first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Remembered(Generic[T]):
    """Remembers things of together at most `size`, as `size_of` tells it. Thread-safe; what two threads want at once
    is worked out by both."""

    def __init__(self, size: int, size_of: Callable[[T], int]) -> None:
        self._size, self._size_of = size, size_of
        self._things: OrderedDict[Hashable, T] = OrderedDict()
        self._used = 0
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The thing of that key, made if it is not remembered."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
                return self._things[key]
        made = make()
        with self._lock:
            if key not in self._things:
                self._things[key] = made
                self._used += self._size_of(made)
                while self._used > self._size and len(self._things) > 1:
                    self._used -= self._size_of(self._things.popitem(last=False)[1])
        return made
