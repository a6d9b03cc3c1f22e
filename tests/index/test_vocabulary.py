from __future__ import annotations

from index.documents import Value
from index.vocabulary import GatheredValues, Vocabulary

OLD = Value("ada-quill", "Ada Quill")
NEW = Value("ada-quill", "Dame Ada Quill", ("Q101",), ("Minister Quill",))
OTHER = Value("boris-o-marsh", "Boris O’Marsh")
FIRST = Value("zoe-a-mill", "Anna Mill")


def test_what_is_told_of_a_value_is_from_its_latest_change() -> None:
    gathered = GatheredValues([FIRST, NEW, OTHER, OLD], [2, 7, 3, 5])
    vocabulary = Vocabulary(gathered.arrays())
    assert list(vocabulary) == [(7, NEW), (3, OTHER), (2, FIRST)]
    assert gathered.numbers.tolist() == [3, 1, 2, 1]
    assert vocabulary.meant_by("q101") == [1]
    assert vocabulary.label_order.tolist() == [0, 2, 1, 0]


def test_there_may_be_none() -> None:
    assert list(Vocabulary(GatheredValues([], []).arrays())) == []
