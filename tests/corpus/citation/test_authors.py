"""By-lines taken apart. All names are invented."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation.authors import authors


@pytest.mark.parametrize(
    ("byline", "inverted"),
    [
        (None, []),
        ("By  Ann\tLee", ["Lee, Ann"]),
        ("Ann Lee & Liam Castell", ["Lee, Ann", "Castell, Liam"]),
        ("Ann Lee; Liam Castell", ["Lee, Ann", "Castell, Liam"]),
        ("Ann Lee, Bo van Quist, and Liam Castell", ["Lee, Ann", "Bo van Quist", "Castell, Liam"]),
        ("Ann Lee, Holm Gazette | Liam Castell", ["Lee, Ann", "Castell, Liam"]),
        ("Ann Lee in Port Elsing and Liam Castell for The Star", ["Lee, Ann", "Castell, Liam"]),
        ("AFP in Port Elsing", ["AFP in Port Elsing"]),
        ("Ann Lee and AFP", ["Lee, Ann", "AFP"]),
        ("J. K. Castell III", ["Castell, J. K., III"]),
        ("Robert James Castell", ["Castell, Robert James"]),
        ("ROBERT CASTELL", ["CASTELL, ROBERT"]),
        ("Dr. Ann Lee", ["Dr. Ann Lee"]),
        ("BBC News", ["BBC News"]),
        ("Holm Observer reporters", ["Holm Observer reporters"]),
        ("Department of Fish, Salt and Tides", ["Department of Fish, Salt and Tides"]),
        ("Ann Lee and the tides", ["Ann Lee and the tides"]),
        ("Lee, Ann, Castell, Liam", ["Lee, Ann, Castell, Liam"]),
        ("Jr.", ["Jr."]),
        ("By", ["By"]),
        ("李安", ["李安"]),
        ("Ann Lee,", ["Ann Lee,"]),
    ],
)
def test_the_authors_of_a_byline(byline: str | None, inverted: list[str]) -> None:
    assert [author.inverted for author in authors(byline)] == inverted


@given(st.text(st.sampled_from("Ann Lee,;|&. By and Jr. AFP News’-é"), max_size=40))
def test_no_author_is_made_up(byline: str) -> None:
    for author in authors(byline):
        assert set(re.findall(r"\w+", author.printed)) <= set(re.findall(r"\w+", byline))
        assert author.family is None or author.family in author.printed


def test_a_language_that_prints_the_family_first() -> None:
    assert [author.inverted for author in authors("Castell Lia, Lee Ann", lang="hu-HU")] == ["Castell Lia", "Lee Ann"]
