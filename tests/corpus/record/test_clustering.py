"""What is one utterance, told of every quote that reports it, whatever becomes of them. All of it is invented."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from corpus import migrate
from corpus.errors import RecordUnavailable
from corpus.record import Amendment, Record
from corpus.record.filing import FULL
from tests.corpus.record.printed import GOATS, LAMP, LAMP_CHANGED, LAMP_CUT, Press

WHO = {"reason": "read side by side", "by": "Nell Okafor"}


@pytest.fixture
def press(record: Record) -> Press:
    return Press(record)


def test_each_quote_tells_how_it_differs_from_the_fullest(press: Press) -> None:
    whole, cut, changed = press.prints(LAMP), press.prints(LAMP_CUT), press.prints(LAMP_CHANGED)
    marks, other = press.prints(LAMP.rstrip(".").lower()), press.prints(GOATS)
    assert press.together(whole, cut, changed, marks)
    assert press.cluster(other) is None
    assert press.told(changed) == (4, 4, "wording")
    assert press.told(whole)[2] == "identical"
    assert press.told(cut)[2] == "truncated"
    assert press.told(marks)[2] == "punctuation"


def test_a_part_of_a_cluster_has_the_fullest_beside_it(press: Press) -> None:
    whole, cut, changed = press.prints(LAMP), press.prints(LAMP_CUT), press.prints(LAMP_CHANGED)
    cluster = press.record.cluster(press.cluster(cut) or "", lambda ids: slice(1, 2))
    assert cluster.quote_ids == (whole, cut, changed)
    assert cluster.members == press.record.cluster(cluster.id).members[1:2]
    assert cluster.fullest_quote == press.quote(whole)


def test_whoever_comes_first(press: Press) -> None:
    cut, whole = press.prints(LAMP_CUT), press.prints(LAMP)
    assert press.together(cut, whole)
    assert (press.told(cut)[2], press.told(whole)[2]) == ("truncated", "identical")


def test_a_fuller_one_brings_two_fragments_together(press: Press) -> None:
    start, end = press.prints("The lighthouse stays dark"), press.prints("the broken lamp and the rusty ladder")
    assert press.cluster(start) is press.cluster(end) is None
    assert press.together(start, end, press.prints(LAMP))


@pytest.mark.parametrize(
    "other",
    [
        {"who": "Tom Okafor"},
        {"who": "an engineer"},
        {"said": "2031-04-20", "day": "2031-04-21"},
    ],
    ids=["another speaker", "nobody named", "another day"],
)
def test_the_same_words_are_another_utterance(press: Press, other: dict[str, str]) -> None:
    assert not press.together(press.prints(LAMP, said="2031-03-04"), press.prints(LAMP, **other))


def test_the_unnamed_are_one_where_the_article_is_a_copy(press: Press) -> None:
    prose = " ".join(f"The {word} of the harbour was counted by the {word} office." for word in "abcdefghijklmnop")
    first = press.prints(GOATS, who="an engineer", around=prose)
    copy = press.prints(GOATS, who="an engineer", around=prose + " Reprinted.")
    assert press.together(first, copy)
    assert not press.together(first, press.prints(GOATS, who="an engineer"))


def test_one_report_counts_once_however_often_it_is_printed(press: Press) -> None:
    prose = " ".join(f"On pier {number} somebody had painted the number {number} twice." for number in range(40))
    press.prints(LAMP, paper="The Gazette", around=prose)
    press.prints(LAMP, paper="A Blog", around=prose + "\n\nCopied with thanks.")
    press.prints(LAMP, paper="The Gazette", around="A column on lamps, and those who pay for none of them.")
    last = press.prints(LAMP, paper="The Courier")
    assert press.told(last)[:2] == (4, 2)


def test_every_quote_whose_cluster_changes_is_marked_changed(press: Press) -> None:
    first, second = press.prints(LAMP), press.prints(LAMP)
    lone = press.prints(GOATS)
    before = press.record.sequence()
    third = press.prints(LAMP_CUT)
    changed = {change.quote.id: change.quote.cluster for change in press.record.changes(before)}
    assert set(changed) == {first, second, third}
    assert {membership.appearances for membership in changed.values() if membership} == {3}
    assert lone not in changed


def test_the_same_again_changes_nothing(press: Press) -> None:
    press.prints(LAMP)
    press.prints(LAMP_CUT)
    before = press.record.sequence()
    press.numbers = 0
    press.prints(LAMP)
    assert press.record.sequence() == before


def test_a_withdrawn_quote_leaves_and_its_cluster_keeps_its_id(press: Press) -> None:
    whole, cut = press.prints(LAMP), press.prints(LAMP_CUT)
    cluster = press.cluster(cut)
    press.record.withdraw(whole, reason_class="privacy", **WHO)
    assert press.quote(whole).cluster is None
    assert press.told(cut) == (1, 1, "identical")
    assert press.cluster(cut) == cluster
    assert [one.quote.id for one in press.record.cluster(cluster or "").members] == [cut]
    press.record.withdraw(cut, reason_class="privacy", **WHO)
    assert press.record.cluster(cluster or "").members == ()
    assert press.record.clusters() == []


def test_a_quote_given_to_another_speaker_goes_to_their_cluster(press: Press) -> None:
    one, two = press.prints(LAMP), press.prints(LAMP_CUT)
    theirs = press.prints(LAMP, who="Tom Okafor")
    tom = press.record.speaker("tom-okafor")
    press.record.correct(two, Amendment(speakers=(tom,)), **WHO)
    assert press.together(two, theirs)
    assert press.told(one) == (1, 1, "identical")


def test_two_speakers_who_are_one_have_one_cluster(press: Press) -> None:
    one, two = press.prints(LAMP), press.prints(LAMP_CUT, who="Una Sedge")
    assert not press.together(one, two)
    change = press.record.merge_speakers("una-sedge", "oona-sedge", **WHO)
    assert press.together(one, two)
    press.record.undo(change.number, **WHO)
    assert not press.together(one, two)


@pytest.mark.slow
def test_words_that_everybody_prints_are_still_looked_up_at_once(press: Press) -> None:
    """More than FULL quotes share every key; those beyond are found by the first."""
    ids = [press.prints(GOATS) for _ in range(FULL + 3)]
    assert press.together(*ids)
    with press.record._database.reading() as connection:
        most = connection.execute(
            text("SELECT max(n) FROM (SELECT count(*) n FROM cluster_keys GROUP BY key)")
        ).scalar()
    assert most == FULL


def test_quotes_of_an_earlier_version_are_compared_when_the_record_is_set_up(press: Press, tmp_path: Path) -> None:
    one, two = press.prints(LAMP), press.prints(LAMP_CUT)
    with press.record._database.writing() as connection:
        for table in ("appearances", "clusters", "cluster_keys", "article_sketches"):
            connection.execute(text(f"DELETE FROM {table}"))
    assert {problem.where for problem in press.record.problems()} == {one, two}
    before = press.record.sequence()
    migrate(press.record)
    assert press.together(one, two)
    assert {change.quote.id for change in press.record.changes(before)} == {one, two}


def test_a_quote_that_turns_out_to_be_nobodys_leaves(press: Press) -> None:
    one, two = press.prints(LAMP), press.prints(LAMP_CUT)
    press.record.correct(two, Amendment(speakers=()), **WHO)
    assert not press.together(one, two)
    assert press.told(one) == (1, 1, "identical")


def test_an_article_whose_quotes_cannot_be_compared_is_not_kept(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    press.prints(LAMP)
    before = press.record.counts(), press.record.sequence()

    def full(*_: object) -> None:
        raise RecordUnavailable("the disk is full")

    monkeypatch.setattr("corpus.record.cluster_founding.Founding.found", full)
    with pytest.raises(RecordUnavailable):
        press.prints(LAMP)
    assert (press.record.counts(), press.record.sequence()) == before


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        ("UPDATE clusters SET appearances = 7", "appearances: 7"),
        ("UPDATE clusters SET independent_reports = 5", "independent_reports: 5"),
        ("UPDATE clusters SET fullest = 'q_aaaaaaaaaaaaa'", "fullest: q_aaaaaaaaaaaaa is not in it"),
        ("UPDATE appearances SET difference = 'wording'", "is not told as wording"),
        ("UPDATE clusters SET merged_into = 'c_aaaaaaaaaaaaa'", "merged_into: c_aaaaaaaaaaaaa is not there"),
        ("DELETE FROM appearances", "compared with no other quote"),
        ("INSERT INTO cluster_keys VALUES (1, 99)", "are of no quote"),
        ("INSERT INTO clusters_apart VALUES ('c_a', 'c_b')", "is told apart from c_b"),
    ],
)
def test_the_doctor_notices(empty_record: Path, tmp_path: Path, spoil: str, told: str) -> None:
    with Record.open(shutil.copy(empty_record, tmp_path / "spoilt.db")) as record:
        press = Press(record)
        press.prints(LAMP)
        press.prints(LAMP_CUT)
        assert list(record.problems()) == []
        with record._database.writing() as connection:
            connection.execute(text(spoil))
        assert any(told in problem.message for problem in record.problems())
