"""Whose copy an article is, and through whose hands its words came: the invented pages of tests/fixtures/provenance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus import extract_quotes, read_article
from corpus.model import Article, Original, ProvenanceStep
from corpus.provenance import fidelity

FOLDER = Path(__file__).parents[1] / "fixtures" / "provenance"
BODY = """The pier on the north side will stay where it is, the harbour office said after a long winter of measurements.

“It was never going to fall,” said Ann Lee, who keeps the office and has kept it for most of her life.

The council will vote on the money for the repair before the summer, and the boats will run as they did."""
LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Case:
    """A page, what is known of it, and what a careful reader can tell, by label."""

    name: str
    text: str
    facts: dict[str, str]
    gold: dict[str, str]

    @property
    def article(self) -> Article:
        return read_article(self.text, media_type="text/plain", lang="en", **self.facts)


def cases(file: str) -> Iterator[Case]:
    page = (FOLDER / f"{file}.md").read_text(encoding="utf-8")
    for part in page.split("\n## ")[1:]:
        heading, _, body = part.partition("\n")
        lines = body.strip("\n").split("\n")
        gold = dict(line[2:].split(": ", 1) for line in lines if line.startswith("- "))
        facts = dict(line.split(": ", 1) for line in lines if line.startswith(("publisher: ", "url: ")))
        text = "\n".join(line for line in lines if not line.startswith(("- ", *(f"{name}: " for name in facts))))
        yield Case(f"{file}: {heading}", text.replace("[body]", BODY), facts, gold)


COPIES, HANDS = list(cases("copies")), list(cases("hands"))


def original_in(gold: dict[str, str]) -> Original | None:
    """*publisher | address | language*, each where it is told."""
    told = gold["original"].split(" | ") if "original" in gold else []
    url = next((one for one in told if one.startswith("https://")), None)
    lang = next((one for one in told if LANGUAGE.fullmatch(one)), None)
    publisher = next((one for one in told if one not in (url, lang)), None)
    return Original(publisher, url, lang, gold["evidence"]) if told else None


@pytest.mark.parametrize("case", COPIES, ids=lambda case: case.name)
def test_whose_copy_it_is(case: Case) -> None:
    article, gold = case.article, case.gold
    assert (article.relation, article.original) == (gold["relation"], original_in(gold))
    of_original = [link for link in article.missing_links if link.startswith("original_")]
    assert " ".join(of_original) == gold.get("missing", "")
    for step in article.provenance:
        assert step.evidence_text == gold["evidence"]
    assert bool(article.provenance) == ("evidence" in gold)


@pytest.mark.parametrize("case", HANDS, ids=lambda case: case.name)
def test_whose_hands_it_came_through(case: Case) -> None:
    [quotation] = extract_quotes(case.article)
    kind, spoken, quotable, blockers, steps = fidelity(case.article, quotation, ())
    assert " > ".join(f"{step.step} {step.actor or '?'}" for step in steps) == case.gold["chain"]
    assert " | ".join(filter(None, (kind, spoken))) == case.gold["fidelity"]
    assert (" ".join(blockers), quotable) == (case.gold.get("blockers", ""), "blockers" not in case.gold)
    if "evidence" in case.gold:
        assert case.gold["evidence"] in {step.evidence_text for step in steps}


@pytest.mark.parametrize("case", [*COPIES, *HANDS], ids=lambda case: case.name)
def test_evidence_stands_where_it_is_said_to(case: Case) -> None:
    def told(article: Article) -> Iterator[ProvenanceStep]:
        yield from article.provenance
        for quotation in extract_quotes(article):
            yield from fidelity(article, quotation, ())[-1]

    article = case.article
    for step in told(article):
        assert article.text is not None
        assert (step.start is None) == (step.end is None) == (step.evidence_text is None)
        if step.start is not None:
            assert article.text[step.start : step.end] == step.evidence_text


def test_there_are_enough_pages() -> None:
    names = [case.name for case in (*COPIES, *HANDS)]
    assert len(set(names)) == len(names) >= 50
