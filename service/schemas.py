"""What the endpoints take: one marshmallow schema each, from which OpenAPI documents them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any, Literal, get_args

import marshmallow as ma
from marshmallow.validate import Length, OneOf, Range, Regexp
from webargs.fields import DelimitedList

from corpus.citation.rendering import STYLES
from corpus.model import ChannelType, Fidelity, QuotationType, SpeakerKind
from corpus.record import SEEN_BY_READERS
from index.contract import ATTRIBUTIONS, FACETS, MAX_LIMIT, Group, Match, Republished, SearchRequest, Sort
from index.dates import days_of
from service.answers import FoundQuote
from service.verifying import LONGEST_CLAIM, Claim

MAX_Q = 512
MAX_NAME = 200
CITATION_FORMATS = {
    "text": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "csl": "application/vnd.citationstyles.csl+json",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "bibtex": "application/x-bibtex; charset=utf-8",
}
RECORD_FIELDS = tuple(field.name for field in fields(FoundQuote))

# ------------------------------------------------------------------------------------------------ kinds of value


class WholeNumber(ma.fields.Integer):
    """A decimal number of ASCII digits, as JSON writes it; `int` takes spaces, underscores and other digits too."""

    def _validated(self, value: Any) -> int:
        if isinstance(value, str) and not re.fullmatch(r"-?(0|[1-9][0-9]{0,9})", value):
            raise self.make_error("invalid", input=value)
        return super()._validated(value)


class Number(ma.fields.Float):
    """A decimal fraction as JSON writes it; `float` takes spaces, underscores and words too."""

    def _validated(self, value: Any) -> float:
        if isinstance(value, str) and not re.fullmatch(
            r"-?(0|[1-9][0-9]{0,9})(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?", value
        ):
            raise self.make_error("invalid", input=value)
        return super()._validated(value)


class Bound(ma.fields.Field[date]):
    """One end of a range of days: a day as RFC 3339 writes it, or the first, or the last, of a month or year."""

    WRITTEN = "^[0-9]{4}(-[0-9]{2}){0,2}$"

    def __init__(self, end: Literal["first", "last"], description: str) -> None:
        form = {"type": "string", "pattern": self.WRITTEN}
        super().__init__(load_default=None, metadata={"description": description, **form})
        self.end = end

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        if not isinstance(value, str) or not re.fullmatch(self.WRITTEN.strip("^$"), value):
            raise ma.ValidationError("Is no day such as 2024-11-30, no month such as 2024-11 and no year.")
        days = days_of(value)
        if days is None:
            raise ma.ValidationError("Is not in the calendar.")
        return date.fromordinal(days.first if self.end == "first" else days.last)


class Truth(ma.fields.Boolean):
    """``true`` or ``false``, and no other word."""

    truthy = {"true"}
    falsy = {"false"}


def part_of_date(form: str, example: str) -> ma.fields.String:
    return ma.fields.String(validate=Regexp(f"^{form}$", error=f"Is not written as {example}."))


def one_of(choices: Iterable[str], **options: Any) -> ma.fields.String:
    return ma.fields.String(validate=OneOf(list(choices), error="Must be one of {choices}."), **options)


def name(**options: Any) -> ma.fields.String:
    return ma.fields.String(validate=[Length(1, MAX_NAME), PRINTED], **options)


def any_of(inner: ma.fields.String, meaning: str) -> ma.fields.List[Any]:
    return ma.fields.List(inner, validate=Length(max=50), load_default=(), metadata={"description": meaning})


def limit(default: int = 20, most: int = MAX_LIMIT) -> WholeNumber:
    return WholeNumber(load_default=default, validate=Range(1, most), metadata={"description": "results on one page"})


def cursor() -> ma.fields.String:
    return ma.fields.String(
        load_default=None,
        validate=[Length(1, 1024), Regexp(r"^[A-Za-z0-9_.=-]+$")],
        metadata={"description": "where to go on: taken from `links.next`, opaque"},
    )


def meaning(text: str, **more: Any) -> dict[str, Any]:
    return {"metadata": {"description": text, **more}}


PRINTED = Regexp(r"^[^\x00]*$", error="Must not hold NUL.")

# ------------------------------------------------------------------------------------------------ what is asked


@dataclass(frozen=True, slots=True)
class AskedSearch:
    """A search, and which fields of each result are `wanted`; empty means all."""

    request: SearchRequest
    wanted: tuple[str, ...]


class SearchParameters(ma.Schema):
    def __init__(self) -> None:
        super().__init__(partial=True)  # what is not given is not gone through: of thirty, most searches give two

    q = ma.fields.String(
        load_default="",
        validate=Length(max=MAX_Q),
        **meaning(
            'words (AND), "a phrase", OR, NOT, -word, ( ), word*, wom?n, word~1, "a b"~3, word^2, '
            "and the fields speaker: publisher: type: said: published:"
        ),
    )
    match = one_of(
        get_args(Match), load_default="stemmed", **meaning("whether other forms of a word count, or similar words too")
    )
    like = name(load_default=None, **meaning("a quote's id: others that share its telling words, the likest first"))
    speaker = any_of(name(), "a speaker's slug or Wikidata id; repeat for either")
    publisher = any_of(name(), "repeat for either")
    article = any_of(name(), "an article's id; repeat for either")
    type = any_of(one_of(get_args(QuotationType)), "whole sentences, fragments, or no marks at all; repeat for either")
    attribution = any_of(one_of(ATTRIBUTIONS), "how the speaker is given; repeat for either")
    fidelity = any_of(one_of(get_args(Fidelity)), "how true the wording is; repeat for either")
    channel = any_of(one_of(get_args(ChannelType)), "through what it was said; repeat for either")
    lang = any_of(name(), "language of the words, BCP 47; repeat for either")
    original_lang = any_of(name(), "language they were said in, BCP 47; repeat for either")
    year = any_of(part_of_date(r"[0-9]{1,4}", "2024"), "of the saying, else of the publication; repeat for either")
    month = any_of(
        part_of_date(r"[0-9]{4}-[0-9]{2}", "2024-11"),
        "of the saying, where that is dated, else of the publication; repeat for either",
    )
    said_from = Bound("first", "said in this year, month or day, or later; a vague date matches where it overlaps")
    said_to = Bound("last", "said in this year, month or day, or earlier")
    published_from = Bound("first", "published in this year, month or day, or later")
    published_to = Bound("last", "published in this year, month or day, or earlier")
    republished = one_of(get_args(Republished), load_default="include", **meaning("copies, translations and rewrites"))
    min_confidence = Number(load_default=None, validate=Range(0, 1), **meaning("least confidence in the speaker"))
    reviewed = Truth(load_default=None, **meaning("whether a person has checked it"))
    group = one_of(
        get_args(Group), load_default="none", **meaning("cluster: one hit an utterance, however often printed")
    )
    sort = one_of(
        get_args(Sort),
        load_default=None,
        **meaning("by default relevance if q has words or like is given, else -published_at"),
    )
    limit = limit()
    cursor = cursor()
    facets = DelimitedList(one_of(FACETS), load_default=(), **meaning("what to count, separated by commas"))
    wanted = DelimitedList(
        one_of(RECORD_FIELDS),
        data_key="fields",
        load_default=(),
        **meaning("fields of each result, separated by commas"),
    )
    highlight = one_of(("offsets", "none"), load_default="offsets", **meaning("where the matches stand"))

    @cached_property
    def _defaults(self) -> dict[str, Any]:
        return {name: field.load_default for name, field in self.load_fields.items()}

    @ma.post_load
    def asked(self, data: dict[str, Any], **_: Any) -> AskedSearch:
        given = {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
        asked = {**self._defaults, **given}
        wanted, asked["highlight"] = asked.pop("wanted"), asked["highlight"] == "offsets"
        return AskedSearch(SearchRequest(**asked), wanted)


class SpeakersParameters(ma.Schema):
    q = ma.fields.String(
        load_default=None, validate=[Length(max=MAX_NAME), PRINTED], **meaning("part of a name or alias")
    )
    kind = one_of(get_args(SpeakerKind), load_default=None, **meaning("what sort of speaker"))
    limit = limit()
    cursor = cursor()


class ArticlesParameters(ma.Schema):
    publisher = name(load_default=None, **meaning("the publisher's name"))
    limit = limit()
    cursor = cursor()


class CitationParameters(ma.Schema):
    format = one_of(CITATION_FORMATS, load_default="text", **meaning("to print, or for reference managers"))
    style = one_of(STYLES, load_default="plain", **meaning("the manner of citing, of text and html"))


class ClusterParameters(ma.Schema):
    limit = limit()
    cursor = cursor()


class CorrectionsParameters(ma.Schema):
    kind = one_of(sorted(SEEN_BY_READERS), load_default=None, **meaning("what sort of change"))
    limit = limit()
    cursor = cursor()


class SuggestParameters(ma.Schema):
    q = ma.fields.String(required=True, validate=[Length(max=MAX_NAME), PRINTED], **meaning("what was typed so far"))
    limit = limit(default=10, most=50)


class ClaimedQuote(ma.Schema):
    """Words that somebody is said to have said."""

    class Meta:
        unknown = ma.RAISE

    text = ma.fields.String(
        required=True,
        validate=[Length(1, LONGEST_CLAIM), PRINTED],
        **meaning("the words, without their quotation marks"),
    )
    claimed_speaker = name(load_default=None, **meaning("by name, slug or Wikidata id"))
    claimed_date = ma.fields.String(
        load_default=None, validate=Length(1, MAX_NAME), **meaning("when they were said: a day, or another EDTF date")
    )

    @ma.post_load
    def claim(self, data: dict[str, Any], **_: Any) -> Claim:
        days = days_of(data["claimed_date"]) if data["claimed_date"] else None
        if data["claimed_date"] and days is None:
            raise ma.ValidationError("Is no date such as 2024-11-30, 2024-11 or 2024.", "claimed_date")
        return Claim(data["text"], (data["claimed_speaker"],) if data["claimed_speaker"] else (), days)


class Draft(ma.Schema):
    """Words to look for quotations in: either plain text or HTML."""

    class Meta:
        unknown = ma.RAISE

    text = ma.fields.String(validate=PRINTED, **meaning("plain text"))
    html = ma.fields.String(validate=PRINTED, **meaning("an HTML page; its main text is read"))

    @ma.validates_schema
    def either(self, data: dict[str, Any], **_: Any) -> None:
        if ("text" in data) == ("html" in data):
            raise ma.ValidationError("Must have either text or html.")
