"""What to offer while somebody types: speakers by any word of any of their names, and phrases that were said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from index.analysis import Token, analyse, analyse_parts
from index.contract import Suggestion
from index.documents import Value
from index.engines import Budget, TooCostly
from index.facets import told
from index.lessened import Searchable
from index.query.syntax import Beginning, Both, Node, Words
from index.snapshot import Snapshot
from index.vocabulary import Vocabulary, words_of

MAX_TYPED = 100
"""Characters of what was typed that are looked at."""
SAMPLE = 30
"""Quotes from which phrases are taken: the newest that have the words."""
LONGER_BY = 2
"""Words that a suggested phrase goes beyond what was typed."""
LONG_ENOUGH = 40
"""Characters that are read for these words, and on to the next space."""


def suggest(index: Searchable, q: str, limit: int = 10) -> list[Suggestion]:
    """At most `limit` suggestions: speakers first, by falling count of quotes, then phrases. None for fewer than two
    letters. Raises IndexUnavailable."""
    tokens = analyse(q[:MAX_TYPED])
    if sum(len(token.word) for token in tokens) < 2:
        return []
    return index.use(lambda snapshot: _suggestions(snapshot, tokens, limit))


def _suggestions(snapshot: Snapshot, typed: Sequence[Token], limit: int) -> list[Suggestion]:
    speakers = _speakers(snapshot, typed)
    return speakers[:limit] if len(speakers) >= limit else [*speakers, *_phrases(snapshot, typed)][:limit]


# ------------------------------------------------------------------------------------------------ speakers


def _speakers(snapshot: Snapshot, typed: Sequence[Token]) -> list[Suggestion]:
    counts = [(part.columns.dimension("speaker"), part.counts("speaker")) for part in snapshot.reading.parts]
    dimensions = [dimension for dimension, _ in counts]
    found = []
    for text in set().union(*(_perhaps_meant(dimension.vocabulary, typed) for dimension in dimensions)):
        count = sum(int(counted[dimension.vocabulary.number(text)]) for dimension, counted in counts)
        if count and _has_name(value := told(text, dimensions), typed):
            found.append(Suggestion("speaker", value.value, value.label, count))
    return sorted(found, key=lambda suggestion: (-suggestion.count, suggestion.label, suggestion.value))


def _perhaps_meant(speakers: Vocabulary, typed: Sequence[Token]) -> set[bytes]:
    """The speakers of a segment of whom each of the words begins a word of some name."""
    begun = (set(speakers.beginning(token.plain)) for token in typed)
    return {speakers.text(number) for number in set.intersection(*begun)}


def _has_name(speaker: Value, typed: Sequence[Token]) -> bool:
    """Whether every word that was typed begins a word of one of the names."""
    for name in (speaker.label, *speaker.aliases):
        words = words_of(name)
        if all(any(word.startswith(token.plain) for word in words) for token in typed):
            return True
    return False


# ------------------------------------------------------------------------------------------------ phrases


def _phrases(snapshot: Snapshot, typed: Sequence[Token]) -> list[Suggestion]:
    """How the words that were typed go on in quotes, the most frequent first."""
    reading = snapshot.reading
    counts: Counter[str] = Counter()
    labels: dict[str, str] = {}
    try:
        plans = reading.plans(_typed_so_far(typed), "exact", Budget())
        sample = [(part, row) for part, plan in zip(reading.parts, plans, strict=True) for row in plan.rows[:SAMPLE]]
    except TooCostly:
        return []
    begun = re.compile(rf"(?<![\w'’]){re.escape(typed[0].word)}", re.IGNORECASE)
    for part, row in sample[:SAMPLE]:
        for segment in part.printed(int(row)).segments:
            for key, label in {found for near in _near(segment, begun) for found in _continued(near, typed)}:
                counts[key] += 1
                labels.setdefault(key, label)
    best = sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))
    return [Suggestion("phrase", key, labels[key], count) for key, count in best]


def _typed_so_far(typed: Sequence[Token]) -> Node:
    last = Beginning(typed[-1].word, typed[-1].word, 0)
    if len(typed) == 1:
        return last
    return Both((Words(tuple(typed[:-1]), "", 0), last))


def _near(segment: str, begun: re.Pattern[str]) -> Iterator[str]:
    """Where a segment has what was typed first, as it was typed: from there, as much as is suggested at most. Else, as
    where it has it with accents, all of the segment."""
    met = False
    for found in begun.finditer(segment):
        met = True
        end = segment.find(" ", found.end() + LONG_ENOUGH)
        yield segment[found.start() : end if end > 0 else len(segment)]
    if not met:
        yield segment


def _continued(segment: str, typed: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Every place where the words stand in the segment: folded for counting, as printed for showing."""
    tokens = list(analyse_parts([segment], 0))
    for first in range(len(tokens) - len(typed) + 1):
        window = tokens[first : first + len(typed)]
        fits = all(want.word in have.words for want, have in zip(typed[:-1], window, strict=False))
        if fits and any(word.startswith(typed[-1].word) for word in window[-1].words):
            phrase = window
            for token in tokens[first + len(typed) : first + len(typed) + LONGER_BY]:
                if segment[phrase[-1].end : token.start].strip(" -\u00a0"):
                    break  # a comma or full stop ends the phrase
                phrase = [*phrase, token]
            yield " ".join(token.word for token in phrase), segment[phrase[0].start : phrase[-1].end]
