"""The words of a text as wordings are compared: letter case, the shape of marks and all punctuation folded away."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from corpus.model import Span

WORD = re.compile(
    r"(?P<initials>(?:[^\W\d_]\.){2,})"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_](?:[^\W_]|['’ʼ](?=[^\W\d_]))*)"
    r"|(?P<sign>[%&]|(?<!\w)[-−](?=\d))"
    r"|(?P<currency>[$€£¥₴₽₩₹])"
)
GAP = re.compile(r"…|\.\s?\.\s?\.")
STOP = re.compile(r"[.!?…]")
SIGNS = {"%": "percent", "&": "and", "-": "minus", "−": "minus"}
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
NEGATIONS = frozenset(
    ("not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "nowhere", "without", "cannot", "hardly")
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, folded, where it stands in its text (code points). `after_gap`: an ellipsis, which may stand for words
    left out, comes before it; `ends_sentence`: a full stop, question or exclamation mark comes after it."""

    folded: str
    span: Span
    after_gap: bool = False
    ends_sentence: bool = False

    @property
    def negates(self) -> bool:
        return self.folded in NEGATIONS or self.folded.endswith("n't")


@lru_cache(maxsize=128)
def words_of(text: str) -> tuple[Word, ...]:
    """The words in text order. *long-range* is two, *U.S.* one, *1,000* is *1000*; a currency sign is a word."""
    found = list(WORD.finditer(text))
    begins = [match.start() for match in found] + [len(text)]
    words, before = [], 0
    for match, following in zip(found, begins[1:], strict=True):
        start, end = match.span()
        gap = GAP.search(text, before, start) is not None
        ends = STOP.search(text, end, following) is not None
        words.append(Word(folded(match), Span(start, end), gap, ends))
        before = end
    return tuple(words)


def folded(match: re.Match[str]) -> str:
    text = match.group()
    if match["initials"]:
        return text.replace(".", "").casefold()
    if match["number"]:
        return THOUSANDS.sub("", text)
    if match["sign"]:
        return SIGNS[text]
    return unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("ʼ", "'")
