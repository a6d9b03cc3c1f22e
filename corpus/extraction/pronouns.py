"""Pronouns, "the three leaders" and "the couple": whom they go back to.

The subject of the sentence before comes first, by whatever words it is named; then the others named there. If two
fit, both are candidates and neither is chosen. A person whom one pronoun has meant is not meant by another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corpus.extraction.antecedents import (
    fits,
    group_before,
    is_object,
    people_before,
    people_in,
    sentences_before,
    subject_of,
)
from corpus.extraction.cast import Person, gender_shown
from corpus.extraction.kinds import Phrase, is_agent
from corpus.extraction.lexicons import DETERMINERS, DOCUMENTS, JOINT
from corpus.extraction.mentions import phrase_ending
from corpus.extraction.names import Name, named
from corpus.extraction.namesakes import gender_of
from corpus.extraction.naming import Resolved
from corpus.extraction.nominals import Describer
from corpus.extraction.state import State
from corpus.extraction.unnamed import PLURALS, is_unnamed_noun
from corpus.model import AttributedSpeaker

GENDERS = {"he": "male", "him": "male", "she": "female", "her": "female"}
NOMINATIVE = {"male": "he", "female": "she"}
PLURAL = frozenset(["they", "them"])
SINGULAR_BODIES = frozenset(["organization", "document"])
FEW = 2
"""Sentences that *it* and *they* reach back."""


class Follower(Describer):
    """Follows the pronouns of one article. The subclass says whom a whole mention names."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._groups: dict[int, tuple[AttributedSpeaker, ...]] = {}

    def _pronoun(self, index: int, word: str) -> Resolved:
        self._learn_offices()
        if word in GENDERS:
            return self._he_or_she(index, GENDERS[word])
        if word == "it" or word in PLURAL:
            return self._it_or_they(index, word)
        return Resolved()

    def _he_or_she(self, index: int, gender: str) -> Resolved:
        offset = self.state.tokens.starts[index]
        sentence = self.state.sentence_at(offset)
        if found := self._subject(sentence, index, gender, stop=index):
            return found
        people = people_before(self.state, self.cast, sentence, offset)
        named = [one for one in people if fits(self.cast, one.name, gender) and not is_object(self.state, one)]
        if named:
            return self._one_of(named, index, gender)
        for number in sentences_before(self.state, sentence):
            if found := self._subject(number, index, gender):
                return found
            people = people_in(self.state, self.cast, number)
            if named := [one for one in people if fits(self.cast, one.name, gender)]:
                return self._one_of(named, index, gender)
        return Resolved()

    def _subject(self, sentence: int, index: int, gender: str, stop: int | None = None) -> Resolved | None:
        """The subject of a sentence, or of what stands before token `stop` in it, as whom a pronoun goes back to, if it
        can be; both, if it is of two. One without a name yields to whom the sentence itself calls by the pronoun."""
        found = self._resolved_subject(sentence, stop)
        if found is None:
            return None
        fit = [one for one in found.speakers if self._can_be(one, gender)]
        names = [name for name in found.candidates if fits(self.cast, as_name(name), gender)]
        if fit and stop is None and fit[0].kind == "anonymous" and (same := self._same_pronoun(sentence, gender)):
            return self._followed(same)
        if len(fit) == 1 and not names:
            return self._meant(fit[0], index, gender)
        if len(fit) > 1 or len(names) > 1:
            return Resolved(candidates=tuple(dict.fromkeys([*(one.name for one in fit), *names])))
        return self._surname_or_full(as_name(names[0]), (index, index)) if names else None

    def _same_pronoun(self, sentence: int, gender: str) -> Phrase | None:
        """Where a sentence has the pronoun of a gender as a subject."""
        tokens, (floor, ceiling) = self.state.tokens, self.state.sentence_tokens[sentence]
        places = (index for index in range(floor, ceiling) if tokens.words[index] == NOMINATIVE[gender])
        place = next((index for index in places if tokens.quoted[index] < 0), None)
        return None if place is None else (place, place)

    def _resolved_subject(self, sentence: int, stop: int | None = None) -> Resolved | None:
        phrase = subject_of(self.state, sentence, stop)
        return None if phrase is None else self._followed(phrase)

    def _can_be(self, speaker: AttributedSpeaker, gender: str) -> bool:
        """Whether *he* or *she* can be somebody: a person, or one without a name, of whom nothing else is shown."""
        if speaker.kind == "person":
            return fits(self.cast, as_name(speaker.name), gender)
        one = speaker.anonymous
        if one is None or one.count_claimed not in (None, 1):
            return False
        words = speaker.name.lower().split()
        somebody = any(map(is_agent, words)) and PLURALS.keys().isdisjoint(words)
        return somebody and gender_shown(speaker.name) in (None, gender)

    def _meant(self, speaker: AttributedSpeaker, index: int, gender: str) -> Resolved:
        """The speaker as named by a pronoun; what the pronoun shows of a person is kept."""
        name = as_name(speaker.name)
        if speaker.kind == "person" and gender_of(self.cast, name) is None:
            self.cast.genders.setdefault(name.key, set()).add(gender)
        printed = self._printed((index, index))
        return Resolved((replace(speaker, mention_as_printed=printed, role_as_printed=None, resolution="pronoun"),))

    def _one_of(self, people: list[Person], index: int, gender: str) -> Resolved:
        resolved = [self._surname_or_full(person.name, (index, index)) for person in people]
        speakers = {one.name: one for found in resolved for one in found.speakers}
        fit = [one for one in speakers.values() if self._can_be(one, gender)]
        if len(fit) == 1:
            return self._meant(fit[0], index, gender)
        return Resolved(candidates=tuple(one.name for one in fit))

    def _it_or_they(self, index: int, word: str) -> Resolved:
        """The body, text or group that was the subject: of the sentence itself, or of one before it."""
        offset = self.state.tokens.starts[index]
        sentence = self.state.sentence_at(offset)
        for number in (sentence, *sentences_before(self.state, sentence, FEW)):
            phrase = subject_of(self.state, number, index if number == sentence else None)
            if phrase is None or phrase == (index, index):
                continue
            found = self._followed(phrase)
            one_alone = word in PLURAL and self._speaks_on(found.speakers, sentence - number)
            if found.speakers and (one_alone or self._is_it_or_they(found.speakers, word)):
                printed = self._printed((index, index))
                return Resolved(
                    tuple(replace(one, mention_as_printed=printed, resolution="pronoun") for one in found.speakers)
                )
        return self._text_before(index, sentence) if word == "it" else Resolved()

    def _text_before(self, index: int, sentence: int) -> Resolved:
        """The text that the sentence before ends with or tells of: "Lee has read *the lease*. It says"."""
        tokens = self.state.tokens
        for number in sentences_before(self.state, sentence, 1):
            floor, ceiling = self.state.sentence_tokens[number]
            texts = [place for place in range(floor, ceiling) if tokens.words[place] in DOCUMENTS]
            phrases = [phrase_ending(tokens, place, floor) for place in reversed(texts)]
            known = next((one for one in phrases if one and tokens.words[one[0]] in DETERMINERS), None)
            if known:
                one = self._described(known, tokens.words[known[1]])
                return Resolved((replace(one, mention_as_printed=self._printed((index, index)), resolution="pronoun"),))
        return Resolved()

    def _speaks_on(self, speakers: tuple[AttributedSpeaker, ...], back: int) -> bool:
        """Whether *they* can be one person of whom no gender is shown: a spokesperson, in the sentence before."""
        return back == 1 and len(speakers) == 1 and speakers[0].name.lower().split()[-1:] == ["spokesperson"]

    def _is_it_or_they(self, speakers: Iterable[AttributedSpeaker], word: str) -> bool:
        every = tuple(speakers)
        if word == "it":
            return len(every) == 1 and every[0].kind in SINGULAR_BODIES
        return len(every) > 1 or any(one.kind in ("group", "organization") or is_several(one) for one in every)

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
        for number in sentences_before(self.state, self.state.sentence_at(offset)):
            found = self._resolved_subject(number)
            if found and len(found.speakers) == count:
                return Resolved(tuple(replace(one, resolution="inferred") for one in found.speakers))
        people = group_before(self.state, self.cast, offset, count)
        each = [self._surname_or_full(person.name, mention, "inferred") for person in people]
        if each and all(one.speakers for one in each):
            self._groups[count] = tuple(speaker for one in each for speaker in one.speakers)
            return Resolved(self._groups[count])
        if count in self._groups:
            return Resolved(self._groups[count])
        return Resolved((self._speaker(self._printed(mention), "group", mention, None, "explicit"),))


def is_several(speaker: AttributedSpeaker) -> bool:
    """Whether a speaker without a name is more than one: "two advisers"."""
    one = speaker.anonymous
    return one is not None and one.count_claimed != 1


def as_name(printed: str) -> Name:
    words = tuple(printed.split())
    return named(words, 0, 0)
