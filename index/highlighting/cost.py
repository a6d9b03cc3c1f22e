"""What marking spends of the budget of its search: reckoned before each step, so that no quote, however long, holds up
its answer. What a step raises ends the marking, not the search."""

from __future__ import annotations

from index.engines import Budget, TooCostly

LONGEST = 1_000_000
"""Characters of a quote that is marked; a tenth as many of a run without a space, half as many looks at tokens: such a
step is done before the clock would have to be looked at again."""
_LETTERS = 10
"""Characters that are about a word."""
_NEW_RUN, _CHARACTER, _STEP = 3_000, 10, 20
"""What it costs, in postings (see `engines.native.budget`), to take apart a run of characters that was not met before,
to read past a character, and to look at a token."""


def of_reading(budget: Budget, characters: int, times: int) -> None:
    """Each character of a quote is looked at so many times. Raises TooCostly."""
    _spend(budget, characters * _CHARACTER * times, at_once=characters)


def of_taking_apart(budget: Budget, run: str) -> None:
    """A run of characters that was not met before is made tokens of. Raises TooCostly."""
    _spend(budget, _NEW_RUN * (1 + len(run) // _LETTERS), at_once=len(run) * _LETTERS)


def of_comparing(budget: Budget, steps: int) -> None:
    """Tokens are looked at so many times in all. Raises TooCostly."""
    _spend(budget, steps * _STEP, at_once=steps * 2)


def _spend(budget: Budget, postings: int, at_once: int = 0) -> None:
    if at_once > LONGEST or budget.is_over(postings):
        raise TooCostly
