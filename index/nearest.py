"""The quotes whose words are most like a given text, for comparing them word by word.

Candidates only: those that share its rarest words, scored as a search for any of them; those that have it as a phrase;
and of both those of a given speaker first. Whoever asks decides what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.errors import InvalidRequest
from index.analysis import Token, analyse
from index.contract import WordForms
from index.engines import Budget, Part, TooCostly
from index.found import Found
from index.lessened import Searchable
from index.query.syntax import Both, Either, Node, Words
from index.schema import TEXT_STEM
from index.snapshot import Snapshot
from index.sorting import leading, merged

RAREST = 10
"""Words that are looked for. The rarest of a sentence find it even if some of them were changed."""
LONGEST_PHRASE = 12
MATCH: WordForms = "stemmed"


@dataclass(frozen=True, slots=True)
class Near:
    """A quote that may be meant: its segments, further names of its speakers by slug, and the bytes of its record."""

    id: str
    segments: tuple[str, ...]
    aliases: Mapping[str, tuple[str, ...]]
    payload: bytes


def nearest(index: Searchable, text: str, *, speaker: str | None = None, limit: int = 8) -> list[Near]:
    """At most `limit` quotes from each way of looking, likeliest first, each once; none if `text` has no words.

    Raises InvalidRequest if finding them would cost too much, and IndexUnavailable.
    """
    return index.use(lambda snapshot: list(_near(snapshot, text, speaker, limit)))


def _near(snapshot: Snapshot, text: str, speaker: str | None, limit: int) -> Iterator[Near]:
    seen, budget = set[str](), Budget()
    for tree in _trees(snapshot, text, speaker):
        for part, row in _best(snapshot, tree, limit, budget):
            facts = part.facts(row)
            if facts.id not in seen:
                seen.add(facts.id)
                aliases = {value.value: (value.label, *value.aliases) for value in facts.values.get("speaker", ())}
                yield Near(facts.id, facts.segments, aliases, part.payload(row))


def _trees(snapshot: Snapshot, text: str, speaker: str | None) -> Iterator[Node]:
    tokens = analyse(text)
    if not tokens:
        return
    phrase = _words(tokens[:LONGEST_PHRASE])
    rare = [_words([token]) for token in _rarest(snapshot, tokens)]
    if speaker and (names := analyse(speaker)):
        yield Both((Either((phrase, *rare)), Words((names[-1],), names[-1].word, 0, field="speaker")))
    yield Either((phrase, *rare))
    yield phrase


def _words(tokens: Sequence[Token]) -> Words:
    return Words(tuple(tokens), "", 0, field="text")


def _rarest(snapshot: Snapshot, tokens: Sequence[Token]) -> list[Token]:
    """The words that stand in the fewest quotes, but in some; each once."""
    counts = {token.stem: snapshot.reading.documents_with(TEXT_STEM, token.stem) for token in tokens}
    by_stem = {token.stem: token for token in tokens if counts[token.stem]}
    return [by_stem[stem] for stem in sorted(by_stem, key=counts.__getitem__)[:RAREST]]


def _best(snapshot: Snapshot, tree: Node, limit: int, budget: Budget) -> list[tuple[Part, int]]:
    """The first documents by score."""
    reading = snapshot.reading
    try:
        plans = reading.plans(tree, MATCH, budget)
        found = [Found(part, plan, {}) for part, plan in zip(reading.parts, plans, strict=True)]
        several = [leading(one, "relevance", limit, None, scored=True)[0] for one in found]
    except TooCostly as error:
        raise InvalidRequest("finding words like these would cost too much work", parameter="text") from error
    shown = merged([one for one in several if len(one)], limit) if any(map(len, several)) else []
    return [(first.found.part, int(first.rows[place])) for first, place in shown]
