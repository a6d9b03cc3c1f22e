"""Every way a bad input is refused. Each message names the thing and points at the place.

The service turns these into its one error body; the command line prints them and exits with 1.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """The root of every error that a user can cause or mend. `where` names the file, field or place, if any."""

    kind = "error"

    def __init__(self, message: str, *, where: str | None = None) -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.message = message
        self.where = where


class UnreadableArticle(OnrecordError):
    """The bytes given are no article: empty, binary, too large, in no known encoding, or HTML without an article."""

    kind = "unreadable-article"


class InvalidQuote(OnrecordError):
    """A quote breaks an invariant of the record, such as ``text[start:end] == segment.text``."""

    kind = "invalid-quote"


class NotInRecord(OnrecordError):
    """No article, quote, speaker or cluster of that name is kept."""

    kind = "not-in-record"


class Withdrawn(OnrecordError):
    """The quote was withdrawn: it is known, and never shown again."""

    kind = "withdrawn"

    def __init__(self, quote_id: str, *, at: str, reason: str) -> None:
        super().__init__(f"quote {quote_id} was withdrawn", where=quote_id)
        self.quote_id, self.at, self.reason = quote_id, at, reason


class Gone(OnrecordError):
    """There was such a thing, and nothing of it is shown any more: every quote of a cluster was withdrawn."""

    kind = "gone"


class Refused(OnrecordError):
    """A change of the record that makes no sense as things stand, such as withdrawing what is withdrawn."""

    kind = "refused"


class RecordUnavailable(OnrecordError):
    """The database cannot be used: locked, read-only, full, damaged, or of a later version than this program."""

    kind = "record-unavailable"


class IndexUnavailable(OnrecordError):
    """No usable generation of the index is on disk."""

    kind = "index-unavailable"


class QuerySyntaxError(OnrecordError):
    """A search text that cannot be understood. `position` counts code points of `query` from 0."""

    kind = "query-syntax"

    def __init__(self, message: str, *, query: str, position: int) -> None:
        super().__init__(message)
        self.query, self.position = query, position


class InvalidRequest(OnrecordError):
    """A value outside what is allowed; `nearest` is the allowed value that looks most like it."""

    kind = "invalid-parameter"

    def __init__(self, message: str, *, parameter: str, nearest: str | None = None) -> None:
        super().__init__(message, where=parameter)
        self.parameter, self.nearest = parameter, nearest


class CursorExpired(OnrecordError):
    """A relevance cursor from a state of the index that is gone."""

    kind = "cursor-expired"
