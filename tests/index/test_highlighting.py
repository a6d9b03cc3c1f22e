"""The marked words, between square brackets."""

from __future__ import annotations

import pytest

from corpus.model import SEGMENT_JOINT
from index import Highlight, SearchRequest, search
from tests.index.conftest import MakeIndex
from tests.index.invented import BORIS, Invented


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


def test_none_if_not_wanted(make_index: MakeIndex) -> None:
    (hit,) = search(make_index("old"), SearchRequest("old", highlight=False)).hits
    assert hit.highlights == ()
