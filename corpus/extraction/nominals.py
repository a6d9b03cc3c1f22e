"""Common nouns for speakers: "the senator" who was named before, "the company", "a spokesman for Lee", "the report"."""

from __future__ import annotations

from dataclasses import replace

from corpus.extraction.antecedents import sentences_before, subject_of
from corpus.extraction.cast import Name
from corpus.extraction.kinds import Phrase, is_agent, is_name
from corpus.extraction.lexicons import (
    BODIES,
    BODY_CLASSES,
    DETERMINERS,
    DOCUMENTS,
    FUNCTION,
    KIN,
    NAME_PARTICLES,
    NAMING_BODIES,
    ORGANIZATION,
    PREPOSITIONS,
    SPEECH,
)
from corpus.extraction.mentions import phrase_ending
from corpus.extraction.naming import Namer, Resolved
from corpus.extraction.printed import printed_before
from corpus.extraction.roles import holding, is_office, trade_before
from corpus.extraction.state import State
from corpus.extraction.unnamed import ORDINAL_WORDS, UnnamedPeople, describe, is_unnamed_noun
from corpus.model import AttributedSpeaker, Resolution, SpeakerKind

COUNTED = frozenset(["a", "an", "one", "two", "three", "four", "five", "six", "several", "another"])
ANAPHORIC = frozenset(["the", "its", "their", "his", "her", "this", "that"])
POINTING = ANAPHORIC | {"these", "those"}
WHEN = frozenset(["last", "this", "next", "earlier", "late", "early"])
PHRASE = 8
OF_THEM = (["of", "them"], ["of", "whom"])


class Describer(Namer):
    """Follows the descriptions of one article. The subclass says whom a whole mention names."""

    def resolve(self, mention: Phrase) -> Resolved:
        raise NotImplementedError

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._unnamed: UnnamedPeople | None = None

    def _nominal(self, mention: Phrase) -> Resolved:
        tokens = self.state.tokens
        if (apposed := self._apposed_name(mention)) and (one := self._name(apposed)):
            return one
        head = self._head(mention)
        word = tokens.words[head]
        bare = head == mention[1] and not any(map(tokens.capital, range(mention[0] + 1, head)))
        if word in SPEECH and (owner := self._owner(mention, head)):
            return self.resolve(owner)
        if word in DOCUMENTS:
            return Resolved((self._described(mention, word),))
        if tokens.words[mention[0]] in ANAPHORIC and bare and (one := self._named_before(mention, head)):
            return one
        counted = tokens.words[mention[0]] in COUNTED and is_agent(word.removesuffix("s"))
        if is_unnamed_noun(word) or (counted and word not in DOCUMENTS | BODIES):
            return Resolved((self._unnamed_speaker(mention, head),))
        return Resolved((self._described(mention, word),))

    def _owner(self, mention: Phrase, head: int) -> Phrase | None:
        """Whose answer, claim or voice it is, if the phrase says so: "*Lee*'s answer", "*a man*'s voice"."""
        tokens = self.state.tokens
        last = next((index for index in range(mention[0], head) if tokens.words[index].endswith("'s")), None)
        return (mention[0], last) if last is not None else None

    def _described(self, mention: Phrase, word: str) -> AttributedSpeaker:
        """A speaker of whom no more is known than the phrase itself, whose noun is `word`."""
        share = word in ("percent", "%", "half", "majority") or word[0].isdigit()
        kind: SpeakerKind = "group" if word.endswith("s") or share else "anonymous"
        if word in BODIES or word in ORGANIZATION:
            kind = "organization"
        if word in DOCUMENTS:
            kind = "document"
        printed = self._printed(mention)
        if kind != "anonymous":
            return self._speaker(printed, kind, mention, None, "explicit")
        unnamed = describe(printed.split()[0], " ".join(printed.split()[1:]) or printed, word, None, 0, printed, "")
        return self._speaker(printed, kind, mention, None, "explicit", unnamed)

    def _head(self, mention: Phrase) -> int:
        """The head noun of a phrase: the last word before its first preposition or a time."""
        tokens = self.state.tokens
        for index in range(mention[0] + 1, mention[1] + 1):
            word, before = tokens.words[index], tokens.words[index - 1]
            if word in WHEN and before not in DETERMINERS:
                return index - 1
            if word in FUNCTION and word not in DETERMINERS and word not in ("and", "or"):
                if before in DETERMINERS and word == "of":
                    continue
                return index - 1
        return mention[1]

    def _apposed_name(self, mention: Phrase) -> Phrase | None:
        """The name that a comma sets after a description: "their coach, *Ann Lee*, said", "said the coach, *Ann Lee*."
        One word is enough after a relative or a body: "her daughter, *Ann*,", "the operator, *Tidewell*,"."""
        tokens = self.state.tokens
        comma = self._description_end(mention)
        first = self._name_after(comma) if comma + 1 < len(tokens) else None
        if first is None or not self._is_description(mention):
            return None
        stop = first
        while stop < len(tokens) and tokens.quoted[stop] < 0:
            if not is_name(tokens, stop) and tokens.words[stop] not in NAME_PARTICLES:
                break
            stop += 1
        head = tokens.words[self._head(mention)]
        alone = head in KIN or head in NAMING_BODIES or tokens.words[first - 1] in ("called", "named")
        fewest = 1 if alone else 2
        bounded = stop == len(tokens) or tokens.quoted[stop] >= 0 or tokens.words[stop] in (",", ".", ":", ";", "(")
        whole = stop - first >= fewest and bounded and not tokens.words[stop - 1].endswith("'s")
        return (first, stop - 1) if whole else None

    def _description_end(self, mention: Phrase) -> int:
        """One past a description and what belongs to it: "one *of them*", "the head of the teachers*' union*"."""
        words, after = self.state.tokens.words, mention[1] + 1
        if words[after : after + 2] in OF_THEM or (words[after : after + 1] == ["'"] and words[mention[1]][-1] == "s"):
            return after + 2
        return after

    def _name_after(self, index: int) -> int | None:
        """Where a name begins that follows a description: past its comma and another description, or past *called*."""
        tokens = self.state.tokens
        if tokens.words[index] in ("called", "named"):
            return index + 1
        if tokens.words[index] != ",":
            return None
        first = index + 1
        if tokens.words[first] not in DETERMINERS:
            return first
        within = range(first + 1, min(first + PHRASE, len(tokens)))
        name = next((index for index in within if is_name(tokens, index)), None)
        return name if name and (name == first + 1 or trade_before(tokens, name)) else None

    def _is_description(self, mention: Phrase) -> bool:
        """Whether a phrase says who somebody is: an office, or any common noun with a determiner or an owner."""
        tokens = self.state.tokens
        head = self._head(mention)
        if tokens.words[mention[0]] == "one" or is_office(tokens.words[head]):
            return True
        owned = any("'" in tokens.words[index] for index in range(mention[0], head))
        return not tokens.capital(head) and (tokens.words[mention[0]] in DETERMINERS or owned)

    def _named_before(self, mention: Phrase, head: int) -> Resolved | None:
        """Who of those named before holds the office ("the senator"), is the body ("the council") or was so described
        ("the officer" after "an intelligence officer"), if one does."""
        tokens = self.state.tokens
        word, offset = tokens.words[head], tokens.starts[mention[0]]
        if is_unnamed_noun(word) and self._unnamed_people().last_before(offset, word):
            return None
        if word in BODIES or word in BODY_CLASSES:
            return self._body_before(mention, word)
        self._learn_offices()
        wanted = frozenset(tokens.words[index].removesuffix("'s") for index in range(mention[0] + 1, head + 1))
        holders = holding(self.cast, wanted, word, offset)
        if len(holders) == 1:
            return self._surname_or_full(holders[0], mention, "title")
        if len(holders) > 1:
            return Resolved(candidates=tuple(name.text for name in holders))
        return self._introduced(mention, head) if head == mention[0] + 1 else None

    def _body_before(self, mention: Phrase, word: str) -> Resolved | None:
        offset = self.state.tokens.starts[mention[0]]
        if mention[1] > mention[0] + 1:
            return None
        if (named := self.bodies.before(offset, word)) is not None:
            return self._body(named, mention, "title")
        if body := self.cast.only_body(word, offset):
            return self._organization(body, mention, "title")
        return self._introduced(mention, mention[1]) if word in BODIES else None

    def _introduced(self, mention: Phrase, head: int) -> Resolved | None:
        """The longer description that "the officer" or "the ministry" goes back to, if an earlier one has more."""
        tokens = self.state.tokens
        word = tokens.words[head]
        for index in printed_before(self.state, word, tokens.starts[mention[0]]):
            phrase = phrase_ending(tokens, index, max(0, index - PHRASE))
            if phrase is None or phrase[1] == phrase[0]:
                continue
            if (apposed := self._apposed_name(phrase)) and (one := self._name(apposed)):
                return Resolved(tuple(replace(speaker, resolution="title") for speaker in one.speakers), one.candidates)
            if phrase[1] - phrase[0] >= 2 or tokens.words[phrase[0]] not in POINTING:
                return Resolved((self._as_described(mention, phrase, word),))
        return None

    def _as_described(self, mention: Phrase, phrase: Phrase, word: str) -> AttributedSpeaker:
        """The speaker that a mention means, under the words of an earlier phrase with the noun `word`."""
        printed = self._printed(phrase).removeprefix("the ").removeprefix("The ")
        if word in BODIES:
            return self._speaker(printed, "organization", mention, None, "title")
        first, _, rest = printed.partition(" ")
        return self._speaker(
            printed, "anonymous", mention, None, "title", describe(first, rest, word, None, 0, printed, "")
        )

    def _unnamed_people(self) -> UnnamedPeople:
        if self._unnamed is None:
            self._unnamed = UnnamedPeople(self.state.tokens)
        return self._unnamed

    def _unnamed_speaker(self, mention: Phrase, head: int) -> AttributedSpeaker:
        tokens = self.state.tokens
        people = self._unnamed_people()
        first, word = self._with_ordinal(mention[0]), tokens.words[head]
        offset = tokens.starts[first]
        described = frozenset(tokens.words[first + 1 : head])
        definite = tokens.words[first] == "the"
        if definite and not described:
            self._follow_subject(mention, word)
        one = people.meant_by(offset, word, described) if definite else None
        one = one or people.at(offset, self._printed((first, mention[1])), word)
        name = people.name_of(one)
        return self._speaker(name, "anonymous", mention, None, "inferred" if definite else "explicit", one)

    def _with_ordinal(self, first: int) -> int:
        """Where a phrase begins, with the number before it: "*the first* union official"."""
        words = self.state.tokens.words
        numbered = first >= 2 and words[first - 1] in ORDINAL_WORDS and words[first - 2] in DETERMINERS
        return first - 2 if numbered else first

    def _follow_subject(self, mention: Phrase, word: str) -> None:
        """Let it be known who "the first official" was in the sentence before "the official"."""
        sentence = self.state.sentence_at(self.state.tokens.starts[mention[0]])
        for number in sentences_before(self.state, sentence, 1):
            phrase = subject_of(self.state, number)
            if phrase and phrase[1] > phrase[0] and self.state.tokens.words[phrase[1]] == word:
                self.resolve(phrase)

    def _surname_or_full(self, name: Name, mention: Phrase, how: Resolution = "pronoun") -> Resolved:
        before = tuple((name.role or "").lower().split())
        full = name.is_full
        found = self._person(name, mention, None, how) if full else self._surname(name, mention, None, before)
        speakers = tuple(
            AttributedSpeaker(one.name, one.kind, one.slug, one.qid, one.mention_as_printed, None, how)
            for one in found.speakers
        )
        return Resolved(speakers, found.candidates)

    def _has_phrase_after(self, mention: Phrase) -> bool:
        """Whether what ends a phrase is tied to a noun before it: "a spokesman *for Ann Lee*", and not an office's own
        words, "chief of staff Ann Lee"."""
        tokens = self.state.tokens
        head = self._head(mention)
        tie = head + 1
        if tie > mention[1] or tokens.words[tie] not in PREPOSITIONS or is_name(tokens, head):
            return False
        if "," in tokens.words[tie : mention[1]]:
            return False
        after = min(tie + 1, mention[1])
        plain = not tokens.capital(after) and tokens.words[after] not in DETERMINERS
        full = is_name(tokens, mention[1]) and is_name(tokens, mention[1] - 1)
        return not (tokens.words[tie] == "of" and plain and full)
