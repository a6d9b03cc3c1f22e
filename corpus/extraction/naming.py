"""A name in the article to a person or body: in full, by surname, or as the register knows it.

A name printed in the article always comes before the register: "Lee" is the Bo Lee of this article, even where the
register knows an Ada Lee by that name. If two are left, both are named and neither is chosen.
"""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from corpus.extraction.bodies import Bodies
from corpus.extraction.cast import Cast, read_cast
from corpus.extraction.kinds import Phrase, is_name
from corpus.extraction.lexicons import NAME_PARTICLES, ORGANIZATION, TITLES, TYING
from corpus.extraction.names import Name, is_acronym, named, read_name, same_person
from corpus.extraction.namesakes import fitting
from corpus.extraction.roles import add_offices, role_printed
from corpus.extraction.scripts import NO_CASE
from corpus.extraction.state import State
from corpus.extraction.unnamed import Unnamed
from corpus.model import AttributedSpeaker, AttributionStatus, Resolution, SpeakerKind

PLACING = frozenset(["in", "at", "from", "to"])
NOT_LAST = ORGANIZATION | TITLES
WHOLE_WITH = frozenset(["of", "for"])
"""What ties a name to more of itself: "Bank *of* Eln", but not "Harbour Museum *in* Eln"."""
NAME_LINKS = NAME_PARTICLES | {"of", "&"}


class Resolved(Struct, frozen=True, gc=False):
    """Who a mention names. Two or more `candidates` and no speakers: ambiguous. Neither: unknown."""

    speakers: tuple[AttributedSpeaker, ...] = ()
    candidates: tuple[str, ...] = ()

    @property
    def status(self) -> AttributionStatus:
        if self.speakers:
            return "resolved"
        return "ambiguous" if len(self.candidates) > 1 else "unknown"


class Namer:
    """Follows the names of one article."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.cast: Cast = read_cast(state.text)
        self.cast.speaking.update(speaking_words(state))
        self.bodies = Bodies(state, self.cast)
        self._offices_known = False

    def _learn_offices(self) -> None:
        """Read the offices printed with the names, once and only if something turns on them."""
        if not self._offices_known:
            add_offices(self.state, self.cast)
            self._offices_known = True

    @cached_property
    def _places(self) -> set[str]:
        """The words, as printed, that follow *in* or *to* somewhere in the article."""
        tokens = self.state.tokens
        after = (index + 1 for index in tokens.among(PLACING) if not tokens.capital(index))
        return {tokens.printed(index).removesuffix("'s").removesuffix("’s") for index in after if index < len(tokens)}

    def _name(self, mention: Phrase) -> Resolved | None:
        """Whom a phrase that ends in a name names; None if what looks like a name is none ("Friday")."""
        tokens = self.state.tokens
        first, last = mention
        last = self._name_end(first, last)
        start = last
        while start > first and self._continues_name(start - 1):
            start -= 1
        while start < last and not is_name(tokens, start) and tokens.words[start] not in NAME_PARTICLES:
            start += 1
        span = tokens.span(start, last)
        name = read_name(span.of(self.state.text), span.start)
        if name is None:
            return None
        role = role_printed(self.state, first, name.start, last)
        plural = not name.is_full and name.text.endswith("s") and not self.cast.bearing(name.text)
        determined = tokens.words[first] == "the" and (start == first + 1 or plural)
        if name.is_organization or (determined and not name.role):
            return self._organization(name, mention)
        short = self._end_of_name(name) if name.is_full else name
        if short is None:
            return self._person(name, mention, role, "explicit")
        return self._surname(short, mention, role, tuple(tokens.words[first:last]))

    def _end_of_name(self, name: Name) -> Name | None:
        """A surname of several words, if a longer name ends in them: "de Lee Ruiz" beside "Ann de Lee Ruiz"."""
        lowered = tuple(word.lower() for word in name.words)
        for full in self.cast.bearing(name.surname):
            longer = tuple(word.lower() for word in full.words)
            if len(longer) > len(lowered) and longer[-len(lowered) :] == lowered:
                return named((name.surname,), name.start, name.end, name.role)
        return None

    def _continues_name(self, index: int) -> bool:
        """Whether the token can stand in a name before another: "Bank *of* Eln", "Ann *van* Lee"."""
        word = self.state.tokens.words[index]
        return (is_name(self.state.tokens, index) or word in NAME_LINKS) and not word.endswith("'s")

    def _name_end(self, first: int, last: int) -> int:
        """The last token of the name in a phrase, where more is tied to it: "Ann Lee *of Eln University*"."""
        tokens = self.state.tokens
        for index in range(first + 1, last):
            before = index - 2
            given = before >= first and (is_name(tokens, before) or tokens.words[before] in NAME_PARTICLES)
            whole = NO_CASE.match(tokens.printed(index - 1)) is not None  # 李小龍 is given name and surname
            named = is_name(tokens, index - 1) and (given or whole)
            goes_on = tokens.words[index] in WHOLE_WITH and tokens.words[index - 1] in NOT_LAST
            if named and tokens.words[index] in TYING and not goes_on:
                return index - 1
        return last

    def _surname(self, name: Name, mention: Phrase, role: str | None, before: tuple[str, ...] = ()) -> Resolved:
        """Whom a surname means; `before` are the words of the mention before it, in lower case."""
        bearers = [full for full in self.cast.bearing(name.text) if not self.bodies.is_body(full)]
        earlier = [full for full in bearers if full.start < name.start]
        registered = [speaker for speaker in self.state.register.find(name.text) if speaker.kind == "person"]
        if not earlier and registered:
            return Resolved((self._registered(registered[0].slug, mention, role, "surname"),))
        chosen = sorted(earlier or bearers, key=lambda full: full.start)
        if len(chosen) > 1:
            self._learn_offices()
            chosen = fitting(self.cast, chosen, before)
        if len(chosen) > 1:
            return Resolved(candidates=tuple(full.text for full in chosen))
        if chosen:
            return self._person(chosen[0], mention, role, "surname")
        return self._single(name, mention, role)

    def _single(self, name: Name, mention: Phrase, role: str | None) -> Resolved:
        """Whom a word means that is nobody's surname: a body, or somebody who has one name."""
        if role and self.bodies.is_role(role):
            role = None
        if not role and not name.role and (whole := self.bodies.called(name.text)):
            return self._body(whole, mention, "surname")
        if self.state.register.find(name.text):
            return self._organization(name, mention)
        place = name.text in self._places
        kind: SpeakerKind = "organization" if not role and (place or self.bodies.is_body(name)) else "person"
        printed = name.text.title() if name.text.isupper() else name.text
        return Resolved((self._speaker(printed, kind, mention, role, "explicit"),))

    def _person(self, name: Name, mention: Phrase, role: str | None, how: Resolution) -> Resolved:
        known = self.state.register.find(name.text)
        if len(known) > 1:
            return Resolved(candidates=tuple(speaker.name for speaker in known))
        if known:
            return Resolved((self._registered(known[0].slug, mention, role, how),))
        if not name.role and self.bodies.is_body(name):
            return self._body(name.text, mention, how)
        longest = next((full for full in self.cast.bearing(name.surname) if alike(name, full)), name)
        known = self.state.register.find(longest.text)
        if len(known) == 1:
            return Resolved((self._registered(known[0].slug, mention, role, how),))
        return Resolved((self._speaker(longest.text, "person", mention, role, how),))

    def _body(self, name: str, mention: Phrase, how: Resolution) -> Resolved:
        known = self.state.register.find(name)
        if len(known) == 1:
            return Resolved((self._registered(known[0].slug, mention, None, how),))
        return Resolved((self._speaker(name, "organization", mention, None, how),))

    def _organization(self, name: Name, mention: Phrase, how: Resolution = "explicit") -> Resolved:
        known = self.state.register.find(name.text)
        if len(known) == 1:
            return Resolved((self._registered(known[0].slug, mention, None, how),))
        if len(name.words) == 1 and (whole := self.bodies.called(name.text)):
            return self._body(whole, mention, "surname")
        plural = name.words[-1].endswith("s") and not name.is_organization and not is_acronym(name.words[-1])
        return Resolved((self._speaker(name.text, "group" if plural else "organization", mention, None, how),))

    def _printed(self, mention: Phrase) -> str:
        """The words of a mention on one line, without a possessive at their end."""
        words = " ".join(self.state.tokens.span(*mention).of(self.state.text).split())
        return words[:-2] if words.endswith(("'s", "’s")) else words

    def _registered(self, slug: str, mention: Phrase, role: str | None, how: Resolution) -> AttributedSpeaker:
        speaker = self.state.register.get(slug)
        assert speaker is not None
        return AttributedSpeaker(
            speaker.name, speaker.kind, speaker.slug, speaker.qid, self._printed(mention), role, how
        )

    def _speaker(
        self,
        name: str,
        kind: SpeakerKind,
        mention: Phrase,
        role: str | None,
        how: Resolution,
        unnamed: Unnamed | None = None,
    ) -> AttributedSpeaker:
        anonymous = unnamed.anonymous() if unnamed else None
        return AttributedSpeaker(name, kind, None, None, self._printed(mention), role, how, anonymous)


def alike(name: Name, full: Name) -> bool:
    """Whether a name is the same person's as another, by the same given name."""
    return full.words[0] == name.words[0] and same_person(name, full)


def speaking_words(state: State) -> set[str]:
    """The last words, as printed, of the names that are subjects of cues."""
    tokens = state.tokens
    lasts = {frame.mention[1] for frames in state.frames for frame in frames if frame.mention}
    return {tokens.printed(last) for last in lasts if is_name(tokens, last)}
