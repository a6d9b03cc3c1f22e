"""The one on trial, whom a court report tells of before it names them: "A man accused of robbing a bank told police …",
and then "Ann Lee, 38, denies robbery".
"""

from __future__ import annotations

from corpus.extraction.kinds import Phrase, is_name
from corpus.extraction.state import State
from corpus.extraction.subjects import subject_before

COURT = frozenset(["accused", "charged", "court", "jury", "trial"])
ANSWERS = frozenset(["denies", "admits", "pleads", "pleaded"])
"""What only somebody on trial does to a charge."""
OPENING = 2
"""Sentences in which a report tells of somebody without a name."""
REACH = 16
"""Sentences after it in which the name is looked for."""


def named_later(state: State, mention: Phrase) -> Phrase | None:
    """The name of whoever answers to the charge, if a phrase with *a* tells of them in the opening of a court report;
    None if nobody does, or more than one."""
    tokens, number = state.tokens, state.sentence_at(state.tokens.starts[mention[0]])
    floor, ceiling = state.sentence_tokens[number]
    if (
        number >= OPENING
        or tokens.words[mention[0]] not in ("a", "an")
        or COURT.isdisjoint(tokens.words[floor:ceiling])
    ):
        return None
    answering: dict[str, Phrase] = {}
    for floor, ceiling in state.sentence_tokens[number + 1 : number + 1 + REACH]:
        for verb in range(floor, ceiling):
            subject = subject_before(tokens, verb, floor) if tokens.words[verb] in ANSWERS else None
            if subject and tokens.quoted[verb] < 0 and is_name(tokens, subject[1]):
                answering.setdefault(tokens.words[subject[1]], subject)
    return next(iter(answering.values())) if len(answering) == 1 else None
