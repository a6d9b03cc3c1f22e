"""Bytes or characters in, an article out. All articles are invented."""

from __future__ import annotations

import codecs
import subprocess
import sys
from pathlib import Path

import pytest

from corpus import read_article
from corpus.model import Article, PublishedAt
from corpus.reading import article_id, canonical_url, text_sha256

LETTER = """Ferry line to reopen in spring

“We’ll run every hour – no fewer than twelve boats on each day of the week,” said Rosa Lindqvist in Skåne.
"""


@pytest.fixture
def ferry(root: Path) -> Article:
    return read_article((root / "tests/fixtures/pages/ferry.html").read_bytes(), name="ferry.html")


@pytest.mark.parametrize(
    "data",
    [
        LETTER,
        LETTER.encode(),
        codecs.BOM_UTF8 + LETTER.encode(),
        "\ufeff" + LETTER,
        codecs.BOM_UTF16_LE + LETTER.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + LETTER.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + LETTER.encode("utf-32-le"),
        LETTER.encode("cp1252"),
    ],
    ids=["str", "utf-8", "utf-8-mark", "str-mark", "utf-16-le", "utf-16-be", "utf-32-le", "windows-1252"],
)
def test_the_text_is_the_same_in_every_encoding(data: bytes | str) -> None:
    assert read_article(data).text == LETTER


def test_the_encoding_of_the_media_type_goes_first() -> None:
    data = "Burmistrz powiedział: „Most stoi”.".encode("iso8859-2", "ignore")
    assert "powiedział" in (read_article(data, media_type="text/plain; charset=iso-8859-2").text or "")


def test_a_page_says_its_encoding() -> None:
    page = '<html><head><meta charset="windows-1252"></head><body><p>“Così è la vita,” said Ann Lee.</p></body></html>'
    assert read_article(page.encode("cp1252")).text == "“Così è la vita,” said Ann Lee."


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_plain_text_is_kept_to_the_letter(newline: str) -> None:
    text = f"  First.{newline}{newline}\tSecond\u00a0one. \u200b{newline}"
    assert read_article(text.encode()).text == text


def test_a_transcript_is_plain_text() -> None:
    text = "MS. ODER: The tower stays.\n\nQ: For how long?\n\nMS. ODER: Ask the pigeons.\n"
    assert read_article(text, name="briefing.txt").text == text


def test_length_and_digest_are_those_of_the_text() -> None:
    article = read_article("“No,” said Ann Lee. 🚢")
    assert article.length == 22 - 1
    assert article.sha256 == text_sha256("“No,” said Ann Lee. 🚢")


# --- identity


def test_the_id_is_that_of_the_words_where_there_is_no_address() -> None:
    one, again, other = read_article("“No.”"), read_article("“No.”".encode(), name="b.txt"), read_article("“Yes.”")
    assert one.id == again.id != other.id
    assert one.id == article_id(one.sha256, None)


def test_the_id_is_that_of_the_address_where_there_is_one() -> None:
    url = "https://holm.example/pier"
    assert read_article("“No.”", url=url).id == read_article("“Yes.”", url=url + "?utm_source=x#top").id


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://Holm.Example/Pier", "https://holm.example/Pier"),
        ("http://holm.example:80", "http://holm.example/"),
        ("https://holm.example:8443/a", "https://holm.example:8443/a"),
        ("https://holm.example/a?id=7&utm_source=x&fbclid=y#z", "https://holm.example/a?id=7"),
        ("https://holm.example/a?q=b+c%20d&ref=1", "https://holm.example/a?q=b+c%20d&ref=1"),
        (" https://holm.example/a/ ", "https://holm.example/a/"),
        ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
        ("javascript:alert(1)", None),
        ("/a/b", None),
        ("ftp://holm.example/a", None),
        ('https://holm.example/"><script>', None),
        ("https://holm.example:port/", None),
        ("", None),
    ],
)
def test_canonical_url(url: str, canonical: str | None) -> None:
    assert canonical_url(url) == canonical


# --- what is given, what the page says, what it does not


def test_a_page_states_its_facts(ferry: Article) -> None:
    assert ferry.title == "Ferry to Holm island will sail again in April"
    assert ferry.byline == "Rosa Lindqvist"
    assert ferry.publisher == "The Westport Courier"
    assert ferry.url == "https://courier.example/news/2026/ferry-to-holm"
    assert ferry.published_at == PublishedAt("2026-02-11", "stated")
    assert ferry.lang == "en-GB"


def test_facts_stand_in_the_letters_the_page_prints(root: Path) -> None:
    """From JSON-LD: the name of the outlet is not set in title case, authors keep theirs, the day is the local one."""
    article = read_article((root / "tests/fixtures/pages/ledger.html").read_bytes())
    assert (article.publisher, article.byline) == ("holm ledger", "Ida McQuist, Per Oder")
    assert article.published_at == PublishedAt("2025-12-01", "stated")
    assert (article.url, article.lang) == (None, "en")


def test_what_is_given_goes_before_what_the_page_says(root: Path) -> None:
    data = (root / "tests/fixtures/pages/ferry.html").read_bytes()
    article = read_article(
        data,
        title="Boat",
        publisher="Us",
        byline="Me",
        published="2026-02",
        lang="en",
        retrieved_at="2026-03-01T08:00:00Z",
    )
    assert (article.title, article.publisher, article.byline, article.lang) == ("Boat", "Us", "Me", "en")
    assert article.published_at == PublishedAt("2026-02", "stated")


def test_the_main_text_has_quotes_and_tables_and_no_cruft(ferry: Article) -> None:
    text = ferry.text or ""
    assert "“We have two new engines & a crew that knows them.”" in text
    assert "“The old boat was loved, and the old boat was tired,” said the ship’s last captain" in text
    assert "“I will be on it with a flask of coffee,” said Marta Quist" in text
    for cruft in ("Most read", "statue", "Share on", "not a quotation", "All rights reserved", "Weather"):
        assert cruft not in text


def test_a_page_that_states_nothing_is_given_nothing(root: Path) -> None:
    """No date from the last change, a picture's address, a copyright line or a day that could be two; no outlet from
    a host name; no by-line from a name in the text."""
    article = read_article((root / "tests/fixtures/pages/council.html").read_bytes())
    assert article.title == "Council votes to keep the clock tower"
    assert (article.byline, article.publisher, article.url) == (None, None, None)
    assert article.published_at == PublishedAt()


def test_a_canonical_link_to_another_site_is_the_original(root: Path) -> None:
    data = (root / "tests/fixtures/pages/ferry.html").read_bytes()
    article = read_article(data, url="https://mirror.example/ferry")
    assert article.url == "https://mirror.example/ferry"
    assert article.relation == "syndication"
    assert article.original is not None
    assert article.original.url == "https://courier.example/news/2026/ferry-to-holm"


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        ("<!DOCTYPE html><p>“No,” said Ann Lee.</p>", None, None),
        ("\n<!-- kept --><html><p>“No,” said Ann Lee.</p></html>", None, None),
        ('<?xml version="1.0" encoding="utf-8"?><html><body><p>“No,” said Ann Lee.</p></body></html>', None, None),
        ("<p>“No,” said Ann Lee.</p>", "pier.html", None),
        ("<p>“No,” said Ann Lee.</p>", "pier.txt", "text/html; charset=utf-8"),
    ],
)
def test_html_is_known_by_type_name_or_beginning(data: str, name: str | None, media_type: str | None) -> None:
    assert read_article(data, name=name, media_type=media_type).text == "“No,” said Ann Lee."


@pytest.mark.parametrize("media_type", ["text/plain", "text/plain; charset=utf-8"])
def test_text_that_is_said_to_be_plain_is_plain(media_type: str) -> None:
    text = "<html> is how a page begins, said Ann Lee."
    assert read_article(text, name="a.html", media_type=media_type).text == text


@pytest.mark.parametrize(
    ("head", "title", "byline", "published"),
    [
        ("Pier will stay, council says\n\nBody.", "Pier will stay, council says", None, None),
        (
            "Sunday, 1 March 2026\n\nPier will stay, council says\n\nBody.",
            "Pier will stay, council says",
            None,
            "2026-03-01",
        ),
        ("March 1, 2026\nBy Ann Lee and Bo Quist\n\nThe pier stays.", None, "Ann Lee and Bo Quist", "2026-03-01"),
        ("Posted on 2026-03-01\n\nThe pier stays.", None, None, "2026-03-01"),
        ("31 February 2026\n\nThe pier stays.", None, None, None),
        ("The pier will stay, the council said.\n\nIt is old.", None, None, None),
        ("A headline that is\nbroken over lines\n\nBody.", None, None, None),
        ("On Sunday, 1 March 2026, the pier stayed.\n", None, None, None),
        ("Pier will stay\nBy Ann Lee\n1 March 2026\n\nBody.", "Pier will stay", "Ann Lee", "2026-03-01"),
        ("Pier will stay\n\nBy Ann Lee | March 1, 2026\n\nBody.", "Pier will stay", "Ann Lee", "2026-03-01"),
        (
            "Pier will stay\n\nThe Gazette\n1st March 2026, 10:30 GMT\nBody.",
            "Pier will stay",
            None,
            "2026-03-01",
        ),
        ("The Hollow Gazette\n1 March 2026\n\nPier will stay\n\nBody.", "Pier will stay", None, "2026-03-01"),
        ("THE HOLLOW GAZETTE\n\nPier will stay\n\nBody.", "Pier will stay", None, None),
        ("Pier will stay\n\nPublished: 1 March 2026 at 10.30am\n\nBody.", "Pier will stay", None, "2026-03-01"),
        ("Pier will stay\n\nUpdated 1 March 2026\n\nBody.", "Pier will stay", None, None),
        ("Pier will stay\n\nThe pier stays.\n\n1 March 2026\n\nIt closed.", "Pier will stay", None, None),
        ("The pier of 1 March 2026\n\nThe pier stays.", "The pier of 1 March 2026", None, None),
        ("Minutes, 1 March 2026\nThe pier stays.", None, None, None),
        ("No stop and nothing after it", None, None, None),
    ],
)
def test_what_stands_above_a_plain_text(
    head: str, title: str | None, byline: str | None, published: str | None
) -> None:
    article = read_article(head)
    assert (article.title, article.byline, article.published_at.edtf) == (title, byline, published)


@pytest.mark.parametrize(
    ("text", "filed"),
    [
        ("PORT ELSING, 3 March 2026 — The pier stays.", "2026-03-03"),
        ("Pier will stay\n\nST. ELN, March 3, 2026 (Tideline) – The pier stays." + " It is old." * 40, "2026-03-03"),
        ("PORT ELSING, 31 February 2026 — The pier stays.", None),
        ("PORT ELSING, March 3 — The pier stays.", None),
        ("PORT ELSING — On 3 March 2026 the pier closed.", None),
        ("In Port Elsing, 3 March 2026 — a Tuesday — was wet.", None),
        ("The pier stays.\n\nPORT ELSING, 3 March 2026 — It is old.", None),
    ],
)
def test_a_dateline_dates_what_has_no_other_day(text: str, filed: str | None) -> None:
    basis = "inferred_from_content" if filed else "unknown"
    assert read_article(text).published_at == PublishedAt(filed, basis)  # type: ignore[arg-type]
    assert read_article(text, published="2026-03-04").published_at == PublishedAt("2026-03-04", "stated")


def test_a_day_that_is_stated_goes_before_the_dateline() -> None:
    article = read_article("4 March 2026\n\nPORT ELSING, 3 March 2026 — The pier stays.")
    assert article.published_at == PublishedAt("2026-03-04", "stated")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (
            "The mayor said that the pier would stay, and that the boats would run to the island on most days.",
            "en",
        ),
        (
            "De burgemeester zei dat de pier blijft en dat de boten in het voorjaar weer naar het eiland varen.",
            None,
        ),
        (
            "Borgmesteren sagde, at molen er åben for alle til foråret, og at kommunen vil have en ny havn.",
            None,
        ),
        ("No, said Ann.", None),
    ],
)
def test_english_is_told_from_its_small_words(text: str, lang: str | None) -> None:
    assert read_article(text).lang == lang


def test_the_nouns_are_read_without_the_tools() -> None:
    """`corpus.model` alone loads no HTML parser and no database."""
    program = "import sys, corpus.model; print([m for m in ('trafilatura', 'sqlalchemy', 'lxml') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_seed_articles_read_as_the_record_says(shared: Path) -> None:
    seeds = sorted((shared / "seeds").glob("*.txt"))
    blog, dated, translated = (read_article(path.read_bytes(), name=path.name) for path in seeds)
    for path, article in zip(seeds, (blog, dated, translated), strict=True):
        assert article.text == path.read_bytes().decode()
        assert (article.url, article.publisher, article.lang) == (None, None, "en")
    assert (blog.title, blog.published_at.edtf, blog.relation) == (None, None, "republication")
    assert (dated.published_at, dated.relation) == (PublishedAt("2024-11-24", "stated"), "republication")
    assert blog.missing_links == ("original_publisher", "original_url", "publisher", "published_at")
    assert dated.missing_links == ("original_publisher", "original_url", "publisher")
    assert (translated.title, translated.relation) == (None, "translation")
    assert translated.original is not None
    assert translated.original.lang == "vi"
    assert (translated.original.url or "").startswith("https://")
