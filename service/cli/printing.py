"""Records as people read them in a terminal. Words of articles pass through `visible`, so that none can steer it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from corpus.model import AttributedSpeaker, Quotation, Quote
from service.cli.visible import visible
from service.dates import in_words

if TYPE_CHECKING:  # `extract` starts without the index
    from index import Highlight

console = Console(highlight=False, markup=False, soft_wrap=False)
notes = Console(highlight=False, markup=False, soft_wrap=True, stderr=True)

MARKS = {"direct": ("“", "”"), "partial": ("“…", "…”"), "indirect": ("", "")}


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def words_of(quotation: Quotation | Quote, highlights: Iterable[Highlight] = ()) -> Text:
    """The wording, in marks unless it is indirect; an indirect one stands behind its speaker and cue."""
    text = Text(visible(quotation.text))
    for highlight in highlights:
        if highlight.field == "text":
            text.stylize("bold yellow", highlight.start, highlight.end)
    before, after = MARKS[quotation.type]
    if quotation.type == "indirect" and quotation.cue:
        before = f"[{visible(quotation.cue.text)}] "
    return Text.assemble((before, "dim"), text, (after, "dim"))


def speakers_of(speakers: Iterable[AttributedSpeaker]) -> Text:
    names = [
        Text.assemble((visible(speaker.name), "bold"), visible(f", {role}" if (role := role_of(speaker)) else ""))
        for speaker in speakers
    ]
    return Text("; ").join(names) if names else Text("speaker unknown", style="italic")


def role_of(speaker: AttributedSpeaker) -> str | None:
    """As printed; else what the register says they were then."""
    return speaker.role_as_printed or (f"{speaker.role_then} at the time" if speaker.role_then else None)


def worded(edtf: str | None) -> str | None:
    return in_words(edtf) if edtf else None


def print_quotation(quotation: Quotation) -> None:
    console.print(words_of(quotation))
    said = quotation.said_at.text_as_printed
    place = f"{quotation.segments[0].start}–{quotation.segments[-1].end}"
    facts = [quotation.type, f"characters {place}", quotation.attribution.rule or "no rule"]
    if said:
        facts.insert(0, visible(said))
    line = Text.assemble("— ", speakers_of(quotation.speakers), (f"  ({', '.join(facts)})", "dim"))
    console.print(Padding(line, (0, 0, 1, 2)))


def print_quote(quote: Quote, highlights: Iterable[Highlight] = ()) -> None:
    """Four lines: the words, who, where it is written, and the id that `onrecord show` takes."""
    console.print(words_of(quote, highlights))
    console.print(Padding(Text.assemble("— ", speakers_of(quote.speakers)), (0, 0, 0, 2)))
    article = quote.citation.article
    facts = [
        f"said {worded(quote.said_at.edtf) or quote.said_at.text_as_printed or 'on a day not known'}",
        f"published {worded(article.published_at.edtf) or 'on a day not known'}",
        article.publisher or "publisher not named",
        article.title or "untitled",
    ]
    console.print(Padding(Text(visible(" · ".join(facts)), style="dim"), (0, 0, 0, 2)))
    console.print(Padding(Text(quote.id, style="dim"), (0, 0, 1, 2)))
