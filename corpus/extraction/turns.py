"""Whom a whole draft is by, where its mention alone does not say: turns of a transcript, and words within words.

An *A* is the one who is interviewed; THE PRESIDENT is whoever the article has named as that; *I* between marks is the
speaker of the words around it. Every other mention is followed as any other is.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from corpus.extraction.answering import people_interviewed
from corpus.extraction.called import called_by, full_names, is_surname
from corpus.extraction.kinds import Phrase
from corpus.extraction.lexicons import LABELLED_OFFICES, PRONOUNS
from corpus.extraction.names import Name, read_name
from corpus.extraction.naming import Resolved
from corpus.extraction.resolution import Resolver
from corpus.extraction.roles import holding
from corpus.extraction.state import Draft, State
from corpus.extraction.unnamed import Unnamed
from corpus.model import Resolution


class TurnResolver(Resolver):
    """Follows the drafts of one article."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._answering: Resolved | None = None

    def resolve_draft(self, draft: Draft) -> Resolved:
        """The speakers of a draft: whom its mention names."""
        finding = draft.finding
        if finding is None or finding.mention is None:
            return Resolved()
        if finding.rule == "answer":
            return self._answerer(finding.mention)
        if finding.rule == "transcript" and (one := self._labelled(finding.mention)):
            return one
        word = self.state.tokens.words[finding.mention[0]]
        if draft.within is None or word not in PRONOUNS:
            return self.resolve(finding.mention)
        outer = self.resolve_draft(draft.within) if word == "i" else Resolved()
        return Resolved(tuple(replace(one, resolution="pronoun") for one in outer.speakers), outer.candidates)

    def _labelled(self, label: Phrase) -> Resolved | None:
        """Whom a label calls by an office or by a part of a name; None where it is followed as any mention."""
        return self._office_label(label) or self._name_label(label)

    @cached_property
    def _people(self) -> list[Name]:
        return full_names(self.cast, self.state.article)

    def _name_label(self, label: Phrase) -> Resolved | None:
        """Who of those named in full is called SOREL, or else the person of that one name: a body is one only if the
        article or the register knows it."""
        printed, start = self._printed(label), self.state.tokens.starts[label[0]]
        name = read_name(printed, start)
        if name is None or self._known_body(name):
            return None
        bearers = called_by(self._people, tuple(word.lower() for word in name.words))
        if len(bearers) == 1:
            how: Resolution = "explicit" if name.lowered == bearers[0].lowered else "surname"
            return self._person(bearers[0], label, name.role, how)
        if name.role or name.is_full or not is_surname(printed):
            return None
        if bearers:
            return Resolved(candidates=tuple(bearer.text for bearer in bearers))
        if self.state.register.find(name.text):
            return self._surname(name, label, None)
        return Resolved((self._speaker(printed.title(), "person", label, None, "explicit"),))

    def _known_body(self, name: Name) -> bool:
        """Whether the article or the register knows a body by this name."""
        registered = any(speaker.kind != "person" for speaker in self.state.register.find(name.text))
        return registered or self.bodies.called(name.text) is not None or self._stands_with_article(name.text)

    def _stands_with_article(self, word: str) -> bool:
        """Whether a word in capitals is printed as bodies are: "*the* NWA"."""
        return word.isupper() and f"the {word}" in self.state.text

    def _office_label(self, label: Phrase) -> Resolved | None:
        """Whom a label of an office alone names, in capitals: THE PRESIDENT, THE INTERPRETER, MODERATOR."""
        tokens = self.state.tokens
        words = [word for word in tokens.words[label[0] : label[1] + 1] if word != "the"]
        if not words or not self._printed(label).isupper() or not LABELLED_OFFICES.issuperset(words):
            return None
        self._learn_offices()
        holders = holding(self.cast, frozenset(words), words[-1], tokens.starts[label[0]])
        if len(holders) == 1:
            return self._surname_or_full(holders[0], label, "title")
        one = Unnamed("the " + " ".join(words), words[-1], False, 1, 1, tokens.starts[label[0]], self._printed(label))
        return Resolved((self._speaker(one.name, "anonymous", label, None, "inferred", one),))

    def _answerer(self, mention: Phrase) -> Resolved:
        """Whose the answers of the interview are, which are marked by an *A* alone."""
        if self._answering is None:
            self._learn_offices()
            people = people_interviewed(self.state, self.cast)
            each = [self._surname_or_full(name, mention, "inferred") for name in people]
            names = tuple(dict.fromkeys(speaker.name for one in each for speaker in one.speakers))
            known = next((one for one in each if one.speakers), Resolved())
            self._answering = known if len(names) == 1 else Resolved(candidates=names)
        return self._answering
