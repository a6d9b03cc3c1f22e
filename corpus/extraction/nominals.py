"""Common nouns for speakers: "the senator" who was named before, "the company", "a spokesman for Lee", "the report"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from corpus.extraction.accused import named_later
from corpus.extraction.antecedents import sentences_before, subject_of
from corpus.extraction.apposition import head_of, name_set_after
from corpus.extraction.kinds import Phrase, is_agent, is_name
from corpus.extraction.lexicons import (
    BODIES,
    BODY_CLASSES,
    DETERMINERS,
    DOCUMENTS,
    EPITHETS,
    ORGANIZATION,
    PREPOSITIONS,
    SPEECH,
)
from corpus.extraction.mentions import phrase_ending
from corpus.extraction.names import Name
from corpus.extraction.naming import Namer, Resolved
from corpus.extraction.printed import printed_before
from corpus.extraction.roles import holding
from corpus.extraction.state import State
from corpus.extraction.unnamed import UnnamedPeople, describe, is_unnamed_noun
from corpus.model import AttributedSpeaker, Resolution, SpeakerKind

COUNTED = frozenset(["a", "an", "one", "two", "three", "four", "five", "six", "several", "another"])
ANAPHORIC = frozenset(["the", "its", "their", "his", "her", "this", "that"])
POINTING = ANAPHORIC | {"these", "those"}
AGE = re.compile(r"(?P<years>\d{1,3})-year-old")
NEAR = 2
"""Sentences that reach back to whom "the winger", or one of several ministers, is."""
DEEPEST = 40
"""Mentions followed one after the other; only a hostile text has more."""
PHRASE = 8


class Describer(Namer):
    """Follows the descriptions of one article. The subclass says whom a whole mention names."""

    def resolve(self, mention: Phrase) -> Resolved:
        raise NotImplementedError

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._unnamed: UnnamedPeople | None = None
        self._depth = 0

    def _followed(self, phrase: Phrase) -> Resolved:
        """Whom a phrase names that another goes back to; nobody, past `DEEPEST` of them."""
        if self._depth >= DEEPEST:
            return Resolved()
        self._depth += 1
        try:
            return self.resolve(phrase)
        finally:
            self._depth -= 1

    def _nominal(self, mention: Phrase) -> Resolved:
        tokens = self.state.tokens
        if (apposed := name_set_after(tokens, mention)) and (one := self._name(apposed)):
            return one
        head = head_of(tokens, mention)
        word = tokens.words[head]
        if word in SPEECH and (owner := self._owner(mention, head)):
            return self._followed(owner)
        if word in DOCUMENTS:
            return Resolved((self._described(mention, word),))
        if head == mention[1] and (one := self._known_as(mention)):
            return one
        counted = tokens.words[mention[0]] in COUNTED and is_agent(word.removesuffix("s"))
        if is_unnamed_noun(word) or (counted and word not in BODIES):
            return Resolved((self._unnamed_speaker(mention, head),))
        return Resolved((self._described(mention, word),))

    def _known_as(self, mention: Phrase) -> Resolved | None:
        """Who of the article is meant by a noun with a determiner and nothing after it."""
        tokens, (first, head) = self.state.tokens, mention
        if (name := named_later(self.state, mention)) and len(found := self._followed(name).speakers) == 1:
            return Resolved((replace(found[0], mention_as_printed=self._printed(mention), resolution="title"),))
        plain = self._is_placed(head) or not any(map(tokens.capital, range(first + 1, head)))
        if tokens.words[first] in ANAPHORIC and plain and (one := self._named_before(mention, head)):
            return one
        alone = tokens.words[first] == "the" and head == first + 1
        return self._called_so(mention, tokens.words[head]) if alone else None

    def _is_placed(self, head: int) -> bool:
        """Whether a noun has before it where its body is: "the Eln-*based* company"."""
        return head > 0 and self.state.tokens.words[head - 1].endswith("-based")

    def _called_so(self, mention: Phrase, word: str) -> Resolved | None:
        """Who is called by a noun that news gives to somebody just named: "the 47-year-old", "the winger": whose age
        that is, or the person who was the subject of a sentence before."""
        age = AGE.fullmatch(word)
        if not age and word not in EPITHETS:
            return None
        aged = self._aged.get(age["years"], []) if age else []
        if len(aged) == 1:
            return self._surname_or_full(aged[0], mention, "title")
        sentence = self.state.sentence_at(self.state.tokens.starts[mention[0]])
        for number in sentences_before(self.state, sentence, NEAR):
            if one := self._acting(number):
                return Resolved((replace(one, mention_as_printed=self._printed(mention), resolution="title"),))
        return None

    @cached_property
    def _aged(self) -> dict[str, list[Name]]:
        """The people whose age is printed beside their name, "Ann Lee, *47*,", by that age."""
        tokens, found = self.state.tokens, dict[str, list[Name]]()
        for name in self.cast.distinct_people():
            after = tokens.at(name.end)
            comma, years = [*tokens.words[after : after + 2], "", ""][:2]
            if comma == "," and years.isdigit():
                found.setdefault(years, []).append(name)
        return found

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
        name = unnamed.name if " " in printed else printed
        return self._speaker(name, kind, mention, None, "explicit", unnamed)

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
        if len(holders) > 1 and (last := self._last_of(holders, offset)):
            return self._surname_or_full(last, mention, "title")
        if len(holders) > 1:
            return Resolved(candidates=tuple(name.text for name in holders))
        return self._introduced(mention, head) if head == mention[0] + 1 else None

    def _last_of(self, holders: list[Name], offset: int) -> Name | None:
        """Which of several who hold an office is the subject of a sentence just before."""
        sentence = self.state.sentence_at(offset)
        for number in sentences_before(self.state, sentence, NEAR):
            one = self._acting(number)
            if one and (there := [name for name in holders if name.text == one.name]):
                return there[0]
        return None

    def _acting(self, number: int) -> AttributedSpeaker | None:
        """The one person who is the subject of a verb in a sentence."""
        phrase = subject_of(self.state, number, self.state.sentence_tokens[number][1])
        found = self._followed(phrase) if phrase else Resolved()
        alone = len(found.speakers) == 1 and found.speakers[0].kind == "person"
        return found.speakers[0] if alone else None

    def _body_before(self, mention: Phrase, word: str) -> Resolved | None:
        offset = self.state.tokens.starts[mention[0]]
        if mention[1] > mention[0] + 1 and not self._is_placed(mention[1]):
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
            if (apposed := name_set_after(tokens, phrase)) and (one := self._name(apposed)):
                printed = self._printed(mention)
                again = (replace(who, mention_as_printed=printed, resolution="title") for who in one.speakers)
                return Resolved(tuple(again), one.candidates)
            if phrase[1] - phrase[0] >= 2 or tokens.words[phrase[0]] not in POINTING:
                return Resolved((self._as_described(mention, phrase, word),))
        return None

    def _as_described(self, mention: Phrase, phrase: Phrase, word: str) -> AttributedSpeaker:
        """The speaker that a mention means, under the words of an earlier phrase with the noun `word`."""
        printed = self._printed(phrase).removeprefix("the ").removeprefix("The ")
        if word in BODIES:
            return self._speaker(printed, "organization", mention, None, "title")
        first, _, rest = printed.partition(" ")
        unnamed = describe(first, rest, word, None, 0, printed, "")
        return self._speaker(unnamed.name, "anonymous", mention, None, "title", unnamed)

    def _unnamed_people(self) -> UnnamedPeople:
        if self._unnamed is None:
            self._unnamed = UnnamedPeople(self.state.tokens)
        return self._unnamed

    def _unnamed_speaker(self, mention: Phrase, head: int) -> AttributedSpeaker:
        tokens = self.state.tokens
        people = self._unnamed_people()
        first, word = mention[0], tokens.words[head]
        offset = tokens.starts[first]
        described = frozenset(tokens.words[first + 1 : head])
        definite = tokens.words[first] == "the"
        if definite and not described:
            self._follow_subject(mention, word)
        one = people.meant_by(offset, word, described) if definite else None
        one = one or people.at(offset, self._printed((first, mention[1])), word)
        name = people.name_of(one)
        return self._speaker(name, "anonymous", mention, None, "inferred" if definite else "explicit", one)

    def _follow_subject(self, mention: Phrase, word: str) -> None:
        """Let it be known who "the first official" was in the sentence before "the official"."""
        sentence = self.state.sentence_at(self.state.tokens.starts[mention[0]])
        for number in sentences_before(self.state, sentence, 1):
            phrase = subject_of(self.state, number)
            if phrase and phrase[1] > phrase[0] and self.state.tokens.words[phrase[1]] == word:
                self._followed(phrase)

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
        head = head_of(tokens, mention)
        tie = head + 1
        if tie > mention[1] or tokens.words[tie] not in PREPOSITIONS or is_name(tokens, head):
            return False
        if "," in tokens.words[tie : mention[1]]:
            return False
        after = min(tie + 1, mention[1])
        plain = not tokens.capital(after) and tokens.words[after] not in DETERMINERS
        full = is_name(tokens, mention[1]) and is_name(tokens, mention[1] - 1)
        return not (tokens.words[tie] == "of" and plain and full)
