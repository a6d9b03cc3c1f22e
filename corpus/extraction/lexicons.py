"""The word lists of corpus/data/lexicons, read once: reviewable text in, frozen sets and a table of cues out."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.model import Stance


@dataclass(frozen=True, slots=True)
class CueWord:
    """A verb form that reports speech. `group` is what it can take: clause, that, words, naming or mind."""

    lemma: str
    group: str
    stance: Stance
    inverts: bool
    finite: bool


@cache
def table(name: str) -> dict[str, Any]:
    """The parsed lexicon file `name`.toml."""
    return tomllib.loads(files("corpus").joinpath("data", "lexicons", f"{name}.toml").read_text(encoding="utf-8"))


def words(name: str, key: str) -> frozenset[str]:
    """The words listed under `key` in the lexicon file `name`.toml."""
    return frozenset(table(name)[key].split())


@cache
def cue_words() -> dict[str, CueWord]:
    """Every form of every reporting verb, in lower case. A form of two verbs keeps the first group's reading."""
    cues = table("cues")
    inverting = frozenset(cues["inverted"]["verbs"].split())
    stances: dict[str, Stance] = dict.fromkeys(cues["stance"]["denies"].split(), "denies")
    stances |= dict.fromkeys(cues["stance"]["asks"].split(), "asks")
    forms: dict[str, CueWord] = {}
    for group in ("clause", "that", "words", "naming", "mind"):
        for lemma, inflected in cues[group].items():
            stance = stances.get(lemma, "asserts")
            for form in (lemma, *inflected.split()):
                finite = not form.endswith("ing") or form == lemma
                forms.setdefault(form, CueWord(lemma, group, stance, lemma in inverting, finite))
    return forms


CUES = cue_words()
PRONOUNS = words("words", "pronouns")
OBJECT_PRONOUNS = words("words", "others")
DETERMINERS = words("words", "determiners")
EPITHETS = words("people", "epithets")
UNCOUNTED = words("words", "uncounted")
PREPOSITIONS = words("words", "prepositions")
BINDING = words("words", "binding")
CONJUNCTIONS = words("words", "conjunctions")
SUBORDINATORS = words("words", "subordinators")
AUXILIARIES = words("words", "auxiliaries")
ADVERBS = words("words", "adverbs")
TIMES = words("words", "times")
SPANS = words("words", "spans")
CIRCUMSTANCE = words("words", "circumstance")
IRREGULAR = words("words", "irregular")
TITLES = words("people", "titles")
DONE_TO_PEOPLE = words("grammar", "done_to_people")
SPEECH = words("grammar", "speech")
BEFORE_NAMES = words("people", "before_names")
KIN = words("people", "kin")
CHILDREN = words("people", "children")
QUALIFIED = words("people", "qualified")
ALSO_CALLED: dict[str, frozenset[str]] = {
    noun: frozenset(roles.split()) for noun, roles in table("people")["also_called"].items()
}
FEMALE = words("people", "female")
MALE = words("people", "male")
CALLINGS = words("people", "callings")
PERSON_NOUNS = words("people", "nouns") | CALLINGS
MODIFIERS = words("people", "modifiers")
LABELLED_OFFICES = words("people", "labels")
ORGANIZATION = words("names", "organization")
PLACES = words("names", "places")
UNNAMED = words("names", "unnamed")
DOCUMENTS = words("names", "documents")
BODIES = words("names", "bodies")
NAMING_BODIES = words("names", "naming_bodies")
TRADING = words("names", "trading")
BELONGINGS = words("names", "belongings")
BODY_CLASSES: dict[str, frozenset[str]] = {
    noun: frozenset(of.split()) for noun, of in table("names")["classes"].items()
}
CAPITALS: dict[str, str] = table("names")["capitals"]
JOINT: dict[str, int] = {
    word: number
    for number, key in ((2, "two"), (3, "three"), (4, "four"), (5, "five"))
    for word in table("names")["joint"][key].split()
}
BE = words("grammar", "be")
NEGATIONS = words("grammar", "negations")
REFUSALS = words("grammar", "refusals")
PLURAL_NOUNS = words("grammar", "plural_nouns")
SURFACES = words("grammar", "surfaces")
HEADLINE_VERBS = words("grammar", "headline_verbs")
CAUSATIVES = words("grammar", "causatives")
NO_AGENTS = words("grammar", "no_agents")
NUMERALS = words("grammar", "numerals")
SHARES = words("grammar", "shares")
WIDE_DETERMINERS = words("grammar", "wide_determiners")
TYING = words("grammar", "tying")
TOLD = words("grammar", "told")
PROMISING = words("grammar", "promising")
AMBIGUOUS = words("grammar", "ambiguous")
AFTERWARDS = words("grammar", "afterwards")
FINDINGS = words("grammar", "findings")
ACTS: dict[str, str] = {verb: link for link, verbs in table("grammar")["acts"].items() for verb in verbs.split()}
CLAIMS: dict[str, CueWord] = {
    form: CueWord(lemma, "that", "asserts", False, True)
    for lemma, nouns in table("grammar")["claims"].items()
    for noun in nouns.split()
    for form in (noun, f"{noun}s")
}
LEAVING = words("grammar", "leaving")
NO_CLAUSES = words("grammar", "no_clauses")
QUESTIONS = words("grammar", "questions")
SINGING = words("grammar", "singing")
LOWERED = words("grammar", "lowered")
NAME_PARTICLES = words("names", "particles")
NAME_PREFIXES = words("names", "prefixes")
GIVEN_NAMES = words("people", "given")
MORE_NOUNS = words("grammar", "more_nouns")
STANDING_ALONE = words("grammar", "standing_alone")
TRUST_IN_ALL: float = table("confidence")["all"]
TRUST: dict[str, float] = {way: measured["trust"] for way, measured in table("confidence")["ways"].items()}
NAMED_THINGS = words("grammar", "named_things")
SAYINGS = words("grammar", "sayings")
OWNERS: dict[str, str] = table("grammar")["owners"]
SHOUTS = words("grammar", "shouts")
FUNCTION = (
    PRONOUNS | OBJECT_PRONOUNS | DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUXILIARIES | ADVERBS
)
"""Words that only hold a sentence together."""
