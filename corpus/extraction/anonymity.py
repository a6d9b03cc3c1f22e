"""The terms on which somebody speaks without a name, which are no part of what was said: "asked *not to be named*"."""

from __future__ import annotations

import re

from corpus.model import Span

NAMELESS = re.compile(
    r"(?:for )?anonymity\b|to (?:remain|stay|be|speak|talk) (?:anonymous|unnamed|unidentified)"
    r"|not (?:to )?be (?:named|identified|quoted)\b"
    r"|not (?:to )?(?:have|use|give|print) (?:his|her|their) (?:\w+ )?names?\b"
    r"|that (?:he|she|they|(?:his|her|their|the) (?:\w+ )?names?) (?:should )?(?:not be|remain|be withheld)\b"
)

LONGEST_REASON = 24
"""Characters in which *anonymity because* has room."""
ASKED = r"(?:asked for|requested|sought|demanded|insisted on|(?:was|were) (?:granted|given))"
TERMS = re.compile(
    rf",? and (?:\w+ )?{ASKED} anonymity\b|, (?:\w+ )?speaking (?:on|under) (?:the )?condition of anonymity\b"
)
WITHHELD = re.compile(r"\banonymity (?:because|since|as|to|in order to) ?\Z")


def before_terms(text: str, span: Span) -> Span:
    """What of `span` stands before the terms on which it was said: "it failed *and requested anonymity because …*"."""
    terms = TERMS.search(text, span.start, span.end)
    return Span(span.start, terms.start()) if terms else span


def explains_anonymity(text: str, start: int) -> bool:
    """Whether what begins at `start` tells why somebody is not named: "said on condition of anonymity because *…*"."""
    return WITHHELD.search(text, max(0, start - LONGEST_REASON), start) is not None


def withholds_name(text: str, span: Span) -> bool:
    """Whether the words of `span` ask for no more than not to be named."""
    return NAMELESS.match(text, span.start, span.end) is not None
