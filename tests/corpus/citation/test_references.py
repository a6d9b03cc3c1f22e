"""Citations after APA, Chicago and MLA, and files for reference managers. All texts are invented."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources

import bibtexparser
import citeproc
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from corpus.citation.items import csl_date, csl_item
from corpus.citation.references import STYLE_FILES, reference
from corpus.citation.rendering import STYLES, render
from corpus.citation.titles import stopped, within_marks
from corpus.model import CitedArticle, PublishedAt, Quote
from tests.corpus.citation.test_citation import QUOTE

WORDS = "Ann Lee (harbour master), to reporters, Holm, on Tuesday (2026-03-03): “The pier is sound.” "
REFERENCES = {
    "apa": "Quist, B. (2026, March 4). Pier to stay. The Westport Courier. https://courier.example/pier",
    "chicago": "Quist, Bo. “Pier to stay.” Westport Courier, March 4, 2026. https://courier.example/pier.",
    "mla": "Quist, Bo. “Pier to stay.” The Westport Courier, 4 Mar. 2026, https://courier.example/pier.",
}


def of(quote: Quote = QUOTE, **facts: object) -> Quote:
    return replace(quote, citation=replace(quote.citation, article=replace(quote.citation.article, **facts)))


@pytest.mark.parametrize(("style", "expected"), REFERENCES.items())
def test_the_words_and_then_the_article_in_the_manner_of_a_style(style: str, expected: str) -> None:
    assert render(QUOTE, style) == WORDS + expected


@pytest.mark.parametrize("style", STYLES[1:])
def test_every_style_is_valid_csl(style: str) -> None:
    schema = resources.files(citeproc) / "data" / "schema" / "schemas" / "styles" / "csl.rng"
    etree.RelaxNG(etree.parse(str(schema))).assertValid(etree.parse(str(STYLE_FILES / f"{style}.csl")))


@pytest.mark.parametrize("style", STYLES[1:])
def test_what_the_page_does_not_print_leaves_no_trace(style: str) -> None:
    bare = replace(QUOTE, citation=replace(QUOTE.citation, article=CitedArticle("a_0000000000000", title="Pier")))
    told = render(bare, style).removeprefix(WORDS)
    assert told in ("“Pier.”", "“Pier.” N.d.", "Pier. (n.d.).")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"title": "Will it stay?"}, "Quist, Bo. “Will it stay?” Westport Courier, March 4, 2026. https://"),
        ({"published_at": PublishedAt("2026-03", "inferred_from_content")}, "Westport Courier, ca. March 2026. "),
        ({"published_at": PublishedAt("2026-03-01/2026-03-04", "stated")}, "Courier, 2026-03-01/2026-03-04. "),
        ({"publisher": "A & B <i>"}, "“Pier to stay.” A & B <i>, March 4, 2026."),
    ],
    ids=["a question", "inferred", "between two days", "what looks like markup"],
)
def test_particulars_of_a_reference(facts: dict[str, object], expected: str) -> None:
    assert expected in render(of(**facts), "chicago")


def test_html_is_escaped_and_titles_of_papers_stand_in_italics() -> None:
    shown = render(of(publisher="A & B <script>"), "mla", "html")
    assert "<i>A &amp; B &lt;script&gt;</i>" in shown
    assert "<script" not in shown


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2026", {"date-parts": [[2026]]}),
        ("2026-03-04", {"date-parts": [[2026, 3, 4]]}),
        ("2026-22", {"date-parts": [[2026]], "season": 2}),
        ("2026-03~", {"date-parts": [[2026, 3]], "circa": True}),
        ("2026-03-01/2026-03-04", {"date-parts": [[2026, 3, 1], [2026, 3, 4]]}),
        ("../2026", {"literal": "../2026"}),
        (None, None),
    ],
)
def test_edtf_as_csl_writes_dates(edtf: str | None, date: object) -> None:
    assert csl_date(PublishedAt(edtf, "stated")) == date


def test_csl_json_has_the_item_and_the_cautions_with_it() -> None:
    (item,) = json.loads(render(replace(QUOTE, fidelity="translated"), format="csl"))
    assert item["note"] == "“The pier is sound.” – Ann Lee (harbour master) [translated; not the speaker’s own words]"
    assert (item["id"], item["type"], item["issued"]) == (
        QUOTE.id,
        "article-newspaper",
        {"date-parts": [[2026, 3, 4]]},
    )


def test_ris_is_read_back() -> None:
    (entry,) = rispy.loads(render(QUOTE, format="ris"))
    assert entry["type_of_reference"] == "NEWS"
    assert (entry["title"], entry["secondary_title"], entry["date"], entry["urls"]) == (
        "Pier to stay",
        "The Westport Courier",
        "2026/03/04",
        ["https://courier.example/pier"],
    )


def test_bibtex_is_read_back() -> None:
    library = bibtexparser.parse_string(render(of(title="Pier {& rail} at 5 %: “safe”"), format="bibtex"))
    (entry,) = library.entries
    assert not library.failed_blocks
    assert entry.key == QUOTE.id
    assert entry["title"] == r"{Pier \{\& rail\} at 5 \%: {\textquotedblleft}safe{\textquotedblright}}"
    assert (entry["date"], entry["url"]) == ("2026-03-04", "https://courier.example/pier")


@pytest.mark.parametrize(
    ("edtf", "year", "month"),
    [("2026-03-04", "2026", "mar"), ("2026-12", "2026", "dec"), ("2026", "2026", None), ("../2026", None, None)],
)
def test_bibtex_has_year_and_month_for_those_who_know_no_date(edtf: str, year: str | None, month: str | None) -> None:
    text = render(of(published_at=PublishedAt(edtf, "stated")), format="bibtex")
    (entry,) = bibtexparser.parse_string(text).entries
    assert (entry.get("year") and entry["year"], entry.get("month") and entry["month"]) == (year, month)
    assert month is None or f"month = {month}" in text  # a macro, which has no braces


@pytest.mark.parametrize(
    ("byline", "bibtex", "ris"),
    [
        ("Ann Lee and Liam Castell Jr.", "Lee, Ann and Castell, Jr., Liam", ["Lee, Ann", "Castell, Liam, Jr."]),
        ("Bo van Quist", "{Bo van Quist}", ["Bo van Quist"]),
        ("Fish and Salt Authority", "{Fish and Salt Authority}", ["Fish and Salt Authority"]),
    ],
)
def test_reference_managers_are_given_names_as_they_sort_them(byline: str, bibtex: str, ris: list[str]) -> None:
    (entry,) = bibtexparser.parse_string(render(of(byline=byline), format="bibtex")).entries
    assert entry["author"] == bibtex
    assert rispy.loads(render(of(byline=byline), format="ris"))[0]["authors"] == ris


@pytest.mark.parametrize(
    ("title", "between_marks"),
    [
        ("A “fair” price", "A ‘fair’ price."),
        ("A “‘fair’ price”", "A ‘“fair” price.’"),
        ("‘Fair’ and “fair” prices", "‘Fair’ and ‘fair’ prices."),
        ('The 6" pipe', 'The 6" pipe.'),
        ("Minister: “fair", "Minister: ‘fair."),
        ("", ""),
    ],
)
def test_marks_within_marks(title: str, between_marks: str) -> None:
    assert stopped(within_marks(title)) == between_marks


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=30)


@given(title=TEXT, publisher=TEXT, byline=TEXT)
def test_no_headline_breaks_a_citation(title: str, publisher: str, byline: str) -> None:
    odd = of(title=title, publisher=publisher, byline=byline)
    for style in STYLES:
        assert render(odd, style).startswith(WORDS)
    assert bibtexparser.parse_string(render(odd, format="bibtex")).entries[0].key == odd.id
    assert len(rispy.loads(render(odd, format="ris"))) == 1
    assert json.loads(render(odd, format="csl"))[0]["title"] == title


def test_an_article_of_which_nothing_is_printed_says_so_in_every_style() -> None:
    bare = replace(QUOTE, citation=replace(QUOTE.citation, article=CitedArticle("a_0000000000000")))
    assert reference({"id": "q", "type": "article-newspaper"}, "chicago", "text") == ""
    assert render(bare, "chicago") == WORDS + "No headline printed, no publisher named, no date printed."


def test_the_item_says_whose_indirect_words_they_are() -> None:
    assert csl_item(replace(QUOTE, type="indirect"))["note"].endswith("[reported speech, not a verbatim quotation]")
