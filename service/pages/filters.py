"""What narrows a search, for its page: the facets as choices, and the filters in use as links that remove them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from index import FacetValue
from service.dates import in_words
from service.links import Links
from service.pages import wording
from service.pages.state import DATES, FACETS, Pair, SearchState, repeatable

SHOWN_AT_FIRST = 6
MOST_OFFERED = 9
"""Values of a facet that a page offers: of many speakers or publishers, a search by their name finds the rest."""

Labels = Mapping[Pair, str]
"""What a filter's value is called, by the filter's name and the value."""

_SINGLE_WORDS = {
    ("match", "exact"): "Exactly as written",
    ("match", "fuzzy"): "Or similar words",
    ("republished", "exclude"): "Without copies",
    ("republished", "only"): "Only copies",
    ("group", "cluster"): "Each utterance once",
    ("reviewed", "true"): "Reviewed by a person",
    ("reviewed", "false"): "Not reviewed by a person",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a search can be narrowed to, with how many quotes it would leave."""

    value: str
    label: str
    count: int
    checked: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The choices of a facet: the most frequent and those that are checked, and the rest; how many are not shown."""

    name: str
    title: str
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]
    others: int


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter in use, in words; the link to the search without it, if that is no longer than a page can bear."""

    label: str
    url: str | None


def labels(facets: Mapping[str, list[FacetValue]], names: Labels) -> dict[Pair, str]:
    """What filters' values are called: by the index where it counted them, else by `names`."""
    return dict(names) | {(name, value.value): value.label for name, values in facets.items() for value in values}


def groups(state: SearchState, facets: Mapping[str, list[FacetValue]], known: Labels) -> Iterator[Group]:
    """One group for each facet that has a choice to offer."""
    for name in FACETS:
        chosen, values = state.all(name), facets.get(name, [])
        counted = dict.fromkeys(chosen, 0) | {value.value: value.count for value in values}
        if counted:
            yield _group(name, counted, chosen, known)


def active(state: SearchState, known: Labels, links: Links) -> Iterator[ActiveFilter]:
    """Every filter in use."""
    for name, value in state.pairs:
        label = label_of(name, value, known)
        if label:
            yield ActiveFilter(label, repeatable(links.search_page(**state.without(name, value).parameters())))


def label_of(name: str, value: str, known: Labels) -> str | None:
    """A filter in words; None for the search text and the order, which are no filters."""
    if name in DATES:
        return f"{wording.label(name)} {in_words(value)}"
    if name == "min_confidence":
        return f"{wording.label(name)} {value}"
    if name in wording.FILTERS:
        return f"{wording.FILTERS[name]}: {value_label(name, value, known)}"
    return _SINGLE_WORDS.get((name, value))


def value_label(name: str, value: str, known: Labels) -> str:
    """A filter's value for people: our words for closed sets, else what it is known as."""
    if name == "month":
        return in_words(value)
    return wording.VALUES.get(name, {}).get(value) or known.get((name, value), value)


def _group(name: str, counted: Mapping[str, int], chosen: Collection[str], known: Labels) -> Group:
    """The facet's values; one that is in use stays a choice even where it finds nothing."""
    ordered = sorted(counted, key=lambda value: -counted[value])
    first = [value for i, value in enumerate(ordered) if i < SHOWN_AT_FIRST or value in chosen]
    later = [value for value in ordered[SHOWN_AT_FIRST:] if value not in chosen]
    rest = later[: MOST_OFFERED - SHOWN_AT_FIRST]

    def choices(values: Iterable[str]) -> tuple[Choice, ...]:
        return tuple(
            Choice(value, value_label(name, value, known), counted[value], value in chosen) for value in values
        )

    return Group(name, wording.FACETS[name], choices(first), choices(rest), len(later) - len(rest))
