"""When the found quotes were said, or else published: a bar a month, or a year.

Drawn here and not by a script; the numbers stand beside it in a table, each with a link to the search of it alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index import FacetValue
from service.dates import in_words
from service.links import Links
from service.pages.state import SearchState, repeatable

FACETS = ("year", "month")
MOST_MONTHS = 24
"""Months from the first to the last that are drawn one by one; of more, years are."""
MOST_YEARS = 80
"""Years from the first to the last that leave a place for those without quotes."""
MOST_COUNTED = 100
"""Values of a facet that the index gives; with so many, some may be missing."""
WIDTH, HEIGHT = 240, 56
WIDEST, LEAST = 20, 2
"""How wide a bar may be, and how high it must be, in the drawing's units."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or a year with quotes: `url` is that of the search of it alone; `x` is its middle, `y` its top in the
    drawing; `here`: the search is narrowed to it."""

    label: str
    count: int
    url: str | None
    x: float
    y: float
    here: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """`unit` is *month* or *year*; `stroke` is the width of each bar."""

    unit: str
    bars: tuple[Bar, ...]
    stroke: float
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def in_words(self) -> str:
        """ "October 2023 to May 2024, most in March 2024"."""
        most = max(self.bars, key=lambda bar: bar.count)
        return f"{self.bars[0].label} to {self.bars[-1].label}, most in {most.label}"


def timeline(state: SearchState, facets: Mapping[str, list[FacetValue]], links: Links) -> Timeline | None:
    """The timeline of the search that `state` holds; None where all is of one year and month, or undated."""
    months, years = facets.get("month", []), facets.get("year", [])
    by_month = len(months) < MOST_COUNTED and _span([_month(value.value) for value in months]) <= MOST_MONTHS
    unit, values = ("month", months) if by_month and len(months) > 1 else ("year", years)
    if len(values) < 2:
        return None
    values = sorted(values, key=lambda value: value.value)
    places = _places([_month(value.value) if unit == "month" else int(value.value) for value in values])
    step = WIDTH / (places[-1] + 1)
    middles = [round((place + 0.5) * step, 1) for place in places]
    return Timeline(unit, tuple(_bars(unit, values, middles, state, links)), round(min(step * 0.86, WIDEST), 1))


def _bars(
    unit: str, values: Sequence[FacetValue], middles: Sequence[float], state: SearchState, links: Links
) -> Iterator[Bar]:
    most = max(value.count for value in values)
    bare = state.without("month").without("year")
    for middle, value in zip(middles, values, strict=True):
        yield Bar(
            label=in_words(value.value),
            count=value.count,
            url=repeatable(links.search_page(**bare.having(unit, value.value).parameters())),
            x=middle,
            y=round(HEIGHT - max(LEAST, HEIGHT * value.count / most), 1),
            here=value.value in state.all(unit),
        )


def _places(numbers: Sequence[int]) -> Sequence[int]:
    """Where each stands, from 0 on: with gaps for those between without quotes, unless there would be too many."""
    if _span(numbers) > MOST_YEARS:
        return range(len(numbers))
    return [number - numbers[0] for number in numbers]


def _span(numbers: Sequence[int]) -> int:
    return max(numbers) - min(numbers) + 1 if numbers else 0


def _month(edtf: str) -> int:
    """Months since year 0: ``2024-10`` is one after ``2024-09``."""
    year, _, month = edtf.partition("-")
    return int(year) * 12 + int(month) - 1
