"""`onrecord explain`: an article with what was found in it and why, so that a wrong answer can be traced to its rule.

In a terminal the parts are coloured; in a pipe they stand in marks, ``[mention|Kirby] [cue|said] [content|…]``, as in
the golden cases of tests/fixtures/quotations. A note on each quotation follows the paragraph that it begins in.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

import click
from rich.padding import Padding
from rich.text import Text

from corpus import extract_quotes
from corpus.model import Article, AttributedSpeaker, Quotation, Span
from corpus.reading.segments import paragraphs
from service.cli.inputs import show_each
from service.cli.printing import console, counted
from service.cli.visible import visible

Part = Literal["mention", "cue", "content"]
STYLES: dict[Part, str] = {"mention": "bold cyan", "cue": "bold magenta", "content": "green"}
PAINTED: tuple[Part, ...] = ("content", "cue", "mention")
"""The order in which parts are painted: the later hides the earlier."""

FIRST_WORDS = 40
"""Characters of a quotation that its note repeats."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the article, safe to show, that belong to one part of a quotation or to none."""

    words: str
    part: Part | None


@dataclass(frozen=True, slots=True)
class Explained:
    """A paragraph, cut into its parts, and a line on each quotation that begins in it."""

    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True))
def explain(paths: tuple[str, ...]) -> None:
    """Show PATHS (files, folders, or - for standard input) with quotations, cues, mentions, and the rule of each."""
    show = print_coloured if sys.stdout.isatty() else print_marked

    def show_article(name: str, article: Article) -> None:
        quotations = extract_quotes(article)
        show(f"{name}: {counted(len(quotations), 'quotation')}", list(explained(article.text or "", quotations)))

    sys.exit(show_each(paths, show_article))


def explained(text: str, quotations: Iterable[Quotation]) -> Iterator[Explained]:
    """The article's paragraphs, each with its parts and with a note on each quotation that begins in it."""
    lines = paragraphs(text)
    parts: dict[int, list[tuple[Span, Part]]] = {}
    notes: dict[int, list[str]] = {}
    for quotation in quotations:
        for span, part in parts_of(quotation):
            for number in range(line_at(lines, span.start), line_at(lines, span.end - 1) + 1):
                parts.setdefault(number, []).append((span, part))
        notes.setdefault(line_at(lines, quotation.segments[0].start), []).append(" · ".join(reasons(quotation)))
    shown = visible(text)
    for number, line in enumerate(lines):
        yield Explained(tuple(pieces(shown, line, parts.get(number, []))), tuple(notes.get(number, [])))


def line_at(lines: list[Span], offset: int) -> int:
    return max(0, bisect_right(lines, Span(offset, sys.maxsize)) - 1)


def parts_of(quotation: Quotation) -> Iterator[tuple[Span, Part]]:
    if quotation.mention:
        yield Span(quotation.mention.start, quotation.mention.end), "mention"
    if quotation.cue:
        yield Span(quotation.cue.start, quotation.cue.end), "cue"
    for span in quotation.spans:
        yield span, "content"


def pieces(shown: str, line: Span, parts: Iterable[tuple[Span, Part]]) -> Iterator[Piece]:
    """A paragraph cut into its parts. Where parts lie upon one another, a mention shows before a cue, a cue before
    content."""
    paint: list[Part | None] = [None] * (line.end - line.start)
    for span, part in sorted(parts, key=lambda one: PAINTED.index(one[1])):
        first, last = max(span.start, line.start), min(span.end, line.end)
        paint[first - line.start : last - line.start] = [part] * (last - first)
    start = line.start
    for colour, stretch in groupby(paint):
        end = start + sum(1 for _ in stretch)
        yield Piece(shown[start:end], colour)
        start = end


def print_marked(heading: str, article: list[Explained]) -> None:
    """For a pipe: parts in marks, notes behind ``>``."""
    click.echo(f"# {visible(heading)}\n")
    for paragraph in article:
        click.echo("".join(f"[{one.part}|{one.words}]" if one.part else one.words for one in paragraph.pieces))
        for note in paragraph.notes:
            click.echo(f"> {note}")
        click.echo()


def print_coloured(heading: str, article: list[Explained]) -> None:
    console.rule(Text(visible(heading)), align="left", style="dim")
    for paragraph in article:
        console.print(Text.assemble(*((one.words, STYLES[one.part] if one.part else "") for one in paragraph.pieces)))
        for note in paragraph.notes:
            console.print(Padding(Text(note, style="dim"), (0, 0, 0, 2)))
        console.print()


def reasons(quotation: Quotation) -> Iterator[str]:
    """What was decided of a quotation, in the order in which the pipeline decides it."""
    words = " ".join(visible(quotation.text).split())
    yield quotation.type
    yield words if len(words) <= FIRST_WORDS else words[:FIRST_WORDS].rstrip() + "…"
    yield f"rule {quotation.attribution.rule}" if quotation.attribution.rule else "no rule"
    if quotation.cue:
        yield f"cue {visible(quotation.cue.text)} ({quotation.cue.stance})"
    yield f"{visible(quotation.mention.text) if quotation.mention else 'no mention'} → {answer(quotation)}"
    if quotation.confidence.speaker is not None:
        yield f"confidence {quotation.confidence.speaker:.2f}"


def answer(quotation: Quotation) -> str:
    """Whom the mention was taken to mean."""
    if quotation.attribution.candidates:
        return f"ambiguous: {' or '.join(map(visible, quotation.attribution.candidates))}"
    return "; ".join(map(named, quotation.speakers)) or "unknown"


def named(speaker: AttributedSpeaker) -> str:
    role = f", {speaker.role_as_printed}" if speaker.role_as_printed else ""
    register = f", register {speaker.slug}" if speaker.slug else ""
    return visible(f"{speaker.name} ({speaker.kind}, {speaker.resolution}{role}{register})")
