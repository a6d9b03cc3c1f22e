"""A claim held against one quote. All texts are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.borrowing import is_borrowed
from corpus.model import AttributedSpeaker, Attribution, Quote
from corpus.verification import is_called, likeness, share_in_common, speaker_match
from corpus.words import words_of
from tests.index.invented import ADA, BORIS, COUNCIL, Invented, quote

SAID = "We will not raise the harbour tax this year. I never said that the old pier was safe."


@pytest.mark.parametrize(
    ("claimed", "match"),
    [
        (SAID, "exact"),
        (SAID.lower().replace(".", " –"), "punctuation_only"),
        ("We will not raise the harbour tax", "excerpt"),
        ("We will not raise … this year.", "excerpt"),
        ("I never said that the old pier was safe.", "excerpt"),
        ("We will raise the harbour tax this year.", "altered"),
        ("the old pier was safe", "altered"),  # what negated it was cut off
        ("We will not raise the fishing tax this year.", "altered"),
        ("I never said that the old pier was safe. We will not raise the harbour tax this year.", "altered"),
        (SAID + " Believe me.", "altered"),
        ("Tomorrow the ferries sail at noon, as they always have.", "not_in_this_corpus"),
        ("", "not_in_this_corpus"),
        ("…!", "not_in_this_corpus"),
    ],
)
def test_the_words(claimed: str, match: str) -> None:
    assert likeness(SAID, claimed).match == match


LEFT = "We gave them nothing of the coast, and he [the harbour master] knows it."


@pytest.mark.parametrize(
    ("claimed", "match", "added", "unmarked"),
    [
        ("We [the islanders] gave them nothing of the coast", "excerpt", ["[the islanders]"], []),
        (f"[Sic!] {LEFT} [Applause]", "punctuation_only", [], []),
        (f"Yes, {LEFT}", "altered", [], []),
        ("We gave [the owners] nothing of the coast", "excerpt", ["[the owners]"], []),
        ("[w]e gave them nothing of the coast", "excerpt", [], []),
        ("We gave them nothing […] of the coast", "excerpt", [], []),
        ("We gave them [nothing] of the coast", "excerpt", [], []),
        ("We gave them […] the coast", "altered", [], []),
        ("We gave them [most] of the coast", "altered", ["[most]"], []),
        ("We [never] gave them … the coast", "altered", ["[never]"], []),
        ("We [reportedly] gave them nothing of the coast", "altered", ["[reportedly]"], []),
        ("We gave them nothing of the [northern] coast", "altered", ["[northern]"], []),
        ("he [the harbour master] knows it", "excerpt", [], []),
        ("he the harbour master knows it", "altered", [], ["[the harbour master]"]),
    ],
)
def test_what_stands_in_square_brackets_was_not_said(
    claimed: str, match: str, added: list[str], unmarked: list[str]
) -> None:
    like = likeness(LEFT, claimed)
    assert (like.match, [*like.brackets.added], [*like.brackets.unmarked]) == (match, added, unmarked)


@pytest.mark.parametrize(
    ("recorded", "claimed", "borrowed"),
    [
        ("Renn told me, ‘We lost the boat,’ and left.", "We lost the boat", True),
        ("Renn told me, ‘We lost the boat,’ and left.", "lost the boat", True),
        ("Renn told me, ‘We lost the boat,’ and left.", "Renn told me, ‘We lost the boat,’", False),
        ("I left. They called it “a gift to the rich.”", "a gift to the rich", True),
        ("I was told: ‘We lost the boat.’", "We lost the boat", True),
        ("And I said, ‘We lost the boat.’ He left.", "We lost the boat", False),
        ("‘We lost the boat,’ I’ve always said, ‘and the crew.’", "We lost the boat", False),
        ("The ‘floating hotel’ is no boat.", "floating hotel", False),
        ("We don’t know whose boats’ crews these are.", "know whose boats’ crews", False),
    ],
)
def test_what_somebody_quotes_is_borrowed(recorded: str, claimed: str, borrowed: bool) -> None:
    assert is_borrowed(recorded, likeness(recorded, claimed).comparison) is borrowed


@pytest.mark.parametrize(
    ("name", "claimed", "called"),
    [
        ("Ada Marie Lund", "Ada Marie Lund", True),
        ("Ada Marie Lund", "Lund", True),
        ("Ada Marie Lund", "Secretary Lund", True),
        ("Ada Marie Lund", "ADA M. LUND", True),
        ("Ada Lund", "Ada Marie Lund", False),  # a name that is longer may be another's
        ("Ada Marie Lund", "Bo Lund", False),
        ("Ada Marie Lund", "Ada", False),
        ("Zoé Lund", "Zoe Lund", True),
        ("Harbour Council", "Council", True),
        ("Ada Lund", "", False),
    ],
)
def test_what_somebody_is_called(name: str, claimed: str, called: bool) -> None:
    assert is_called(name, claimed) is called


def by(*speakers: AttributedSpeaker, attribution: Attribution | None = None) -> Quote:
    made = quote(1, Invented(SAID, speakers=speakers))
    return replace(made, attribution=attribution) if attribution else made


JOINT = quote(1, Invented(SAID, speakers=(ADA, BORIS)))
OF_ADA = quote(1, Invented(SAID, speakers=(ADA,)))


@pytest.mark.parametrize(
    ("said", "claimed", "match"),
    [
        (OF_ADA, (), "not_claimed"),
        (OF_ADA, ("Ada Quill",), "same"),
        (OF_ADA, ("ada-quill",), "same"),
        (OF_ADA, ("A. B. Quill",), "same"),
        (OF_ADA, ("Boris O'Marsh",), "other"),
        (OF_ADA, ("Ada Quill", "Boris O'Marsh"), "other"),
        (JOINT, ("Ada Quill", "O’Marsh"), "same"),
        (JOINT, ("Ada Quill",), "same"),
        (JOINT, (COUNCIL.name,), "other"),
        (by(), ("Ada Quill",), "not_known"),
        (by(attribution=Attribution("ambiguous", candidates=("Ada Quill", "Eve Quill"))), ("Quill",), "possible"),
        (by(attribution=Attribution("ambiguous", candidates=("Ada Quill", "Eve Quill"))), ("O'Marsh",), "other"),
    ],
)
def test_who_said_it(said: Quote, claimed: tuple[str, ...], match: str) -> None:
    assert speaker_match(said, {"ada-quill": ADA.aliases}, claimed) == match


TEXT = st.lists(
    st.sampled_from(["a", "b", "c", "not", "never", "don’t", "…", ".", "1", "[not]", "[a B]"]), min_size=1
).map(" ".join)


@given(TEXT.filter(words_of), TEXT.filter(words_of))
def test_what_is_shared_in_any_order_is_never_less_than_in_the_same_order(recorded: str, claimed: str) -> None:
    assert share_in_common(recorded, claimed) >= likeness(recorded, claimed).comparison.contained - 1e-9


@given(TEXT, TEXT)
@example("They will … not sign", "They will")
@example("They will sign. Not today", "They will sign")
def test_what_negates_on_one_side_only_is_never_as_good_as_said(recorded: str, claimed: str) -> None:
    like = likeness(recorded, claimed)
    if like.comparison.negated:
        assert like.match in ("altered", "not_in_this_corpus")
