"""`onrecord verify` and `check`: a quote, or every quotation of a draft, held against the record."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import click
from rich.padding import Padding
from rich.text import Text

from corpus import extract_quotes
from corpus.errors import InvalidRequest
from corpus.model import Article, Quotation
from index.dates import days_of
from service.archive import Archive
from service.cli.inputs import show_each
from service.cli.printing import console, counted, print_quote
from service.cli.visible import visible
from service.config import Config
from service.presenters import checked, corpus_facts, encode, verified
from service.verifying import Change, Claim, Match, Run, Verdict, stand_apart, told_of, verify_draft
from service.verifying import verify as verify_claim

SHOWN: dict[Match, tuple[str, str]] = {
    "exact": ("word for word", "green"),
    "punctuation_only": ("word for word, but for punctuation", "green"),
    "excerpt": ("an excerpt", "green"),
    "speaker_mismatch": ("somebody else said it", "red"),
    "altered": ("altered", "red"),
    "not_in_this_corpus": ("not in this corpus", "yellow"),
}
STYLES: dict[Change, str] = {
    "same": "", "deleted": "red strike", "inserted": "green bold", "replaced": "green bold", "punctuation": "dim",
}  # fmt: skip
WRONG = ("altered", "speaker_mismatch")


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--speaker", help="Who is said to have said it: name, slug or QID.")
@click.option("--date", help="When: a day such as 2024-11-17, or 2024-11, or 2024.")
def verify(words: tuple[str, ...], speaker: str | None, date: str | None) -> None:
    """Hold WORDS, a quote, against the record. Exit status 2: it was altered, or somebody else said it."""
    days = days_of(date) if date else None
    if date and days is None:
        raise InvalidRequest(f"{date!r} is no date such as 2024-11-17, 2024-11 or 2024", parameter="--date")
    claim = Claim(" ".join(words), (speaker,) if speaker else (), days)
    with Archive(Config.from_environment()) as archive:
        verdict = verify_claim(archive.finder.index(), claim)
        facts = archive.finder.index().use(lambda snapshot: corpus_facts(snapshot.state, snapshot.published))
    if sys.stdout.isatty():
        print_verdict(verdict, claim.text)
    else:
        sys.stdout.buffer.write(encode(verified(verdict, facts)) + b"\n")
    sys.exit(2 if verdict.match in WRONG else 0)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True))
@click.option("--html", "as_html", is_flag=True, help="One HTML file of all reports, to be read, printed or sent on.")
def check(paths: tuple[str, ...], as_html: bool) -> None:
    """Hold every quotation of the drafts PATHS (files, folders, or - for standard input) against the record.

    Nothing is kept. Exit status 2: a quotation was altered, or somebody else said it.
    """
    config = Config.from_environment()
    wrong: list[str] = []
    drafts: list[tuple[str, Sequence[tuple[Quotation, Verdict]]]] = []
    with Archive(config) as archive:
        index = archive.finder.index()
        facts = index.use(lambda snapshot: corpus_facts(snapshot.state, snapshot.published))

        def show(name: str, draft: Article) -> None:
            quotations = extract_quotes(draft)
            found = list(zip(quotations, verify_draft(index, quotations), strict=True))
            wrong.extend(name for _, verdict in found if verdict.match in WRONG)
            if as_html:
                drafts.append((name, found))
            elif sys.stdout.isatty():
                print_found(name, found)
            else:
                sys.stdout.buffer.write(encode(checked(draft.text or "", found, facts)) + b"\n")

        status = show_each(paths, show)
    if as_html:
        from service.cli.reporting import report_of  # noqa: PLC0415 - loaded only where it is asked for

        click.echo(report_of(drafts, facts, config))
    sys.exit(status or (2 if wrong else 0))


def print_found(name: str, found: Sequence[tuple[Quotation, Verdict]]) -> None:
    console.rule(f"{visible(name)}: {counted(len(found), 'quotation')}", align="left", style="dim")
    for quotation, verdict in found:
        print_verdict(verdict, quotation.text)


def print_verdict(verdict: Verdict, claimed: str) -> None:
    """What holds, what differs word by word, and the quote that it was compared with."""
    words, style = SHOWN[verdict.match]
    console.print(Text.assemble((words.upper(), f"bold {style}"), "  ", visible(claimed)))
    for match in verdict.matches[:1]:
        if match.match not in ("exact", "excerpt"):
            console.print(Padding(difference(match.diff), (0, 0, 0, 2)))
        for note in told_of(match.brackets):
            console.print(Padding(Text(visible(note)), (0, 0, 0, 2)))
        print_quote(match.quote)
    if not verdict.matches:
        console.print()


def difference(runs: Iterable[Run]) -> Text:
    """The claim's words, those that it adds in bold, with what it leaves out of the record's struck through."""
    text = Text()
    for run in runs:
        pieces = [(run.claimed, STYLES[run.change])]
        if run.change in ("deleted", "replaced"):
            pieces = [(run.recorded, STYLES["deleted"]), (run.claimed, STYLES["inserted"])]
        for words, style in pieces:
            text.append(" " if stand_apart(text.plain, words) else "").append(visible(words), style)
    return text
