"""Quotation marks to quoted regions: which marks open, which close, and what stands between them.

Curly, low and angled marks say by their shape what they do, and are believed unless what stands around them
contradicts it; straight ones (`"`, `''`) are judged by what stands around them alone. A region never crosses a line:
words quoted over several paragraphs give one region each, with or without the opening mark repeated, and each but the
first says that it `continues`. Marks within a region belong to the region around them. Single marks are read as
quotation marks where they outnumber the double ones, as in British papers (`single_marks`), and else around whole
utterances alone. One odd mark never costs more than its own line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from corpus.extraction.regions import Region, outside
from corpus.extraction.single_marks import single_quoted_regions
from corpus.model import Span

MARKS = re.compile(
    r"([“”„‟«»‹›\"″＂`'‘’&])(?:(?<=[“”„‟«»‹›＂])|(?<=[\"″])(?<!\d['’′]\d.)(?<!\d['’′]\d\d.)|(?<=[`'‘’])\1"
    r"|(?:quot|ldquo|rdquo|bdquo|laquo|raquo|#34|#822[0-2]);)"
)
"""Double marks; the inches of 6'2" are none."""
OPENING = frozenset(["“", "„", "‟", "«", "‹", "``", "‘‘", "&ldquo;", "&bdquo;", "&laquo;", "&#8220;", "&#8222;"])
CLOSING = frozenset(["”", "»", "›", "’’", "&rdquo;", "&raquo;", "&#8221;"])
BEFORE_AN_OPENING = frozenset("([{—–-―/…:|>*_\u200b\ufeff\"'“”„‟«»‘’`＂″")
EMPHASIS = frozenset("*_")
OPENS_AN_UTTERANCE = frozenset(["", "\n", "\r", ".", "!", "?", "”", ":", ","])
LOOK_AHEAD = 8
"""Paragraphs looked ahead for the mark that closes an open quotation."""


class Mark(Struct, frozen=True, gc=False):
    start: int
    end: int
    opens: bool
    closes: bool

    @property
    def only_opens(self) -> bool:
        return self.opens and not self.closes

    @property
    def only_closes(self) -> bool:
        return self.closes and not self.opens


def quoted_regions(text: str, lines: Sequence[Span]) -> list[Region]:
    """Every quoted region of `text`, whose paragraphs are `lines`, in order; regions do not overlap."""
    double = double_quoted_regions(text, lines)
    single = outside(single_quoted_regions(text, lines), double)
    apart = outside(double, single)
    if len(single) <= len(apart):
        alone = [region for region in single if is_utterance(text, region)]
        return sorted([*double, *alone], key=lambda region: region.outer_start) if alone else double
    return sorted([*single, *apart], key=lambda region: region.outer_start)


def is_utterance(text: str, region: Region) -> bool:
    """Whether words in single marks, where most are in double ones, are somebody's all the same, and neither a doubtful
    word nor a title: several, with a capital, where a paragraph or a sentence opens or after a comma or colon, and with
    a comma or stop before the closing mark. None holds words in double marks."""
    before = text[max(0, region.outer_start - 3) : region.outer_start].rstrip(" ")[-1:]
    words = text[region.start : region.end]
    opens = before in OPENS_AN_UTTERANCE and words[0].isupper()
    return opens and region.closed and words[-1] in ",.?!" and words.count(" ") >= 2 and not MARKS.search(words)


def double_quoted_regions(text: str, lines: Sequence[Span]) -> list[Region]:
    marks = marks_by_line(text, lines)
    found: list[Region] = []
    continued: set[int] = set()
    for number in sorted(marks):
        found.extend(regions_of_line(text, lines[number], number, marks[number], number in continued))
        if found and found[-1].paragraph == number and not found[-1].closed:
            continuation = continued_in(lines, marks, number)
            for between in continuation[:-1]:
                found.append(
                    Region(*trimmed(text, *_ends(lines[between])), *_ends(lines[between]), between, False, True)
                )
            continued.update(continuation[-1:])
    return [widened(text, region) for region in found if region.start < region.end and has_word(text, region)]


def marks_by_line(text: str, lines: Sequence[Span]) -> dict[int, list[Mark]]:
    """The double marks of each line that has any, by the line's number."""
    starts = [line.start for line in lines]
    found: dict[int, list[Mark]] = {}
    for match in MARKS.finditer(text):
        number = bisect_right(starts, match.start()) - 1
        found.setdefault(number, []).append(read_mark(text, match, lines[number]))
    return found


def read_mark(text: str, match: re.Match[str], line: Span) -> Mark:
    """What a mark does, by its shape and by what stands on each side of it in its line."""
    start, end = match.span()
    before = text[start - 1] if start > line.start else " "
    after = text[end] if end < line.end else " "
    may_open = not after.isspace() and (before.isspace() or before in BEFORE_AN_OPENING)
    may_close = not before.isspace() and not after.isalnum()
    shape = match.group()
    if shape in OPENING:
        return Mark(start, end, True, may_close and not may_open)
    if shape in CLOSING:
        return Mark(start, end, may_open and not may_close, True)
    return Mark(start, end, may_open, may_close)


def regions_of_line(text: str, line: Span, number: int, marks: list[Mark], continued: bool) -> Iterator[Region]:
    """The regions of one line. `continued`: it begins inside a quotation that the line before left open."""
    inside = 1 if continued else 0
    begin = outer = line.start
    repeated = continued and marks[0].opens and marks[0].start - line.start <= 2
    if repeated:
        inside = 0
    first = True
    for position, mark in enumerate(marks):
        if not inside:
            if mark.only_closes:
                continue
            begin, outer, inside = mark.end, mark.start, 1
        elif mark.only_opens:
            if closes_twice(marks, position):
                inside += 1
                continue
            yield Region(*trimmed(text, begin, mark.start), outer, mark.start, number, False, first and continued)
            first, begin, outer = False, mark.end, mark.start
        elif inside > 1:
            inside -= 1
        else:
            end = mark.end + (text[mark.start : mark.end + 1] == "'''")  # a nested single mark closes with it
            yield Region(*trimmed(text, begin, mark.start), outer, end, number, True, first and continued)
            first, inside = False, 0
    if inside:
        yield Region(*trimmed(text, begin, line.end), outer, line.end, number, False, first and continued)


def closes_twice(marks: list[Mark], position: int) -> bool:
    """Whether the mark at `position`, met inside a region, opens a nested one: two closing marks follow it."""
    following = marks[position + 1 : position + 3]
    return len(following) == 2 and following[0].closes and following[1].only_closes


def continued_in(lines: Sequence[Span], marks: dict[int, list[Mark]], number: int) -> list[int]:
    """The lines into which a quotation left open in line `number` runs: up to the one whose first mark closes it, or
    the next one alone if that repeats the opening mark; none if the closing mark was simply forgotten."""
    for ahead in range(number + 1, min(number + 1 + LOOK_AHEAD, len(lines))):
        if ahead in marks:
            first = marks[ahead][0]
            if first.only_closes:
                return list(range(number + 1, ahead + 1))
            repeated = ahead == number + 1 and first.opens and first.start - lines[ahead].start <= 2
            return [ahead] if repeated else []
    return []


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same span without white space at its edges."""
    while start < end and (text[start].isspace() or text[start] == "\u200b"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "\u200b"):
        end -= 1
    return start, end


def widened(text: str, region: Region) -> Region:
    """The region with the asterisks or underscores of emphasis that stand right around its marks."""
    start, end = region.outer_start, region.outer_end
    while start > 0 and text[start - 1] in EMPHASIS and end < len(text) and text[end] == text[start - 1]:
        start, end = start - 1, end + 1
    return region if end == region.outer_end else replace(region, outer_start=start, outer_end=end)


def has_word(text: str, region: Region) -> bool:
    return any(character.isalnum() for character in text[region.start : region.end])


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
