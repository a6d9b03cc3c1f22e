"""What clustering looks at of a quote: who, which words, when."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import snowballstemmer

from corpus.clusters.times import Moment, moment_of
from corpus.model import TRANSLATIONS, Quote
from corpus.words import Word, words_of

STEMMER = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quote as it is compared with others. `who`: the speakers' slugs, empty if nobody is known beyond the article;
    `unnamed`: who speaks there, as that article tells them apart; `told`: which words tell something, and stand in
    `words` and among the `stems` without their endings; `occasion`: event, place and addressee, as far as they are
    known."""

    id: str
    article: str
    who: frozenset[str]
    unnamed: tuple[tuple[str, int], ...]
    words: tuple[Word, ...]
    told: tuple[bool, ...]
    moment: Moment
    stems: frozenset[str]
    occasion: frozenset[str]
    translated: bool


def utterance_of(quote: Quote) -> Utterance:
    printed = words_of(quote.text)
    told = tuple(tells(word.folded) for word in printed)
    words = tuple(
        word._replace(folded=stem(word.folded)) if tells else word for word, tells in zip(printed, told, strict=True)
    )
    known = quote.attribution.status == "resolved"
    channel = quote.channel
    return Utterance(
        id=quote.id,
        article=quote.citation.article.id,
        who=frozenset(speaker.slug for speaker in quote.speakers if speaker.slug and known),
        unnamed=tuple((one.name.casefold(), one.anonymous.ordinal if one.anonymous else 0) for one in quote.speakers),
        words=words,
        told=told,
        stems=frozenset(word.folded for word, tells in zip(words, told, strict=True) if tells),
        moment=moment_of(quote.said_at, quote.citation.article.published_at),
        occasion=frozenset(one.casefold() for one in (channel.venue, channel.event, quote.addressee) if one),
        translated=quote.fidelity in TRANSLATIONS,
    )


@lru_cache(maxsize=65536)
def tells(word: str) -> bool:
    """Whether a word tells something of which utterance it is from."""
    return word not in empty_words()


@cache
def lexicon() -> dict[str, Any]:
    text = files("corpus").joinpath("data", "lexicons", "utterances.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def empty_words() -> frozenset[str]:
    return frozenset(lexicon()["grammar"].split()) | frozenset(lexicon()["stock"])


@cache
def number_words() -> dict[str, str]:
    """Numbers in words, and in digits."""
    return dict(lexicon()["numbers"])


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    return str(STEMMER.stemWord(word))
