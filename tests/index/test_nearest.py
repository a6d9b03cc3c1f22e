"""The quotes most like a text: candidates for comparing. All texts are invented."""

from __future__ import annotations

import pytest

from index import nearest
from tests.index.conftest import MakeIndex
from tests.index.invented import ADA, BORIS, Invented

FERRY = "The ferry to Holm will sail at noon, whatever the council has decided."


@pytest.mark.parametrize(
    "text",
    [
        FERRY,
        "the ferry will sail",
        "FERRIES to Holm sail at noon",
        "whatever the council has decided, the ferry to Holm will sail",
        "the fery to Holm will not sail before noon",
    ],
)
def test_words_that_were_changed_are_still_near(make_index: MakeIndex, text: str) -> None:
    index = make_index("The wall was never safe.", FERRY, "The council has decided on the tax.")
    assert nearest(index, text)[0].segments == (FERRY,)


def test_of_many_who_said_the_same_the_speaker_comes_first(make_index: MakeIndex) -> None:
    alike = [Invented("I have no comment on that.", speakers=(BORIS,)) for _ in range(30)]
    index = make_index(*alike, Invented("I have no comment on that.", speakers=(ADA,)))
    assert nearest(index, "I have no comment", speaker="Ms. Quill", limit=3)[0].id == "q_0031"


def test_further_names_of_the_speaker_come_with_it(make_index: MakeIndex) -> None:
    [near] = nearest(make_index(FERRY), FERRY)
    assert near.aliases == {"ada-quill": (ADA.name, *ADA.aliases)}


@pytest.mark.parametrize("text", ["", "…", "xylophone zebra"])
def test_without_a_common_word_nothing_is_near(make_index: MakeIndex, text: str) -> None:
    assert nearest(make_index(FERRY), text) == []
