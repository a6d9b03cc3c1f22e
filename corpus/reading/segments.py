"""Where paragraphs and sentences begin and end, as spans of the text; nothing is rewritten.

A paragraph is a line that holds anything but white space. A sentence ends at a full stop, question or exclamation
mark (with the closing marks and brackets that follow it) before white space and something that can begin a sentence,
unless the stop belongs to an abbreviation or an initial, or lies inside quoted words that go on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from corpus.model import Span

LINE = re.compile(r"[^\r\n\u2028\u2029]+")
SENTENCE_END = re.compile(
    r"[.!?…](?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+[\s\u200b]++(?=[\"'“‘«„(\[$#@—–-]?(?:''|``)?\s?[^\W_a-zß-öø-ÿ])"
)
"""Runs are possessive and begin where a run of stops begins, so that no text is read twice. That is looked up after the
first stop is found: a pattern that begins with plain characters is sought far faster."""
LAST_WORD = re.compile(r"[^\s\"“”‘’'(\[—–/]+\Z")
ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "prof",
        "rev",
        "fr",
        "sr",
        "jr",
        "st",
        "mt",
        "sen",
        "sens",
        "rep",
        "reps",
        "gov",
        "govs",
        "lt",
        "col",
        "gen",
        "maj",
        "capt",
        "cmdr",
        "sgt",
        "cpl",
        "adm",
        "pres",
        "hon",
        "vs",
        "v",
        "no",
        "inc",
        "corp",
        "co",
        "ltd",
        "bros",
        "dept",
        "univ",
        "assn",
        "ave",
        "blvd",
        "rd",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "al",
        "etc",
        "est",
        "fig",
        "vol",
        "pp",
        "ed",
        "eds",
        "messrs",
        "atty",
        "supt",
        "insp",
        "det",
        "amb",
        "ald",
        "brig",
        "cllr",
        "cllrs",
        "msgr",
        "cdr",
        "sec",
    ]
)
LONGEST = 1500
"""Code points after which a sentence that never stops is cut at a space, so that no work grows with its length."""
WINDOW = 24
"""Code points looked back for the word before a full stop: longer words are no abbreviations."""


def paragraphs(text: str) -> list[Span]:
    """The lines of `text` that hold anything but white space, in order."""
    return [Span(*line.span()) for line in LINE.finditer(text) if not line.group().isspace()]


def sentences(text: str, lines: Sequence[Span], quoted: Sequence[Span] = ()) -> list[Span]:
    """The sentences of the paragraphs `lines`; a stop inside one of the `quoted` spans (sorted) ends none, except at
    its very end. Linear in the length of the text."""
    starts = [span.start for span in quoted]
    found: list[Span] = []
    for line in lines:
        start = line.start
        for end in SENTENCE_END.finditer(text, line.start, line.end):
            stop = end.start()
            within = bisect_right(starts, stop) - 1
            if within >= 0 and end.end() < quoted[within].end:
                continue
            if text[stop] == "." and text[stop + 1].isspace() and is_abbreviation(text, stop):
                continue
            found += pieces(text, start, end.end())
            start = end.end()
        if start < line.end:
            found += pieces(text, start, line.end)
    return found


def pieces(text: str, start: int, end: int) -> list[Span]:
    """A sentence, whole unless it is longer than any sentence is."""
    if end - start <= LONGEST:
        return [Span(start, end)]
    found = []
    while end - start > LONGEST:
        cut = text.find(" ", start + LONGEST, end)
        if cut < 0:
            break
        found.append(Span(start, cut))
        start = cut
    found.append(Span(start, end))
    return found


def is_abbreviation(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to the word before it: *Sen.*, *U.S.*, the *J.* of a name."""
    word = LAST_WORD.search(text, max(0, stop - WINDOW), stop)
    if not word:
        return False
    letters = word.group()
    if letters.lower() in ABBREVIATIONS:
        return letters[0].isupper() or letters in {"v", "vs", "al", "etc"}
    return (len(letters) == 1 and letters.isupper()) or ("." in letters and letters.replace(".", "").isalpha())
