"""The marked words, between square brackets."""

from __future__ import annotations

from unittest import mock

import pytest

from corpus.model import SEGMENT_JOINT
from index import Highlight, SearchRequest, search
from index.documents import document
from index.engines import Budget, TooCostly
from index.engines.native import budget
from index.highlighting import Highlighter, cost
from index.printed import printed_of
from index.query import parse
from tests.index.conftest import MakeIndex
from tests.index.invented import BORIS, Invented, entry


def marked(text: str, highlights: tuple[Highlight, ...], field: str) -> str:
    for mark in sorted((mark for mark in highlights if mark.field == field), reverse=True):
        text = f"{text[: mark.start]}[{text[mark.start : mark.end]}]{text[mark.end :]}"
    return text


MARKED = [
    ("mistake", "Mistakes, one grave mistake.", "[Mistakes], one grave [mistake]."),
    ('"grave mistake"', "A grave, a mistake, a grave mistake.", "A grave, a mistake, a [grave mistake]."),
    ('"very very"', "very very very well", "[very very very] well"),
    ('"grave mistake" mistake', "grave mistake, mistake", "[grave mistake], [mistake]"),
    ('"was pier"~2', "it was the old pier, was it", "it [was] the old [pier], was it"),
    ("grave -pier", "a grave thing", "a [grave] thing"),
    ("gra* OR thing~1", "gravel and things", "[gravel] and [things]"),
    ("email", "an e-mail came", "an [e-mail] came"),
    ("mail", "an e-mail came", "an e-[mail] came"),
    ('"an email"', "an e-mail came", "[an e-mail] came"),
    ("e-mail", "an email or e mail", "an [email] or [e mail]"),
    ("pier", " pierless  pier\n\tpier ", " pierless  [pier]\n\t[pier] "),
    ('"old pier"', "old\u00a0pier\u2003old-fashioned  old\npier", "[old\u00a0pier]\u2003old-fashioned  [old\npier]"),
    ("U.S.", "The U.S. told us", "The [U.S.] told us"),
    ("cafe", "Le café’s cafe\u0301 é", "Le [café’s] [cafe\u0301] é"),
    ("日本", "東日本", "東[日本]"),
    ("type:direct", "nothing to mark", "nothing to mark"),
]


@pytest.mark.parametrize(("q", "text", "expected"), MARKED)
def test_marked_in_the_text(make_index: MakeIndex, q: str, text: str, expected: str) -> None:
    (hit,) = search(make_index(text), SearchRequest(q)).hits
    assert marked(text, hit.highlights, "text") == expected


def test_offsets_count_in_the_joined_segments(make_index: MakeIndex) -> None:
    segments = ("The mill…", "and the old mill", "stay")
    (hit,) = search(make_index(Invented(segments)), SearchRequest('mill "old mill"')).hits
    assert marked(SEGMENT_JOINT.join(segments), hit.highlights, "text") == "The [mill]… … and the [old mill] … stay"


def test_names_and_titles_are_marked_too(make_index: MakeIndex) -> None:
    (hit,) = search(make_index(Invented("Well.", speakers=(BORIS,), title="Marsh at sea")), SearchRequest("marsh")).hits
    assert marked("Boris O’Marsh", hit.highlights, "speaker") == "Boris [O’Marsh]"
    assert marked("Marsh at sea", hit.highlights, "title") == "[Marsh] at sea"


def test_a_field_marks_only_itself(make_index: MakeIndex) -> None:
    (hit,) = search(make_index("Quill agrees"), SearchRequest("speaker:quill")).hits
    assert {mark.field for mark in hit.highlights} == {"speaker"}


@pytest.mark.parametrize("long", ["old " * 30, "old" * 30], ids=["with spaces", "without"])
def test_what_would_take_too_long_is_found_unmarked_and_said_so(make_index: MakeIndex, long: str) -> None:
    newer, older = Invented("an old tide", published="2020"), Invented(f"the old tide {long}", published="2019")
    with mock.patch.object(cost, "LONGEST", 60):
        answer = search(make_index(newer, older), SearchRequest("tide", sort="-published_at"))
    assert [len(hit.highlights) for hit in answer.hits] == [1, 0]
    assert answer.warnings == ("what was found is not marked in the last quote of this page: it is too long",)


@pytest.mark.parametrize(("q", "is_marked"), [('"old old"', True), ('"old old"~20', False)])
def test_what_would_compare_too_many_words_is_not_begun(make_index: MakeIndex, q: str, is_marked: bool) -> None:
    with mock.patch.object(cost, "LONGEST", 60):
        (hit,) = search(make_index("old old"), SearchRequest(q)).hits
    assert bool(hit.highlights) is is_marked


def test_marking_ends_with_the_budget_of_its_search() -> None:
    wanted = parse("tide").tree
    with mock.patch.object(budget, "MEASURED_EVERY", 1), pytest.raises(TooCostly):
        Highlighter(wanted, "stemmed", Budget(-1)).highlights(printed_of(document(entry(1, 1, Invented("tide"))).row))


def test_something_is_left_for_marks_whatever_finding_has_taken() -> None:
    with (
        mock.patch.object(budget, "MEASURED_EVERY", 1),
        mock.patch.object(budget, "thread_time", iter(range(9)).__next__),
    ):
        spent = Budget(0)
        assert [spent.is_over() for _ in range(2)] == [False, True]
        spent.leave(2)
        assert [spent.is_over() for _ in range(3)] == [False, False, True]


def test_none_if_not_wanted(make_index: MakeIndex) -> None:
    (hit,) = search(make_index("old"), SearchRequest("old", highlight=False)).hits
    assert hit.highlights == ()
