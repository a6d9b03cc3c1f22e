"""Bodies whose name alone does not show it ("Tidewell"), their short names, and "the company" that goes back to one.

What is printed around a name tells: "the operator, Tidewell,", "Tidewell, which", "Tidewell said it", "Tidewell's
board".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice

from corpus.extraction.apposition import head_of
from corpus.extraction.cast import Cast
from corpus.extraction.kinds import Phrase, is_agent, is_name
from corpus.extraction.lexicons import (
    BELONGINGS,
    BODIES,
    BODY_CLASSES,
    CUES,
    DETERMINERS,
    NAMING_BODIES,
    ORGANIZATION,
    PREPOSITIONS,
    TRADING,
)
from corpus.extraction.mentions import phrase_ending, phrase_starting
from corpus.extraction.names import Name, is_acronym, named
from corpus.extraction.printed import printed_again
from corpus.extraction.roles import trade_before
from corpus.extraction.state import State

ABBREVIATION = re.compile(r"(?<![\w’'-])((?:[A-Z][\w’'-]*+ (?:of |for |and |the ){0,3}){1,12})\(([A-Z]{2,8})\)")
BRACKETED = re.compile(r"\([A-Z]{2,8}\)")
MOST_ALIKE = 12
"""Names that begin alike which are looked at for the one that a short name stands for."""
REACH = 30
"""Sentences that "the company" reaches back."""
PHRASE = 10
NOUNS_FOR_BODIES = NAMING_BODIES | BODIES
ONLY_BODIES = frozenset(noun for noun in NAMING_BODIES if noun in BODIES or not noun.endswith(("er", "or"))) - {
    "rival",
    "giant",
    "practice",
    "council",
}
"""Of the nouns for bodies those that are no person's: "Lee, a *buyer* of land" may be one."""
NEWSPAPERS = BODY_CLASSES["newspaper"]
CLASSED = frozenset().union(*BODY_CLASSES.values()) - TRADING


@dataclass
class Bodies:
    """The bodies of one article. What is asked twice is answered from memory."""

    state: State
    cast: Cast
    known: dict[tuple[str, ...], bool] = field(default_factory=dict)

    @cached_property
    def abbreviated(self) -> dict[str, str]:
        """Names by their abbreviation: "National Water Authority (NWA)"."""
        found: dict[str, str] = {}
        if not BRACKETED.search(self.state.text):
            return found
        for match in ABBREVIATION.finditer(self.state.text):
            words, short = match[1].split(), match[2]
            initials = [place for place, word in enumerate(words) if word[0].isupper()]
            if len(initials) >= len(short):
                first = initials[-len(short)]
                if "".join(words[place][0] for place in initials[-len(short) :]) == short:
                    found.setdefault(short, " ".join(words[first:]))
        return found

    def bare(self, index: int) -> str:
        """A token as printed, without its possessive."""
        tokens = self.state.tokens
        word = self.state.text[tokens.starts[index] : tokens.ends[index]]
        return word[:-2] if word.endswith(("'s", "’s")) else word

    def is_body(self, name: Name) -> bool:
        """Whether a name is a body's: by a word of it, or by what is printed around it."""
        if name.is_organization:
            return True
        if name.words not in self.known:
            self.known[name.words] = self.is_called_body(name) or (
                not self.is_titled(name) and self.shown_to_be_body(name)
            )
        return self.known[name.words]

    def is_titled(self, name: Name) -> bool:
        """Whether a title or office printed with a name shows that it is a person's."""
        roles = self.cast.roles.get(name.key, ())
        return any(is_agent(word) and word not in NOUNS_FOR_BODIES for role in roles for word in role)

    def is_role(self, role: str) -> bool:
        """Whether what is set beside a name is what bodies are: "the company", "the state broadcaster"."""
        nouns = {word for word in role.lower().split() if is_agent(word) or word in NAMING_BODIES}
        return bool(nouns) and nouns <= NOUNS_FOR_BODIES

    def shown_to_be_body(self, name: Name) -> bool:
        every = printed_again(self.state, name.text, name.start)
        if any(map(self.is_followed_as_person, every)) or (name.is_full and self.is_called_by_surname(name)):
            return False
        return any(self.noun_before(one) or self.is_followed_as_body(one) for one in every)

    def is_called_by_surname(self, name: Name) -> bool:
        """Whether the last of several words also stands alone, as only people's does."""
        tokens, end = self.state.tokens, len(self.state.tokens) - 1
        alone = (
            not (first and is_name(tokens, first - 1)) and not is_name(tokens, min(first + 1, end))
            for first, _ in printed_again(self.state, name.surname, name.start)
        )
        return any(alone)

    def is_followed_as_person(self, one: Phrase) -> bool:
        """ "Ann Lee, who", "Ann Lee, 41"."""
        comma, following = [*self.state.tokens.words[one[1] + 1 : one[1] + 3], "", ""][:2]
        return comma == "," and (following == "who" or following.isdigit())

    def noun_before(self, one: Phrase) -> str | None:
        """The noun for a body that stands before a name: "the operator, Tidewell", "the website Tidewell"."""
        tokens, before = self.state.tokens, one[0] - 1
        if before < 1 or tokens.quoted[before] >= 0:
            return None
        if tokens.words[before] in NAMING_BODIES:
            return tokens.words[before] if trade_before(tokens, one[0]) else None
        if tokens.words[before] != ",":
            return None
        phrase = phrase_ending(tokens, before - 1, max(0, before - PHRASE))
        if phrase is None:
            return None
        inside = range(phrase[0] + 1, phrase[1] + 1)
        head = next((index - 1 for index in inside if tokens.words[index] in PREPOSITIONS), phrase[1])
        opens = tokens.words[phrase[0]] in DETERMINERS or "'s" in tokens.words[phrase[0]]
        return tokens.words[head] if opens and tokens.words[head] in NAMING_BODIES else None

    def nouns_beside(self, one: Phrase) -> tuple[str | None, str]:
        """The nouns right before and after a name: "the website Tidewell", "the Tidewell newspaper"."""
        return self.noun_before(one), self.state.tokens.words[min(one[1] + 1, len(self.state.tokens) - 1)]

    def is_followed_as_body(self, one: Phrase) -> bool:
        """ "Tidewell, which", "Tidewell (TW)", "the Tidewell newspaper", "Tidewell's board", "Tidewell said it"."""
        tokens, after = self.state.tokens, one[1] + 1
        following = tokens.words[after : after + 8]
        if len(following) < 3 or tokens.quoted[after] >= 0:
            return False
        if tokens.words[one[1]].endswith("'s"):
            return any(word in BELONGINGS for word in following[:2]) and following[0] not in CUES
        if following[0] == ",":
            return following[1] == "which"
        if following[0] in NAMING_BODIES and one[0] > 0 and tokens.words[one[0] - 1] == "the":
            return True
        if following[0] in CUES:
            reported = following[2] if following[1] == "that" else following[1]
            states = one[0] == one[1] and following[1:4] == ["in", "a", "statement"]
            return states or (CUES[following[0]].group == "clause" and reported in ("it", "its"))
        return False

    def is_called_body(self, name: Name) -> bool:
        """Whether a name is said to be what only bodies are: "Tidewell, *a Telegram channel* close to Eln"."""
        return any(self.is_noun_of_body(last + 1) for _, last in printed_again(self.state, name.text, name.start))

    def is_noun_of_body(self, comma: int) -> bool:
        """Whether a comma is followed by *a* or *the* and a noun that only a body has."""
        tokens, first = self.state.tokens, comma + 1
        if tokens.words[comma:first] != [","] or tokens.words[first : first + 1] not in (["a"], ["an"], ["the"]):
            return False
        phrase = phrase_starting(tokens, first, min(first + PHRASE, len(tokens)))
        return phrase is not None and tokens.words[head_of(tokens, phrase)] in ONLY_BODIES

    def called(self, short: str) -> str | None:
        """The whole name that a short one stands for: "NWA", "the Herald", "Tidewell" for Tidewell Motors."""
        if is_acronym(short) and short in self.abbreviated:
            return self.abbreviated[short]
        low = short.lower()
        if low in NEWSPAPERS:
            papers = islice(self.cast.bodies.get(low, {}).values(), MOST_ALIKE)
            named = [name for name in papers if name.is_full and name.words[-1].lower() == low]
            return named[0].text if len(named) == 1 else None
        if low in ORGANIZATION:
            return None
        alike = chain(self.cast.bodies.get(low, {}).values(), self.cast.full.get(low, {}).values())
        owners = [name for name in islice(alike, MOST_ALIKE) if name.words[0] == short and self.trades(name)]
        return owners[0].text if len({name.words for name in owners}) == 1 else None

    def trades(self, name: Name) -> bool:
        """Whether a name is a firm's, which is called by its first word."""
        return name.words[-1].lower().rstrip(".") in TRADING or (not name.is_organization and self.is_body(name))

    def before(self, offset: int, noun: str) -> str | None:
        """The body that "the agency" or "the company" goes back to: the last one named that the noun fits."""
        state = self.state
        sentence = state.sentence_at(offset)
        for number in range(sentence, max(-1, sentence - REACH), -1):
            fitting = [name for name in self.named_in(number, offset) if self.fits(name, noun)]
            if fitting:
                return self.whole(fitting[0].text if number < sentence else fitting[-1].text)
        return None

    def whole(self, name: str) -> str:
        return self.called(name) or name

    def named_in(self, sentence: int, stop: int) -> list[Name]:
        """The names in a sentence outside marks, before the offset `stop`."""
        tokens, (floor, ceiling) = self.state.tokens, self.state.sentence_tokens[sentence]
        found: list[Name] = []
        first = floor
        while first < ceiling and tokens.starts[first] < stop:
            after = self.name_end(first, ceiling)
            if after > first:
                words = tuple(self.bare(index) for index in range(first, after))
                found.append(named(words, tokens.starts[first], tokens.ends[after - 1]))
            first = max(after, first + 1)
        return found

    def name_end(self, first: int, ceiling: int) -> int:
        """One past the last token of the name that begins at `first`; `first` itself if none does."""
        tokens, after = self.state.tokens, first
        while after < ceiling and tokens.quoted[after] < 0:
            links = after > first and tokens.words[after] in ("of", "&")
            if not (is_name(tokens, after) or (links and is_name(tokens, min(after + 1, ceiling - 1)))):
                break
            after += 1
            if tokens.words[after - 1].endswith("'s"):
                break
        return after

    def fits(self, name: Name, noun: str) -> bool:
        """Whether a noun can stand for the body of this name."""
        wanted = BODY_CLASSES.get(noun)
        if noun in name.lowered:
            return True
        printed = printed_again(self.state, name.text, name.start)
        if any(noun in self.nouns_beside(one) for one in printed):
            return True
        if wanted is None or not (self.is_body(name) or self.called(name.text)):
            return False
        whole = {word.lower() for word in self.whole(name.text).split()}
        return bool(wanted & whole) if wanted else not CLASSED & whole and not is_acronym(name.text)
