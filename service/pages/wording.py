"""The words that readers see for the closed sets of the record, and the badges of a quote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.model import AttributedSpeaker, Difference, Quote
from corpus.verification import SpeakerMatch
from service.verifying import DateMatch, Match

TYPES = {"direct": "Direct", "partial": "Partial", "indirect": "Paraphrase"}
KINDS = {
    "person": "Person",
    "organization": "Organization",
    "group": "Group",
    "anonymous": "Anonymous",
    "document": "Document",
}
ATTRIBUTIONS = {
    "named": "Named person",
    "anonymous": "Anonymous",
    "organization": "Organization",
    "joint": "Joint statement",
    "ambiguous": "Ambiguous",
    "unknown": "Unknown",
}
FIDELITIES = {
    "verbatim_as_published": "Verbatim, as published",
    "translated": "Translated",
    "back_translated": "Back-translated",
    "paraphrase": "Paraphrase",
    "unknown": "Not known",
}
CHANNELS = {
    "told_reporters": "To reporters",
    "statement": "Statement",
    "speech": "Speech",
    "interview": "Interview",
    "briefing": "Briefing",
    "social_post": "Social media post",
    "document": "Document",
    "unknown": "Not known",
}
RELATIONS = {
    "original": "Original report",
    "republication": "Republished copy",
    "syndication": "Syndicated copy",
    "translation": "Translation",
    "rewrite": "Rewritten from another report",
    "unknown": "Not known",
}
RESOLUTIONS = {
    "explicit": "named in full",
    "surname": "named by surname",
    "pronoun": "named by a pronoun",
    "title": "named by title",
    "inferred": "inferred from the text",
}
STATES = {
    "active": "Active",
    "corrected": "Corrected",
    "disputed": "Disputed",
    "withdrawn": "Withdrawn",
    "merged": "Merged",
}
CITATION_STYLES = {"plain": "In full", "apa": "APA", "chicago": "Chicago", "mla": "MLA"}
FEEDS = {"atom": "application/atom+xml", "rss": "application/rss+xml", "feed.json": "application/feed+json"}
LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
FACETS: Mapping[str, str] = {
    "speaker": "Speaker",
    "type": "How it is quoted",
    "attribution": "Who is named",
    "publisher": "Publisher",
    "fidelity": "Wording",
    "channel": "Said through",
}
FILTERS: Mapping[str, str] = {
    **FACETS,
    "like": "Like",
    "article": "Article",
    "lang": "Language",
    "original_lang": "Spoken in",
    "year": "Year",
    "month": "Month",
}
PARAMETERS: Mapping[str, str] = {
    **FILTERS,
    "q": "Search",
    "match": "Words",
    "said_from": "Said from",
    "said_to": "Said until",
    "published_from": "Published from",
    "published_to": "Published until",
    "republished": "Copies",
    "group": "The same utterance",
    "min_confidence": "Confidence at least",
    "reviewed": "Reviewed",
    "sort": "Order",
    "page": "Page",
}
VALUES: Mapping[str, Mapping[str, str]] = {
    "type": TYPES,
    "attribution": ATTRIBUTIONS,
    "fidelity": FIDELITIES,
    "channel": CHANNELS,
    "lang": LANGUAGES,
    "original_lang": LANGUAGES,
}

_COPIES = {"republication": "Republished copy", "syndication": "Republished copy", "rewrite": "Rewritten report"}
_TRANSLATED = {"translated": "Translated", "back_translated": "Back-translated"}


def language(code: str | None) -> str | None:
    """The English name of a language by its code, or the code itself."""
    return LANGUAGES.get(code.partition("-")[0], code) if code else None


def label(parameter: str) -> str:
    """What a search parameter is called on the page."""
    return PARAMETERS.get(parameter, parameter)


def badges(quote: Quote) -> tuple[str, ...]:
    """What a reader must know before repeating the words, most important first."""
    found = [TYPES[quote.type]]
    if quote.state in ("corrected", "disputed"):
        found.append(STATES[quote.state])
    if any(speaker.kind == "anonymous" for speaker in quote.speakers):
        found.append("Anonymous")
    if len(quote.speakers) > 1 and quote.attribution.status == "resolved":
        found.append("Joint")
    if quote.attribution.status != "resolved":
        found.append({"ambiguous": "Speaker ambiguous", "unknown": "Speaker unknown"}[quote.attribution.status])
    if copy := _COPIES.get(quote.citation.article.relation):
        found.append(copy)
    if translated := _TRANSLATED.get(quote.fidelity):
        found.append(translated)
    return tuple(found)


def speaker_words(speaker: AttributedSpeaker) -> str:
    """A speaker inside a sentence: people by name, organizations as the article has them ("The Kremlin")."""
    if speaker.kind in ("person", "anonymous") or speaker.resolution == "pronoun":
        return speaker.name
    return speaker.mention_as_printed or speaker.name


def listed(words: list[str], last: str = "and") -> str:
    """``["a", "b", "c"]`` as "a, b and c"."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def who(quote: Quote) -> str:
    """Who said it, in words; both candidates where the article leaves it open."""
    if quote.attribution.status == "ambiguous" and quote.attribution.candidates:
        return f"either {listed(list(quote.attribution.candidates), 'or')}"
    if not quote.speakers:
        return "a speaker not identified"
    return listed([speaker_words(speaker) for speaker in quote.speakers])


def reporting_clause(quote: Quote) -> str:
    """What must stand before an indirect quote: "The Kremlin denied that", "According to Ana Ruiz,".

    The cue is the article's own word. "that" is added where the words after it read as a clause of their own.
    """
    if quote.cue is None:
        return f"{capitalised(who(quote))}, in the article’s words:"
    cue = " ".join(quote.cue.text.split())
    if cue.lower() in _BEFORE_THE_SPEAKER:
        return f"{capitalised(cue)} {who(quote)},"
    comma = "," if cue.lower().endswith("ing") else ""
    clause = f"{capitalised(who(quote))}{comma} {cue}"
    joined = quote.text.lower().startswith(_JOINING) or cue.lower().endswith((" that", ":", " as", " for"))
    return clause if joined else f"{clause} that"


_BEFORE_THE_SPEAKER = {"according to", "per", "as per", "in the words of", "in the view of"}
_JOINING = ("that ", "to ", "whether ", "if ", "how ", "why ", "who ", "when ", "where ")


def capitalised(words: str) -> str:
    """`words` with a capital first letter, the rest untouched."""
    return words[:1].upper() + words[1:]


def uncapitalised(words: str) -> str:
    """`words` with a small first letter, the rest untouched."""
    return words[:1].lower() + words[1:]


# ------------------------------------------------------------------------------------------------ clusters

NOT_VERBATIM = "Not to be printed in quotation marks as the speaker’s own words."
DIFFERENCES: Mapping[Difference, str] = {
    "identical": "The same words.",
    "punctuation": "The same words; capitals or punctuation differ.",
    "truncated": "A part of it.",
    "wording": "Worded otherwise.",
    "translation": "In another language.",
}
THE_FULLEST = "The fullest wording, with which the others are compared."


def reports(appearances: int, independent: int) -> str:
    """ "Appears in 3 articles, 2 independent reports"."""
    articles = "1 article" if appearances == 1 else f"{appearances:,} articles"
    return f"Appears in {articles}, {independent:,} independent {'report' if independent == 1 else 'reports'}"


# ------------------------------------------------------------------------------------------------ checking


@dataclass(frozen=True, slots=True)
class Telling:
    """A verdict as readers see it. `tone`: whether it holds, differs, or nothing is known; a class of the style sheet,
    never the only way in which it is told. `counted`: after a number, where that is not the heading."""

    heading: str
    sentence: str
    tone: Literal["holds", "differs", "absent"]
    counted: str | None = None


VERDICTS: Mapping[Match, Telling] = {
    "altered": Telling("Worded otherwise", "The record has it in other words.", "differs"),
    "speaker_mismatch": Telling("By another speaker", "The record has these words from somebody else.", "differs"),
    "not_in_this_corpus": Telling(
        "Not in this corpus", "Nothing here bears it. It may still have been said.", "absent"
    ),
    "punctuation_only": Telling(
        "Word for word, but for punctuation", "Only capitals or punctuation differ from the record.", "holds"
    ),
    "excerpt": Telling("An excerpt", "It is a part of what the record has, unchanged.", "holds", "in excerpt"),
    "exact": Telling("Word for word", "The record has these words as they stand here.", "holds"),
}
"""What asks for an editor's eye first."""
SPEAKER_MATCHES: Mapping[SpeakerMatch, str | None] = {
    "not_claimed": None,
    "same": "The record names the same speaker.",
    "other": "The record names another speaker.",
    "quoted": "In the record this speaker quotes them, as another’s.",
    "possible": "The record leaves open which of several said it, this speaker among them.",
    "not_known": "The record does not know who said it.",
}
DATE_MATCHES: Mapping[DateMatch, str | None] = {
    "not_claimed": None,
    "compatible": "The date agrees with the record.",
    "other": "The record has another date, or was published before this one.",
    "not_known": "The record does not know when it was said.",
}
OF_CHECK = {"text": "Draft or quote", "claimed_speaker": "Speaker", "claimed_date": "Date"}
NO_QUOTATION = "No quotation was found in this draft"
READ_AS_ONE_QUOTE = "No quotation marks were found, so the whole text was held against the record as one quote."
FOR_SINGLE_QUOTES = "The draft names its own speakers; the speaker and date given apply to a single quote only."
