"""What the parts of a query want of the index's fields: the one place that decides, for every way of finding it."""

from __future__ import annotations

from index import schema as s
from index.analysis import stem
from index.contract import WordForms
from index.query.syntax import TextField, Words

_FIELDS: dict[TextField | None, dict[WordForms, tuple[str, ...]]] = {
    None: {"stemmed": (s.TEXT_STEM, s.NAME, s.TITLE_STEM), "exact": (s.TEXT_WORD, s.NAME, s.TITLE_WORD)},
    "text": {"stemmed": (s.TEXT_STEM,), "exact": (s.TEXT_WORD,)},
    "speaker": {"stemmed": (s.NAME,), "exact": (s.NAME,)},
    "publisher": {"stemmed": (s.PUBLISHER,), "exact": (s.PUBLISHER,)},
}


def fields_of(field: TextField | None, match: WordForms) -> tuple[str, ...]:
    """The index fields in which words are looked for; what they score there adds up."""
    return _FIELDS[field][match]


def forms(words: Words, field: str) -> list[str]:
    """The words as they stand in an index field."""
    if field in s.STEM_FIELDS:
        return [token.stem for token in words.tokens]
    return [token.plain if field in (s.NAME, s.PUBLISHER) else token.word for token in words.tokens]


def as_typed(words: Words, field: str) -> list[str]:
    """The words as they stand just as typed in what was said, if `field` holds their stems there; else none."""
    return [token.word for token in words.tokens] if field == s.TEXT_STEM else []


def joined_form(words: Words, field: str) -> str | None:
    """The parts of a hyphenated word written as one, as that stands in an index field."""
    return stem(words.joined) if words.joined and field in s.STEM_FIELDS else words.joined


def reach(words: Words) -> int:
    """How many positions after one word the next one may stand."""
    return words.slop + 1
