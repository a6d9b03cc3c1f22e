"""Which quotes may be shown, and what is said of those that may not."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.errors import OnrecordError, Withdrawn
from corpus.model import Quote, QuoteState, WithdrawalClass

SERVED = frozenset({"active", "corrected", "disputed"})


class Merged(OnrecordError):
    """The quote, the speaker or the cluster is now part of another, `into`."""

    kind = "merged"

    def __init__(self, quote_id: str, *, into: str) -> None:
        super().__init__(f"{quote_id} is now part of {into}", where=quote_id)
        self.quote_id, self.into = quote_id, into


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """All that is ever said of a withdrawn quote: no text, no name. `reason` is a class, not a text."""

    id: str
    withdrawn_at: str | None
    reason: WithdrawalClass
    state: QuoteState = "withdrawn"


def is_served(quote: Quote) -> bool:
    return quote.state in SERVED


def standing(quote: Quote) -> Quote:
    """The quote, if it may be shown. Raises Withdrawn or Merged."""
    if quote.state == "withdrawn":
        withdrawal = withdrawal_of(quote)
        raise Withdrawn(quote.id, at=withdrawal.withdrawn_at or "", reason=withdrawal.reason)
    if quote.state == "merged" and quote.merged_into:
        raise Merged(quote.id, into=quote.merged_into)
    return quote


def withdrawal_of(quote: Quote) -> Withdrawal:
    last = next((one for one in reversed(quote.corrections) if one.kind == "withdrawn"), None)
    reason_class = last.reason_class if last else None
    return Withdrawal(quote.id, last.at if last else quote.updated_at, reason_class or "other")
