"""Quotations in the prediction format."""

from __future__ import annotations

import json

from corpus.evaluation import prediction
from corpus.extraction import extract_quotes

TEXT = "A second harbour official said the wall “will not last.” “Open the gates,” said Ann Lee, “and pray.”"


def test_one_object_an_article() -> None:
    predicted = prediction("eln.txt", extract_quotes(TEXT))
    assert predicted["doc"] == "eln"
    fragment, split = predicted["quotes"]
    assert fragment["type"] == "mixed"
    assert fragment["speaker"] == {"start": 0, "end": 25, "text": "A second harbour official"}
    assert fragment["cue"]["text"] == "said"
    assert fragment["speakers"] == [
        {"name": "a second harbour official", "slug": None, "kind": "anonymous", "resolution": "explicit"}
    ]
    assert [TEXT[start:end] for start, end in split["segments"]] == ["Open the gates,", "and pray."]
    assert split["text"] == "Open the gates, … and pray."


def test_words_of_nobody_have_no_speaker() -> None:
    [quote] = prediction("eln", extract_quotes("“The wall is safe and sound.”"))["quotes"]
    assert quote["speaker"] is None
    assert quote["cue"] is None
    assert quote["speakers"] == []


def test_words_within_words_are_listed_with_those_around_them() -> None:
    text = "“Bo Ruiz told me, ‘The wall will not last,’ and left,” Ann Lee said. “It will.”"
    [outer] = prediction("eln", extract_quotes(text))["quotes"]
    [inner] = outer["quotes"]
    assert (outer["speakers"][0]["name"], inner["speakers"][0]["name"]) == ("Ann Lee", "Bo Ruiz")
    assert inner["text"] == "The wall will not last,"


def test_it_is_json() -> None:
    predicted = prediction("eln", extract_quotes(TEXT))
    assert json.loads(json.dumps(predicted)) == predicted
