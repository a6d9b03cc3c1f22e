"""A quote of 2012 shows the office of 2012: in the API, on its page, in a search, and in a terminal."""

from __future__ import annotations

import pytest
from rich.console import Console

from corpus import extract_quotes, read_article
from corpus.extraction import EXTRACTOR_VERSION
from service import create_app
from service.archive import Archive
from service.cli import printing

ARTICLE = "“The pier is sound,” Joe Biden said on October 11, 2012."
OFFICE = "Vice President of the United States"


def test_the_office_of_that_year_is_shown(own_archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    record = own_archive.record
    record.load_bundle()
    article = read_article(ARTICLE, media_type="text/plain", published="2026-03-04", lang="en")
    done = record.ingest(article, extract_quotes(article), extractor_version=EXTRACTOR_VERSION)
    own_archive.synchronise()
    [quote] = record.quotes_of(done.article_id)
    client = create_app(own_archive.config).test_client()
    assert client.get(f"/v1/quotes/{quote.id}").get_json()["speakers"][0]["role_then"] == OFFICE
    [found] = client.get(f"/v1/quotes?article={done.article_id}").get_json()["results"]
    assert found["speakers"][0]["role_then"] == OFFICE
    assert f"{OFFICE} at the time" in client.get(f"/q/{quote.id}").get_data(as_text=True)
    terminal = Console(width=200)
    monkeypatch.setattr(printing, "console", terminal)
    with terminal.capture() as shown:
        printing.print_quote(quote)
    assert f"Joe Biden, {OFFICE} at the time" in shown.get()
    assert "said 11 October 2012" in shown.get()


@pytest.mark.parametrize(("edtf", "words"), [("2025-22", "summer 2025"), (None, None)])
def test_dates_in_a_terminal_are_words(edtf: str | None, words: str | None) -> None:
    assert printing.worded(edtf) == words
