"""Words within words: “Ruiz told me, ‘It leaks,’ and left,” Lee said. Lee's words hold Ruiz's, a quotation too.

The words between the marks are read as a little article of their own, by the same rules. What they call *I* is their
speaker; what *he* is supposed to have said is left within them, since *he* need be nobody whom the article has named.
"""

from __future__ import annotations

import re

from corpus.extraction.attribution import attribute_regions
from corpus.extraction.cues import find_frames
from corpus.extraction.kinds import Phrase
from corpus.extraction.lexicons import PRONOUNS
from corpus.extraction.quotations import quoted_regions
from corpus.extraction.state import Draft, Finding, State
from corpus.extraction.tokens import tokenise
from corpus.model import Span
from corpus.reading.segments import sentences

INNER_MARK = re.compile(r"[\s(,:]['‘\"“„‚«]\w")
SURE = frozenset(["before_the_words", "after_the_words"])
CONFIDENCE = 0.7
FEWEST_WORDS = 3
SPEECH = frozenset(["clause", "that"])
"""Groups of cues that report what is said: what is read aloud or called something is nobody's words."""


def find_nested(state: State) -> None:
    """Add a draft for each quotation within a quotation whose speaker the words around it name."""
    nested = [inner for outer in state.drafts for number in outer.regions for inner in within(state, number, outer)]
    state.drafts.extend(nested)


def within(state: State, number: int, outer: Draft) -> list[Draft]:
    """The drafts of what stands within region `number` of the draft `outer`."""
    region = state.regions[number]
    if INNER_MARK.search(state.text, region.start, region.end) is None:
        return []
    inner = read_apart(state, Span(region.start, region.end))
    found = []
    for draft in inner.drafts:
        finding = draft.finding
        if finding is None or not is_told(inner, draft, finding):
            continue
        mention, cue = (moved(state, inner, part, region.start) for part in (finding.mention, finding.cue))
        if mention is None or cue is None:
            continue
        spans = [Span(span.start + region.start, span.end + region.start) for span in draft.spans]
        told = Finding("nested", mention, cue, CONFIDENCE, finding.frame)
        found.append(Draft(draft.type, spans, told, [], state.sentence_at(spans[0].start), outer))
    return found


def is_told(inner: State, draft: Draft, finding: Finding) -> bool:
    """Whether words within words are given, by a verb of speech, to somebody with a name, or to *I*."""
    if finding.rule not in SURE or finding.frame is None or finding.frame.word.group not in SPEECH:
        return False
    if finding.mention is None or len(draft.spans[0].of(inner.text).split()) < FEWEST_WORDS:
        return False
    first = inner.tokens.words[finding.mention[0]]
    return first == "i" or first not in PRONOUNS


def read_apart(state: State, span: Span) -> State:
    """The words of `span` as an article of their own, its quoted regions given to their speakers."""
    inner = State(span.of(state.text), span.of(state.printed), state.register)
    inner.lines = [Span(0, len(inner.text))]
    inner.line_starts = [0]
    inner.regions = quoted_regions(inner.text, inner.lines)
    if inner.regions:
        inner.sentences = sentences(inner.text, inner.lines, [Span(one.start, one.end) for one in inner.regions])
        inner.sentence_starts = [sentence.start for sentence in inner.sentences]
        inner.tokens = tokenise(inner.text, [Span(one.outer_start, one.outer_end) for one in inner.regions])
        inner.sentence_tokens = [inner.tokens.range(sentence) for sentence in inner.sentences]
        inner.frames = find_frames(inner.tokens, inner.sentence_tokens)
        attribute_regions(inner)
    return inner


def moved(state: State, inner: State, phrase: Phrase | None, by: int) -> Phrase | None:
    """A phrase of the little article in the tokens of the great one; None if they are cut otherwise there."""
    if phrase is None:
        return None
    span = inner.tokens.span(*phrase)
    first, stop = state.tokens.range(Span(span.start + by, span.end + by))
    whole = first < stop and state.tokens.span(first, stop - 1) == Span(span.start + by, span.end + by)
    return (first, stop - 1) if whole else None
