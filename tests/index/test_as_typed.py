"""Words are found as people type them: accents, marks, points, hyphens, numbers, and scripts other than Latin."""

from __future__ import annotations

import pytest

from index import SearchRequest, search
from tests.index.conftest import MakeIndex

FOUND = [
    ("Erdogan", "Ask Erdoğan."),
    ("Erdoğan", "Ask Erdogan."),
    ("ERDOĞAN", "Ask Erdoğan."),
    ("Muller", "Ask Müller."),
    ("Müller", "Ask Muller."),
    ("Mu\u0308ller", "Ask M\u00fcller."),
    ("strasse", "The Straße is closed."),
    ("Straße", "The STRASSE is closed."),
    ("Walesa", "Ask Wałęsa."),
    ("Rockne Soren", "Ask Søren of Rockne."),
    ("Nguyen", "Ask Nguyễn."),
    ("Istanbul", "From İstanbul."),
    ("ankarali", "An Ankaralı speaks."),
    ("naive cafe", "A naïve café."),
    ("oeuvre", "An œuvre."),
    ("don't", "We don’t know."),
    ("don’t", "We don't know."),
    ("dont", "We don’t know."),
    ("O'Marsh", "Ask O’Marsh."),
    ("OMarsh", "Ask O’Marsh."),
    ("harbour", "The harbour’s mouth."),
    ("harbour's", "The harbour mouth."),
    ("ukraine", "Pour l’Ukraine."),
    ("“old pier”", 'The "old" pier.'),
    ("US", "The U.S. envoy."),
    ("U.S.", "The US envoy."),
    ("USA", "The U.S.A. envoy."),
    ("NATO", "The N.A.T.O. envoy."),
    ("p.m.", "At five pm."),
    ("email", "An e-mail came."),
    ("e-mail", "An email came."),
    ("e mail", "An e-mail came."),
    ("cease‑fire", "A ceasefire holds."),
    ("ceasefire", "A cease-fire holds."),
    ("1000", "All 1,000 of them."),
    ("1,000", "All 1000 of them."),
    ("1,234,567.5", "It cost 1234567.5 in all."),
    ("3.5", "Some 3.5 miles."),
    ("ﬁsh", "The fish left."),
    ("ＮＡＴＯ", "NATO came."),
    ("Зеленский", "Сказал ЗЕЛЕНСКИЙ."),
    ("Ζελένσκι", "Ο Ζελενσκι."),
    ("زيلينسكي", "قال زيلينسكي"),
    ("זלנסקי", "אמר זלנסקי"),
    ("习近平", "今天习近平说"),
    ("岸田", "岸田氏は言った"),
    ("젤렌스키", "젤렌스키 대통령"),
    ("मोदी", "कहा मोदी ने"),
    ("ทักษิณ", "นายทักษิณกล่าว"),
]


@pytest.mark.parametrize(("typed", "said"), FOUND)
def test_found_as_typed(make_index: MakeIndex, typed: str, said: str) -> None:
    index = make_index("Nothing of this kind.", said)
    assert [hit.id for hit in search(index, SearchRequest(typed)).hits] == ["q_0002"]


APART = [
    ("Mueller", "Ask Müller."),
    ("Zelensky", "Ask Zelenskiy."),
    ("US", "Tell us."),
    ("WHO", "Who said so?"),
    ("10", "All 10,000 of them."),
]


@pytest.mark.parametrize(("typed", "said"), APART)
def test_other_words_and_other_spellings_are_not_the_same(make_index: MakeIndex, typed: str, said: str) -> None:
    assert search(make_index(said), SearchRequest(typed)).total == 0


@pytest.mark.parametrize(("typed", "said"), [("Zelensky", "Ask Zelenskiy."), ("Muellr", "Ask Mueller.")])
def test_other_spellings_are_found_as_similar_words(make_index: MakeIndex, typed: str, said: str) -> None:
    assert search(make_index(said), SearchRequest(typed, match="fuzzy")).total == 1
