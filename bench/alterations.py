"""What happens to quotes on their way into a draft: each alteration, and what verification must say of it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.cutting import CONDITIONS
from corpus.extraction.lexicons import FUNCTION
from corpus.words import NEGATIONS
from service.verifying import Match

SENTENCE = re.compile(r"(?<=[.!?])\s+")
NEGATION = re.compile(rf"\b({'|'.join(sorted(NEGATIONS))})\b\s?|n['’]t\b", re.IGNORECASE)
CONDITION = re.compile(rf"\b({'|'.join(sorted(CONDITIONS))})\b", re.IGNORECASE)
PRONOUN = re.compile(r"\b(?:he|she|they|him|them|it)\b(?![’'])", re.IGNORECASE)
OTHER_WORDS = (
    "matter", "thing", "people", "bring", "place", "large", "quickly", "important", "choose", "somewhere", "carry",
    "difficult", "evening", "answer", "strange", "remain",
)  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Alteration:
    """`change` gives the altered words, or None for words to which it cannot be done."""

    name: str
    expected: Match
    change: Callable[[str, random.Random], str | None]


def content_places(words: list[str]) -> list[int]:
    """Words inside, long enough to carry meaning; not beside an ellipsis, which would stand for one left out."""
    return [
        at
        for at, word in enumerate(words[:-1])
        if at and word.isalpha() and len(word) > 4 and word.lower() not in FUNCTION
        if "…" not in words[at - 1 : at + 2]
    ]


def may_be_turned(text: str) -> bool:
    """Whether words that are cut off it may turn round what is left."""
    return bool(NEGATION.search(text) or CONDITION.search(text))


def as_it_is(text: str, _: random.Random) -> str:
    return text


def other_case(text: str, _: random.Random) -> str | None:
    changed = text[:1].swapcase() + text[1:]
    return changed if changed != text else None


def other_marks(text: str, _: random.Random) -> str | None:
    changed = text.replace("’", "'").replace("—", "-").replace(", ", " ").rstrip(".,!?") + ";"
    return changed if changed != text else None


def beginning(text: str, chance: random.Random) -> str | None:
    words = text.split()
    whole = len(words) <= 8 or may_be_turned(text)
    return None if whole else " ".join(words[: chance.randint(5, len(words) - 2)])


def without_the_middle(text: str, _: random.Random) -> str | None:
    words = text.split()
    third = len(words) // 3
    whole = len(words) < 12 or may_be_turned(text)
    return None if whole else " ".join([*words[:third], "…", *words[-third:]])


def one_of_its_sentences(text: str, chance: random.Random) -> str | None:
    sentences = SENTENCE.split(text)
    long = [one for one in sentences if len(one.split()) > 3]
    return chance.choice(long) if len(sentences) > 1 and long else None


def typo(text: str, chance: random.Random) -> str | None:
    words = text.split()
    if not (places := content_places(words)):
        return None
    word, letter = chance.choice(places), chance.randint(1, 3)
    old = words[word][letter]
    words[word] = words[word][:letter] + chance.choice(LETTERS.replace(old, "")) + words[word][letter + 1 :]
    return " ".join(words)


def dropped_word(text: str, chance: random.Random) -> str | None:
    words = text.split()
    if not (places := content_places(words)):
        return None
    del words[chance.choice(places)]
    return " ".join(words)


def added_word(text: str, chance: random.Random) -> str | None:
    words = text.split()
    words.insert(chance.randint(1, len(words) - 1), chance.choice(["really", "always", "simply", "definitely"]))
    return " ".join(words)


def lost_negation(text: str, _: random.Random) -> str | None:
    changed = NEGATION.sub("", text, count=1)
    return changed if changed != text else None


def added_negation(text: str, _: random.Random) -> str | None:
    changed = re.sub(r"\b(is|was|are|were|will|can|must|has|have)\b", r"\1 not", text, count=1)
    return changed if changed != text else None


def cut_off_negation(text: str, _: random.Random) -> str | None:
    """From after the negation on, as if it had never stood there."""
    first = SENTENCE.split(text)[0]
    found = NEGATION.search(first)
    rest = first[found.end() :].split() if found else []
    is_clause_of_its_own = bool(rest) and rest[0].startswith(",")
    return " ".join(rest) if len(rest) >= 4 and "…" not in rest and not is_clause_of_its_own else None


def other_number(text: str, _: random.Random) -> str | None:
    changed = re.sub(r"\d+", lambda found: str(int(found[0]) + 1), text, count=1)
    return changed if changed != text else None


def sentences_swapped(text: str, _: random.Random) -> str | None:
    sentences = SENTENCE.split(text)
    return " ".join([*sentences[1:], sentences[0]]) if len(sentences) > 1 else None


def sentences_merged(text: str, _: random.Random) -> str | None:
    """The beginning of the first and the end of the second, as one."""
    sentences = [one.split() for one in SENTENCE.split(text.replace("… ", ""))]
    if len(sentences) < 2 or min(map(len, sentences[:2])) < 5:
        return None
    first, second = sentences[:2]
    return " ".join(first[: len(first) * 2 // 3] + second[len(second) // 3 :])


def explained_in_brackets(text: str, chance: random.Random) -> str | None:
    """An editor says who is meant."""
    words = text.split()
    place = chance.randint(1, len(words) - 1)
    return " ".join([*words[:place], "[the council]", *words[place:]]) if "[" not in text else None


def pronoun_in_brackets(text: str, _: random.Random) -> str | None:
    """An editor puts a name in the place of a pronoun."""
    changed = PRONOUN.sub("[Lund]", text, count=1)
    return changed if changed != text and "[" not in text else None


def negation_in_brackets(text: str, chance: random.Random) -> str | None:
    words = text.split()
    place = chance.randint(1, len(words) - 1)
    return " ".join([*words[:place], chance.choice(["[not]", "[never]", "[hardly]"]), *words[place:]])


def brackets_over_a_negation(text: str, _: random.Random) -> str | None:
    changed = NEGATION.sub("[the council] ", text, count=1)
    return changed if changed != text else None


def other_word_in_brackets(text: str, chance: random.Random) -> str | None:
    words = text.split()
    if not (places := content_places(words)):
        return None
    words[chance.choice(places)] = f"[{chance.choice(OTHER_WORDS)}]"
    return " ".join(words)


def retold(text: str, chance: random.Random, share: float) -> str | None:
    """As by another translator: a share of the words that carry meaning are others."""
    words = text.split()
    places = content_places(words)
    for at in chance.sample(places, round(share * len(places))):
        words[at] = chance.choice([other for other in OTHER_WORDS if other != words[at].lower()])
    return " ".join(words) if len(places) >= 3 else None


def a_third_retold(text: str, chance: random.Random) -> str | None:
    return retold(text, chance, 1 / 3)


def half_retold(text: str, chance: random.Random) -> str | None:
    return retold(text, chance, 1 / 2)


ALTERATIONS = (
    Alteration("as it is", "exact", as_it_is),
    Alteration("letter case", "punctuation_only", other_case),
    Alteration("marks and punctuation", "punctuation_only", other_marks),
    Alteration("its beginning", "excerpt", beginning),
    Alteration("without the middle …", "excerpt", without_the_middle),
    Alteration("one of its sentences", "excerpt", one_of_its_sentences),
    Alteration("a typo", "altered", typo),
    Alteration("a word dropped", "altered", dropped_word),
    Alteration("a word added", "altered", added_word),
    Alteration("a negation lost", "altered", lost_negation),
    Alteration("a negation added", "altered", added_negation),
    Alteration("a negation cut off", "altered", cut_off_negation),
    Alteration("another number", "altered", other_number),
    Alteration("a third retold", "altered", a_third_retold),
    Alteration("half retold", "altered", half_retold),
    Alteration("sentences swapped", "altered", sentences_swapped),
    Alteration("sentences merged", "altered", sentences_merged),
    Alteration("[the council] put in", "punctuation_only", explained_in_brackets),
    Alteration("[Lund] for a pronoun", "excerpt", pronoun_in_brackets),
    Alteration("a [negation] put in", "altered", negation_in_brackets),
    Alteration("[the council] for a negation", "altered", brackets_over_a_negation),
    Alteration("a [word] for another", "altered", other_word_in_brackets),
)
SWAPPED = Alteration("another speaker", "speaker_mismatch", as_it_is)
NEVER_SAID = Alteration("never said", "not_in_this_corpus", as_it_is)
