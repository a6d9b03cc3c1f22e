"""What a person changes of a quote: its attribution and circumstances, never its words; and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.errors import NotInRecord, Refused
from corpus.model import Channel, PublishedAt, Quote
from corpus.record import Amendment, LoggedCorrection, Record
from corpus.record.amending import dated
from tests.corpus.record.invented import FERRY, FERRY_CORRECTED, read

BY = "An Editor"
ADDRESS = "https://gazette.example/ferry"


@pytest.fixture
def quotes(record: Record) -> list[Quote]:
    """Ada Morland's, an engineer's and Tom Okafor's words about the ferry."""
    return ingest(record, FERRY)


def ingest(record: Record, marked: str, version: str = "1") -> list[Quote]:
    article, quotations = read(marked, url=ADDRESS)
    return record.quotes_of(record.ingest(article, quotations, extractor_version=version).article_id)


def correct(record: Record, quote: Quote, amendment: Amendment) -> Quote:
    return record.correct(quote.id, amendment, reason="asked", by=BY)


# ------------------------------------------------------------------------------------------------ corrected


def test_another_speaker_is_a_revision_and_the_words_stay(record: Record, quotes: list[Quote]) -> None:
    ada = quotes[0]
    new = correct(record, ada, Amendment(speakers=(record.speaker("tom-okafor"),)))
    assert [(one.name, one.slug, one.mention_as_printed) for one in new.speakers] == [
        ("Tom Okafor", "tom-okafor", "Ada Morland")
    ]
    assert (new.state, new.revision, new.review.by, new.confidence.speaker) == ("corrected", 2, BY, 1.0)
    assert (new.text, new.segments, new.citation) == (ada.text, ada.segments, ada.citation)
    assert [step.actor for step in new.provenance if step.step == "said"] == ["Tom Okafor"]
    assert [(one.kind, one.reason) for one in new.corrections] == [("corrected", "asked")]
    assert record.revisions(ada.id)[0].record == ada


def test_that_nobody_knows_who_said_it(record: Record, quotes: list[Quote]) -> None:
    new = correct(record, quotes[0], Amendment(speakers=()))
    assert (new.speakers, new.attribution.status, new.confidence.speaker) == ((), "unknown", None)
    assert "unknown_speaker" in new.blockers
    assert "said" not in {step.step for step in new.provenance}


def test_when_to_whom_and_through_what(record: Record, quotes: list[Quote]) -> None:
    channel = Channel("speech", venue="Westport")
    new = correct(record, quotes[0], Amendment(said_at=dated("2026-03"), addressee="the council", channel=channel))
    assert (new.said_at.edtf, new.said_at.precision, new.addressee, new.channel) == (
        "2026-03", "month", "the council", channel,
    )  # fmt: skip
    assert [(step.step, step.actor, step.date) for step in new.provenance][:2] == [
        ("said", "Ada Morland", "2026-03"),
        ("told", "the council", "2026-03"),
    ]


def test_a_lead_in_makes_a_fragment_quotable(record: Record) -> None:
    article, quotations = read("“{Ada Morland|said|a disgrace to the town}”", kind="partial")
    [quote] = record.quotes_of(record.ingest(article, quotations, extractor_version="1").article_id)
    assert quote.blockers == ("partial_needs_lead_in",)
    with_one = correct(record, quote, Amendment(lead_in="Of the old boats she said they were"))
    assert (with_one.quotable_verbatim, with_one.blockers) == (True, ())
    without = correct(record, with_one, Amendment(lead_in=""))
    assert (without.lead_in, without.blockers) == (None, quote.blockers)


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("2024-11-17", "day"), ("2024-11", "month"), ("2024", "year"), ("2024-22", "season"),
        ("2024-11-17/2024-11-18", "interval"), ("2024-11~", "month"),
        ("2024-02-31", None), ("2024-13", None), ("yesterday", None), ("", None),
    ],
)  # fmt: skip
def test_what_is_a_date(edtf: str, precision: str | None) -> None:
    found = dated(edtf)
    assert (found.precision if found else None) == precision


@pytest.mark.parametrize(
    ("said", "published", "taken"),
    [
        ("2026-03-01", "2026-03-02", True),
        ("2026-03-03", "2026-03-02", True),  # the next day already, east of the newsroom
        ("2026-03-04", "2026-03-02", False),
        ("2026-04", "2026-03-02", False),
        ("2026", "2026-03-02", True),
        ("2027", "2026-03", False),
        ("2027", None, True),
    ],
)
def test_nothing_is_said_after_it_was_published(record: Record, said: str, published: str | None, taken: bool) -> None:
    article, quotations = read(FERRY, url=ADDRESS, published_at=PublishedAt(published, "stated"))
    first = record.quotes_of(record.ingest(article, quotations, extractor_version="1").article_id)[0]
    if taken:
        assert correct(record, first, Amendment(said_at=dated(said))).said_at.edtf == said
    else:
        with pytest.raises(Refused, match=f"said {said}: its article was published {published}"):
            correct(record, first, Amendment(said_at=dated(said)))


def test_no_extractor_undoes_a_correction(record: Record, quotes: list[Quote]) -> None:
    new = correct(record, quotes[0], Amendment(addressee="the council"))
    ingest(record, FERRY, version="2")
    assert record.quote(quotes[0].id).addressee == new.addressee


def test_a_look_at_a_correction_keeps_nothing(record: Record, quotes: list[Quote]) -> None:
    before = record.sequence()
    assert record.preview(quotes[0].id, Amendment(addressee="the council")).addressee == "the council"
    assert (record.sequence(), record.quote(quotes[0].id)) == (before, quotes[0])


# ------------------------------------------------------------------------------------------------ withdrawn


def withdraw(record: Record, quote: Quote) -> Quote:
    return record.withdraw(quote.id, reason_class="privacy", reason="she asked for it", by=BY)


def test_a_withdrawal_is_a_revision_with_a_class(record: Record, quotes: list[Quote]) -> None:
    before = record.sequence()
    gone = withdraw(record, quotes[0])
    assert (gone.state, gone.corrections[-1].reason_class) == ("withdrawn", "privacy")
    assert gone.id not in {quote.id for quote in record.quotes_of(gone.citation.article.id)}
    assert gone.id in {change.quote.id for change in record.changes(before)}


def test_what_a_person_withdrew_no_ingest_brings_back(record: Record, quotes: list[Quote]) -> None:
    withdraw(record, quotes[0])
    shown = {quote.id for quote in ingest(record, FERRY, version="2")}
    assert shown == {quote.id for quote in quotes[1:]}
    assert quotes[0].text not in {quote.text for quote in ingest(record, FERRY_CORRECTED)}


def test_its_speaker_is_not_named_where_nothing_else_is_theirs(record: Record, quotes: list[Quote]) -> None:
    withdraw(record, quotes[0])
    with pytest.raises(NotInRecord):
        record.speaker("ada-morland")
    assert [one.speaker.slug for one in record.speakers()] == ["tom-okafor"]
    assert record.counts().speakers == 1


# ------------------------------------------------------------------------------------------------ merged


def test_a_merged_quote_leads_on_and_the_other_stands_for_both(record: Record, quotes: list[Quote]) -> None:
    one, other = quotes[0], quotes[2]
    merged = record.merge(one.id, other.id, reason="the same words", by=BY)
    assert (merged.state, merged.merged_into) == ("merged", other.id)
    joined = record.quote(other.id)
    assert (joined.state, joined.corrections[-1].kind, joined.review.method) == ("active", "joined", "human")


def test_a_merge_is_undone(record: Record, quotes: list[Quote]) -> None:
    one, other = quotes[0], quotes[2]
    before = record.quotes_of(one.citation.article.id)
    record.merge(one.id, other.id, reason="the same words", by=BY)
    back = record.reinstate(one.id, reason="said a week apart", by=BY)
    assert (back.state, back.merged_into) == ("active", None)
    assert [correction.kind for correction in back.corrections] == ["merged", "reinstated"]
    assert [correction.kind for correction in record.quote(other.id).corrections] == ["joined", "parted"]
    after = record.quotes_of(one.citation.article.id)
    assert [(quote.id, quote.text, quote.context) for quote in after] == [
        (quote.id, quote.text, quote.context) for quote in before
    ]
    assert list(record.problems()) == []


def test_of_what_was_withdrawn_after_a_merge_only_what_was_merged_is_shown_again(
    record: Record, quotes: list[Quote]
) -> None:
    merged, withdrawn = quotes[0], quotes[1]
    record.merge(merged.id, withdrawn.id, reason="the same words", by=BY)
    withdraw(record, withdrawn)
    back = record.reinstate(merged.id, reason="not the same", by=BY)
    assert withdrawn.text not in f"{back.context} {back.citation}"
    assert record.quote(withdrawn.id).state == "withdrawn"


def test_a_merged_quote_is_not_found_again_as_another(record: Record, quotes: list[Quote]) -> None:
    record.merge(quotes[0].id, quotes[2].id, reason="the same words", by=BY)
    for marked, version in ((FERRY, "2"), (FERRY_CORRECTED, "2")):
        assert quotes[0].text not in {quote.text for quote in ingest(record, marked, version)}
    assert record.quote(quotes[2].id).state == "active"


# ------------------------------------------------------------------------------------------------ refused


def test_what_makes_no_sense_is_refused_and_changes_nothing(record: Record, quotes: list[Quote]) -> None:
    gone, merged, stands = quotes
    withdraw(record, gone)
    record.merge(merged.id, stands.id, reason="x", by=BY)
    before = record.sequence()
    for change in (
        lambda: withdraw(record, gone),
        lambda: withdraw(record, merged),
        lambda: correct(record, gone, Amendment(addressee="the council")),
        lambda: correct(record, stands, Amendment()),
        lambda: correct(record, stands, Amendment(speakers=(record.speaker("tom-okafor"),))),
        lambda: record.merge(stands.id, stands.id, reason="x", by=BY),
        lambda: record.merge(stands.id, gone.id, reason="x", by=BY),
        lambda: record.merge(stands.id, merged.id, reason="x", by=BY),
        lambda: record.merge(gone.id, stands.id, reason="x", by=BY),
    ):
        with pytest.raises(Refused):
            change()
    assert record.sequence() == before


def test_what_is_not_there_is_named(record: Record, quotes: list[Quote]) -> None:
    with pytest.raises(NotInRecord, match="q_nobody"):
        record.merge(quotes[0].id, "q_nobody", reason="x", by=BY)


# ------------------------------------------------------------------------------------------------ the log


def test_the_log_has_every_correction_once_the_newest_first(record: Record, quotes: list[Quote]) -> None:
    correct(record, quotes[2], Amendment(addressee="the council"))
    withdraw(record, quotes[0])
    log = record.corrections()
    assert {(one.id, one.kind, one.reason_class) for one in log} == {
        (quotes[2].id, "corrected", None),
        (quotes[0].id, "withdrawn", "privacy"),
    }
    assert [key(one) for one in log] == sorted(map(key, log), reverse=True)
    paged = [*record.corrections(limit=1), *record.corrections(after=key(log[0]))]
    assert paged == log
    assert [one.kind for one in record.corrections(kind="withdrawn")] == ["withdrawn"]


def test_what_changes_nothing_that_was_said_is_not_in_the_log(record: Record, quotes: list[Quote]) -> None:
    article, quotations = read(FERRY, url=ADDRESS)
    record.ingest(replace(article, byline="Nell Okafor"), quotations, extractor_version="1")
    assert record.quote(quotes[0].id).revision == 2
    assert record.corrections() == []


def key(line: LoggedCorrection) -> tuple[str, str, int]:
    return line.at, line.id, line.revision


# ------------------------------------------------------------------------------------------------ disputed, reinstated


def test_a_disputed_quote_is_shown_as_such_until_it_is_settled(record: Record, quotes: list[Quote]) -> None:
    ada = quotes[0]
    disputed = record.dispute(ada.id, reason="her office denies it", by=BY)
    assert (disputed.state, disputed.review.by) == ("disputed", BY)
    assert correct(record, disputed, Amendment(addressee="the council")).state == "disputed"
    settled = record.settle(ada.id, reason="there is a tape", by=BY)
    assert settled.state == "corrected"
    assert [one.kind for one in settled.corrections] == ["disputed", "corrected", "settled"]


def test_a_quote_that_was_never_corrected_is_active_again(record: Record, quotes: list[Quote]) -> None:
    record.dispute(quotes[0].id, reason="denied", by=BY)
    assert record.settle(quotes[0].id, reason="withdrawn denial", by=BY).state == "active"


def test_a_withdrawal_is_undone(record: Record, quotes: list[Quote]) -> None:
    before = record.quotes_of(quotes[0].citation.article.id)
    record.withdraw(quotes[1].id, reason_class="privacy", reason="asked", by=BY)
    back = record.reinstate(quotes[1].id, reason="asked again", by=BY)
    assert (back.state, [one.kind for one in back.corrections]) == ("active", ["withdrawn", "reinstated"])
    after = record.quotes_of(quotes[0].citation.article.id)
    assert [(one.text, one.context, one.citation) for one in after] == [
        (one.text, one.context, one.citation) for one in before
    ]


def test_of_two_withdrawn_quotes_the_other_stays_hidden(record: Record, quotes: list[Quote]) -> None:
    for one in quotes[:2]:
        record.withdraw(one.id, reason_class="privacy", reason="asked", by=BY)
    back = record.reinstate(quotes[0].id, reason="asked again", by=BY)
    kept = record.quotes_of(quotes[0].citation.article.id)
    assert back.id in {one.id for one in kept}
    for one in kept:
        assert quotes[1].text not in f"{one.context} {one.citation}"


@pytest.mark.parametrize("change", ["reinstate", "settle"])
def test_what_is_not_withdrawn_or_disputed_is_not_undone(record: Record, quotes: list[Quote], change: str) -> None:
    with pytest.raises(Refused, match="this quote is active"):
        getattr(record, change)(quotes[0].id, reason="asked", by=BY)


def test_disputed_twice_is_refused(record: Record, quotes: list[Quote]) -> None:
    record.dispute(quotes[0].id, reason="denied", by=BY)
    with pytest.raises(Refused, match="disputed already"):
        record.dispute(quotes[0].id, reason="denied", by=BY)
