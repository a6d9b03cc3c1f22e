from __future__ import annotations

import pytest
from msgspec.structs import fields

from index.documents import Facts, document
from index.printed import Printed, printed_of
from tests.index.invented import Invented, entry


@pytest.mark.parametrize("title", ["Marsh at sea", None])
def test_what_is_printed_is_read_from_the_row_of_the_facts(title: str | None) -> None:
    made = document(entry(1, 1, Invented(("one", "two"), title=title)))
    assert printed_of(made.row) == Printed(*(getattr(made.facts, name) for name in Printed.__struct_fields__))


def test_its_members_are_the_first_of_the_facts() -> None:
    of_facts = [(field.name, field.type) for field in fields(Facts)]
    assert [(field.name, field.type) for field in fields(Printed)] == of_facts[: len(fields(Printed))]
