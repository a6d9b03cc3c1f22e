"""Articles invented for the tests, with their quotations marked: ``{Ada Morland|said|words}`` is one of hers.

`read` turns such a text into an article and its quotations, so that the record is tested without the extractor.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.model import (
    Anonymous,
    Article,
    AttributedSpeaker,
    Attribution,
    Cue,
    Mention,
    Quotation,
    QuotationType,
    Segment,
)
from corpus.reading import article_id, text_sha256

MARKED = re.compile(r"\{([^|}]+)\|([^|}]+)\|([^}]+)\}")

FERRY = """Ferry returns to Westport

“{Ada Morland|said|The ferry will sail again before the winter.},” the harbour office learnt.
An engineer of the yard was less sure. “{an engineer|warned|Nobody has looked at the second engine yet.}”
“{Tom Okafor|told|We shall pay for it and charge no toll.},” the mayor promised.
"""
FERRY_CORRECTED = """Ferry returns to Westport (corrected)

A correction was made to the first paragraph.
“{Ada Morland|said|The ferry will sail again before the winter.},” the harbour office learnt.
“{Tom Okafor|told|We shall pay for it and charge a small toll.},” the mayor promised.
"""


def read(
    marked: str, *, url: str | None = None, kind: QuotationType = "direct", **facts: object
) -> tuple[Article, list[Quotation]]:
    """The article of a marked text (each cue stands before its words), and its quotations."""
    text, quotations, end = "", [], 0
    for match in MARKED.finditer(marked):
        speaker, cue, words = match.groups()
        text += marked[end : match.start()] + f"{speaker} {cue}: "
        begin = len(text)
        text += words
        quotations.append(quotation(text, begin, speaker, cue, words, kind))
        end = match.end()
    text += marked[end:]
    digest = text_sha256(text)
    article = Article(article_id(digest, url), digest, len(text), text, url=url, lang="en")
    return replace(article, **facts), quotations  # type: ignore[arg-type]


def quotation(text: str, begin: int, speaker: str, cue: str, words: str, kind: QuotationType) -> Quotation:
    at_cue = begin - len(cue) - 2
    at_speaker = at_cue - len(speaker) - 1
    return Quotation(
        type=kind,
        segments=(Segment(words, begin, begin + len(words), text.count("\n", 0, begin), kind),),
        cue=Cue(cue, at_cue, at_cue + len(cue)),
        mention=Mention(speaker, at_speaker, at_speaker + len(speaker)),
        attribution=Attribution("resolved", "invented"),
        speakers=(speaking(speaker),),
    )


def speaking(name: str) -> AttributedSpeaker:
    if name.islower():
        return AttributedSpeaker(name, "anonymous", mention_as_printed=name, anonymous=Anonymous(name))
    return AttributedSpeaker(name, "person", mention_as_printed=name)


def shifted(quotation: Quotation, text: str, by_start: int = 0, by_end: int = 0) -> Quotation:
    """The same quotation read with other boundaries."""
    [segment] = quotation.segments
    start, end = segment.start + by_start, segment.end + by_end
    return replace(quotation, segments=(replace(segment, text=text[start:end], start=start, end=end),))
