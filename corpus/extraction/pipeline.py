"""READ THIS FIRST: how an article becomes quotations. The ordered list of stages is the whole story.

Each stage reads what those before it left in the `State` and adds its own. None rewrites the text, none raises on any
text, and all take time linear in its length.
"""

from __future__ import annotations

from collections.abc import Callable

from corpus.extraction.assembling import assemble
from corpus.extraction.attribution import attribute_regions
from corpus.extraction.blocks import read_blocks
from corpus.extraction.carrying import carry_dates
from corpus.extraction.cues import find_frames
from corpus.extraction.datelines import parted
from corpus.extraction.indirect import find_indirect
from corpus.extraction.nesting import find_nested
from corpus.extraction.pulled import attribute_pulled
from corpus.extraction.quotations import quoted_regions
from corpus.extraction.residue import without_residue
from corpus.extraction.state import State
from corpus.extraction.tokens import tokenise
from corpus.extraction.transcripts import read_transcript
from corpus.model import Article, Quotation, Span
from corpus.reading.segments import paragraphs, sentences
from corpus.speakers import Register


def cut_paragraphs(state: State) -> None:
    state.lines = paragraphs(state.text)
    state.line_starts = [line.start for line in state.lines]


def pair_marks(state: State) -> None:
    state.regions = quoted_regions(state.text, state.lines)


def cut_sentences(state: State) -> None:
    inner = [Span(region.start, region.end) for region in state.regions]
    state.sentences = parted(state.text, sentences(state.text, state.lines, inner), state.lines)
    state.sentence_starts = [sentence.start for sentence in state.sentences]


def cut_tokens(state: State) -> None:
    state.tokens = tokenise(state.text, [Span(region.outer_start, region.outer_end) for region in state.regions])
    state.sentence_tokens = [state.tokens.range(sentence) for sentence in state.sentences]


def read_cues(state: State) -> None:
    state.frames = find_frames(state.tokens, state.sentence_tokens)


STAGES: tuple[Callable[[State], None], ...] = (
    cut_paragraphs,
    pair_marks,  # which marks open, which close
    cut_sentences,
    cut_tokens,
    read_transcript,  # turns after "MS. LEE:"
    read_cues,  # which verbs report speech, and whose
    read_blocks,  # words set off by their place, and posts
    attribute_regions,  # the rules: each quoted region to a cue and a mention
    attribute_pulled,  # the same words again, large
    find_nested,  # words within words
    find_indirect,  # reported speech without marks
    assemble,  # mentions to people, people to the register
    carry_dates,  # when, where a sentence before tells it
)


def extract_quotes(article: Article | str, *, register: Register | None = None) -> list[Quotation]:
    """Every quotation of an article, in text order, with cue, mention, speakers and offsets.

    Pure and deterministic; never raises on any text. Without a register the bundled one is used. A bare text has no
    date of publication, so that nothing in it is dated.
    """
    text = article if isinstance(article, str) else article.text or ""
    given = None if isinstance(article, str) else article
    state = State(without_residue(text), text, register or Register.bundled(), given)
    for stage in STAGES:
        stage(state)
    return state.quotations
