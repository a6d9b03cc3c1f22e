"""Questions in this project's own words: the text of the search box, and the request of the API."""

from __future__ import annotations

from bench.search.workload import Question
from index import SearchRequest

HITS = 10


def query_text(question: Question) -> str:
    """The question as it is typed into the search box."""
    words = question.words
    match question.how:
        case "any":
            return " OR ".join(words)
        case "phrase":
            return f'"{" ".join(words)}"'
        case "prefix":
            return f"{words[0]}*"
        case "fuzzy":
            return f"{words[0]}~1"
    return " ".join(words)


def request_of(question: Question) -> SearchRequest:
    """The question as the API gives it to the index."""
    first, last = question.published or (None, None)
    return SearchRequest(
        q=query_text(question),
        speaker=(question.speaker.slug,) if question.speaker else (),
        published_from=first,
        published_to=last,
        sort="-published_at" if question.newest_first else None,
        facets=question.facets,
        limit=HITS,
        page=1 + question.skip // HITS,
        highlight=False,
    )
