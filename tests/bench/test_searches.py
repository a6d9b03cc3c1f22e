"""Searches that were never made before."""

from __future__ import annotations

from bench.searches import addresses, pairs_of_words


def test_each_pair_of_words_is_asked_once() -> None:
    searches = pairs_of_words(["The old pier.", "The pier, at sea."])
    assert sorted(searches) == ["old OR pier", "old OR sea", "old OR the", "pier OR sea", "pier OR the", "sea OR the"]
    assert searches == pairs_of_words(["The pier, at sea.", "The old pier."])


def test_addresses_are_fit_to_be_asked() -> None:
    assert list(addresses("/search", ["a OR b"], facets="type,year")) == ["/search?q=a+OR+b&facets=type%2Cyear"]
