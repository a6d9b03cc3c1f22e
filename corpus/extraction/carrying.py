"""Dates that stand in a sentence before: *she added* after *she said on Monday*; *the next day* after *on Feb. 11*."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from corpus.extraction.dating import Dated, anchor_date, date_of
from corpus.extraction.looking_back import told_from
from corpus.extraction.state import State
from corpus.extraction.time_phrases import NOT_WHEN, OCCASION, TIME, kind_of
from corpus.model import PublishedAt, Quotation, SaidAt, Span

SURENESS_SAME_SPEAKER, SURENESS_LOOKING_BACK, SURENESS_OF_SCENE = 0.8, 0.7, 0.65
OTHER_TIMES = re.compile(r"\b(?:has|have|had|once|often|always|previously|repeatedly|long)\b", re.IGNORECASE)
"""Beside a cue these tell of another occasion: *has said*, *once said*."""
OCCASION_AGAIN = re.compile(
    rf"\b(?:[Ii]n\s+an?\s+(?:[\w-]+\s+){{0,2}}statement"
    rf"|(?:[Ii]n|[Aa]t|[Dd]uring)\s+(?:the|that|his|her|their|its)\s+(?:[\w-]+\s+){{0,2}}{OCCASION})\b"
)
"""An occasion that the sentence before has told of."""
PERSON_AGAIN = frozenset({"he", "she", "they"})
THING_AGAIN = re.compile(rf"(?:the|its|their|that)\s+(?:[\w-]+\s+)?(?P<noun>{OCCASION})", re.IGNORECASE)
SPEAKING = re.compile(
    r"\b(?:spoke|speaking|met|addressed|testified|wrote|posted|tweeted|held|gave|delivered|appeared|announced|sent|issued"
    r"|published|released|told|said|briefed)\b"
)
TO_COME = re.compile(r"\b(?:will|would|due|scheduled|set|plans?|planned|expected|to\s+be)\b")
SENTENCES_BACK = 2
LONGEST = 1000
"""Code points of a sentence that are looked at, so that one of a million costs no more than others."""


def carry_dates(state: State) -> None:
    """Date those quotations that a sentence before dates. A text without an article has no dates."""
    if state.article is None:
        return
    published_at = anchor_date(state.article)
    for number, one in enumerate(state.quotations):
        if one.said_at.edtf is None:
            before = state.quotations[number - 1] if number else None
            dated = carried(state, one, before, published_at)
            if dated:
                confidence = replace(one.confidence, date=dated.sureness)
                state.quotations[number] = replace(one, said_at=dated.said_at, confidence=confidence)


def carried(state: State, one: Quotation, before: Quotation | None, published_at: PublishedAt) -> Dated | None:
    """The date of a quotation that has none by itself; a phrase of its own that has no date stays without one, unless
    it looks back."""
    printed = one.said_at.text_as_printed
    if printed:
        return looked_back(state, one, printed, published_at)
    if cue_of_other_times(state, one):
        return None
    if before and before.said_at.edtf and goes_on(one, before) and not told_since(state, one, before, published_at):
        return Dated(before.said_at, min(SURENESS_SAME_SPEAKER, before.confidence.date or 0))
    return of_scene(state, one, published_at)


def looked_back(state: State, one: Quotation, printed: str, published_at: PublishedAt) -> Dated | None:
    """*the next day*, counted from the nearest date before it that is precise enough."""
    if (phrase := TIME.fullmatch(printed)) is None or kind_of(phrase) != "lookback":
        return None
    here = sentence_of(state, one)
    for number in range(here, max(-1, here - 1 - SENTENCES_BACK), -1):
        for told in reversed(list(dates_in(state, number, published_at))):
            if meant := told_from(printed, told.said_at, published_at.edtf):
                said_at = SaidAt(meant[0], meant[1], told.said_at.basis, printed)
                return Dated(said_at, min(SURENESS_LOOKING_BACK, told.sureness or 0))
    return None


def goes_on(one: Quotation, before: Quotation) -> bool:
    """Whether the same people go on speaking, in the same paragraph or the next."""
    names = {speaker.name for speaker in one.speakers}
    near = one.segments[0].paragraph - before.segments[-1].paragraph <= 1
    return near and bool(names) and names == {speaker.name for speaker in before.speakers}


def told_since(state: State, one: Quotation, before: Quotation, published_at: PublishedAt) -> bool:
    """Whether the sentence before tells another date: the story has moved on."""
    last = sentence_of(state, one) - 1
    return last > sentence_of(state, before) and any(dates_in(state, last, published_at))


def of_scene(state: State, one: Quotation, published_at: PublishedAt) -> Dated | None:
    """The one date of the sentence before, if that tells of the occasion on which these words were said."""
    here = sentence_of(state, one)
    if here == 0 or not (tells_occasion(state, one, here) or takes_up(state, one, here - 1)):
        return None
    told = {dated.said_at.edtf: dated for dated in dates_in(state, here - 1, published_at)}
    if len(told) != 1 or TO_COME.search(words_of(state, here - 1)):
        return None
    [dated] = told.values()
    return Dated(dated.said_at, min(SURENESS_OF_SCENE, dated.sureness or 0))


def tells_occasion(state: State, one: Quotation, here: int) -> bool:
    sentence, cue = state.sentences[here], one.cue or one.segments[0]
    start, end = max(sentence.start, cue.start - LONGEST), min(sentence.end, cue.end + LONGEST)
    again = OCCASION_AGAIN.search(state.text, start, end)
    return again is not None and not any(span.start <= again.start() < span.end for span in one.spans)


def takes_up(state: State, one: Quotation, scene: int) -> bool:
    """Whether the speaker of `one` is *he*, who spoke in the sentence before, or *the letter* that was sent there."""
    if one.mention is None:
        return False
    words = words_of(state, scene)
    if thing := THING_AGAIN.fullmatch(one.mention.text):
        return thing["noun"].lower() in words.lower()
    named = one.mention.text.lower() in PERSON_AGAIN and one.speakers
    return bool(named) and one.speakers[0].name.split()[-1] in words and bool(SPEAKING.search(words))


def words_of(state: State, number: int) -> str:
    sentence = state.sentences[number]
    return state.text[sentence.start : min(sentence.end, sentence.start + LONGEST)]


def cue_of_other_times(state: State, one: Quotation) -> bool:
    cue = one.cue
    return cue is not None and bool(OTHER_TIMES.search(state.text, max(0, cue.start - 12), cue.end))


def dates_in(state: State, number: int, published_at: PublishedAt) -> Iterator[Dated]:
    """The dates told in a sentence, outside quotation marks."""
    sentence = state.sentences[number]
    quoted = regions_in(state, sentence)
    for phrase in TIME.finditer(state.text, sentence.start, min(sentence.end, sentence.start + LONGEST)):
        start = phrase.start()
        other = NOT_WHEN.search(state.text, max(sentence.start, start - 12), start)
        if not other and not any(region.start <= start < region.end for region in quoted):
            dated = date_of(phrase, published_at)
            if dated.said_at.edtf:
                yield dated


def regions_in(state: State, sentence: Span) -> list[Span]:
    """The quoted regions that a sentence holds, marks and all."""
    first = bisect_right(state.regions, sentence.start, key=lambda region: region.outer_end)
    past = bisect_left(state.regions, sentence.end, key=lambda region: region.outer_start)
    return [Span(region.outer_start, region.outer_end) for region in state.regions[first:past]]


def sentence_of(state: State, one: Quotation) -> int:
    return state.sentence_at(one.cue.start if one.cue else one.segments[0].start)
