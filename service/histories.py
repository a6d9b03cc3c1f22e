"""What changed of a quote from one revision to the next, and where in the log of corrections a page begins.

Context and selectors are left out: what was once kept around a quote may hold words that were withdrawn since.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Annotated

import msgspec

from corpus.errors import InvalidRequest
from corpus.model import Quote
from corpus.record import LoggedCorrection, Revision
from service import answers
from service.links import Links

TOLD = (
    "state",
    "type",
    "text",
    "lead_in",
    "cue",
    "attribution",
    "speakers",
    "addressee",
    "channel",
    "said_at",
    "citation.article",
    "provenance",
    "missing_links",
    "lang",
    "original_lang",
    "fidelity",
    "quotable_verbatim",
    "blockers",
    "merged_into",
)
"""The fields whose changes are told."""


class Place(msgspec.Struct, array_like=True, frozen=True):
    """A line of the log, as a cursor carries it."""

    at: Annotated[str, msgspec.Meta(pattern=r"^[0-9TZ:.-]{1,32}$")]
    id: Annotated[str, msgspec.Meta(pattern=r"^q_[a-z2-7]{13}$")]
    revision: Annotated[int, msgspec.Meta(ge=1, le=1_000_000_000)]


def changes(before: Quote, after: Quote) -> Iterator[answers.FieldChange]:
    """The fields that differ, as they are served."""
    for field in TOLD:
        was, is_now = attrgetter(field)(before), attrgetter(field)(after)
        if was != is_now:
            yield answers.FieldChange(field, msgspec.to_builtins(was), msgspec.to_builtins(is_now))


def history(revisions: Sequence[Revision], links: Links) -> answers.QuoteHistory:
    """All revisions of a quote that may be shown. Why it was once withdrawn is for editors alone."""
    quote_id = revisions[0].quote_id
    told = tuple(
        answers.QuoteRevision(
            revision=after.revision,
            at=after.at,
            by=after.by,
            kind=after.kind,
            reason=None if after.kind == "withdrawn" else after.reason,
            changes=tuple(changes(before.record, after.record)),
        )
        for before, after in zip((revisions[0], *revisions), revisions, strict=False)
    )
    own = answers.HistoryLinks(links.quote_history(quote_id), links.quote_api(quote_id))
    return answers.QuoteHistory(quote_id, told, own)


def cursor_of(line: LoggedCorrection) -> str:
    """The cursor of what comes after a line of the log."""
    return urlsafe_b64encode(msgspec.json.encode(Place(line.at, line.id, line.revision))).decode()


def place_of(cursor: str) -> tuple[str, str, int]:
    """The (at, id, revision) of the line that a cursor comes after. Raises InvalidRequest if it is no cursor."""
    try:
        place = msgspec.json.decode(urlsafe_b64decode(cursor), type=Place)
        return place.at, place.id, place.revision
    except (ValueError, msgspec.DecodeError):
        raise InvalidRequest("is no cursor of this list", parameter="cursor") from None
