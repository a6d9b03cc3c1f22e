"""Facets as choices, filters in use as links that remove them."""

from __future__ import annotations

from index import FacetValue
from service.links import Links
from service.pages.filters import MOST_OFFERED, SHOWN_AT_FIRST, active, groups, label_of, labels
from service.pages.state import SearchState

SPEAKERS = [FacetValue(f"speaker-{n}", f"Speaker {n}", 20 - n) for n in range(SHOWN_AT_FIRST + 3)]
FACETS = {"speaker": SPEAKERS, "type": [FacetValue("indirect", "indirect", 4)]}
KNOWN = labels(FACETS, {("speaker", "ana-ruiz"): "Ana Ruiz"})


def test_the_most_frequent_and_the_chosen_are_shown_first() -> None:
    state = SearchState((("speaker", f"speaker-{SHOWN_AT_FIRST + 1}"),))
    speakers = next(groups(state, FACETS, KNOWN))
    assert speakers.title == "Speaker"
    assert [choice.value for choice in speakers.first if choice.checked] == [f"speaker-{SHOWN_AT_FIRST + 1}"]
    assert len(speakers.first) == SHOWN_AT_FIRST + 1
    assert len(speakers.rest) == 2


def test_of_many_a_page_offers_the_most_frequent_and_says_how_many_others_there_are() -> None:
    many = [FacetValue(f"speaker-{n}", f"Speaker {n}", 200 - n) for n in range(100)]
    (speakers,) = groups(SearchState(), {"speaker": many}, {})
    assert len(speakers.first) + len(speakers.rest) == MOST_OFFERED
    assert speakers.others == 100 - MOST_OFFERED


def test_closed_sets_are_shown_in_words() -> None:
    (kinds,) = (group for group in groups(SearchState(), FACETS, KNOWN) if group.name == "type")
    assert [choice.label for choice in kinds.first] == ["Paraphrase"]


def test_a_filter_that_finds_nothing_stays_so_that_it_can_be_taken_off() -> None:
    (kinds,) = groups(SearchState((("type", "direct"),)), {}, {})
    assert [(choice.label, choice.count, choice.checked) for choice in kinds.first] == [("Direct", 0, True)]


def test_each_filter_in_use_has_a_link_without_it() -> None:
    state = SearchState.read(
        [
            ("q", "ferry"),
            ("speaker", "speaker-1"),
            ("type", "indirect"),
            ("said_from", "2023-10-01"),
            ("republished", "exclude"),
            ("match", "stemmed"),
            ("sort", "said_at"),
        ]
    )
    found = {filter.label: filter.url for filter in active(state, KNOWN, Links())}
    assert list(found) == [
        "Speaker: Speaker 1",
        "How it is quoted: Paraphrase",
        "Without copies",
        "Said from 1 October 2023",
    ]
    assert all("q=ferry" in url and "sort=said_at" in url for url in found.values())
    assert "speaker=" not in found["Speaker: Speaker 1"]
    assert "speaker=speaker-1" in found["How it is quoted: Paraphrase"]


def test_a_speaker_whom_the_index_did_not_count_still_has_a_name() -> None:
    assert label_of("speaker", "ana-ruiz", KNOWN) == "Speaker: Ana Ruiz"
    assert label_of("speaker", "nobody", KNOWN) == "Speaker: nobody"
