"""The parts of a printed citation in words: speakers, circumstances, the article, and the notes of caution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.citation.titles import within_marks
from corpus.model import ArticleRelation, AttributedSpeaker, Channel, ChannelType, CitedArticle, PublishedAt, Quote

CAUTION = {
    "translated": "translated; not the speaker’s own words",
    "back_translated": "translated and translated back; not the speaker’s own words",
    "paraphrase": "reported speech, not a verbatim quotation",
}
DISPUTED = "disputed: whether this was said so is not settled"
THROUGH: dict[ChannelType, str] = {
    "statement": "in a statement",
    "speech": "in a speech",
    "interview": "in an interview",
    "briefing": "at a briefing",
    "document": "in writing",
}
COPY: dict[ArticleRelation, str] = {
    "republication": "Read in a republished copy",
    "syndication": "Read in a syndicated copy",
    "translation": "Read in a translation",
    "rewrite": "Read in a rewritten version",
}


def speakers(quote: Quote) -> str:
    """Those who spoke, with their roles as printed; or that it is not known, or which candidates are left."""
    if quote.attribution.status == "ambiguous":
        return (
            "Either " + joined(quote.attribution.candidates, "or")
            if quote.attribution.candidates
            else "Speaker unclear"
        )
    if not quote.speakers:
        return "Speaker not named"
    return joined([with_role(speaker) for speaker in quote.speakers], "and")


def with_role(speaker: AttributedSpeaker) -> str:
    name = speaker.anonymous.descriptor if speaker.anonymous else speaker.name
    name = name[:1].upper() + name[1:]
    return f"{name} ({speaker.role_as_printed})" if speaker.role_as_printed else name


def circumstances(quote: Quote) -> Iterator[str]:
    """To whom, through what, where and when, as far as known."""
    if quote.addressee:
        yield f"to {quote.addressee}"
    yield from channel(quote.channel)
    said = quote.said_at
    if said.text_as_printed and said.edtf and said.text_as_printed != said.edtf:
        yield f"{said.text_as_printed} ({said.edtf})"
    elif said.text_as_printed or said.edtf:
        yield said.text_as_printed or said.edtf or ""


def channel(through: Channel) -> Iterator[str]:
    if event := through.event or THROUGH.get(through.type):
        yield event
    if through.venue:
        yield f"on {through.venue}" if through.type == "social_post" else through.venue


def caution_note(quote: Quote) -> str | None:
    """What must stand beside the words wherever they are printed: whose wording it is, and that they are disputed."""
    wording = CAUTION["paraphrase"] if quote.type == "indirect" else CAUTION.get(quote.fidelity)
    disputed = DISPUTED if quote.state == "disputed" else None
    return "; ".join(note for note in (wording, disputed) if note) or None


def article_facts(article: CitedArticle) -> str:
    """Headline, by-line, publisher and date; each says so if the page does not print it."""
    title = f"“{within_marks(article.title)}”" if article.title else "No headline printed"
    publisher = article.publisher or "no publisher named"
    return ", ".join(part for part in (title, article.byline, publisher, published(article.published_at)) if part)


def published(at: PublishedAt) -> str:
    if at.edtf is None:
        return "no date printed"
    return at.edtf if at.basis == "stated" else f"{at.edtf} (inferred)"


def copy_note(article: CitedArticle) -> str | None:
    """That the article is a copy, and of what; None for originals and where nothing is known."""
    if article.relation not in COPY:
        return None
    note, original = COPY[article.relation], article.original
    if original is None or not (original.publisher or original.url or original.lang):
        return f"{note}; the original is not named"
    lang = f" ({original.lang})" if original.lang else ""
    return f"{note}; original{lang}: {original.publisher or 'publisher not named'}"


def joined(names: Sequence[str], last: str) -> str:
    return f" {last} ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
