"""Links that land on the words: text directives of the WICG draft "URL Fragment Text Directives".

``#:~:text=[prefix-,]start[,end][,-suffix]``. A browser looks for `start` within one block of the page, whole words
only, and for the prefix and suffix right beside it; so context is cut at line breaks and to whole words. Long words and
those that run over a line break are given by their beginning and end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from corpus.model import Selector

LONGEST_EXACT = 300
WORDS_AT_EACH_END = 8
FEW_WORDS = 3
"""So few words are likely to stand elsewhere on the page too, outside the article."""
LONGEST_SEARCHED = 500_000
"""Code points of an article in which it is looked whether words stand there twice; longer ones always get context."""
LINE_BREAK = re.compile(r"[\r\n\u2028\u2029]+")
TABLE_BAR = re.compile(r"\|")
"""Bars that separate cells in the article's text are not on the page."""


def text_fragment_url(article_url: str, selectors: Sequence[Selector], *, text: str | None = None) -> str:
    """`article_url` with a text directive for each selector. With the article's `text`, words that stand in it more
    than once get context as well."""
    directives = "&".join(f"text={directive(selector, text)}" for selector in selectors)
    page, _, fragment = article_url.partition("#")
    return f"{page}#{fragment.partition(':~:')[0]}:~:{directives}"


def directive(selector: Selector, text: str | None) -> str:
    exact = selector.exact.strip()
    if len(exact) > LONGEST_EXACT or LINE_BREAK.search(exact):
        words = exact.split()
        ends = min(WORDS_AT_EACH_END, len(words) // 2) or 1
        first, last = LINE_BREAK.split(exact)[0].split(), LINE_BREAK.split(exact)[-1].split()
        target = f"{encoded(' '.join(first[:ends]))},{encoded(' '.join(last[-ends:]))}"
    else:
        target = encoded(exact)
    if len(exact.split()) > FEW_WORDS and (text is None or stands_once(selector.exact, text)):
        return target
    before, after = context_before(selector.prefix), context_after(selector.suffix)
    return (f"{encoded(before)}-," if before else "") + target + (f",-{encoded(after)}" if after else "")


def stands_once(words: str, text: str) -> bool:
    return len(text) <= LONGEST_SEARCHED and text.count(words) == 1


def context_before(prefix: str) -> str:
    """The whole words of `prefix` that stand in the same line as what follows it; empty if there are none."""
    line = TABLE_BAR.split(LINE_BREAK.split(prefix)[-1])[-1]
    if line == prefix:  # its first word may be cut
        line = line.partition(" ")[2]
    return line.strip() if any(map(str.isalnum, line)) else ""


def context_after(suffix: str) -> str:
    """The whole words of `suffix` that stand in the same line as what goes before it; empty if there are none."""
    line = TABLE_BAR.split(LINE_BREAK.split(suffix)[0])[0]
    if line == suffix:
        line = line.rpartition(" ")[0]
    return line.strip() if any(map(str.isalnum, line)) else ""


def encoded(words: str) -> str:
    """Percent-encoded UTF-8. ``-``, ``,`` and ``&`` are syntax here, so they are encoded too."""
    return quote(words, safe="").replace("-", "%2D")
