# mypy: disable-error-code="no-untyped-call"
"""The index's fields as a Whoosh schema, and its analysis as a Whoosh analyzer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from whoosh import columns, fields
from whoosh.analysis.acore import Token
from whoosh.analysis.analyzers import Analyzer
from whoosh.analysis.tokenizers import RegexTokenizer

from index.analysis import Token as AnalysedToken
from index.analysis import analyse_parts
from index.schema import CALLED, FACTS, PAYLOAD, STEM_FIELDS, TYPE, WORD_FIELDS

PART_SEPARATOR = "\x1e"
"""Whoosh indexes one string a field: several parts are joined by U+001E, which is no part of a word."""


def joined(parts: Iterable[str]) -> str:
    """Parts of a text field as the one string that the analyzers take apart again."""
    return PART_SEPARATOR.join(part.replace(PART_SEPARATOR, " ") for part in parts)


@lru_cache(maxsize=64)
def _analysed(value: str) -> tuple[AnalysedToken, ...]:
    """Each text goes into two fields, and the quotes of an article share its title: analysed once."""
    return tuple(analyse_parts(value.split(PART_SEPARATOR), joint=1))


class FormsAnalyzer(Analyzer):
    """Every form under which a position is found, at that position; stemmed or not."""

    def __init__(self, *, stemmed: bool) -> None:
        self.stemmed = stemmed

    def __call__(self, value: str, **_: Any) -> Iterator[Token]:
        given = Token(positions=True, chars=True)
        for token in _analysed(value):
            given.pos, given.startchar, given.endchar, given.boost, given.stopped = (
                token.position, token.start, token.end, 1.0, False,
            )  # fmt: skip
            for form in sorted(token.stems if self.stemmed else token.words):
                given.text = form
                yield given


def schema() -> fields.Schema:
    """A new schema (Whoosh writes into the one it is given)."""
    text = {name: fields.TEXT(analyzer=FormsAnalyzer(stemmed=True)) for name in STEM_FIELDS}
    text |= {name: fields.TEXT(analyzer=FormsAnalyzer(stemmed=False)) for name in WORD_FIELDS}
    kept = {name: fields.COLUMN(columns.VarBytesColumn()) for name in (FACTS, PAYLOAD)}
    called = fields.ID(analyzer=RegexTokenizer(f"[^{PART_SEPARATOR}]+"))
    return fields.Schema(**text, **kept, **{TYPE: fields.ID(), CALLED: called})
