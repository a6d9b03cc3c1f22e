"""Labels of a transcript are read with the headline and the byline, which need not stand in the text."""

from __future__ import annotations

import hashlib

from corpus import extract_quotes
from corpus.model import Article

TEXT = "SOREL: Is the dam safe?\n\nREYES: It is safe today.\n\nSOREL: And who pays?"


def test_labels_name_the_people_of_headline_and_byline() -> None:
    article = Article(
        id="dam",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        length=len(TEXT),
        text=TEXT,
        title="Governor Alma Reyes on the dam",
        byline="By Daniel Sorel",
    )

    assert [quote.speakers[0].name for quote in extract_quotes(article)] == [
        "Daniel Sorel",
        "Alma Reyes",
        "Daniel Sorel",
    ]


def test_without_them_a_label_is_a_surname() -> None:
    assert [quote.speakers[0].name for quote in extract_quotes(TEXT)] == ["Sorel", "Reyes", "Sorel"]
