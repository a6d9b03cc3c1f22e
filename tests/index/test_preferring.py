"""The queries that decided how a speaker's name in a query counts: the table of docs/search.md, row by row."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.model import Speaker
from index import SearchRequest, search
from index.contract import Match
from tests.index.conftest import MakeIndex
from tests.index.invented import BORIS, Invented

ANA = Speaker("ana-ferreira", "Ana Ferreira", "person", ("Minister Ferreira",))
RUI = Speaker("rui-ferreira", "Rui Ferreira Jr.", "person")
MAY = Speaker("tilda-may", "Tilda May", "person")
MINISTRY = Speaker("water-ministry", "The Water Ministry", "organization")
BONDAR = Speaker("olena-bondar", "Олена Бондар", "person")
LIN = Speaker("lin-xiaomei", "林小梅", "person")

QUOTES = {
    "Ana on it": Invented("In our country the new pipeline will, I am told, be open by next summer.", (ANA,)),
    "Ana in its news": Invented("We will not wait.", (ANA,), title="A pipeline for the coast", published="2024-11-05"),
    "Rui on it, and on Ana": Invented("Ana has nothing to do with the old pipeline in the north.", (RUI,)),
    "of Ana": Invented("Ana Ferreira, Ana Ferreira's pipeline.", (BORIS,)),
    "May on rain": Invented("The rain that we had all week is going to stop, I hope.", (MAY,)),
    "perhaps rain": Invented("It may rain, it may.", (BORIS,)),
    "of May": Invented("Ask May.", (BORIS,)),
    "ministry on the tariff": Invented("The tariff that everybody here pays stays as it is for years.", (MINISTRY,)),
    "of water": Invented("Water tariff! The water ministry's tariff!", (BORIS,)),
    "Bondar on the bridge": Invented("І все ж цей старий міст стоїть тут уже сто років.", (BONDAR,)),
    "of Bondar": Invented("Бондар і міст.", (BORIS,)),
    "Lin on the river": Invented("The river rises, and it has been rising since the morning.", (LIN,)),
    "of Lin": Invented("林小梅 river.", (BORIS,)),
}

RANKED = [
    ("ferreira", ["Ana in its news", "Ana on it", "Rui on it, and on Ana", "of Ana"]),
    ("ferreira pipeline", ["Rui on it, and on Ana", "Ana on it", "Ana in its news", "of Ana"]),
    ("ana ferreira pipeline", ["Ana on it", "Ana in its news", "Rui on it, and on Ana", "of Ana"]),
    ("Ferreira's pipeline", ["Rui on it, and on Ana", "Ana on it", "Ana in its news", "of Ana"]),
    ("ana pipeline", ["of Ana", "Rui on it, and on Ana", "Ana on it", "Ana in its news"]),
    ("may rain", ["perhaps rain", "May on rain"]),
    ("May rain", ["May on rain", "perhaps rain"]),
    ("tilda may rain", ["May on rain"]),
    ("may", ["perhaps rain", "of May", "May on rain"]),
    ("water tariff", ["of water", "ministry on the tariff"]),
    ("water ministry tariff", ["ministry on the tariff", "of water"]),
    ("бондар міст", ["Bondar on the bridge", "of Bondar"]),
    ("林小梅 river", ["Lin on the river", "of Lin"]),
    ('"ana ferreira" pipeline', ["Ana on it", "Ana in its news", "of Ana"]),
    ('"ferreira" pipeline', ["of Ana", "Rui on it, and on Ana", "Ana on it", "Ana in its news"]),
    ("pipeline (tariff OR ferreira)", ["Rui on it, and on Ana", "Ana on it", "Ana in its news", "of Ana"]),
]


@pytest.mark.parametrize("match", ["stemmed", "exact", "fuzzy"])
@pytest.mark.parametrize(("q", "expected"), RANKED)
def test_what_comes_first(make_index: MakeIndex, q: str, expected: list[str], match: Match) -> None:
    labels = dict(zip((f"q_{number:04d}" for number in range(1, 99)), QUOTES, strict=False))
    hits = search(make_index(*QUOTES.values()), SearchRequest(q, match=match)).hits
    assert [labels[hit.id] for hit in hits if match != "fuzzy" or labels[hit.id] in expected] == expected


def test_the_table_of_the_documentation_has_these_queries() -> None:
    _, _, names = (Path(__file__).parents[2] / "docs/search.md").read_text(encoding="utf-8").partition("## Names")
    assert re.findall(r"^\| `(.+?)` \|", names, re.MULTILINE) == [q for q, _ in RANKED]
