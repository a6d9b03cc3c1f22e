"""Which page of how many, and the links to those beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import request


def number_of(value: str) -> int:
    """A whole number of at most eight ASCII digits, or 0 for anything else."""
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 8 else 0


def asked_for(total: int, size: int) -> int:
    """The number of the page that the request's address asks for, or of the last where it asks for one past it."""
    last = max(1, -(-total // size))
    return min(max(1, number_of(request.args.get("page", "1"))), last)


@dataclass(frozen=True, slots=True)
class Pages:
    """`start` is the number of the first result on the current page, counted from 1."""

    current: int
    last: int
    start: int
    previous_url: str | None
    next_url: str | None
    last_url: str

    @classmethod
    def asked(cls, total: int, size: int, url: Callable[[int | None], str]) -> Pages:
        """The page that the request's address asks for; `url` is given None for the first, whose address names none."""
        return cls.of(asked_for(total, size), total, size, lambda number: url(number if number > 1 else None))

    @classmethod
    def of(cls, current: int, total: int, size: int, url: Callable[[int], str]) -> Pages:
        """The pages of `total` results, `size` on each; `url` makes the link to a page by its number."""
        last = max(1, -(-total // size))
        return cls(
            current=current,
            last=last,
            start=(current - 1) * size + 1,
            previous_url=url(min(current - 1, last)) if current > 1 else None,
            next_url=url(current + 1) if current < last else None,
            last_url=url(last),
        )
