"""What speakers are called: by their whole names, and people by the last word of theirs.

A first name alone, or one word of an organization's name (*health* of *Ministry of Health*), names nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from corpus.model import SpeakerKind
from index.analysis import Token, plain_word, tokens_of

AFTER_A_SURNAME = frozenset(("jr", "sr", "ii", "iii", "iv"))
ARTICLE = "the"


def spelled(tokens: Iterable[Token]) -> str:
    """Words as a name is looked up by them: folded, without possessive, one space between."""
    return " ".join(token.plain for token in tokens)


@lru_cache(maxsize=65536)
def calls_of(name: str, kind: SpeakerKind) -> tuple[str, ...]:
    """What a speaker of this name is called: *ada quill* and *quill*; *harbour council*, with or without an article. In
    a script without spaces the last word is the whole name. Nobody is called *a harbour official*."""
    words = [word for unbroken in name.split() if (word := plain_word(unbroken) or spelled(tokens_of(unbroken)))]
    if not words or kind == "anonymous":
        return ()
    while len(words) > 1 and words[-1] in AFTER_A_SURNAME:
        words.pop()
    if len(words) > 1 and words[0] == ARTICLE:
        words.pop(0)
    whole = " ".join(words)
    return (whole, words[-1]) if kind == "person" else (whole,)
