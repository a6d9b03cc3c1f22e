"""A quote as a page shows it: everything in reader's words, nothing left for the template to work out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from corpus.model import Quote, Span
from service.pages import dates, wording
from service.pages.chain import Step, chain
from service.pages.dates import Moment
from service.pages.marking import beginning, passages
from service.pages.quotation_marks import Marks, marks_of

MOST_LISTED = 260
"""Characters of a quote that a list shows; what is little longer stands whole."""
LITTLE = 60


@dataclass(frozen=True, slots=True)
class Card:
    """`opening` is what must stand before the words: the lead-in of a partial quote, the cue of an indirect one.
    `passages` are the segments as HTML, without quotation marks. `in_marks` says whether they may stand in them.
    `goes_on`: the passages are only the beginning."""

    quote: Quote
    passages: tuple[Markup, ...]
    opening: str | None
    opening_is_ours: bool
    in_marks: bool
    badges: tuple[str, ...]
    said: Moment | None
    published: Moment | None
    chain: tuple[Step, ...]
    goes_on: bool = False

    @classmethod
    def of(cls, quote: Quote, highlights: Iterable[Span] = ()) -> Card:
        indirect = quote.type == "indirect"
        lead_in = quote.lead_in
        return cls(
            quote=quote,
            passages=passages(texts(quote), highlights),
            opening=wording.reporting_clause(quote) if indirect else lead_in.text if lead_in else None,
            opening_is_ours=not indirect and lead_in is not None and lead_in.basis == "editor_note",
            in_marks=not indirect,
            badges=wording.badges(quote),
            said=dates.said(quote.said_at),
            published=dates.published(quote.citation.article.published_at),
            chain=chain(quote),
        )

    def listed(self, highlights: Iterable[Span] = ()) -> Card:
        """This card as one of many, with those parts of its words marked; offsets count in `Quote.text`. Of a long
        quote it has the beginning."""
        whole = texts(self.quote)
        goes_on = sum(map(len, whole)) > MOST_LISTED + LITTLE
        shown = beginning(whole, MOST_LISTED) if goes_on else whole
        return replace(self, passages=passages(shown, highlights), goes_on=goes_on)

    @property
    def marks(self) -> Marks:
        """The quotation marks that the words stand in, of their language."""
        return marks_of(self.quote.lang)

    @property
    def printed(self) -> tuple[str | None, ...]:
        """What is as the article has it, in its own script: the words, and the names of those who said and wrote
        them."""
        article = self.quote.citation.article
        speakers = (part for one in self.quote.speakers for part in (one.name, one.role_as_printed))
        return (self.quote.text, *texts(self.quote), *speakers, article.title, article.byline, article.publisher)

    @property
    def who(self) -> str:
        """The speakers in words, with a capital: for titles and labels."""
        return wording.capitalised(wording.who(self.quote))

    @property
    def words(self) -> str:
        """The words as plain text that may be repeated: in marks or behind their cue, with what must precede them."""
        if not self.in_marks:
            return f"{self.opening} {' … '.join(texts(self.quote))}"
        marked = " … ".join(f"{self.marks.opening}{text}{self.marks.closing}" for text in texts(self.quote))
        opening = f"[{self.opening}]" if self.opening_is_ours else self.opening
        return f"{opening} {marked}" if opening else marked

    @property
    def attributed(self) -> str:
        """The words with their speaker and when they were said, as one line to paste."""
        if not self.in_marks:
            return f"{self.words} (paraphrase)"
        roles = [speaker.role_as_printed for speaker in self.quote.speakers]
        role = f", {roles[0]}" if len(roles) == 1 and roles[0] else ""
        said = f", {self.said.words}" if self.said else ""
        return f"{self.words} — {self.who}{role}{said}"

    def shortened(self, length: int) -> str:
        """Who said which words, as plain text of so many characters and an ellipsis."""
        whole = f"{self.who}: {self.words}"
        return whole if len(whole) <= length else f"{whole[:length].rstrip()}…"

    @property
    def where(self) -> str:
        """When the words were said and where they are written, as a line of plain text."""
        article = self.quote.citation.article
        said = f"Said {self.said.words}. " if self.said else ""
        published = self.published.words if self.published else None
        facts = (article.title or "Article without a printed title", article.publisher, published)
        return said + ", ".join(filter(None, facts)) + "."


def texts(quote: Quote) -> tuple[str, ...]:
    """The words of each of its segments."""
    return tuple(segment.text for segment in quote.segments)
