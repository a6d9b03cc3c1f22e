"""Words stand in the quotation marks of their language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.pages.cards import Card
from service.pages.quotation_marks import marks_of
from tests.service.pages import invented


@pytest.mark.parametrize(
    ("lang", "marks"),
    [
        ("en", "“”"), ("en-GB", "“”"), ("de", "„“"), ("de-AT", "„“"), ("de-CH", "«»"), ("uk", "«»"), ("he", "””"),
        ("ar", "”“"), ("ja", "「」"), ("zh", "“”"), ("zh-Hant-TW", "「」"), ("zh-TW", "「」"), ("hi", "“”"),
        ("pt-BR", "“”"), ("pt", "“”"), ("pt-PT", "«»"), ("da", "“”"), ("sr", "„“"),
        ("fr-CA", "«\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}»"), ("", "“”"), (None, "“”"), ("-", "“”"),
    ],
)  # fmt: skip
def test_of_each_language(lang: str | None, marks: str) -> None:
    assert "".join(marks_of(lang)) == marks


def test_a_card_repeats_words_in_them() -> None:
    assert Card.of(replace(invented.DIRECT, lang="de")).words == f"„{invented.DIRECT.text}“"
