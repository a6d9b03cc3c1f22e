"""What stands between two spaces is taken apart as the index takes it apart, and found by each of its forms."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.analysis import tokens_of
from index.highlighting import runs
from index.highlighting.runs import Runs, known_runs, run_of

between_spaces = st.text(min_size=1, max_size=45).filter(lambda characters: characters.split() == [characters])


@given(between_spaces | st.text("aIsSt0é'’-._,“”日", min_size=1, max_size=8))
@example("“Tides,”")
@example("_it_")
@example("U.S.")
@example("IT")
@example("harbour’s")
@example("e-mails")
@example("x" * 41)
def test_taken_apart_as_any_text_is(characters: str) -> None:
    tokens = tokens_of(characters)
    run = run_of(characters)
    assert run.tokens == tokens
    assert run.width == len(tokens)
    assert set(run.forms) == {form for token in tokens for form in token.words | token.stems}


def test_found_by_each_of_its_forms() -> None:
    known = Runs()
    for run in ("tides,", "“tide", "e-mail", "mail"):
        known.learn(run)
    assert known.holding(["tide"]) == {"tides,", "“tide"}
    assert known.holding(["tides", "email"]) == {"tides,", "e-mail"}
    assert known.holding(["mail"]) == {"e-mail", "mail"}
    assert known.holding(["pier"]) == set()


@pytest.mark.parametrize("long", [["one", "two", "three"], ["aaaaaaaaaa" * 3], ["日本東"]])
def test_others_are_begun_once_they_are_too_many(long: list[str]) -> None:
    with mock.patch.object(runs, "MOST", 3), mock.patch.object(runs, "_runs", Runs()):
        before = known_runs()
        assert known_runs() is before
        for run in long:
            before.learn(run)
        assert not known_runs()
        assert set(before) == set(long)
