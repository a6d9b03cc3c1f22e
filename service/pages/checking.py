"""Checking a draft: what was pasted is held against the record and told as a report. Nothing is kept or logged.

The form changes nothing, so it carries no token against forgery: who makes a reader's browser send it learns nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Response, make_response, request
from marshmallow import Schema, ValidationError
from werkzeug.exceptions import RequestEntityTooLarge

from corpus.errors import IndexUnavailable, InvalidRequest
from corpus.model import Quotation
from service import drafts, presenters, schemas, verifying
from service.caching import never_kept
from service.current import current_index
from service.errors import problem_of
from service.pages import wording
from service.pages.findings import finding
from service.pages.rendering import page
from service.pages.reports import Report, report_in_parts, summary
from service.pages.state import first_fault
from service.verifying import Claim

_WHOLLY_IN_MARKS = re.compile(r"\s*[\"“”„«「](?P<words>[^\"“”„«»「」]+)[\"”“»」]\s*")


@dataclass(frozen=True, slots=True)
class Pasted:
    """What the form holds: a text, and for a single quote who is said to have said it, and when; and which `part` of
    the report is asked for."""

    text: str = ""
    speaker: str = ""
    date: str = ""
    part: int = 1

    @classmethod
    def of_request(cls) -> Pasted:
        """Browsers send every line break as two characters; a text is read as it was typed."""
        given = {name: request.form.get(name, "") for name in ("text", "speaker", "date")}
        part = max(1, request.form.get("part", 1, type=int))
        return cls(given["text"].replace("\r\n", "\n"), given["speaker"].strip(), given["date"].strip(), part)


def check_page() -> Response:
    """The form, and below what was found of what it held."""
    if request.method != "POST":
        return make_response(page("check.html", pasted=Pasted(), report=None, error=None, corpus=None))
    pasted, status, error, report, corpus = Pasted(), 200, None, None, None
    try:
        pasted = Pasted.of_request()
        index = current_index()
        report = report_on(pasted)
        corpus = index.use(lambda snapshot: presenters.corpus_facts(snapshot.state, snapshot.published))
    except (InvalidRequest, RequestEntityTooLarge, IndexUnavailable) as refused:
        problem = problem_of(refused)
        status, error = problem.status or 400, wording.capitalised(problem.detail or "")
    answer = make_response(page("check.html", pasted=pasted, report=report, error=error, corpus=corpus), status)
    return never_kept(answer)


def report_on(pasted: Pasted) -> Report:
    """Raises InvalidRequest for what the API would refuse too, and IndexUnavailable."""
    if not pasted.text.strip():
        raise InvalidRequest("paste a draft or a quote first", parameter="text")
    loaded(schemas.Draft(), text=pasted.text)
    draft = drafts.read_draft(text=pasted.text)
    if (words := single_quote(pasted, draft.quotations)) is not None:
        return of_claim(words, pasted, remark=None if pasted.speaker or draft.quotations else wording.READ_AS_ONE_QUOTE)
    verdicts = drafts.check(current_index(), draft)
    unused = wording.FOR_SINGLE_QUOTES if pasted.speaker or pasted.date else None
    return report_in_parts(list(zip(draft.quotations, verdicts, strict=True)), pasted.part, unused)


def single_quote(pasted: Pasted, quotations: Sequence[Quotation]) -> str | None:
    """The words of a quote that was pasted alone: wholly in quotation marks, or without any and either with a speaker
    or a date, or without anything that reads like a quotation in one paragraph. None if it is a draft."""
    text = pasted.text.strip()
    if alone := _WHOLLY_IN_MARKS.fullmatch(text):
        return alone["words"]
    claimed = bool(pasted.speaker or pasted.date)
    if claimed and all(quotation.type == "indirect" for quotation in quotations):
        return text
    return text if not quotations and "\n\n" not in text else None


def of_claim(words: str, pasted: Pasted, remark: str | None) -> Report:
    given = {"claimed_speaker": pasted.speaker, "claimed_date": pasted.date}
    claim: Claim = loaded(schemas.ClaimedQuote(), text=words, **{name: said for name, said in given.items() if said})
    verdict = verifying.verify(current_index(), claim)
    return Report(summary([verdict.match]), ((1, finding(f"“{words}”", claim, verdict)),), remark=remark)


def loaded(schema: Schema, **given: str) -> Any:
    """What `schema` makes of it. Raises InvalidRequest, in the words of the form."""
    try:
        return schema.load(given)
    except ValidationError as error:
        name, reason = first_fault(error.messages_dict)
        raise InvalidRequest(f"{wording.OF_CHECK.get(name, name)}: {reason}", parameter=name) from None
