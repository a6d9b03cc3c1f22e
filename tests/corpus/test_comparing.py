"""Two wordings compared. Every text is invented."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.comparing import LONGEST, Comparison, compare
from corpus.words import words_of

FULL = "We will not close the bridge this winter. The ferries cannot carry 1,000 lorries a day. Nobody has a plan."


@pytest.mark.parametrize(
    ("right", "kind"),
    [
        (FULL, "identical"),
        ("  " + FULL.replace(" ", "\n", 1), "identical"),
        ("we will not close the bridge this winter; the ferries cannot carry 1000 lorries a day: nobody has a plan",
         "punctuation"),
        (FULL.replace("winter. The", "winter … The"), "punctuation"),
        ("We will not close the bridge", "truncated"),
        ("close the bridge this winter", "truncated"),
        ("We will not close the bridge … Nobody has a plan.", "truncated"),
        ("We will not close the bridge. Nobody has a plan.", "wording"),  # an omission that nothing marks
        ("Nobody has a plan … We will not close the bridge", "wording"),  # the wrong way round
        (FULL.replace("close", "shut"), "wording"),
        (FULL.replace("1,000", "1,500"), "wording"),
        ("", "wording"),
    ],
)  # fmt: skip
def test_the_kind_of_difference(right: str, kind: str) -> None:
    assert compare(FULL, right).kind == kind
    assert compare(right, FULL).kind == kind


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the U.S. will pay", "the US will pay"),
        ("It’s a long‑range missile", "it's a long range missile"),
        ("up 5% & rising", "up 5 percent and rising"),
        ("“No,” he wrote", "'No' he wrote"),
    ],
)
def test_what_is_only_punctuation(left: str, right: str) -> None:
    assert compare(left, right).kind == "punctuation"


@pytest.mark.parametrize(
    ("left", "right"), [("it cost $5", "it cost £5"), ("down to -5", "down to 5"), ("its engine", "it's engine")]
)
def test_what_is_more_than_punctuation(left: str, right: str) -> None:
    assert compare(left, right).kind == "wording"


def told(left: str, right: str) -> list[tuple[str, str, str]]:
    return [(edit.kind, edit.left.of(left), edit.right.of(right)) for edit in compare(left, right).operations]


@pytest.mark.parametrize(
    ("left", "right", "differences"),
    [
        ("We will not go home.", "We will go home.", [("deleted", "not", "")]),
        ("We will go home.", "We will never go home.", [("inserted", "", "never")]),
        ("A very bad idea", "A terribly bad plan", [("replaced", "very", "terribly"), ("replaced", "idea", "plan")]),
        ("Stop. Now", "Stop, now", [("punctuation", ". ", ", "), ("punctuation", "Now", "now")]),
        ("one two three four", "two … four", [("deleted", "one", ""), ("deleted", "three", "")]),
        ("the same", "the same", []),
    ],
)
def test_where_they_differ(left: str, right: str, differences: list[tuple[str, str, str]]) -> None:
    assert told(left, right) == differences


@pytest.mark.parametrize(
    ("left", "right", "negated"),
    [
        ("We will not go.", "We will go.", True),
        ("We can't go.", "We can go.", True),
        ("We do not go.", "We don't go.", False),
        ("I never said that it was a mistake.", "it was a mistake", True),
        ("It is not late. It was a mistake.", "It was a mistake.", False),
        ("A mistake.", "An error.", False),
    ],
)
def test_a_negation_that_comes_or_goes_is_noticed(left: str, right: str, negated: bool) -> None:
    assert compare(left, right).negated is negated
    assert compare(right, left).negated is negated


def test_how_much_they_share() -> None:
    part = compare("one two three four five six", "two three five")
    assert (part.similarity, part.contained) == (pytest.approx(2 * 3 / 9), 1.0)
    assert compare("one two", "three four").similarity == 0
    assert compare("", "…") == Comparison("punctuation", 1.0, 1.0, ())


def test_texts_without_end_are_compared_up_to_a_limit() -> None:
    long = "war " * (LONGEST + 50)
    assert compare(long + "x", long + "y").kind == "wording"
    assert compare(long, "peace " * 60_000).similarity == 0


WORDINGS = st.text(alphabet="ab \u0130.,…’'-1$%", max_size=40)


@given(WORDINGS, WORDINGS)
@example("1", "-1")
def test_operations_tell_the_whole_difference(left: str, right: str) -> None:
    """Putting the right's words in the place of the left's, from the end, gives the right's words."""
    found = compare(left, right)
    words = list(words_of(left))
    for edit in reversed(found.operations):
        first, after = (sum(word.start < end for word in words_of(left)) for end in (edit.left.start, edit.left.end))
        words[first:after] = [word for word in words_of(right) if edit.right.start <= word.start < edit.right.end]
    assert [word.folded for word in words] == [word.folded for word in words_of(right)]
    assert 0 <= found.similarity <= found.contained <= 1


@given(WORDINGS, WORDINGS)
def test_either_way_round_it_is_the_same_difference(left: str, right: str) -> None:
    there, back = compare(left, right), compare(right, left)
    assert (there.kind, there.similarity, there.contained) == (back.kind, back.similarity, back.contained)


@given(WORDINGS)
def test_nothing_differs_from_itself(text: str) -> None:
    assert compare(text, text) == Comparison("identical", 1.0, 1.0, ())


def test_what_is_the_same_is_shown_together() -> None:
    said = "I never promised a bridge. I promised a look into a bridge."
    assert told(said, "I promised a peek into a bridge.") == [
        ("deleted", "I never promised a bridge", ""),
        ("replaced", "look", "peek"),
    ]
