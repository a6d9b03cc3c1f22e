"""Records as bytes: nothing is lost, and splicing equals dumping."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Quote
from index import Highlight
from service.payloads import payload
from service.presenters import spliced
from tests.service.pages.invented import quote

scores = st.none() | st.floats(0, 1000)
highlights = st.lists(st.builds(Highlight, st.just("text"), st.integers(0, 99), st.integers(100, 199)), max_size=3)
texts = st.text(st.characters(codec="utf-8"), min_size=1)


@given(texts)
def test_a_payload_is_the_whole_record(text: str) -> None:
    record = quote(text)
    assert msgspec.json.decode(payload(record), type=Quote) == record


@given(texts, scores, highlights)
def test_splicing_equals_dumping(text: str, score: float | None, places: list[Highlight]) -> None:
    record = quote(text)
    found = json.loads(spliced(payload(record), score, places))
    assert found.pop("score") == (None if score is None else round(score, 4))
    assert found.pop("highlights") == [msgspec.to_builtins(place) for place in places]
    assert found == json.loads(payload(record))


@pytest.mark.parametrize("name", ["id", "segments", "citation", "attribution", "said_at", "cluster", "corrections"])
def test_every_field_is_there_even_if_null(name: str) -> None:
    assert name in json.loads(payload(quote("The river rose.")))
