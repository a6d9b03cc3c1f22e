"""A draft as one request may have it checked: read, and held against the record, both within what that may cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import thread_time

from corpus import extract_quotes, read_article
from corpus.errors import InvalidRequest
from corpus.model import Quotation
from index import Searchable
from service.verifying import LONGEST_CLAIM, Verdict, verify_draft

LONGEST = 60_000
"""Characters: ten thousand words."""
MOST_TAGS = 10_000
"""Of an HTML page: those of a news site have some thousands."""
MOST_QUOTATIONS = 150
MOST_SECONDS = 0.2
"""Processor time for reading a draft and finding its quotations. The step that is being taken when it is over is
finished first, and the answer put together."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with its quotations. `seconds` are left for finding them in the record."""

    text: str
    quotations: Sequence[Quotation]
    seconds: float


def text_of(*, text: str | None = None, html: str | None = None) -> str:
    """The text of what was sent, of HTML the main text. Raises UnreadableArticle, and InvalidRequest for a page of more
    tags than are read at once."""
    if html is None:
        return text or ""
    if (tags := html.count("<")) > MOST_TAGS:
        raise _refused(f"it has {tags:,} tags; at most {MOST_TAGS:,} are read at once", "html")
    return read_article(html, media_type="text/html").text or ""


def read_draft(**sent: str) -> Draft:
    """What `text_of` takes. Raises what it raises, and InvalidRequest for a text that is longer, or has more or longer
    quotations, than are checked at once."""
    began = thread_time()
    text = text_of(**sent)
    if len(text) > LONGEST:
        raise _refused(f"it has {len(text):,} characters; at most {LONGEST:,} are checked at once")
    quotations = extract_quotes(text)
    if len(quotations) > MOST_QUOTATIONS:
        raise _refused(f"it has {len(quotations):,} quotations; at most {MOST_QUOTATIONS} are checked at once")
    for quotation in quotations:
        if len(quotation.text) > LONGEST_CLAIM:
            raise _refused(
                f"the quotation that begins with “{quotation.text[:40]}” has {len(quotation.text):,} characters; "
                f"at most {LONGEST_CLAIM:,} are compared"
            )
    return Draft(text, quotations, MOST_SECONDS - (thread_time() - began))


def check(index: Searchable, draft: Draft) -> list[Verdict]:
    """A verdict on each quotation, in order. Raises InvalidRequest for a draft that would cost too much, and
    IndexUnavailable."""
    return verify_draft(index, draft.quotations, seconds=draft.seconds)


def _refused(message: str, parameter: str = "text") -> InvalidRequest:
    return InvalidRequest(message, parameter=parameter)
