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


def withholds_name(text: str, span: Span) -> bool:
    """Whether the words of `span` ask for no more than not to be named."""
    return NAMELESS.match(text, span.start, span.end) is not None
