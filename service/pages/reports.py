"""The report of a draft: what asks for an editor's eye first, and no more of it in one part than is read with ease."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.model import Quotation
from service import verifying
from service.pages import wording
from service.pages.findings import Finding, finding, words_of_draft
from service.verifying import Match, Verdict

PART = 16_000
"""Characters of HTML that the findings of one part may take, nearly: the page around them takes 5,000, and is to stay
under 30 KB. The draft in its box comes on top."""
PER_FINDING = 1_150
"""What a finding takes besides the words of others in it."""
PER_MATCH = 170
"""What a further quote like it takes."""
URGENCY: tuple[Match, ...] = tuple(wording.VERDICTS)

Found = tuple[Quotation, Verdict]


@dataclass(frozen=True, slots=True)
class Report:
    """What the record has on a draft: a part of the findings, each with the number of its quotation. `part` counts
    from 1. `remark` says how the draft was read, where that is not plain."""

    summary: str
    findings: tuple[tuple[int, Finding], ...]
    part: int = 1
    parts: int = 1
    remark: str | None = None


def whole_report(found: Sequence[Found]) -> Report:
    """All of it as one part, in the order of the draft."""
    return _report(found, [range(len(found))], 1)


def report_in_parts(found: Sequence[Found], part: int, remark: str | None = None) -> Report:
    """One part of it, the last if there are fewer."""
    parts = list(_parts(found))
    return _report(found, parts, min(part, len(parts)), remark)


def _report(found: Sequence[Found], parts: Sequence[Sequence[int]], part: int, remark: str | None = None) -> Report:
    shown = tuple((number + 1, _finding(*found[number])) for number in parts[part - 1])
    told = summary([verdict.match for _, verdict in found])
    return Report(told, shown, part, len(parts), remark)


def _finding(quotation: Quotation, verdict: Verdict) -> Finding:
    return finding(words_of_draft(quotation), verifying.claim_of(quotation), verdict)


def _parts(found: Sequence[Found]) -> Iterator[list[int]]:
    """The numbers of the quotations, part by part: most urgent first, unless one part holds them all."""
    sizes = [size_of(*one) for one in found]
    if sum(sizes) <= PART:
        yield list(range(len(found)))
        return
    part, size = list[int](), 0
    for number in sorted(range(len(found)), key=lambda number: URGENCY.index(found[number][1].match)):
        if part and size + sizes[number] > PART:
            yield part
            part, size = [], 0
        part.append(number)
        size += sizes[number]
    yield part


def size_of(quotation: Quotation, verdict: Verdict) -> int:
    """About how many characters a finding takes: its words, and those of the quote beside it, some of them twice."""
    nearest = verdict.matches[0] if verdict.matches else None
    recorded = 0 if nearest is None else len(nearest.quote.text) * (2 if nearest.text == "altered" else 1)
    further = PER_MATCH * max(0, len(verdict.matches) - 1)
    return PER_FINDING + 2 * len(quotation.text) + recorded + further


def summary(matches: Sequence[Match]) -> str:
    """How many of them hold, in one line: "3 quotations: 1 not in this corpus; 2 word for word"."""
    if not matches:
        return wording.NO_QUOTATION
    counts = Counter(matches)
    each = "; ".join(
        f"{counts[match]} {told.counted or wording.uncapitalised(told.heading)}"
        for match, told in wording.VERDICTS.items()
        if counts[match]
    )
    quotations = "1 quotation" if len(matches) == 1 else f"{len(matches)} quotations"
    return f"{quotations}: {each}"
