"""Invented quotes of every sort that a page shows differently."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from corpus.model import (
    Anonymous,
    AttributedSpeaker,
    Attribution,
    Channel,
    Citation,
    CitedArticle,
    Correction,
    Cue,
    DeepLink,
    LeadIn,
    Original,
    ProvenanceStep,
    PublishedAt,
    Quote,
    SaidAt,
    Segment,
    Selector,
)

SHA256 = "5e" * 32
ARTICLE = CitedArticle(
    id="a_gazette000000",
    title="Harbour bridge to close for a winter",
    byline="Nell Okafor",
    publisher="The Harbour Gazette",
    url="https://gazette.example/bridge?page=1&of=2",
    published_at=PublishedAt("2023-10-05", "stated"),
    lang="en",
    relation="original",
)
COPY = replace(
    ARTICLE,
    id="a_copy000000000",
    title=None,
    byline=None,
    publisher=None,
    url=None,
    published_at=PublishedAt("2023-10", "inferred_from_content"),
    relation="republication",
    original=Original("The Harbour Gazette", "https://gazette.example/bridge", "en", "From the Gazette"),
)
RUIZ = AttributedSpeaker("Ana Ruiz", "person", "ana-ruiz", None, "Mayor Ana Ruiz", "Mayor")
LIND = AttributedSpeaker("Otto Lind", "person", "otto-lind", "Q1", "Lind", None, "surname")
PORT = AttributedSpeaker("Port Authority", "organization", "port-authority", None, "The Port Authority")
ENGINEER = AttributedSpeaker(
    "a second engineer", "anonymous", mention_as_printed="A second engineer", anonymous=Anonymous("engineer", 2, 1)
)


def quote(*texts: str, id: str = "q_direct0000000", type: Any = "direct", **facts: Any) -> Quote:
    """A quote of these segments, by Ana Ruiz in the Gazette unless told otherwise."""
    start, segments, selectors = 100, [], []
    for text in texts:
        segments.append(Segment(text, start, start + len(text), 2, type))
        selectors.append(
            Selector(
                text,
                "and the ferries wait, she said: ",
                " The council meets again in May.",
                start,
                start + len(text),
                SHA256,
            )
        )
        start += len(text) + 40
    known: dict[str, Any] = {
        "revision": 1,
        "state": "active",
        "cue": Cue("said", 90, 94),
        "attribution": Attribution("resolved", "subject_of_cue"),
        "speakers": (RUIZ,),
        "lang": "en",
        "fidelity": "verbatim_as_published",
        "quotable_verbatim": True,
        "created_at": "2024-01-02T03:04:05Z",
        "citation": Citation(
            facts.pop("article", ARTICLE), selectors[0], tuple(selectors), facts.pop("link", DeepLink())
        ),
    }
    return Quote(id=id, type=type, text=" … ".join(texts), segments=tuple(segments), **(known | facts))


DIRECT = quote(
    "The bridge will open again before the first frost, and not a day later.",
    channel=Channel("told_reporters", "Port Ellery"),
    addressee="reporters",
    link=DeepLink("https://gazette.example/bridge?page=1&of=2#:~:text=The%20bridge%20will%20open", "unchecked"),
    said_at=SaidAt("2023-10-04", "day", "inferred_from_weekday", "Wednesday"),
)
SPLIT = quote("If the piers hold,", "then nobody needs a ferry.", id="q_split00000000", speakers=(LIND,))
PARTIAL = quote(
    "wholly & plainly <unsafe>",
    id="q_partial000000",
    type="partial",
    lead_in=LeadIn("of the old cables", "editor_note"),
    quotable_verbatim=False,
    blockers=("a fragment of a sentence",),
)
INDIRECT = quote(
    "the cables had been inspected",
    id="q_indirect00000",
    type="indirect",
    speakers=(PORT,),
    cue=Cue("denied", 80, 86, "denies"),
    fidelity="paraphrase",
    quotable_verbatim=False,
    blockers=("indirect",),
    said_at=SaidAt(None, "unknown", "unknown", "late last month"),
)
ANONYMOUS = quote(
    "limited",
    id="q_anonymous0000",
    type="partial",
    speakers=(ENGINEER,),
    article=COPY,
    provenance=(
        ProvenanceStep("said", None, "said"),
        ProvenanceStep("reported", "The Harbour Gazette", "From the Gazette", "https://gazette.example/bridge"),
        ProvenanceStep("republished"),
    ),
    missing_links=("the site that copied it",),
)
JOINT = quote(
    "We sign as one.",
    id="q_joint00000000",
    speakers=(RUIZ, LIND),
    channel=Channel("statement"),
    said_at=SaidAt("2023-08-02", "day", "stated"),
)
AMBIGUOUS = quote(
    "It was not our ship.",
    id="q_ambiguous0000",
    speakers=(),
    attribution=Attribution("ambiguous", None, ("Ana Ruiz", "Otto Lind")),
)
UNKNOWN = quote("Nobody saw it.", id="q_unknown000000", speakers=(), attribution=Attribution("unknown"), cue=None)
TRANSLATED = quote(
    "Der Hafen bleibt zu.", id="q_translated000", lang="de", original_lang="nl", fidelity="back_translated"
)
CORRECTED = quote(
    "Two ferries, not three.",
    id="q_corrected0000",
    state="corrected",
    revision=2,
    corrections=(Correction(2, "2024-03-01T10:00:00Z", "speaker", "the article named another ferryman"),),
)
EVERY_SORT = (DIRECT, SPLIT, PARTIAL, INDIRECT, ANONYMOUS, JOINT, AMBIGUOUS, UNKNOWN, TRANSLATED, CORRECTED)
