"""The quotes whose words are most like a given text, for comparing them word by word.

Candidates only: those that share its rarest words, scored as a search for any of them; those that have it as a phrase;
and of both those of a given speaker first. Whoever asks decides what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from corpus.errors import InvalidRequest
from index.analysis import Token, analyse
from index.contract import WordForms
from index.engines import MOST_SECONDS, AllOf, AnyOf, Budget, Given, Part, Plan, TooCostly
from index.found import Found
from index.lessened import Searchable
from index.query.syntax import Either, Node, Words
from index.schema import TEXT_STEM
from index.snapshot import Snapshot
from index.sorting import leading, merged

RAREST = 10
"""Words that are looked for at most. The rarest of a sentence find it even if some of them were changed."""
FEWEST = 4
"""Words that are looked for even if they are common ones."""
COMMON = 1 / 8
"""Share of all quotes in which the words that are looked for may stand, taken together: more tell nothing apart."""
LONGEST_PHRASE = 8
"""Words, the first of a text: enough for few to have them, and few enough that a change may stand after them."""
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
    return index.use(lambda snapshot: Nearest(snapshot, limit=limit).to(text, speaker))


class Nearest:
    """Finds quotes in one state of the index. All that one of these looks for, and what is done in between, has
    together so many `seconds` of processor time."""

    def __init__(self, snapshot: Snapshot, *, limit: int = 8, seconds: float = MOST_SECONDS) -> None:
        self._snapshot, self._limit = snapshot, limit
        self._budget = Budget(seconds)

    def to(self, text: str, speaker: str | None = None) -> list[Near]:
        """What `nearest` gives. Raises InvalidRequest."""
        try:
            self._budget.look()
            return list(self._near(analyse(text), analyse(speaker or "")))
        except TooCostly as error:
            raise InvalidRequest("finding words like these would cost too much work", parameter="text") from error

    def _near(self, tokens: Sequence[Token], names: Sequence[Token]) -> Iterator[Near]:
        seen = set[str]()
        for plans in self._ways(tokens, names):
            for part, row in self._best(plans):
                facts = part.facts(row)
                if facts.id not in seen:
                    seen.add(facts.id)
                    aliases = {value.value: (value.label, *value.aliases) for value in facts.values.get("speaker", ())}
                    yield Near(facts.id, facts.segments, aliases, part.payload(row))

    def _ways(self, tokens: Sequence[Token], names: Sequence[Token]) -> Iterator[list[Plan]]:
        """Each way of looking, as a plan for every segment. What they have in common is found once."""
        if not tokens:
            return
        phrases = [_found_once(phrase) for phrase in self._plans(_words(tokens[:LONGEST_PHRASE]))]
        rare = self._plans(Either(tuple(_words([token]) for token in self._rarest(tokens))))
        likely = [_found_once(AnyOf(one.scope, (phrase, one))) for phrase, one in zip(phrases, rare, strict=True)]
        if names:
            named = self._plans(Words((names[-1],), names[-1].word, 0, field="speaker"))
            yield [AllOf(one.scope, (one, name), (one,)) for one, name in zip(likely, named, strict=True)]
        yield likely
        yield phrases

    def _plans(self, tree: Node) -> list[Plan]:
        return self._snapshot.reading.plans(tree, MATCH, self._budget)

    def _rarest(self, tokens: Sequence[Token]) -> list[Token]:
        """The words that stand in the fewest quotes, but in some; each once."""
        by_stem = {token.stem: token for token in tokens}
        counts = {stem: self._snapshot.reading.documents_with(TEXT_STEM, stem) for stem in by_stem}
        rarest = sorted(filter(counts.get, counts), key=counts.__getitem__)[:RAREST]
        together = accumulate(counts[stem] for stem in rarest)
        few = sum(sum_so_far <= COMMON * self._snapshot.state.quotes for sum_so_far in together)
        return [by_stem[stem] for stem in rarest[: max(few, FEWEST)]]

    def _best(self, plans: Sequence[Plan]) -> list[tuple[Part, int]]:
        """The first documents by score."""
        found = [Found(part, plan, {}) for part, plan in zip(self._snapshot.reading.parts, plans, strict=True)]
        several = [leading(one, "relevance", self._limit, None, scored=True)[0] for one in found]
        filled = [one for one in several if len(one)]
        return [(first.found.part, int(first.rows[place])) for first, place in merged(filled, 0, self._limit)]


def _words(tokens: Sequence[Token]) -> Words:
    return Words(tuple(tokens), "", 0, field="text")


def _found_once(plan: Plan) -> Plan:
    return Given(plan.scope, *plan.scored())
