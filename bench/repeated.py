"""Invented quotes without end: speakers and words as often as Zipf's law has them, and a third of all said before, by
the same speaker within the week, whole, cut short or with a slip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from corpus.citation import cite
from corpus.model import Article, AttributedSpeaker, Attribution, PublishedAt, Quote, Segment, Span, Speaker
from corpus.reading import article_id, text_sha256
from corpus.record.identity import quote_id

FIRST_DAY = date(2020, 1, 1)
A_DAY = 50
"""Quotes of one day: the record grows with the years."""
IN_AN_ARTICLE = 5
SPEAKERS, WORDS = 2_000, 20_000
REPEATED = 1 / 3


@dataclass(frozen=True, slots=True)
class Report:
    """An article and its quotes."""

    article: Article
    quotes: tuple[Quote, ...]


def speakers() -> list[Speaker]:
    return [Speaker(f"speaker-{number}", f"Speaker {number}", "person") for number in range(SPEAKERS)]


class Inventor:
    """The same quotes for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)
        self._lexicon = [self._word() for _ in range(WORDS)]
        self._recent: list[tuple[int, str]] = []

    def reports(self, quotes: int) -> Iterator[Report]:
        for number in range(quotes // IN_AN_ARTICLE):
            day = FIRST_DAY + timedelta(days=number * IN_AN_ARTICLE // A_DAY)
            yield self._report(number, day, [self._said() for _ in range(IN_AN_ARTICLE)])

    def _said(self) -> tuple[int, str]:
        """Who says what."""
        if self._recent and self._random.random() < REPEATED:
            speaker, words = self._random.choice(self._recent)
            return speaker, self._reprinted(words)
        speaker = self._zipf(SPEAKERS)
        words = " ".join(self._lexicon[self._zipf(WORDS)] for _ in range(self._random.randint(4, 40)))
        self._recent = [*self._recent[-7 * A_DAY :], (speaker, words)]
        return speaker, words

    def _reprinted(self, words: str) -> str:
        pieces, how = words.split(), self._random.random()
        if how < 0.4:
            return words
        if how < 0.7 and len(pieces) > 8:
            start = self._random.randrange(len(pieces) - 7)
            return " ".join(pieces[start : start + self._random.randint(7, len(pieces) - start)])
        pieces[self._random.randrange(len(pieces))] = self._random.choice(self._lexicon)
        return " ".join(pieces)

    def _report(self, number: int, day: date, said: list[tuple[int, str]]) -> Report:
        address = f"https://paper-{number % 50}.example/{number}"
        text = f"Number {number}.\n\n" + "\n\n".join(words for _, words in said)
        digest = text_sha256(text)
        article = Article(
            article_id(digest, address), digest, len(text), text, url=address, publisher=f"Paper {number % 50}",
            published_at=PublishedAt(day.isoformat(), "stated"), lang="en",
        )  # fmt: skip
        quotes, start = [], text.index("\n\n") + 2
        for paragraph, (speaker, words) in enumerate(said, start=1):
            quotes.append(quote(article, Segment(words, start, start + len(words), paragraph, "direct"), speaker))
            start += len(words) + 2
        return Report(article, tuple(quotes))

    def _zipf(self, most: int) -> int:
        """A rank from 0, drawn so that each is as likely as 1 / (rank + 1), nearly."""
        return min(most - 1, int(most ** self._random.random()) - 1)

    def _word(self) -> str:
        syllables = range(self._random.randint(2, 4))
        return "".join(self._random.choice("bdfgklmnprstvz") + self._random.choice("aeiou") for _ in syllables)


def quote(article: Article, segment: Segment, speaker: int) -> Quote:
    return Quote(
        id=quote_id(article.id, 1, [Span(segment.start, segment.end)]),
        revision=1,
        state="active",
        type="direct",
        text=segment.text,
        segments=(segment,),
        citation=cite(article, (segment,)),
        attribution=Attribution("resolved", "invented"),
        speakers=(AttributedSpeaker(f"Speaker {speaker}", "person", f"speaker-{speaker}"),),
        lang="en",
        fidelity="verbatim_as_published",
        quotable_verbatim=True,
    )
