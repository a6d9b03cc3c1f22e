"""Which articles are one report. All of them are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.clusters import Report, are_copies, independent, sketch
from corpus.model import Article, Original, ProvenanceStep
from corpus.reading import article_id, text_sha256

PROSE = " ".join(f"On pier {number} a clerk counted {number} barrels and wrote it down." for number in range(60))
OTHER = " ".join(f"In room {number} the council slept through item {number} of the list." for number in range(60))


def report(text: str, **facts: object) -> Report:
    digest = text_sha256(text)
    article = Article(article_id(digest, None), digest, len(text), text)
    return Report(replace(article, **facts), frozenset(sketch(text)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "numbers"),
    [
        (report(PROSE), report(OTHER), [1, 2]),
        (report(PROSE), report(PROSE + " Reprinted."), [1, 1]),
        (report(PROSE), report("Seen elsewhere. " + PROSE[:2000] + OTHER[:1000]), [1, 1]),
        (report(PROSE, publisher="The Gazette"), report(OTHER, publisher="Gazette"), [1, 1]),
        (report(PROSE, publisher="The Gazette"), report(OTHER, publisher="The Courier"), [1, 2]),
        (report(PROSE, original=Original(publisher="Harbour Wire")), report(OTHER, publisher="Harbour Wire"), [1, 1]),
        (
            report(PROSE, publisher="A", provenance=(ProvenanceStep("reported", "Harbour Wire"),)),
            report(OTHER, publisher="B", provenance=(ProvenanceStep("reported", "harbour wire"),)),
            [1, 1],
        ),
        (report(PROSE, url="https://a.example/"), report(OTHER, original=Original(url="https://a.example/")), [1, 1]),
        (report("Short."), report("Short, too."), [1, 2]),
    ],
    ids=["two", "a copy", "rests on it", "outlet", "outlets", "the original", "agency", "address", "short"],
)  # fmt: skip
def test_one_report_or_two(one: Report, other: Report, numbers: list[int]) -> None:
    assert independent([one, other]) == independent([other, one]) == numbers


def test_what_stands_in_marks_is_the_same_in_independent_reports() -> None:
    speech = " ".join(f"“We have sold barrel {number} and we shall sell barrel {number + 1}.”" for number in range(60))
    assert independent([report(speech + PROSE[:600]), report(speech + OTHER[:600])]) == [1, 2]


def test_a_third_that_rests_on_both_makes_them_one() -> None:
    wire, paper = report(PROSE, publisher="Wire"), report(OTHER, publisher="Paper")
    both = report(PROSE + OTHER)
    assert independent([wire, paper, both]) == [1, 1, 1]
    assert independent([]) == []


def test_copies_are_told_by_their_texts_alone() -> None:
    assert are_copies(report(PROSE), report(PROSE[:3000]))
    assert not are_copies(report(PROSE, publisher="Wire"), report(OTHER, publisher="Wire"))
    assert not are_copies(report(""), report("A word."))
