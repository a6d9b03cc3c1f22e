"""Whose copy an article is, and how true its wording can be. All articles are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.model import (
    Article,
    AttributedSpeaker,
    Attribution,
    Channel,
    Cue,
    LeadIn,
    Mention,
    Original,
    Quotation,
    Segment,
    Speaker,
)
from corpus.provenance import fidelity, trace
from corpus.provenance.addresses import language_of
from corpus.provenance.signs import SIGNS, lexicon
from corpus.reading import read_article

BODY = """The pier on the north side will stay where it is, the harbour office said after a long winter of measurements.

“It was never going to fall,” said Ann Lee, who keeps the office and has kept it for most of her life.

The council will vote on the money for the repair before the summer, and the boats will run as they did.
"""
DANISH = "https://avis.example/nyheder/molen-bliver-staaende-og-havnen-lukker-ikke"
SPANISH = "https://diario.example/el-muelle-no-se-cierra-por-las-obras-que-anuncia-una-empresa"


def read(above: str = "", below: str = "", **facts: str) -> Article:
    return read_article(f"{above}\n{BODY}\n{below}\n", media_type="text/plain", **facts)


@pytest.mark.parametrize(
    ("above", "below", "relation", "original"),
    [
        ("", "Source link", "republication", None),
        ("", "Read the original article here", "republication", None),
        ("", "View original", "republication", None),
        ("", "Source: https://star.example/pier", "republication", Original(url="https://star.example/pier")),
        ("", f"Source: {SPANISH}", "translation", Original(url=SPANISH, lang="es")),
        ("", "This story was first published in The Northern Star.", "republication", Original("The Northern Star")),
        ("", "Originally published by Holm Weekly on 3 March.", "republication", Original("Holm Weekly")),
        ("Republished with permission from Open Harbour", "", "republication", Original("Open Harbour")),
        ("Translated from the Danish by Bo Quist", "", "translation", Original(lang="da")),
        ("", "Machine translation", "translation", None),
        ("HOLM (Reuters) - The pier stays.", "", "syndication", Original("Reuters")),
        ("HOLM, North Side (AP) — The pier stays.", "", "syndication", Original("The Associated Press")),
        ("", "— AFP", "syndication", Original("Agence France-Presse")),
        ("By Bo Quist, Associated Press", "", "syndication", Original("The Associated Press")),
        ("", "Bo Quist in Holm contributed to this report.\nNo comments:\nPost a Comment", "republication", None),
    ],
)
def test_a_copy_is_told_from_its_own_words(above: str, below: str, relation: str, original: Original | None) -> None:
    article = read(above, below)
    assert article.relation == relation
    found = article.original and replace(article.original, basis=None)
    assert found == original
    assert article.original is not None or article.missing_links
    assert article.provenance[0].step == "reported"
    assert all(step.evidence_text in (above + "\n" + below) for step in article.provenance if step.evidence_text)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", ""),
        ("", "No comments:\nPost a Comment"),
        ("", "Bo Quist contributed to this report."),
        ("", "The pier in March. (Bo Quist/AP)"),
        ("", "Source: the harbour office"),
        ("", "His book on piers was first published in Paris."),
        ("", "Her book was republished by Tideline."),
        ("", "Related: Reuters to open an office"),
        ("", f"{'A long paragraph of the body that says it was first published in The Northern Star. ' * 4}"),
    ],
)
def test_without_a_sign_nothing_is_claimed(above: str, below: str) -> None:
    article = read(above, below)
    assert (article.relation, article.original, article.provenance) == ("unknown", None, ())
    assert article.missing_links == ("publisher", "published_at")


def test_an_outlet_is_no_copy_of_itself() -> None:
    assert read("HOLM (Reuters) - The pier stays.", publisher="Reuters").relation == "unknown"
    assert read("", "This story was first published in Star.", publisher="Star").relation == "unknown"
    assert read("", "Source: https://star.example/a", url="https://star.example/a").relation == "unknown"


def test_missing_links_name_what_the_copy_does_not_tell() -> None:
    paper = {"publisher": "Holm Gazette", "published": "2026-03-04"}
    assert read("", "Source link", **paper).missing_links == ("original_publisher", "original_url")
    assert read("", "Source: https://star.example/pier", **paper).missing_links == ("original_publisher",)
    assert read("", "This story was first published in Star.", **paper).missing_links == ("original_url",)


def test_missing_links_name_what_a_page_does_not_tell_of_itself() -> None:
    assert read().missing_links == ("publisher", "published_at")
    assert read(publisher="Holm Gazette").missing_links == ("published_at",)
    assert read("3 March 2026\n", publisher="Holm Gazette").missing_links == ()


@pytest.mark.parametrize(
    ("below", "hands"),
    [
        ("Republished by The Hollow Gazette", [(None, None), ("The Hollow Gazette", None)]),
        ("Republished by The Hollow Gazette on 3 March 2026.", [(None, None), ("The Hollow Gazette", "2026-03-03")]),
        (
            "Republished by The Hollow Gazette.\nThis story was originally published in The Star on February 20, 2026.",
            [("The Star", "2026-02-20"), ("The Hollow Gazette", None)],
        ),
        (
            "Republished by The Hollow Gazette, 3 March 2026. First published in The Star on 20 February 2026.",
            [("The Star", "2026-02-20"), ("The Hollow Gazette", "2026-03-03")],
        ),
        ("First published in The Star in February 2026.", [("The Star in February 2026", None), (None, None)]),
    ],
)
def test_who_published_and_republished_and_when(below: str, hands: list[tuple[str | None, str | None]]) -> None:
    article = read("", below)
    assert article.relation == "republication"
    assert [(step.actor, step.date) for step in article.provenance] == hands
    assert article.published_at.edtf is None  # neither day is that of this page


def test_what_is_known_already_stays() -> None:
    known = replace(read(), relation="original")
    assert trace(replace(known, text=(known.text or "") + "\nSource link\n")) == replace(
        known, text=(known.text or "") + "\nSource link\n"
    )


def test_tracing_twice_changes_nothing() -> None:
    for below in ("Source link", f"Source: {SPANISH}", "— AFP", ""):
        article = read("", below)
        assert trace(article) == article


@pytest.mark.parametrize(
    ("url", "lang"),
    [
        (SPANISH, "es"),
        ("https://bao.example.vn/cau-cang-cua-thanh-pho-va-nguoi-dan-1.html", "vi"),
        ("https://blatt.example/die-mole-bleibt-und-der-hafen-ist-nicht-zu", "de"),
        ("https://star.example/the-pier-is-to-stay-and-the-boats-are-back", "en"),
        ("https://blatt.example.vn/die-mole-bleibt-und-der-hafen-ist-nicht-zu", None),
        ("https://star.example/pier-stays", None),
        ("https://star.example/12345", None),
        (DANISH, None),
    ],
)
def test_the_language_of_an_address(url: str, lang: str | None) -> None:
    assert language_of(url, lexicon()["address"]) == lang


def test_every_sign_has_a_docstring_with_its_words() -> None:
    assert all("*" in (sign.__doc__ or "") or "contributors" in (sign.__doc__ or "") for sign in SIGNS)


# --- how true the wording is

SAID = Quotation(
    type="direct",
    segments=(Segment("It was never going to fall,", 1, 28, 0, "direct"),),
    cue=Cue("told", 30, 34),
    mention=Mention("Ann Lee", 35, 42),
    attribution=Attribution("resolved"),
    speakers=(AttributedSpeaker("Ann Lee", "person", "ann-lee"),),
    addressee="the Star",
)
ENGLISH, DANE, NOBODY = (Speaker("s", "S", "person", lang=lang) for lang in ("en", "da", None))
PAPER = Article("a_0000000000000", "0" * 64, 0, publisher="Courier", lang="en-GB", relation="original")
FROM_DANISH = replace(PAPER, relation="translation", original=Original(publisher="Avis", lang="da"))


@pytest.mark.parametrize(
    ("article", "quotation", "speaker", "kind", "spoken", "blockers"),
    [
        (PAPER, SAID, ENGLISH, "verbatim_as_published", "en", ()),
        (PAPER, SAID, NOBODY, "verbatim_as_published", None, ()),
        (PAPER, SAID, DANE, "translated", "da", ("translated",)),
        (PAPER, replace(SAID, channel=Channel("social_post", "X")), DANE, "unknown", "da", ("wording_unknown",)),
        (PAPER, replace(SAID, type="indirect"), ENGLISH, "paraphrase", "en", ("indirect",)),
        (replace(PAPER, lang=None), SAID, ENGLISH, "unknown", "en", ("wording_unknown",)),
        (replace(PAPER, relation="rewrite"), SAID, ENGLISH, "unknown", "en", ("wording_unknown",)),
        (FROM_DANISH, SAID, DANE, "translated", "da", ("translated",)),
        (FROM_DANISH, SAID, NOBODY, "translated", None, ("translated",)),
        (FROM_DANISH, SAID, ENGLISH, "back_translated", "en", ("back_translated",)),
        (FROM_DANISH, replace(SAID, type="indirect"), ENGLISH, "paraphrase", "en", ("indirect",)),
        (PAPER, replace(SAID, type="partial"), ENGLISH, "verbatim_as_published", "en", ("partial_needs_lead_in",)),
        (
            PAPER,
            replace(SAID, type="partial", lead_in=LeadIn("The pier", "as_printed")),
            ENGLISH,
            "verbatim_as_published",
            "en",
            (),
        ),
        (
            PAPER,
            replace(SAID, attribution=Attribution("ambiguous")),
            ENGLISH,
            "verbatim_as_published",
            "en",
            ("ambiguous_speaker",),
        ),
        (
            PAPER,
            replace(SAID, attribution=Attribution("unknown")),
            NOBODY,
            "verbatim_as_published",
            None,
            ("unknown_speaker",),
        ),
        (
            replace(PAPER, relation="republication", missing_links=("original_publisher", "original_url")),
            SAID,
            ENGLISH,
            "verbatim_as_published",
            "en",
            (),
        ),
    ],
)
def test_fidelity(
    article: Article, quotation: Quotation, speaker: Speaker, kind: str, spoken: str | None, blockers: tuple[str, ...]
) -> None:
    found, language, quotable, why_not, _ = fidelity(article, quotation, [speaker])
    assert (found, language, why_not) == (kind, spoken, blockers)
    assert quotable is (not blockers)


def test_joint_speakers_of_two_languages_have_none_in_common() -> None:
    assert fidelity(PAPER, SAID, [ENGLISH, DANE])[1] is None


def test_the_way_of_the_words() -> None:
    copy = read("", "This story was first published in The Northern Star.")
    *_, steps = fidelity(copy, SAID, [ENGLISH])
    assert [(step.step, step.actor) for step in steps] == [
        ("said", "Ann Lee"),
        ("told", "the Star"),
        ("reported", "The Northern Star"),
        ("republished", None),
    ]
    *_, steps = fidelity(PAPER, SAID, [ENGLISH])
    assert [(step.step, step.actor) for step in steps][-1] == ("reported", "Courier")
