"""Who is entered in the register when an article is ingested, and who is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.model import Anonymous, AttributedSpeaker, SpeakerKind
from corpus.record import Record
from tests.corpus.record.invented import read


def speak(record: Record, speaker: AttributedSpeaker, words: str = "The ferry will sail.") -> AttributedSpeaker:
    """The speaker as they are kept once they are quoted in an article."""
    article, [quotation] = read(f"“{{Somebody|said|{words}}}”")
    made = replace(quotation, speakers=(speaker,))
    done = record.ingest(article, [made], extractor_version="1")
    return record.quotes_of(done.article_id)[0].speakers[0]


@pytest.mark.parametrize(
    ("name", "kind", "slug"),
    [
        ("Ada Morland", "person", "ada-morland"),
        ("Ádám Ó Móráin", "person", "adam-o-morain"),
        ("Harbour Office", "organization", "harbour-office"),
        ("Westport", "organization", "westport"),
        ("Morland", "person", None),
        ("the harbour office", "organization", None),
        ("engineers", "group", None),
        ("the annual report", "document", None),
        ("…", "organization", None),
    ],
)
def test_whole_proper_names_are_entered(record: Record, name: str, kind: SpeakerKind, slug: str | None) -> None:
    assert speak(record, AttributedSpeaker(name, kind)).slug == slug
    entered = [summary.speaker for summary in record.speakers()]
    assert [(one.slug, one.name, one.kind, one.reviewed) for one in entered] == (
        [(slug, name, kind, False)] if slug else []
    )


def test_nobody_anonymous_is_entered(record: Record) -> None:
    spoken = speak(record, AttributedSpeaker("an engineer", "anonymous", anonymous=Anonymous("an engineer")))
    assert (spoken.slug, record.counts().speakers) == (None, 0)


def test_a_name_is_found_by_its_aliases_and_written_otherwise(record: Record) -> None:
    record.load_bundle()
    before = record.counts().speakers
    assert speak(record, AttributedSpeaker("joseph r. BIDEN", "person")).slug == "joe-biden"
    assert record.counts().speakers == before


def test_the_same_name_is_the_same_entry_and_another_kind_is_not(record: Record) -> None:
    first = speak(record, AttributedSpeaker("Ada Morland", "person"), "One.")
    second = speak(record, AttributedSpeaker("Ada Morland", "person"), "Two.")
    ship = speak(record, AttributedSpeaker("Ada Morland", "organization"), "Three.")
    assert (first.slug, second.slug, ship.slug) == ("ada-morland", "ada-morland", "ada-morland-2")


def test_a_slug_the_record_does_not_have_is_looked_up_by_name(record: Record) -> None:
    spoken = speak(record, AttributedSpeaker("Ada Morland", "person", slug="ada"))
    assert (spoken.slug, record.speaker("ada").name) == ("ada", "Ada Morland")
