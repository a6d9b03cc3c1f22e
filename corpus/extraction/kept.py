"""Answers about single words and names, kept for the next article: the same few come again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")

MOST, LONGEST = 20_000, 60
"""Answers kept at a time, and characters of the strings that they are kept for: no text can fill the memory."""


class Kept(dict[str, Answer], Generic[Answer]):
    """``kept[string]`` is what `work_out` says of the string. It has to say the same always."""

    def __init__(self, work_out: Callable[[str], Answer]) -> None:
        super().__init__()
        self.work_out = work_out

    def __missing__(self, asked: str) -> Answer:
        answer = self.work_out(asked)
        if len(asked) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[asked] = answer
        return answer
