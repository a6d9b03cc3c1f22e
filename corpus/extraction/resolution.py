"""Mention to person: the words that name a speaker, followed to a name in the article, and from there to the register.

Names are followed by `naming`; here are the words that stand for them: pronouns, "the three leaders", "the senator",
"the council", and people who have no name at all.
"""

from __future__ import annotations

from corpus.extraction.antecedents import antecedents, group_before
from corpus.extraction.cast import Name
from corpus.extraction.kinds import Phrase, is_agent, is_name
from corpus.extraction.lexicons import (
    BODIES,
    DETERMINERS,
    DOCUMENTS,
    FUNCTION,
    JOINT,
    NAME_PARTICLES,
    ORGANIZATION,
    OWNERS,
    PRONOUNS,
)
from corpus.extraction.naming import Namer, Resolved
from corpus.extraction.roles import add_offices, is_office
from corpus.extraction.state import State
from corpus.extraction.subjects import antecedent
from corpus.extraction.unnamed import UnnamedPeople, describe, is_unnamed_noun
from corpus.model import AttributedSpeaker, Attribution, Resolution, SpeakerKind

GENDERED = {"he": "male", "she": "female"}
RELATIVE = frozenset(["who", "which", "that"])
NOT_NAMING = frozenset(["neither", "none", "nobody", "those", "these", "senior", "former", "other", "such"])
"""*neither*, or *according to senior*, where a line breaks off."""
COUNTED = frozenset(["a", "an", "one", "two", "three", "four", "five", "six", "several", "another"])
ANAPHORIC = frozenset(["the", "its", "their", "his", "her"])
FIRST_PERSON = frozenset(["i", "we", "you"])


class Resolver(Namer):
    """Follows the mentions of one article, in text order."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._unnamed: UnnamedPeople | None = None
        self._offices_known = False
        self._known: dict[Phrase, Resolved] = {}
        self._groups: dict[int, tuple[AttributedSpeaker, ...]] = {}

    def resolve(self, mention: Phrase) -> Resolved:
        """The speakers that the phrase names; the same phrase always the same."""
        if mention not in self._known:
            names_nobody = self.state.tokens.words[mention[1]] in NOT_NAMING
            self._known[mention] = Resolved() if names_nobody else self._resolve(mention)
        return self._known[mention]

    def _resolve(self, mention: Phrase) -> Resolved:
        tokens = self.state.tokens
        first, last = mention
        word = tokens.words[first].split("'")[0]
        if word in RELATIVE and first == last:
            floor, _ = self.state.sentence_tokens[self.state.sentence_at(tokens.starts[first])]
            phrase = antecedent(tokens, first, floor)
            return self._resolve(phrase) if phrase else Resolved()
        word = OWNERS.get(word, word)
        if word in PRONOUNS and first == last:
            return self._pronoun(first, word)
        if number := self._joint_number(mention):
            return self._group(mention, number)
        parts = self._parts(mention)
        if len(parts) > 1:
            each = [self._resolve(part) for part in parts]
            if all(one.speakers for one in each):
                return Resolved(tuple(speaker for one in each for speaker in one.speakers))
        if is_name(tokens, last) and not is_unnamed_noun(tokens.words[last]):
            return self._name(mention) or self._nominal(mention)
        return self._nominal(mention)

    def _pronoun(self, index: int, word: str) -> Resolved:
        if word in FIRST_PERSON or word in ("it", "they", "who"):
            return Resolved()
        offset = self.state.tokens.starts[index]
        self._learn_offices()
        people, _ = antecedents(self.state, self.cast, offset, GENDERED.get(word))
        resolved = [self._surname_or_full(person.name, (index, index)) for person in people]
        if len(resolved) == 1 and resolved[0].speakers:
            return Resolved(resolved[0].speakers)
        names = tuple(dict.fromkeys(speaker.name for one in resolved for speaker in one.speakers))
        if len(names) == 1:
            return next(one for one in resolved if one.speakers)
        return Resolved(candidates=names)

    def _surname_or_full(self, name: Name, mention: Phrase, how: Resolution = "pronoun") -> Resolved:
        found = self._person(name, mention, None, how) if name.is_full else self._surname(name, mention, None)
        speakers = tuple(
            AttributedSpeaker(one.name, one.kind, one.slug, one.qid, one.mention_as_printed, None, how)
            for one in found.speakers
        )
        return Resolved(speakers, found.candidates)

    def _joint_number(self, mention: Phrase) -> int | None:
        """How many people "the three leaders" or "the trio" go back to."""
        words = self.state.tokens.words[mention[0] : mention[1] + 1]
        if words[0] != "the" and words[0] != "both":
            return None
        if len(words) <= 2 and words[-1] in JOINT:
            return JOINT[words[-1]]
        if len(words) in (2, 3) and words[-2] in JOINT and not is_unnamed_noun(words[-1]):
            return JOINT[words[-2]]
        return None

    def _group(self, mention: Phrase, count: int) -> Resolved:
        offset = self.state.tokens.starts[mention[0]]
        self._learn_offices()
        people = group_before(self.state, self.cast, offset, count)
        each = [self._surname_or_full(person.name, mention, "inferred") for person in people]
        if each and all(one.speakers for one in each):
            self._groups[count] = tuple(speaker for one in each for speaker in one.speakers)
            return Resolved(self._groups[count])
        if count in self._groups:
            return Resolved(self._groups[count])
        return Resolved((self._speaker(self._printed(mention), "group", mention, None, "explicit"),))

    def _parts(self, mention: Phrase) -> list[Phrase]:
        """A phrase cut at its commas and *and*, if each part is a name."""
        tokens = self.state.tokens
        first, last = mention
        parts: list[Phrase] = []
        start = first
        for index in range(first, last + 2):
            if index > last or tokens.words[index] in ("and", ","):
                if start < index:
                    parts.append((start, index - 1))
                start = index + 1
        joined = "and" in tokens.words[first : last + 1]
        return parts if joined and len(parts) > 1 and all(is_name(tokens, end) for _, end in parts) else [mention]

    def _nominal(self, mention: Phrase) -> Resolved:
        tokens = self.state.tokens
        head = self._head(mention)
        word = tokens.words[head]
        definite = tokens.words[mention[0]] == "the"
        if (apposed := self._apposed_name(mention)) and (one := self._name(apposed)):
            return one
        anaphoric = tokens.words[mention[0]] in ANAPHORIC and head - mention[0] <= 2
        if anaphoric and (one := self._named_before(mention, head)):
            return one
        if is_unnamed_noun(word) or (
            tokens.words[mention[0]] in COUNTED and is_agent(word.removesuffix("s")) and word not in DOCUMENTS | BODIES
        ):
            return Resolved((self._unnamed_speaker(mention, head, definite),))
        share = word in ("percent", "%", "half", "majority") or word[0].isdigit()
        kind: SpeakerKind = "group" if word.endswith("s") or share else "anonymous"
        if word in BODIES or word in ORGANIZATION:
            kind = "organization"
        if word in DOCUMENTS:
            kind = "document"
        if kind == "anonymous":
            printed = self._printed(mention)
            unnamed = describe(printed.split()[0], " ".join(printed.split()[1:]) or printed, word, None, 0, printed, "")
            return Resolved((self._speaker(printed, kind, mention, None, "explicit", unnamed),))
        return Resolved((self._speaker(self._printed(mention), kind, mention, None, "explicit"),))

    def _head(self, mention: Phrase) -> int:
        """The head noun of a phrase: the last word before its first preposition."""
        tokens = self.state.tokens
        for index in range(mention[0] + 1, mention[1] + 1):
            if (
                tokens.words[index] in FUNCTION
                and tokens.words[index] not in DETERMINERS
                and tokens.words[index] not in ("and", "or")
            ):
                if tokens.words[index - 1] in DETERMINERS and tokens.words[index] == "of":
                    continue
                return index - 1
        return mention[1]

    def _apposed_name(self, mention: Phrase) -> Phrase | None:
        """The name set after an office by a comma: "their coach, *Ann Lee*, said"."""
        tokens = self.state.tokens
        first = stop = mention[1] + 2
        if (
            first + 1 >= len(tokens)
            or tokens.words[first - 1] != ","
            or not is_office(tokens.words[self._head(mention)])
        ):
            return None
        while stop < len(tokens) and (is_name(tokens, stop) or tokens.words[stop] in NAME_PARTICLES):
            stop += 1
        whole = stop - first >= 2 and (stop == len(tokens) or tokens.words[stop] in (",", ".", ":"))
        return (first, stop - 1) if whole else None

    def _named_before(self, mention: Phrase, head: int) -> Resolved | None:
        """Who of those named before holds the office ("the senator"), or is the body ("the council"), if one does."""
        tokens = self.state.tokens
        word, offset = tokens.words[head], tokens.starts[mention[0]]
        if is_unnamed_noun(word) and self._unnamed_people().last_before(offset, word):
            return None
        self._learn_offices()
        holders = self.cast.holding(word, offset)
        if len(holders) == 1:
            return self._surname_or_full(holders[0], mention, "title")
        if len(holders) > 1:
            return Resolved(candidates=tuple(name.text for name in holders))
        body = self.cast.only_body(word, offset)
        return self._organization(body, mention, "title") if body else None

    def _learn_offices(self) -> None:
        """Read the offices printed with the names, once and only if something turns on them."""
        if not self._offices_known:
            add_offices(self.state, self.cast)
            self._offices_known = True

    def _unnamed_people(self) -> UnnamedPeople:
        if self._unnamed is None:
            self._unnamed = UnnamedPeople(self.state.tokens)
        return self._unnamed

    def _unnamed_speaker(self, mention: Phrase, head: int, definite: bool) -> AttributedSpeaker:
        tokens = self.state.tokens
        people = self._unnamed_people()
        word = tokens.words[head]
        offset = tokens.starts[mention[0]]
        bare = definite and head - mention[0] == 1
        printed = self._printed(mention)
        one = (people.last_before(offset, word) if bare else None) or people.at(offset, printed, word)
        name = people.name_of(one)
        return self._speaker(name, "anonymous", mention, None, "inferred" if definite else "explicit", one)


def attribution_of(resolved: Resolved, rule: str | None) -> Attribution:
    return Attribution(resolved.status, rule, resolved.candidates)
