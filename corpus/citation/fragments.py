"""Links that land on the words: text directives of the WICG draft "URL Fragment Text Directives".

``#:~:text=[prefix-,]start[,end][,-suffix]``. A browser looks for `start` within one block of the page, whole words
only, and for the prefix and suffix right beside it; so context is cut at line breaks and to whole words. Long passages
and those that run over a line break are given by their beginning and end.
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
    ranged = len(exact) > LONGEST_EXACT or LINE_BREAK.search(exact) is not None
    first, last = ends_of(exact) if ranged else (exact, "")
    before, after = context(selector, text)
    if last and not after and occurrences(last, exact) > 1:  # the range would end too early
        after = own_line_after(selector.suffix) or next_line(selector.suffix)
    target = f"{encoded(first)},{encoded(last)}" if last else encoded(first)
    return (f"{encoded(before)}-," if before else "") + target + (f",-{encoded(after)}" if after else "")


def ends_of(exact: str) -> tuple[str, str]:
    """The first and last words of a long passage, each within one line."""
    lines = LINE_BREAK.split(exact)
    count = min(WORDS_AT_EACH_END, len(exact.split()) // 2) or 1
    return " ".join(lines[0].split()[:count]), " ".join(lines[-1].split()[-count:])


def context(selector: Selector, text: str | None) -> tuple[str, str]:
    """What must stand before and after the words for a browser to find these and no others; both may be empty.

    Context in another paragraph is asked for only where the words stand earlier in the article too and have none in
    their own: a page may have anything between two paragraphs, and then the link would not land at all.
    """
    few = len(selector.exact.split()) <= FEW_WORDS
    if not few and text is not None and stands_once(selector.exact, text):
        return "", ""
    before, after = own_line_before(selector.prefix), own_line_after(selector.suffix)
    if before or after or text is None or selector.exact not in text[: selector.start]:
        return before, after
    above = previous_line(selector.prefix)
    return above, "" if above else next_line(selector.suffix)


def stands_once(words: str, text: str) -> bool:
    return len(text) <= LONGEST_SEARCHED and text.count(words) == 1


def occurrences(words: str, passage: str) -> int:
    """How often `words` stand in `passage`, whatever white space is between them."""
    return " ".join(passage.split()).count(words)


def own_line_before(prefix: str) -> str:
    """The whole words of `prefix` that stand in the same line as what follows it; empty if there are none."""
    line = TABLE_BAR.split(LINE_BREAK.split(prefix)[-1])[-1]
    return with_letters(line.partition(" ")[2] if line == prefix else line)  # its first word may be cut


def own_line_after(suffix: str) -> str:
    """The whole words of `suffix` that stand in the same line as what goes before it; empty if there are none."""
    line = TABLE_BAR.split(LINE_BREAK.split(suffix)[0])[0]
    return with_letters(line.rpartition(" ")[0] if line == suffix else line)


def previous_line(prefix: str) -> str:
    """The whole words of `prefix` in the line above its last."""
    *above, _ = LINE_BREAK.split(prefix)
    return with_letters(above[0].partition(" ")[2] if len(above) == 1 else above[-1]) if above else ""


def next_line(suffix: str) -> str:
    """The whole words of `suffix` in the line below its first."""
    _, *below = LINE_BREAK.split(suffix)
    return with_letters(below[0].rpartition(" ")[0] if len(below) == 1 else below[0]) if below else ""


def with_letters(line: str) -> str:
    """`line` without white space around it; empty if it has no letter or digit."""
    return line.strip() if any(map(str.isalnum, line)) else ""


def encoded(words: str) -> str:
    """Percent-encoded UTF-8. ``-``, ``,`` and ``&`` are syntax here, so they are encoded too."""
    return quote(words, safe="").replace("-", "%2D")
