"""The words that readers see for the closed sets of the record, and the badges of a quote."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.model import AttributedSpeaker, Quote

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
FILTERS: Mapping[str, str] = {**FACETS, "article": "Article", "lang": "Language", "original_lang": "Spoken in"}
PARAMETERS: Mapping[str, str] = {
    **FILTERS,
    "q": "Search",
    "match": "Words",
    "said_from": "Said from",
    "said_to": "Said until",
    "published_from": "Published from",
    "published_to": "Published until",
    "republished": "Copies",
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
