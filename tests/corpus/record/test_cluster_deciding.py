"""What people decide about clusters, and that nothing but people undoes it. All of it is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.errors import NotInRecord, Refused
from corpus.record import Amendment, Record
from tests.corpus.record.printed import GOATS, LAMP, LAMP_CUT, Press

WHO = {"reason": "read side by side", "by": "Nell Okafor"}


@pytest.fixture
def press(record: Record) -> Press:
    return Press(record)


def split(press: Press, *quote_ids: str) -> str:
    """Split quotes off their cluster; the new one."""
    cluster = press.cluster(quote_ids[0]) or ""
    return press.record.split_cluster(cluster, quote_ids, **WHO).other or ""


def test_a_split_is_never_undone_by_an_ingest(press: Press) -> None:
    one, two = press.prints(LAMP), press.prints(LAMP)
    other = split(press, two)
    further = [press.prints(LAMP), press.prints(LAMP_CUT), press.prints(LAMP)]
    assert (press.cluster(two), press.together(one, two)) == (other, False)
    assert all(press.together(one, quote) or press.together(two, quote) for quote in further)


def test_a_merge_is_never_undone_by_an_ingest(press: Press) -> None:
    lamp, goats = press.prints(LAMP), press.prints(GOATS)
    press.record.merge_clusters(goats, lamp, **WHO)
    assert press.together(lamp, goats)
    assert press.told(goats)[2] == "wording"
    more = [press.prints(LAMP), press.prints(GOATS), press.prints(LAMP_CUT)]
    assert press.together(lamp, goats, *more)
    press.record.correct(goats, Amendment(addressee="the harbour master"), **WHO)
    assert press.together(lamp, goats)


def test_a_quote_put_somewhere_by_hand_comes_back_there(press: Press) -> None:
    one, two = press.prints(LAMP), press.prints(LAMP_CUT)
    other = split(press, two)
    press.record.withdraw(two, reason_class="other", **WHO)
    assert press.record.cluster(other).members == ()
    press.record.revise(two, kind="restored", change=lambda quote: replace(quote, state="active"), **WHO)
    assert (press.cluster(two), press.together(one, two)) == (other, False)


@pytest.mark.parametrize("undone", ["split", "merge"])
def test_what_was_decided_can_be_undone(press: Press, undone: str) -> None:
    one, two, goats = press.prints(LAMP), press.prints(LAMP_CUT), press.prints(GOATS)
    before = {quote: press.quote(quote).cluster for quote in (one, two, goats)}
    if undone == "split":
        split(press, two)
    else:
        press.record.merge_clusters(goats, press.cluster(one) or "", **WHO)
    change = press.record.undo_cluster_change(1, **WHO)
    assert {quote: press.quote(quote).cluster for quote in (one, two, goats)} == before
    assert [(one.number, one.kind, one.undone_by) for one in press.record.cluster_changes()] == [
        (2, "undo", None), (1, undone, 2),
    ]  # fmt: skip
    assert (change.number, change.quotes) == (2, 1)


def test_undone_the_record_may_put_them_together_again(press: Press) -> None:
    one, two = press.prints(LAMP), press.prints(LAMP)
    other = split(press, two)
    third = press.prints(LAMP)
    press.record.undo_cluster_change(1, **WHO)
    assert press.together(one, two, third)
    assert press.record.cluster(other).id == press.cluster(one)


def test_every_quote_that_a_decision_moves_is_marked_changed(press: Press) -> None:
    one, two, three = press.prints(LAMP), press.prints(LAMP), press.prints(LAMP_CUT)
    before = press.record.sequence()
    split(press, three)
    told = {change.quote.id: change.quote.cluster for change in press.record.changes(before)}
    assert {quote: membership and membership.appearances for quote, membership in told.items()} == {
        one: 2, two: 2, three: 1,
    }  # fmt: skip


def test_apart_stays_apart_when_a_cluster_is_merged_on(press: Press) -> None:
    one, two, goats = press.prints(LAMP), press.prints(LAMP), press.prints(GOATS)
    split(press, two)
    press.record.merge_clusters(press.cluster(two) or "", goats, **WHO)
    press.prints(LAMP)
    press.prints(LAMP_CUT)
    assert press.together(two, goats)
    assert not press.together(one, two)


def test_a_cluster_leads_where_it_was_merged(press: Press) -> None:
    one, goats = press.prints(LAMP), press.prints(GOATS)
    press.prints(LAMP)
    press.prints(GOATS)
    gone, stays = press.cluster(goats) or "", press.cluster(one) or ""
    press.record.merge_clusters(gone, stays, **WHO)
    assert press.record.cluster(gone).id == stays
    assert [(one.cluster, one.other) for one in press.record.cluster_changes(gone)] == [(gone, stays)]


def test_what_makes_no_sense_is_refused(press: Press) -> None:
    one, two, goats = press.prints(LAMP), press.prints(LAMP), press.prints(GOATS)
    cluster = press.cluster(one) or ""
    record = press.record
    with pytest.raises(NotInRecord):
        record.cluster("c_nothing")
    with pytest.raises(NotInRecord):
        record.merge_clusters("c_nothing", cluster, **WHO)
    with pytest.raises(NotInRecord):
        record.undo_cluster_change(3, **WHO)
    for refused in (
        lambda: record.merge_clusters(one, two, **WHO),
        lambda: record.merge_clusters(cluster, cluster, **WHO),
        lambda: record.merge_clusters(goats, goats, **WHO),
        lambda: record.split_cluster(cluster, [goats], **WHO),
        lambda: record.split_cluster(cluster, [one, two], **WHO),
        lambda: record.split_cluster(cluster, [], **WHO),
        lambda: record.split_cluster(goats, [goats], **WHO),
    ):
        before = record.sequence()
        with pytest.raises(Refused):
            refused()
        assert record.sequence() == before
    split(press, two)
    press.record.undo_cluster_change(1, **WHO)
    with pytest.raises(Refused, match="was undone by change 2"):
        press.record.undo_cluster_change(1, **WHO)
