"""Synthetic quotes: words and speakers by Zipf's law, ten years, fifty publishers. The same number, the same quotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

import numpy as np
from numpy.typing import NDArray

from corpus.model import (
    AttributedSpeaker,
    Attribution,
    Citation,
    CitedArticle,
    PublishedAt,
    Quote,
    SaidAt,
    Segment,
    Selector,
    Speaker,
)
from index import Entry
from service.payloads import payload

SEED = 20261122
FIRST_DAY, DAYS = date(2015, 1, 1), 3652
PUBLISHERS = tuple(f"The {name} Courier" for name in (a + b for a, b in product(
    ("Ash", "Brook", "Cliff", "Dale", "East", "Ford", "Glen", "Hill", "Isle", "Lake"),
    ("bury", "ham", "mouth", "ton", "wick"),
)))  # fmt: skip
VOCABULARY, SPEAKERS = 60_000, 5_000
WORDS_A_QUOTE = 24
QUOTES_AN_ARTICLE = 4


@dataclass(frozen=True)
class Synthetic:
    """One quote as plain facts, which every engine is given."""

    number: int
    text: str
    speaker: str
    publisher: str
    day: date

    @property
    def slug(self) -> str:
        return self.speaker.casefold().replace(" ", "-")

    @property
    def title(self) -> str:
        return " ".join(self.text.split()[:6])


def vocabulary() -> list[str]:
    """Words of two to four syllables, the more frequent ones shorter."""
    onsets, vowels = ("b", "d", "f", "gr", "k", "l", "m", "n", "p", "r", "st", "t", "v", "z"), "aeiou"
    syllables = ["".join(pair) for pair in product(onsets, vowels)]
    generator = np.random.default_rng(SEED)
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        length = 1 + int(np.log10(len(words) + 10))
        words["".join(generator.choice(syllables, min(length, 4))) + str(generator.choice(["n", "r", "x", ""]))] = None
    return list(words)


def quotes(count: int) -> Iterator[Synthetic]:
    """`count` quotes; those of a smaller count are the first of a greater one."""
    words = np.array(vocabulary())
    word_law, speaker_law = _zipf(VOCABULARY, 1.0), _zipf(SPEAKERS, 0.9)
    names = [f"{a.title()} {b.title()}" for a, b in zip(words[100 : 100 + SPEAKERS], words[9000:], strict=False)]
    for start in range(0, count, 1000):
        generator = np.random.default_rng([SEED, start])
        lengths = np.clip(generator.poisson(WORDS_A_QUOTE, 1000), 5, 60)
        drawn = np.split(words[np.searchsorted(word_law, generator.random(lengths.sum()))], np.cumsum(lengths)[:-1])
        speakers = np.searchsorted(speaker_law, generator.random(1000))
        publishers, days = generator.integers(len(PUBLISHERS), size=1000), generator.integers(DAYS, size=1000)
        for place in range(min(1000, count - start)):
            article = place - place % QUOTES_AN_ARTICLE
            yield Synthetic(
                start + place,
                " ".join(drawn[place]),
                names[int(speakers[place])],
                PUBLISHERS[int(publishers[article])],
                FIRST_DAY + timedelta(days=int(days[article])),
            )


def entry(synthetic: Synthetic) -> Entry:
    """The quote as the record would give it to the index."""
    text, day = synthetic.text, synthetic.day.isoformat()
    selector = Selector(text, "", "", 0, len(text), "0" * 64)
    article = CitedArticle(
        f"a_{synthetic.number // QUOTES_AN_ARTICLE:013d}",
        title=synthetic.title,
        publisher=synthetic.publisher,
        published_at=PublishedAt(day, "stated"),
    )
    quote = Quote(
        id=f"q_{synthetic.number:013d}",
        revision=1,
        state="active",
        type="direct",
        text=text,
        segments=(Segment(text, 0, len(text), 0, "direct"),),
        citation=Citation(article, selector, (selector,)),
        attribution=Attribution("resolved"),
        speakers=(AttributedSpeaker(synthetic.speaker, "person", synthetic.slug),),
        said_at=SaidAt(day),
    )
    register = (Speaker(synthetic.slug, synthetic.speaker, "person"),)
    return Entry(synthetic.number + 1, quote, register, payload(quote))


def _zipf(count: int, exponent: float) -> NDArray[np.float64]:
    weights = 1 / np.arange(1, count + 1, dtype=np.float64) ** exponent
    return np.asarray(np.cumsum(weights) / weights.sum(), dtype=np.float64)
