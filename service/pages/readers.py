"""Filters of the templates: numbers, shares and spans of office as readers write them, addresses fit to be followed."""

from __future__ import annotations

from corpus.model import Role
from service.dates import in_words


def web_address(url: str | None) -> str | None:
    """`url` if a reader may follow it: of the web, and nothing that an article's page made up to run in ours."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def number(value: int) -> str:
    """``12345`` as "12,345"."""
    return f"{value:,}"


def counted(value: int, noun: str) -> str:
    """``(1, "quote")`` as "1 quote", any other number with an s."""
    return f"{number(value)} {noun}" if value == 1 else f"{number(value)} {noun}s"


def share(value: float) -> str:
    """A probability as "97 %"."""
    return f"{round(value * 100)} %"


def tenure(role: Role) -> str:
    """From when until when an office was held."""
    since = in_words(role.since) if role.since else None
    until = in_words(role.until) if role.until else None
    if since and until:
        return f"{since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else ""
