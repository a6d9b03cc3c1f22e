"""When it was said, to whom, and through what: one table a question. All sentences are invented."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import Any

import pytest

from corpus.extraction.calendar import meaning
from corpus.extraction.channels import holds, needed
from corpus.extraction.dating import NOTHING, anchor_date, circumstances
from corpus.extraction.lexicons import table
from corpus.model import Article, Channel, PublishedAt, SaidAt
from tests.corpus.extraction.marked import marked

PUBLISHED = PublishedAt("2026-03-04", "stated")  # a Wednesday


def ask(notation: str, published: PublishedAt = PUBLISHED) -> tuple[SaidAt, str | None, Channel]:
    given = marked(notation)
    around = circumstances(given.text, given.sentence, given.cue, given.mention, given.contents, published)
    return around.dated.said_at, around.addressee, around.channel


SAID = "[content|“The pier is sound,”] [mention|Ann Lee] [cue|said] {}."


@pytest.mark.parametrize(
    ("phrase", "edtf", "precision", "basis"),
    [
        ("on Tuesday", "2026-03-03", "day", "inferred_from_weekday"),
        ("on Wednesday", "2026-03-04", "day", "inferred_from_weekday"),
        ("Thursday", "2026-02-26", "day", "inferred_from_weekday"),
        ("late Monday", "2026-03-02", "day", "inferred_from_weekday"),
        ("on Sunday evening", "2026-03-01", "day", "inferred_from_weekday"),
        ("last Friday", "2026-02-27", "day", "inferred_from_weekday"),
        ("last Wednesday", "2026-02-25", "day", "inferred_from_weekday"),
        ("on Tuesday of last week", "2026-02-24", "day", "inferred_from_weekday"),
        ("yesterday", "2026-03-03", "day", "inferred_from_publication"),
        ("today", "2026-03-04", "day", "inferred_from_publication"),
        ("this morning", "2026-03-04", "day", "inferred_from_publication"),
        ("last night", "2026-03-03", "day", "inferred_from_publication"),
        ("three days ago", "2026-03-01", "day", "inferred_from_publication"),
        ("two weeks ago", "2026-02-16/2026-02-22", "week", "inferred_from_publication"),
        ("last week", "2026-02-23/2026-03-01", "week", "inferred_from_publication"),
        ("earlier this week", "2026-03-02/2026-03-04", "week", "inferred_from_publication"),
        ("over the weekend", "2026-02-28/2026-03-01", "interval", "inferred_from_publication"),
        ("last month", "2026-02", "month", "inferred_from_publication"),
        ("late last month", "2026-02", "month", "inferred_from_publication"),
        ("earlier this month", "2026-03", "month", "inferred_from_publication"),
        ("two months ago", "2026-01", "month", "inferred_from_publication"),
        ("in September", "2025-09", "month", "inferred_from_publication"),
        ("in March", "2026-03", "month", "inferred_from_publication"),
        ("in late January", "2026-01", "month", "inferred_from_publication"),
        ("last March", "2025-03", "month", "inferred_from_publication"),
        ("in September 2019", "2019-09", "month", "stated"),
        ("in early May of 2020", "2020-05", "month", "stated"),
        ("on November 17", "2025-11-17", "day", "inferred_from_publication"),
        ("on March 4", "2026-03-04", "day", "inferred_from_publication"),
        ("on 2 March", "2026-03-02", "day", "inferred_from_publication"),
        ("on the 17th of November", "2025-11-17", "day", "inferred_from_publication"),
        ("on Feb. 29", "2024-02-29", "day", "inferred_from_publication"),
        ("on Aug. 19", "2025-08-19", "day", "inferred_from_publication"),
        ("on Sept. 3", "2025-09-03", "day", "inferred_from_publication"),
        ("on Nov. 17, 2023", "2023-11-17", "day", "stated"),
        ("on 17 November 2023", "2023-11-17", "day", "stated"),
        ("on Friday, February 27", "2026-02-27", "day", "inferred_from_publication"),
        ("in early summer", "2025-22", "season", "inferred_from_publication"),
        ("last summer", "2025-22", "season", "inferred_from_publication"),
        ("this spring", "2026-21", "season", "inferred_from_publication"),
        ("last spring", "2025-21", "season", "inferred_from_publication"),
        ("in the autumn of 2021", "2021-23", "season", "stated"),
        ("last winter", "2025-12/2026-02", "season", "inferred_from_publication"),
        ("last year", "2025", "year", "inferred_from_publication"),
        ("earlier this year", "2026", "year", "inferred_from_publication"),
        ("in 2019", "2019", "year", "stated"),
        ("back in 2008", "2008", "year", "stated"),
    ],
)
def test_dates_from_the_day_of_publication(phrase: str, edtf: str, precision: str, basis: str) -> None:
    said, _, _ = ask(SAID.format(phrase))
    assert (said.edtf, said.precision, said.basis, said.text_as_printed) == (edtf, precision, basis, phrase)


@pytest.mark.parametrize(
    "phrase",
    ["on Tuesday", "last week", "in early summer", "in September", "on November 17", "yesterday", "at the time"],
)
def test_without_a_day_of_publication_the_phrase_is_kept_undated(phrase: str) -> None:
    said, _, _ = ask(SAID.format(phrase), PublishedAt())
    assert said == SaidAt(text_as_printed=phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "at the time",
        "at that time",
        "later that month",
        "recently",
        "several weeks ago",
        "a few days later",
        "in recent days",
    ],
)
def test_a_vague_phrase_is_kept_undated(phrase: str) -> None:
    said, _, _ = ask(SAID.format(phrase))
    assert (said.edtf, said.basis, said.text_as_printed) == (None, "unknown", phrase)


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [("in September", "2025-09"), ("last month", "2026-02"), ("on November 17", "2025-11-17"), ("last year", "2025")],
)
def test_a_month_of_publication_is_anchor_enough_for_months(phrase: str, edtf: str) -> None:
    assert ask(SAID.format(phrase), PublishedAt("2026-03", "inferred_from_content"))[0].edtf == edtf


@pytest.mark.parametrize("phrase", ["on Tuesday", "yesterday", "last week", "two days ago", "over the weekend"])
def test_a_month_of_publication_tells_no_day(phrase: str) -> None:
    assert ask(SAID.format(phrase), PublishedAt("2026-03", "stated"))[0] == SaidAt(text_as_printed=phrase)


@pytest.mark.parametrize(
    ("notation", "printed"),
    [
        ("On Monday, [mention|Ann Lee] [cue|said] [content|the pier is sound].", "On Monday"),
        ("In January, [mention|she] [cue|declared] that [content|the pier would stand].", "In January"),
        ("[mention|Ann Lee], speaking on Monday in Holm, [cue|said] [content|“no.”]", "on Monday"),
        ("[mention|Ann Lee] on Monday [cue|said] [content|the pier is sound].", "on Monday"),
        ("[mention|Ann Lee] [cue|said] [content|“the pier is sound”] in a speech on Monday.", "on Monday"),
        ("[content|“It holds,”] [cue|said] [mention|Ann Lee] on Monday.", "on Monday"),
        ("As of January, [content|nine piers were closed], [mention|Ann Lee] [cue|said] at the time.", "As of January"),
        ("But last week [mention|the mayor] [cue|warned] that [content|it may fall].", "last week"),
        (
            "[content|“It holds,”] [mention|Ann Lee] [cue|told] Reuters Monday, adding that it had held since Sunday.",
            "Monday",
        ),
    ],
)
def test_where_the_phrase_may_stand(notation: str, printed: str) -> None:
    assert ask(notation)[0].text_as_printed == printed


@pytest.mark.parametrize(
    "notation",
    [
        "[mention|Ann Lee] [cue|said] that [content|the pier closed on Monday].",
        "[mention|Ann Lee], who was elected in 2019, [cue|said] [content|“no.”]",
        "[mention|Ann Lee], mayor of Holm in 2019, [cue|said] [content|“no.”]",
        "[content|“No,”] [mention|Ann Lee] [cue|said] of the storm in January.",
        "[content|“No,”] [mention|Ann Lee] [cue|said] of the pier, which closed on Monday.",
        "[content|“No,”] [mention|Ann Lee] [cue|said] since Monday.",
        "[content|“No,”] [mention|Ann Lee] [cue|said] of the May storm.",
        "[content|“No,”] [mention|Ann Lee] [cue|said] after Super Tuesday.",
        "[content|“No,”] [mention|Ann Lee] [cue|said] of Monday’s vote.",
        "[content|“We may, in May,”] [mention|Ann Lee] [cue|said].",
        "In 2011, [mention|he] left the council after [cue|saying] [content|“no.”]",
        "[mention|Ann Lee] [cue|said] that the pier [content|“fell down”] on Monday.",
    ],
)
def test_dates_of_other_things_are_not_taken(notation: str) -> None:
    assert ask(notation)[0] == SaidAt()


@pytest.mark.parametrize(
    ("notation", "addressee"),
    [
        ("[content|“No,”] [mention|Ann Lee] [cue|told] reporters in Westport on Tuesday.", "reporters"),
        ("[content|“No,”] [mention|the officials] [cue|told] the Holm Gazette.", "the Holm Gazette"),
        ("[mention|Ann Lee] [cue|told] a crowd of fishermen that [content|the pier is sound].", "a crowd of fishermen"),
        ("[mention|Ann Lee] [cue|told] lawmakers [content|the pier is sound].", "lawmakers"),
        ("[mention|Ann Lee] [cue|told] them [content|the pier is sound].", "them"),
        ("[mention|Ann Lee] [cue|told] her staff on Monday that [content|it holds].", "her staff"),
        ("[content|“No,”] [mention|Ann Lee] [cue|said] to the council.", "the council"),
        ("[content|“No,”] [mention|Ann Lee] [cue|wrote] in a letter to the harbour board.", "the harbour board"),
        ("[content|“No,”] [mention|she] [cue|said] in an interview with Radio Holm on Monday.", "Radio Holm"),
        ("Speaking to students in Holm, [mention|she] [cue|said] [content|“no.”]", "students"),
        ("[mention|Ann Lee] [cue|assured] islanders that [content|it holds].", "islanders"),
        ("[content|“No,”] [mention|Ann Lee] [cue|testified] before the harbour committee.", "the harbour committee"),
        ("[mention|Ann Lee] [cue|has told] friends since the spring that [content|it holds].", "friends"),
        ("[content|“No,”] [mention|Ann Lee] [cue|said].", None),
        ("[content|“No,”] [mention|Ann Lee] [cue|said] on Monday.", None),
    ],
)
def test_addressee(notation: str, addressee: str | None) -> None:
    assert ask(notation)[1] == addressee


@pytest.mark.parametrize(
    ("circumstance", "channel"),
    [
        ("said] on X late last month", Channel("social_post", "X")),
        ("wrote] on Truth Social", Channel("social_post", "Truth Social")),
        ("said] in a post on Telegram", Channel("social_post", "Telegram")),
        ("tweeted]", Channel("social_post")),
        ("said] in a statement on Friday", Channel("statement")),
        ("said] in a joint statement", Channel("statement")),
        ("said] in a speech on May 4", Channel("speech", None, "a speech")),
        ("said] at a rally in Westport", Channel("speech", "Westport", "a rally")),
        ("testified] before the harbour committee", Channel("speech")),
        ("told] reporters in Westport", Channel("told_reporters", "Westport")),
        ("told] reporters at the White Tower on Monday", Channel("told_reporters", "the White Tower")),
        ("said] at a news conference in Holm", Channel("briefing", "Holm", "a news conference")),
        ("said] during the daily press briefing", Channel("briefing", None, "the daily press briefing")),
        ("said] in an interview with Radio Holm", Channel("interview", None, "an interview with Radio Holm")),
        ("wrote] in a letter to the board", Channel("document", None, "a letter")),
        ("said] in court papers", Channel("document")),
        ("said] during the visit to Holm on Monday", Channel("unknown", None, "the visit to Holm")),
        ("said] in Lima, Peru, on Monday", Channel("unknown", "Lima, Peru")),
        ("said] on NBN’s “Morning Talk” on Sunday", Channel("unknown", "NBN’s “Morning Talk”")),
        ("told] the crew in Ely, N.Y., on Monday", Channel("unknown", "Ely, N.Y.")),
        ("announced] via Facebook", Channel("social_post", "Facebook")),
        ("said] at a Holm conference in February", Channel("unknown", None, "a Holm conference")),
        ("said] at the Holm harbour party", Channel()),
        ("said] back on American soil", Channel()),
        ("said] in Russian", Channel()),
        ("said] on Monday", Channel()),
        ("said] of the people in Gaza", Channel()),
        ("said]", Channel()),
    ],
)
def test_channel(circumstance: str, channel: Channel) -> None:
    assert ask(f"[content|“No,”] [mention|Ann Lee] [cue|{circumstance}.")[2] == channel


def test_a_place_in_an_apposition_is_none_of_the_saying() -> None:
    assert ask("[content|“No,”] [cue|said] [mention|Ann Lee], a pilot with the port in Holm.")[2] == Channel()


def test_a_statement_may_open_the_sentence() -> None:
    assert (
        ask("In a statement, [mention|the three mayors] [cue|said] they [content|“condemn”] it.")[2].type == "statement"
    )


def test_no_cue_no_circumstances() -> None:
    given = marked("[content|“No.”] On Monday in Holm.")
    assert circumstances(given.text, given.sentence, None, None, given.contents, PUBLISHED) == NOTHING


def test_every_venue_example_is_a_venue() -> None:
    venue = table("channels")["venue"]
    assert all(re.search(venue["pattern"], example) for example in venue["examples"])


@pytest.mark.parametrize("pattern", table("channels")["channel"], ids=lambda entry: entry["examples"][0])
def test_every_channel_pattern_matches_its_examples(pattern: dict[str, Any]) -> None:
    examples = pattern["examples"]
    assert examples
    assert all(re.search(str(pattern["pattern"]), example) for example in examples)
    assert all(holds(example, pattern["needs"]) and needed().search(example) for example in examples)


def test_a_copy_anchors_no_day() -> None:
    copy = Article("a_x", "0" * 64, 0, published_at=PublishedAt("2026-03-04", "stated"), relation="republication")
    assert anchor_date(copy) == PublishedAt("2026-03", "stated")
    assert anchor_date(replace(copy, relation="original")).edtf == "2026-03-04"


def test_dates_need_dateparser_only_when_a_phrase_needs_an_anchor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dateparser", None)  # an import of it would raise
    meaning.cache_clear()
    assert ask(SAID.format("in Holm"))[0] == SaidAt()
    assert ask(SAID.format("in 2019"))[0].edtf == "2019"
