"""What cannot be read is refused by name and place, whatever it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import read_article
from corpus.errors import UnreadableArticle

PROSE = b"The pier will stay where it is, the council said, and so will the pigeons. "


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        ("", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b" \r\n\t \xc2\xa0\n", "nothing but white space"),
        (b"%PDF-1.7\n" + PROSE, "a PDF document"),
        (b"PK\x03\x04" + PROSE, "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"GIF89a" + PROSE, "a GIF image"),
        (b"\x1f\x8b\x08\x00" + PROSE, "a gzip archive"),
        (b"SQLite format 3\x00" + PROSE, "an SQLite database"),
        (b"{\\rtf1\\ansi " + PROSE, "an RTF document"),
        (PROSE + b"\x00" + PROSE, f"a NUL at byte {len(PROSE)}"),
        (PROSE.decode() + "\x00", f"a NUL at character {len(PROSE)}"),
        ("No.".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (b"\xff\xfeN\x00o", "says it is utf-16-le and is not at byte 4"),
        (PROSE + b"\xe2\x80" + PROSE, f"not UTF-8 from byte {len(PROSE)} on (0xe2)"),
        (bytes(range(128, 256)) * 4, "not UTF-8 from byte 0 on (0x80)"),
        ("No\ud83d.", "a lone surrogate at character 2"),
        ("\udcff" * 3, "a lone surrogate at character 0"),
    ],
)
def test_what_is_no_text(data: bytes | str, says: str) -> None:
    with pytest.raises(UnreadableArticle) as refused:
        read_article(data, name="folder/pier.txt")
    assert says in refused.value.message
    assert refused.value.where == "folder/pier.txt"
    assert str(refused.value).startswith("folder/pier.txt: ")


@pytest.mark.parametrize(
    ("declared", "says"),
    [("klingon", "an encoding nobody knows"), ("hex", "no encoding of text"), ("ascii", None), ("utf-8", None)],
)
def test_a_declared_encoding_is_checked(declared: str, says: str | None) -> None:
    media_type = f"text/plain; charset={declared}"
    if says is None:
        assert read_article(PROSE, media_type=media_type).text == PROSE.decode()
        return
    with pytest.raises(UnreadableArticle, match=says):
        read_article(PROSE, media_type=media_type)


def test_bytes_that_break_the_declared_encoding() -> None:
    with pytest.raises(UnreadableArticle, match="says it is utf-8 and is not at byte 3"):
        read_article(b"No \xff", media_type="text/plain; charset=utf-8")


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<!DOCTYPE html><title>Pier</title>",
        "<html><head><script>let words = 'The pier stays, the council said.';</script></head><body></body></html>",
        "<html><body><img src='pier.jpg'></body></html>",
        "<!DOCTYPE html>",
        "<html><body>" + "<div>" * 5000 + "</body></html>",
    ],
)
def test_html_without_an_article(page: str) -> None:
    with pytest.raises(UnreadableArticle, match=r"pier.html: is HTML without an article"):
        read_article(page, name="pier.html")


def test_a_page_of_links_and_forms_is_no_article(root: Path) -> None:
    with pytest.raises(UnreadableArticle, match="HTML without an article"):
        read_article((root / "tests/fixtures/pages/links.html").read_bytes())


def test_fifty_megabytes_are_refused_before_they_are_read() -> None:
    with pytest.raises(UnreadableArticle, match=r"larger than the limit of 5,000,000 bytes"):
        read_article(b"a" * 50_000_000, name="dump.txt")


@pytest.mark.parametrize("data", [b"abcd", "abcd", "äb", b"\xc3\xa4b!"])
def test_the_limit_counts_bytes(data: bytes | str) -> None:
    with pytest.raises(UnreadableArticle, match="limit of 2 bytes"):
        read_article(data, max_bytes=2)


def test_exactly_the_limit_is_read() -> None:
    assert read_article("äb", max_bytes=3).text == "äb"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "holm.example/a", "file:///etc/hosts", "https://"])
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(UnreadableArticle, match="no http or https address"):
        read_article("“No.”", url=url, name="a.txt")


@pytest.mark.parametrize("published", ["yesterday", "2026-02-31", "2026-13", "17/11/2024", "\x00"])
def test_a_date_of_publication_that_is_none(published: str) -> None:
    with pytest.raises(UnreadableArticle, match="no EDTF date"):
        read_article("“No.”", published=published)


@pytest.mark.parametrize("published", ["2026", "2026-02", "2026-02-28", "2026-02-28T09:30:00Z", "2026?", "2026-21"])
def test_edtf_dates_of_any_precision(published: str) -> None:
    assert read_article("“No.”", published=published).published_at.edtf == published


@pytest.mark.parametrize(
    "text",
    [
        "By " + "A" * 400_000,
        "By " + "Aa " * 100_000,
        "word " * 200_000,
        "<html><body><p>" + "word " * 200_000 + "stop.</p></body></html>",
        "." * 400_000 + "x",
        "(" * 400_000,
        "\n" * 400_000 + "No.",
        "March " * 100_000,
        "https://" * 100_000,
    ],
    ids=lambda text: text[:12],
)
def test_long_and_strange_texts_are_read_in_linear_time(text: str) -> None:
    """No limit is asserted: a slip into quadratic time would take hours here."""
    assert read_article(text).length


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"lang": "???"}, "no BCP 47 tag"),
        ({"lang": "en\n"}, "no BCP 47 tag"),
        ({"retrieved_at": "yesterday"}, "not of ISO 8601"),
        ({"retrieved_at": "2026-02-30"}, "not of ISO 8601"),
        ({"title": "Pier\x1b[31m"}, "its title"),
        ({"publisher": "The\x00Courier"}, "its publisher"),
        ({"byline": "Ines \udcff"}, "its byline"),
    ],
)
def test_given_facts_that_are_none(given: dict[str, str], says: str) -> None:
    with pytest.raises(UnreadableArticle, match=says):
        read_article(PROSE, **given)


def test_blank_facts_say_nothing_and_words_keep_single_spaces() -> None:
    article = read_article(PROSE, title=" \t", publisher=" The  Courier ", lang="", retrieved_at="")
    assert (article.title, article.publisher, article.lang, article.retrieved_at) == (None, "The Courier", None, None)
