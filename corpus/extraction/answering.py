"""Whose the answers of an interview are: those of the one person named before its first question.

    The Courier spoke to Ann Lee. ¶ Q: Is the wall safe? ¶ A: It is.

If several are named, those whom the article says it spoke to; if several are left, all of them are candidates.
"""

from __future__ import annotations

from corpus.extraction.antecedents import names_within
from corpus.extraction.cast import Cast
from corpus.extraction.names import Name
from corpus.extraction.state import State

INTERVIEWED = frozenset(
    ["interview", "interviewed", "spoke", "speaks", "talked", "talks", "sat", "answered", "answers", "q&a"]
)
MOST_SENTENCES = 60
"""Sentences before the first question that are looked through, the nearest first."""


def people_interviewed(state: State, cast: Cast) -> list[Name]:
    """Who the answers can be by, each once, in the order of the text."""
    before = state.sentence_at(state.lines[min(state.transcribed, default=0)].start)
    named: dict[str, Name] = {}
    spoken_to: dict[str, Name] = {}
    for sentence in range(max(0, before - MOST_SENTENCES), before):
        floor, ceiling = state.sentence_tokens[sentence]
        said_so = not INTERVIEWED.isdisjoint(state.tokens.words[floor:ceiling])
        for name in names_within(cast, state.sentences[sentence].start, state.sentences[sentence].end):
            if can_answer(name):
                named.setdefault(name.surname, name)
                if said_so:
                    spoken_to.setdefault(name.surname, name)
    return list((spoken_to or named).values())


def can_answer(name: Name) -> bool:
    """Whether a name can be a person's: in full, or with a title."""
    whole = name.is_full or bool(name.role)
    return whole and not name.is_organization and not name.is_place and name.words[0].lower() != "the"
