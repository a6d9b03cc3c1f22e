"""What people do to the register of speakers: reviewed, reversible, and seen in every quote at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.errors import NotInRecord, Refused
from corpus.model import NameSource, Quote, Speaker, SpeakerKind
from corpus.record import Record, RegisterChange
from corpus.record.writing import Writer
from tests.corpus.record.invented import read

BY = "An Editor"
Said = Callable[[str, str], Quote]


@pytest.fixture
def said(record: Record) -> Said:
    """Keeps an article in which somebody says something, and gives the quote."""

    def say(speaker: str, words: str) -> Quote:
        article, quotations = read(f"“{{{speaker}|said|{words}}}”")
        return record.quotes_of(record.ingest(article, quotations, extractor_version="1").article_id)[0]

    return say


def slugs(record: Record, quote: Quote) -> list[tuple[str | None, str]]:
    return [(speaker.slug, speaker.name) for speaker in record.quote(quote.id).speakers]


def state(record: Record) -> tuple[list[Speaker], dict[str, list[tuple[str | None, str]]]]:
    """The register and who said what."""
    everyone = [one.speaker for one in record.speakers(limit=1000)]
    return everyone, {change.quote.id: slugs(record, change.quote) for change in record.changes()}


def merge(record: Record, slug: str = "mike-morland", into: str = "michael-morland") -> RegisterChange:
    return record.merge_speakers(slug, into, reason="the same man", by=BY)


# ------------------------------------------------------------------------------------------------ aliases


def test_an_alias_finds_the_speaker_and_marks_their_quotes_changed(record: Record, said: Said) -> None:
    quote = said("Ada Morland", "The ferry will sail.")
    before = record.sequence()
    record.alias("ada-morland", add=["A. J. Morland", "ada morland"], reason="her by-line", by=BY)
    entry = record.speaker("ada-morland")
    assert (entry.aliases, entry.reviewed) == (("A. J. Morland",), True)
    assert [(change.quote.id, change.speakers) for change in record.changes(before)] == [(quote.id, (entry,))]
    assert slugs(record, said("A. J. Morland", "It sailed.")) == [("ada-morland", "A. J. Morland")]


def test_an_alias_is_taken_away(record: Record, said: Said) -> None:
    said("Ada Morland", "The ferry will sail.")
    record.alias("ada-morland", add=["Ada Vance", "Ada Holt"], reason="x", by=BY)
    record.alias("ada-morland", remove=["ada VANCE"], reason="another woman", by=BY)
    assert record.speaker("ada-morland").aliases == ("Ada Holt",)


def test_a_name_tells_where_it_was_seen(record: Record, said: Said) -> None:
    quote = said("Ada Morland", "The ferry will sail.")
    record.alias("ada-morland", add=["Ada Morlanda"], cited_from=quote.citation.article.id, reason="x", by=BY)
    assert record.speaker("ada-morland").alias_sources == (NameSource("Ada Morlanda", quote.citation.article.id),)
    record.alias("ada-morland", add=["Ada Morlanda"], cited_from="Who's Who in Holm", reason="x", by=BY)
    assert len(record.speaker("ada-morland").alias_sources) == 2
    record.alias("ada-morland", remove=["Ada Morlanda"], reason="a misprint", by=BY)
    assert record.speaker("ada-morland").alias_sources == ()


# ------------------------------------------------------------------------------------------------ merging


def test_the_name_of_a_merged_entry_is_cited_from_where_it_stood(record: Record, two: tuple[Quote, Quote]) -> None:
    merge(record)
    source = NameSource("Mike Morland", two[0].citation.article.id)
    assert record.speaker("michael-morland").alias_sources == (source,)
    record.undo(1, reason="two men", by=BY)
    assert record.speaker("michael-morland").alias_sources == ()


@pytest.fixture
def two(record: Record, said: Said) -> tuple[Quote, Quote]:
    """Words of Mike Morland and of Michael Morland."""
    return said("Mike Morland", "The ferry will sail."), said("Michael Morland", "The ferry has sailed.")


def test_two_entries_become_one_with_the_quotes_and_names_of_both(record: Record, two: tuple[Quote, Quote]) -> None:
    before = record.sequence()
    change = merge(record)
    assert (change.number, change.kind, change.quotes) == (1, "merge", 1)
    assert slugs(record, two[0]) == slugs(record, two[1]) == [("michael-morland", "Michael Morland")]
    assert record.speaker("michael-morland").aliases == ("Mike Morland",)
    assert {change.quote.id for change in record.changes(before)} == {quote.id for quote in two}
    moved = record.quote(two[0].id)
    assert (moved.text, moved.state, moved.speakers[0].mention_as_printed) == (two[0].text, "active", "Mike Morland")
    assert [(one.kind, one.reason) for one in moved.corrections] == [("register", "the same man")]
    assert [step.actor for step in moved.provenance if step.step == "said"] == ["Michael Morland"]


def test_the_old_slug_leads_on_and_is_not_given_again(record: Record, two: tuple[Quote, Quote], said: Said) -> None:
    merge(record)
    assert record.speaker("mike-morland").slug == "michael-morland"
    assert [one.speaker.slug for one in record.speakers()] == ["michael-morland"]
    assert slugs(record, said("Mike Morland", "It will sail again."))[0][0] == "michael-morland"
    record.alias("michael-morland", remove=["Mike Morland"], reason="x", by=BY)
    assert slugs(record, said("Mike Morland", "Not I."))[0][0] == "mike-morland-2"


def test_a_later_extractor_keeps_them_one(record: Record, two: tuple[Quote, Quote]) -> None:
    merge(record)
    article, quotations = read("“{Mike Morland|said|The ferry will sail.}”")
    record.ingest(article, quotations, extractor_version="2")
    assert slugs(record, two[0])[0][0] == "michael-morland"


def test_a_joint_statement_of_both_has_one_speaker(record: Record, two: tuple[Quote, Quote]) -> None:
    from corpus.record import Amendment

    both = Amendment(speakers=(record.speaker("mike-morland"), record.speaker("michael-morland")))
    record.correct(two[0].id, both, reason="x", by=BY)
    merge(record)
    assert slugs(record, two[0]) == [("michael-morland", "Michael Morland")]


def test_a_withdrawn_quote_moves_too_and_stays_withdrawn(record: Record, two: tuple[Quote, Quote]) -> None:
    record.withdraw(two[0].id, reason_class="other", reason="x", by=BY)
    merge(record)
    assert record.quote(two[0].id).state == "withdrawn"
    assert slugs(record, two[0])[0][0] == "michael-morland"


# ------------------------------------------------------------------------------------------------ splitting


def test_one_entry_becomes_two_and_no_extractor_mixes_them(record: Record, said: Said) -> None:
    one, other = said("Ada Morland", "The ferry will sail."), said("Ada Morland", "The mill will grind.")
    change = record.split_speaker("ada-morland", [other.id], name="Ada Morland", reason="the miller", by=BY)
    assert (change.slug, change.other) == ("ada-morland", "ada-morland-2")
    article, quotations = read("“{Ada Morland|said|The mill will grind.}”")
    record.ingest(article, quotations, extractor_version="2")
    assert (slugs(record, one)[0][0], slugs(record, other)[0][0]) == ("ada-morland", "ada-morland-2")
    assert record.quote(other.id).review.by == BY


def test_quotes_are_given_to_an_entry_that_is_there(record: Record, two: tuple[Quote, Quote]) -> None:
    record.split_speaker("mike-morland", [two[0].id], to="michael-morland", reason="misread", by=BY)
    assert slugs(record, two[0]) == [("michael-morland", "Michael Morland")]


# ------------------------------------------------------------------------------------------------ undoing


@pytest.mark.parametrize("kind", ["alias", "merge", "split"])
def test_every_change_can_be_undone(record: Record, two: tuple[Quote, Quote], kind: str) -> None:
    with record._writing(BY) as writer:
        writer.put_speaker(Speaker("mike-morland", "Mike Morland", "person", ("M. Morland",), qid="Q42"))
    before = state(record)
    if kind == "alias":
        change = record.alias("mike-morland", add=["Mick Morland"], reason="x", by=BY)
    elif kind == "merge":
        change = merge(record)
        assert record.speaker("Q42").slug == "michael-morland"
    else:
        change = record.split_speaker("mike-morland", [two[0].id], name="Mike Vance", reason="x", by=BY)
    assert state(record) != before
    undone = record.undo(change.number, reason="a mistake", by=BY)
    assert state(record) == before
    last, first = record.register_changes("mike-morland")
    assert (last.kind, first.kind, first.undone_by) == ("undo", kind, undone.number)
    with pytest.raises(Refused, match="undone"):
        record.undo(change.number, reason="again", by=BY)


def test_an_undoing_can_be_undone(record: Record, two: tuple[Quote, Quote]) -> None:
    change = merge(record)
    after = state(record)
    undone = record.undo(change.number, reason="a mistake", by=BY)
    record.undo(undone.number, reason="no mistake", by=BY)
    assert state(record) == after


def test_what_was_built_upon_is_not_undone(record: Record, two: tuple[Quote, Quote], said: Said) -> None:
    first = merge(record)
    record.alias("michael-morland", add=["Mick Morland"], reason="x", by=BY)
    with pytest.raises(Refused, match="changed since"):
        record.undo(first.number, reason="x", by=BY)


def test_a_new_entry_that_was_quoted_since_is_not_removed(record: Record, two: tuple[Quote, Quote], said: Said) -> None:
    change = record.split_speaker("mike-morland", [two[0].id], name="Mike Vance", reason="x", by=BY)
    said("Mike Vance", "I was here.")
    with pytest.raises(Refused, match="merge it instead"):
        record.undo(change.number, reason="x", by=BY)


# ------------------------------------------------------------------------------------------------ refused


def test_what_makes_no_sense_is_refused_and_changes_nothing(
    record: Record, two: tuple[Quote, Quote], said: Said
) -> None:
    with record._writing(BY) as writer:
        enter_strangers(writer)
    before = (state(record), record.sequence())
    for change in (
        lambda: merge(record, "mike-morland", "mike-morland"),
        lambda: merge(record, "mike-morland", "mike-boats"),
        lambda: merge(record, "mike-one", "mike-two"),
        lambda: record.alias("mike-morland", add=["Mike  MORLAND"], reason="x", by=BY),
        lambda: record.alias("mike-morland", remove=["Mike Morland"], reason="x", by=BY),
        lambda: record.split_speaker("mike-morland", [], name="Mike Vance", reason="x", by=BY),
        lambda: record.split_speaker("mike-morland", [two[1].id], name="Mike Vance", reason="x", by=BY),
        lambda: record.split_speaker("mike-morland", [two[0].id], reason="x", by=BY),
        lambda: record.split_speaker("mike-morland", [two[0].id], name="…", reason="x", by=BY),
        lambda: record.split_speaker("mike-morland", [two[0].id], to="mike-morland", reason="x", by=BY),
    ):
        with pytest.raises(Refused):
            change()
    assert (state(record), record.sequence()) == before
    assert record.register_changes() == []


def enter_strangers(writer: Writer) -> None:
    writer.enter_speaker(Speaker("mike-boats", "Mike Boats", "organization"))
    writer.enter_speaker(Speaker("mike-one", "Mike One", "person", qid="Q1"))
    writer.enter_speaker(Speaker("mike-two", "Mike Two", "person", qid="Q2"))


def test_who_is_not_there_is_named(record: Record) -> None:
    with pytest.raises(NotInRecord, match="nobody"):
        merge(record, "nobody", "noone")
    with pytest.raises(NotInRecord, match="7"):
        record.undo(7, reason="x", by=BY)


# ------------------------------------------------------------------------------------------------ the bundle


def test_the_bundle_loaded_again_undoes_nothing(record: Record) -> None:
    record.load_bundle()
    merge(record, "michael-turner", "michael-kofman")
    record.alias("john-kirby", add=["Jack Kirby"], reason="x", by=BY)
    after = state(record)
    record.load_bundle()
    assert state(record) == after
    assert "Jack Kirby" in record.speaker("john-kirby").aliases


# ------------------------------------------------------------------------------------------------ entering


def test_somebody_who_speaks_nowhere_yet_is_entered_and_taken_out_again(record: Record) -> None:
    before = state(record)
    change = record.add_speaker(" Nell  Okafor", "person", aliases=["N. Okafor"], reason="x", by=BY)
    assert (change.number, change.kind, change.slug, change.quotes) == (1, "add", "nell-okafor", 0)
    assert record.speaker("nell-okafor") == Speaker(
        "nell-okafor", "Nell Okafor", "person", aliases=("N. Okafor",), reviewed=True
    )
    record.undo(1, reason="a slip", by=BY)
    assert state(record) == before


def test_words_are_found_to_be_theirs(record: Record, said: Said) -> None:
    record.add_speaker("Nell Okafor", "person", aliases=["Nell Okafor-Holt"], reason="x", by=BY)
    assert slugs(record, said("Nell Okafor-Holt", "It sails.")) == [("nell-okafor", "Nell Okafor-Holt")]
    with pytest.raises(Refused, match="merge it instead"):
        record.undo(1, reason="x", by=BY)


def test_a_name_is_entered_once_unless_another_bears_it(record: Record, said: Said) -> None:
    said("Ada Morland", "The ferry will sail.")
    with pytest.raises(Refused, match="already, as ada-morland"):
        record.add_speaker("ada morland", "person", reason="x", by=BY)
    assert record.add_speaker("Ada Morland", "person", namesake=True, reason="x", by=BY).slug == "ada-morland-2"
    assert record.add_speaker("Ada Morland", "organization", reason="a ship's owners", by=BY).slug == "ada-morland-3"


@pytest.mark.parametrize(("name", "kind"), [("…", "person"), ("", "person"), ("The crowd", "group")])
def test_what_can_be_no_entry_is_refused(record: Record, name: str, kind: SpeakerKind) -> None:
    with pytest.raises(Refused):
        record.add_speaker(name, kind, reason="x", by=BY)
