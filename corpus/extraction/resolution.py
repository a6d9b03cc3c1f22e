"""Mention to person: the words that name a speaker, followed to a name in the article, and from there to the register.

`naming` follows names, `nominals` descriptions ("the senator", "the company"), `pronouns` what goes back to somebody.
"""

from __future__ import annotations

from corpus.extraction.apposition import head_of
from corpus.extraction.kinds import Phrase, is_agent, is_name
from corpus.extraction.lexicons import CALLINGS, DETERMINERS, DOCUMENTS, ORGANIZATION, OWNERS, PRONOUNS, UNCOUNTED
from corpus.extraction.names import is_acronym
from corpus.extraction.naming import Resolved
from corpus.extraction.pronouns import GENDERS, Follower
from corpus.extraction.state import State
from corpus.extraction.subjects import antecedent
from corpus.extraction.unnamed import is_unnamed_noun
from corpus.model import Attribution

RELATIVE = frozenset(["who", "which", "that"])
COLLEAGUES = frozenset(["colleagues", "co-authors", "coauthors", "collaborators", "team"])
NOT_NAMING = frozenset(["neither", "none", "nobody", "those", "these", "senior", "former", "other", "such"])
"""*neither*, or *according to senior*, where a line breaks off."""


class Resolver(Follower):
    """Follows the mentions of one article, in text order."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._known: dict[Phrase, Resolved] = {}

    def resolve(self, mention: Phrase) -> Resolved:
        """The speakers that the phrase names; the same phrase always the same."""
        if mention not in self._known:
            names_nobody = self.state.tokens.words[mention[1]] in NOT_NAMING
            self._known[mention] = Resolved() if names_nobody else self._with_colleagues(mention)
        return self._known[mention]

    def _with_colleagues(self, mention: Phrase) -> Resolved:
        """Whom a phrase names, and those who speak with them: "*Lee* and her colleagues write"."""
        found, after = self._resolve(mention), mention[1] + 1
        match self.state.tokens.words[after : after + 3]:
            case ["and", owner, noun] if found.speakers and owner in OWNERS and noun in COLLEAGUES:
                pass
            case _:
                return found
        others = (after + 1, after + 2)
        return Resolved((*found.speakers, self._speaker(self._printed(others), "group", others, None, "explicit")))

    def _resolve(self, mention: Phrase) -> Resolved:
        tokens = self.state.tokens
        first, last = mention
        word = tokens.words[first].split("'")[0]
        if word in RELATIVE and first == last:
            floor, _ = self.state.sentence_tokens[self.state.sentence_at(tokens.starts[first])]
            phrase = antecedent(tokens, first, floor)
            return self._resolve(phrase) if phrase else Resolved()
        word = OWNERS.get(word, word)
        if first == last and (word in PRONOUNS or word in GENDERS):
            return self._pronoun(first, word)
        if number := self._joint_number(mention):
            return self._group(mention, number)
        return self._joined(mention) or self._one(mention)

    def _joined(self, mention: Phrase) -> Resolved | None:
        """Those whom *and* joins in a phrase, or the body whose name has it; None if nothing is joined."""
        parts = self._parts(mention)
        if len(parts) < 2:
            return None
        if self._is_one_body(parts):
            return self._body(self._printed(mention).removeprefix("The ").removeprefix("the "), mention, "explicit")
        each = [self._shared_surname(parts) or self._resolve(parts[0]), *map(self._resolve, parts[1:])]
        if all(one.speakers for one in each):
            return Resolved(tuple(speaker for one in each for speaker in one.speakers))
        return None

    def _one(self, mention: Phrase) -> Resolved:
        """Whom a phrase names that stands for one."""
        tokens, (_, last) = self.state.tokens, mention
        common = is_unnamed_noun(tokens.words[last]) or self._opens_as_noun(mention) or self._is_calling(mention)
        named = is_name(tokens, last) and not common
        if named and not self._has_phrase_after(mention):
            return self._name(mention) or self._nominal(mention)
        return self._nominal(mention)

    def _opens_as_noun(self, mention: Phrase) -> bool:
        """Whether a word has its capital from the sentence that it opens: "Traders said", "Work dried up"."""
        tokens, (first, last) = self.state.tokens, mention
        word = tokens.words[first]
        several = word.endswith("s") and (is_agent(word) or word in DOCUMENTS)
        if first != last or not (several or word in UNCOUNTED):
            return False
        floor, _ = self.state.sentence_tokens[self.state.sentence_at(tokens.starts[first])]
        name = self.bodies.bare(first)
        return first == floor and not self.cast.bearing(name) and not self.state.register.find(name)

    def _is_calling(self, mention: Phrase) -> bool:
        """Whether a phrase with a determiner says what somebody is: "a Labour MP", not "Ann Lee MP"."""
        words, (first, last) = self.state.tokens.words, mention
        return words[last] in CALLINGS and words[first] in DETERMINERS

    def _parts(self, mention: Phrase) -> list[Phrase]:
        """A phrase cut at its commas and *and*, if each part is a name, and not all of them of one office: "the MP for
        Eln and Holm, Ann Lee"."""
        tokens = self.state.tokens
        first, last = mention
        parts: list[Phrase] = []
        start = first + (tokens.words[first] == "both")
        for index in range(first, last + 2):
            if index > last or tokens.words[index] in ("and", ","):
                if start < index:
                    parts.append((start, index - 1))
                start = index + 1
        joined = "and" in tokens.words[first : last + 1]
        head = head_of(tokens, mention)
        office = not is_name(tokens, head) or tokens.words[head] in CALLINGS
        of_one = office and tokens.words[first] in DETERMINERS and head < parts[0][1]
        several = joined and len(parts) > 1 and all(is_name(tokens, end) for _, end in parts)
        return parts if several and not of_one else [mention]

    def _is_one_body(self, parts: list[Phrase]) -> bool:
        """Whether *and* stands within the name of one body: "the Food and Drug Board", "the Centers for Sand and Silt",
        but not "the FBI and the Board"."""
        (first, end), (second, last) = parts[0], parts[-1]
        tokens = self.state.tokens
        named = [index for index in range(first, end + 1) if tokens.words[index] not in DETERMINERS]
        if len(parts) != 2 or tokens.words[second] in DETERMINERS or not tokens.capital(named[0]):
            return False
        for_both = next((index for index in named if tokens.words[index] == "for"), None)
        if for_both:
            return tokens.words[for_both - 1] in ORGANIZATION
        alone = any(tokens.words[index] in ORGANIZATION or is_acronym(tokens.printed(index)) for index in named)
        people = any(self._names_another(part) for part in parts)
        return tokens.words[last] in ORGANIZATION and not alone and not people and second < last

    def _names_another(self, part: Phrase) -> bool:
        """Whether the last word of a name is also that of another: "Lee" of "the Harbour and *Lee*"."""
        words = {self.bodies.bare(index) for index in range(part[0], part[1] + 1)}
        return any(not words >= set(name.words) for name in self.cast.bearing(self.bodies.bare(part[1])))

    def _shared_surname(self, parts: list[Phrase]) -> Resolved | None:
        """The first of two who share the surname that only the second has: "*Ann* and Bo Lee"."""
        (first, last), (second, end) = parts[0], parts[-1]
        given = self.bodies.bare(first)
        apart = self.state.tokens.words[second] in DETERMINERS
        if len(parts) > 2 or first != last or second == end or apart or self.cast.bearing(given):
            return None
        whole = f"{given} {self.bodies.bare(end)}"
        return Resolved((self._speaker(whole, "person", parts[0], None, "explicit"),))


def attribution_of(resolved: Resolved, rule: str | None) -> Attribution:
    return Attribution(resolved.status, rule, resolved.candidates)
