"""Selectors, links that land on the words, and citations to print. All texts are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.citation import cite, text_fragment_url
from corpus.citation.rendering import render
from corpus.errors import InvalidQuote, InvalidRequest
from corpus.model import (
    Anonymous,
    Article,
    AttributedSpeaker,
    Attribution,
    Channel,
    CitedArticle,
    Cue,
    DeepLink,
    Original,
    PublishedAt,
    Quote,
    SaidAt,
    Segment,
    Selector,
)
from corpus.reading import read_article

URL = "https://courier.example/pier"
TEXT = (
    "Pier to stay\n\n“The pier is sound & dry-stone, mostly,” said Ann Lee of the harbour office, “and it will stay "
    "where it is.” Others called it sound.\nThe pier is sound.\n"
)


def article(text: str = TEXT, **facts: str) -> Article:
    return read_article(text, media_type="text/plain", **facts)


def segment(words: str, text: str = TEXT) -> Segment:
    start = text.index(words)
    return Segment(words, start, start + len(words), 0, "direct")


# --- selectors


def test_a_selector_holds_position_and_words() -> None:
    citation = cite(article(), [segment("and it will stay where it is.")])
    found = citation.selector
    assert found.prefix == "Ann Lee of the harbour office, “"
    assert found.suffix == "” Others called it sound.\nThe pi"
    assert TEXT[found.start : found.end] == found.exact
    assert found.sha256 == article().sha256


def test_a_split_quotation_has_a_selector_for_each_segment() -> None:
    both = [segment("The pier is sound & dry-stone, mostly,"), segment("and it will stay where it is.")]
    citation = cite(article(url=URL), both)
    assert [one.exact for one in citation.selectors] == [one.text for one in both]
    assert citation.selector == citation.selectors[0]
    assert (citation.deep_link.url or "").count("text=") == 2


def test_context_is_cut_at_code_points_and_at_the_ends_of_the_text() -> None:
    text = "🚢é“No.”"
    found = cite(article(text), [Segment("No.", 3, 6, 0, "direct")]).selector
    assert (found.prefix, found.suffix) == ("🚢é“", "”")


def test_the_cited_article_is_the_article_without_its_words() -> None:
    read = article(
        url=URL, title="Pier", publisher="Courier", published="2026-03-01", retrieved_at="2026-03-02T00:00:00Z"
    )
    cited = cite(read, [segment("it will stay")]).article
    for fact in ("id", "title", "publisher", "url", "published_at", "retrieved_at", "lang", "relation", "version"):
        assert getattr(cited, fact) == getattr(read, fact)


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        [Segment("The pier", 0, 8, 0, "direct")],
        [Segment("", 3, 3, 0, "direct")],
        [Segment("x", -1, 0, 0, "direct")],
        [Segment("x", 0, 10_000, 0, "direct")],
    ],
)
def test_words_that_do_not_stand_there_are_not_cited(wrong: list[Segment]) -> None:
    with pytest.raises(InvalidQuote):
        cite(article(), wrong)


def test_without_the_text_nothing_can_be_cited() -> None:
    with pytest.raises(InvalidQuote, match="not at hand"):
        cite(replace(article(), text=None), [segment("it will stay")])


# --- links


@pytest.mark.parametrize(
    ("words", "directive"),
    [
        ("The pier is sound & dry-stone, mostly,", "text=The%20pier%20is%20sound%20%26%20dry%2Dstone%2C%20mostly%2C"),
        ("and it will stay where it is.", "text=and%20it%20will%20stay%20where%20it%20is."),
        (
            "where it is.",
            "text=office%2C%20%E2%80%9Cand%20it%20will%20stay-,where%20it%20is."
            ",-%E2%80%9D%20Others%20called%20it%20sound.",
        ),
        ("The pier is sound", "text=The%20pier%20is%20sound,-%26%20dry%2Dstone%2C%20mostly%2C%E2%80%9D%20said%20Ann"),
        ("Pier to", "text=Pier%20to,-stay"),
    ],
    ids=["syntax is encoded", "long and unique", "few words", "not unique", "context stays in its line"],
)
def test_the_link_lands_on_the_words(words: str, directive: str) -> None:
    link = cite(article(url=URL), [segment(words)]).deep_link
    assert link == DeepLink(f"{URL}#:~:{directive}", "unchecked")


def test_without_an_address_there_is_no_link() -> None:
    assert cite(article(), [segment("it will stay")]).deep_link == DeepLink(None, "unavailable")


@pytest.mark.parametrize("joint", [" ", "\n", "\r\n\r\n"])
def test_long_words_and_those_over_a_line_break_are_given_by_their_ends(joint: str) -> None:
    words = (
        "One two three four five six seven eight nine ten." + joint + "Eleven twelve thirteen. " * 20 + "Last of all."
    )
    text = f"“{words}” said Ann Lee."
    link = cite(article(text, url=URL), [segment(words, text)]).deep_link.url or ""
    beginning, end = "One%20two%20three%20four%20five%20six%20seven%20eight", "thirteen.%20Last%20of%20all."
    assert link.startswith(f"{URL}#:~:text={beginning},")
    assert link.endswith(end)
    assert link.count(",") == 1


def test_a_long_passage_whose_last_words_stand_in_it_twice_ends_where_it_ends() -> None:
    words = "And again it was far too short for the boats. " * 8
    text = f"“{words.strip()}” said Ann Lee.\nTail."
    link = cite(article(text, url=URL), [segment(words.strip(), text)]).deep_link.url or ""
    assert link.endswith(",-%E2%80%9D%20said%20Ann%20Lee.")


@pytest.mark.parametrize(
    ("text", "directive"),
    [
        ("Shut it.\nThe council was asked.\nShut it.\nTail.", "text=The%20council%20was%20asked.-,Shut%20it."),
        ("It was told to shut.\nShut it.\nTail.", "text=Shut%20it."),
        (
            "Shut it.\n—\nShut it.\nIt was said again at the council.",
            "text=Shut%20it.,-It%20was%20said%20again%20at%20the",
        ),
    ],
    ids=["the line above", "nothing where they stand first", "the line below"],
)
def test_words_alone_in_their_line_get_context_from_another_where_they_need_it(text: str, directive: str) -> None:
    start = text.rindex("Shut it.")
    link = cite(article(text, url=URL), [Segment("Shut it.", start, start + 8, 0, "direct")]).deep_link.url
    assert link == f"{URL}#:~:{directive}"


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://c.example/a", "https://c.example/a#:~:text=A%20b%20c%20d"),
        ("https://c.example/a#top", "https://c.example/a#top:~:text=A%20b%20c%20d"),
        ("https://c.example/a#top:~:text=old", "https://c.example/a#top:~:text=A%20b%20c%20d"),
    ],
)
def test_a_fragment_is_kept_and_an_old_directive_is_not(address: str, linked: str) -> None:
    assert text_fragment_url(address, [Selector("A b c d", "", "", 0, 7, "")]) == linked


def test_bars_of_a_table_are_no_context() -> None:
    text = "| First boat | “No,” said Ann Lee | Second boat |"
    assert "%7C" not in (cite(article(text, url=URL), [segment("No,", text)]).deep_link.url or "")


# --- citations to print

QUOTE = Quote(
    id="q_0000000000000",
    revision=1,
    state="active",
    type="direct",
    text="The pier is sound.",
    segments=(Segment("The pier is sound.", 1, 19, 0, "direct"),),
    citation=replace(
        cite(article("“The pier is sound.”"), [segment("The pier is sound.", "“The pier is sound.”")]),
        article=CitedArticle(
            id="a_0000000000000",
            title="Pier to stay",
            byline="Bo Quist",
            publisher="The Westport Courier",
            url=URL,
            published_at=PublishedAt("2026-03-04", "stated"),
        ),
    ),
    attribution=Attribution("resolved"),
    speakers=(AttributedSpeaker("Ann Lee", "person", role_as_printed="harbour master"),),
    addressee="reporters",
    channel=Channel("told_reporters", "Holm"),
    said_at=SaidAt("2026-03-03", "day", "inferred_from_weekday", "on Tuesday"),
    fidelity="verbatim_as_published",
)


def test_a_complete_citation() -> None:
    assert render(QUOTE) == (
        "Ann Lee (harbour master), to reporters, Holm, on Tuesday (2026-03-03): “The pier is sound.” “Pier to stay”, "
        "Bo Quist, The Westport Courier, 2026-03-04, https://courier.example/pier."
    )


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The pier is sound,", "“The pier is sound”. “Pier"),
        ("The pier is sound", "“The pier is sound”. “Pier"),
        ("The pier is sound?", "“The pier is sound?” “Pier"),
    ],
)
def test_the_words_end_as_a_sentence_of_the_citation_does(text: str, printed: str) -> None:
    assert printed in render(replace(QUOTE, text=text))


def test_what_is_not_printed_is_said_to_be_missing() -> None:
    bare = replace(
        QUOTE,
        speakers=(),
        addressee=None,
        channel=Channel(),
        said_at=SaidAt(),
        citation=replace(QUOTE.citation, article=CitedArticle("a_0000000000000")),
    )
    assert render(bare) == (
        "Speaker not named: “The pier is sound.” No headline printed, no publisher named, no date printed."
    )


def test_indirect_speech_has_its_cue_and_no_marks() -> None:
    denied = replace(
        QUOTE,
        type="indirect",
        text="the pier would close",
        cue=Cue("denied", 0, 6, "denies"),
        speakers=(AttributedSpeaker("Harbour Office", "organization"),),
    )
    line = render(denied)
    assert "(denied): the pier would close [reported speech, not a verbatim quotation]." in line
    assert "“the pier" not in line


@pytest.mark.parametrize(
    ("fidelity", "note"),
    [
        ("translated", "[translated; not the speaker’s own words]"),
        ("back_translated", "[translated and translated back; not the speaker’s own words]"),
    ],
)
def test_translated_words_say_so(fidelity: str, note: str) -> None:
    assert note in render(replace(QUOTE, fidelity=fidelity))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("speakers", "attribution", "printed"),
    [
        (("Ann Lee", "Bo Quist", "Cy Oder"), Attribution("resolved"), "Ann Lee, Bo Quist and Cy Oder"),
        (("Ann Lee", "Bo Quist"), Attribution("resolved"), "Ann Lee and Bo Quist"),
        ((), Attribution("ambiguous", candidates=("Ann Lee", "Bo Lee")), "Either Ann Lee or Bo Lee"),
        ((), Attribution("unknown"), "Speaker not named"),
    ],
)
def test_who_spoke(speakers: tuple[str, ...], attribution: Attribution, printed: str) -> None:
    several = tuple(AttributedSpeaker(name, "person") for name in speakers)
    assert render(replace(QUOTE, speakers=several, attribution=attribution)).startswith(f"{printed}, to reporters")


def test_an_anonymous_speaker_is_described_as_printed() -> None:
    unnamed = AttributedSpeaker(
        "a second harbour official", "anonymous", anonymous=Anonymous("a second harbour official", 2)
    )
    assert render(replace(QUOTE, speakers=(unnamed,))).startswith("A second harbour official, to reporters")


@pytest.mark.parametrize(
    ("relation", "original", "note"),
    [
        ("republication", None, "Read in a republished copy; the original is not named."),
        ("syndication", Original("Reuters"), "Read in a syndicated copy; original: Reuters."),
        (
            "translation",
            Original(url="https://avis.example/molen", lang="da"),
            "Read in a translation; original (da): publisher not named https://avis.example/molen.",
        ),
        ("original", None, "https://courier.example/pier."),
    ],
)
def test_a_copy_is_called_a_copy(relation: str, original: Original | None, note: str) -> None:
    facts = replace(QUOTE.citation.article, relation=relation, original=original)  # type: ignore[arg-type]
    assert render(replace(QUOTE, citation=replace(QUOTE.citation, article=facts))).endswith(note)


def test_marks_within_the_marks_of_a_headline_are_single() -> None:
    facts = replace(QUOTE.citation.article, title="Minister promises “fair price” for milk")
    cited = render(replace(QUOTE, citation=replace(QUOTE.citation, article=facts)))
    assert "“Minister promises ‘fair price’ for milk”" in cited


def test_an_inferred_date_says_so() -> None:
    facts = replace(QUOTE.citation.article, published_at=PublishedAt("2024-11", "inferred_from_content"))
    assert "2024-11 (inferred)" in render(replace(QUOTE, citation=replace(QUOTE.citation, article=facts)))


def test_html_is_escaped_and_links_to_web_addresses_only() -> None:
    facts = replace(QUOTE.citation.article, title="<b>&", url="javascript:alert('1')")
    page = render(
        replace(QUOTE, text="<script>“1 < 2”", citation=replace(QUOTE.citation, article=facts)), format="html"
    )
    assert "&lt;script&gt;“1 &lt; 2”" in page
    assert "“&lt;b&gt;&amp;”" in page
    assert "<a " not in page
    assert f'<a href="{URL}">{URL}</a>' in render(QUOTE, format="html")


@pytest.mark.parametrize(
    ("style", "form", "parameter", "nearest"),
    [("plane", "text", "style", "plain"), ("plain", "htm", "format", "html")],
)
def test_a_style_that_is_not_there(style: str, form: str, parameter: str, nearest: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        render(QUOTE, style, form)
    assert (refused.value.parameter, refused.value.nearest) == (parameter, nearest)
