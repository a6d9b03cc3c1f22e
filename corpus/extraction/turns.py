"""Whom a whole draft is by, where its mention alone does not say: turns of a transcript, and words within words.

An *A* is the one who is interviewed; THE PRESIDENT is whoever the article has named as that; *I* between marks is the
speaker of the words around it. Every other mention is followed as any other is.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.extraction.answering import people_interviewed
from corpus.extraction.kinds import Phrase
from corpus.extraction.lexicons import LABELLED_OFFICES, PRONOUNS
from corpus.extraction.naming import Resolved
from corpus.extraction.resolution import Resolver
from corpus.extraction.roles import holding
from corpus.extraction.state import Draft, State
from corpus.extraction.unnamed import Unnamed


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
        if finding.rule == "transcript" and (office := self._office_label(finding.mention)):
            return office
        word = self.state.tokens.words[finding.mention[0]]
        if draft.within is None or word not in PRONOUNS:
            return self.resolve(finding.mention)
        outer = self.resolve_draft(draft.within) if word == "i" else Resolved()
        return Resolved(tuple(replace(one, resolution="pronoun") for one in outer.speakers), outer.candidates)

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
