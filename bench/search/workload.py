"""The twelve classes of queries, with words drawn from the quotes themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bench.search.generating import FIRST_DAY, SEED, Synthetic

INSTANCES = 25
"""Queries a class."""
RARE = 500
"""The rarest words that come at least twice: from these the rare ones are drawn."""


@dataclass(frozen=True)
class Question:
    """One query in plain terms; each engine says it in its own language. `words` are looked for as `how` says."""

    words: tuple[str, ...] = ()
    how: str = "all"
    speaker: Synthetic | None = None
    published: tuple[date, date] | None = None
    newest_first: bool = False
    facets: tuple[str, ...] = ()
    skip: int = 0


def workload(quotes: Sequence[Synthetic], instances: int = INSTANCES) -> dict[str, list[Question]]:
    """So many instances of every class."""
    return {name: [draw(_Drawing(quotes, Random(f"{SEED} {name} {n}"))) for n in range(instances)]
            for name, draw in CLASSES.items()}  # fmt: skip


class _Drawing:
    _counted: tuple[Sequence[Synthetic], list[str], list[str], list[str]] | None = None

    def __init__(self, quotes: Sequence[Synthetic], random: Random) -> None:
        self.quotes, self.random = quotes, random
        if _Drawing._counted is None or _Drawing._counted[0] is not quotes:
            counts = Counter(word for quote in quotes for word in set(quote.text.split()))
            ranked = [word for word, _ in counts.most_common()]
            rare = [word for word, count in counts.most_common() if count >= 2][-RARE:]
            _Drawing._counted = quotes, ranked[:40], ranked[40:1500], rare
        _, self.common, self.middling, self.rare = _Drawing._counted

    def pick(self, words: Sequence[str], count: int = 1) -> tuple[str, ...]:
        return tuple(self.random.sample(words, count))

    def quote(self) -> Synthetic:
        return self.random.choice(self.quotes)

    def together(self, count: int) -> tuple[str, ...]:
        words = sorted(set(self.quote().text.split()) - set(self.rare))
        return self.pick(words, count) if len(words) >= count else self.together(count)

    def in_a_row(self) -> tuple[str, ...]:
        words = self.quote().text.split()
        start = self.random.randrange(len(words) - 2)
        return tuple(words[start : start + 3])

    def misspelt(self) -> str:
        word = self.pick([word for word in self.middling if len(word) > 4])[0]
        place = self.random.randrange(1, len(word))
        return word[:place] + "h" + word[place + 1 :]

    def years(self) -> tuple[date, date]:
        first = FIRST_DAY + timedelta(days=self.random.randrange(3000))
        return first, first + timedelta(days=365)


def _by_speaker(drawing: _Drawing) -> Question:
    quote = drawing.quote()
    return Question((drawing.random.choice(quote.text.split()),), speaker=quote)


CLASSES: dict[str, Callable[[_Drawing], Question]] = {
    "rare word": lambda d: Question(d.pick(d.rare)),
    "common word": lambda d: Question(d.pick(d.common)),
    "OR of 3": lambda d: Question(d.pick(d.middling, 3), "any"),
    "AND of 3": lambda d: Question(d.together(3)),
    "phrase": lambda d: Question(d.in_a_row(), "phrase"),
    "prefix": lambda d: Question((d.pick([word for word in d.middling if len(word) > 3])[0][:4],), "prefix"),
    "fuzzy, 1 edit": lambda d: Question((d.misspelt(),), "fuzzy"),
    "speaker + word": _by_speaker,
    "date range, sorted by date": lambda d: Question(d.pick(d.common), published=d.years(), newest_first=True),
    "two facets": lambda d: Question(d.pick(d.common), facets=("speaker", "publisher")),
    "newest first": lambda d: Question(newest_first=True),
    "offset 1000": lambda d: Question(d.pick(d.common), skip=1000),
}
