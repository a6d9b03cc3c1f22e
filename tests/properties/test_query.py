"""Whatever is asked, the index finds what looking at every quote would find, and marks the words that made it match."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import QuerySyntaxError
from index import Entry, SearchRequest, build, open_index, search, update
from index.query import parse
from tests.index.invented import ADA, BORIS, Invented, entry, gone, numbers

# A word as printed, and the forms (unstemmed, stemmed) under which each of its positions is found: by hand.
WORDS: dict[str, list[tuple[set[str], set[str]]]] = {
    "war": [({"war"}, {"war"})],
    "wars": [({"wars"}, {"war"})],
    "peace": [({"peace"}, {"peac"})],
    "Peace’s": [({"peace's", "peace"}, {"peac"})],
    "mistake": [({"mistake"}, {"mistak"})],
    "mistakes": [({"mistakes"}, {"mistak"})],
    "us": [({"us"}, {"us"})],
    "US": [({"US", "us"}, {"US", "us"})],
    "U.S.": [({"US", "us"}, {"US", "us"})],
    "e-mail": [({"e", "email"}, {"e", "email"}), ({"mail"}, {"mail"})],
    "email": [({"email"}, {"email"})],
    "Łódź": [({"lodz"}, {"lodz"})],
}
NAMES = {ADA: ({"ada"}, {"quill"}), BORIS: ({"boris"}, {"o'marsh", "omarsh", "marsh"})}
FORM_ASKED = {  # the one form that a typed word looks for: unstemmed, stemmed
    "war": ("war", "war"), "wars": ("wars", "war"), "peace": ("peace", "peac"), "Peace’s": ("peace's", "peac"),
    "mistake": ("mistake", "mistak"), "mistakes": ("mistakes", "mistak"), "us": ("us", "us"), "US": ("US", "US"),
    "U.S.": ("US", "US"), "email": ("email", "email"), "Łódź": ("lodz", "lodz"), "e": ("e", "e"),
    "mail": ("mail", "mail"),
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A query text and, in the same shape, what it means."""

    text: str
    kind: str
    words: tuple[str, ...] = ()
    number: int = 0
    parts: tuple[Asked, ...] = ()


words = st.sampled_from([word for word in FORM_ASKED if word not in ("e", "mail")])
texts = st.lists(st.sampled_from(list(WORDS)), min_size=1, max_size=6)
segmented = st.lists(texts, min_size=1, max_size=2)
quotes = st.lists(st.tuples(segmented, st.sampled_from([ADA, BORIS])), min_size=1, max_size=8)


def _word(word: str) -> Asked:
    return Asked(word, "word", (word,))


def _phrase(several: list[str], slop: int) -> Asked:
    return Asked(f'"{" ".join(several)}"' + (f"~{slop}" if slop else ""), "phrase", tuple(several), slop)


leaves = st.one_of(
    words.map(_word),
    st.builds(_phrase, st.lists(words, min_size=2, max_size=3), st.sampled_from([0, 0, 1, 2])),
    st.sampled_from(["wa", "mist", "pea", "em"]).map(lambda start: Asked(f"{start}*", "prefix", (start,))),
    st.sampled_from(["wor", "mistake", "peaces"]).map(lambda word: Asked(f"{word}~1", "similar", (word,))),
    st.sampled_from(["ada", "quill", "boris", "omarsh"]).map(lambda n: Asked(f"speaker:{n}", "name", (n,))),
)


def _combined(inner: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
    several = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(
        several.map(lambda parts: Asked(f"({' '.join(p.text for p in parts)})", "and", parts=tuple(parts))),
        several.map(lambda parts: Asked(f"({' OR '.join(p.text for p in parts)})", "or", parts=tuple(parts))),
        inner.map(lambda part: Asked(f"(NOT {part.text})", "not", parts=(part,))),
    )


trees = st.recursive(leaves, _combined, max_leaves=6)


# ------------------------------------------------------------------------------------------------ by looking at all


@dataclass(frozen=True)
class Seen:
    """A quote as the naive reader has it: forms by position, a gap between segments; names likewise."""

    text: dict[int, tuple[set[str], set[str]]]
    name: dict[int, tuple[set[str], set[str]]]


def seen(segments: list[list[str]], speaker: object) -> Seen:
    text, position = {}, 0
    for segment in segments:
        for word in segment:
            for forms in WORDS[word]:
                text[position] = forms
                position += 1
        position += 1000
    given, family = NAMES[speaker]  # type: ignore[index]
    return Seen(text, {0: (given, given), 1: (family, family)})


def holds(asked: Asked, quote: Seen, stemmed: bool) -> bool:  # noqa: PLR0911 - one for each kind
    match asked.kind:
        case "and":
            return all(holds(part, quote, stemmed) for part in asked.parts)
        case "or":
            return any(holds(part, quote, stemmed) for part in asked.parts)
        case "not":
            return not holds(asked.parts[0], quote, stemmed)
        case "prefix":
            return any(form.startswith(asked.words[0]) for form in all_words(quote))
        case "similar":
            return any(one_edit(asked.words[0], form) for form in all_words(quote))
        case "name":
            return any(asked.words[0] in forms[0] for forms in quote.name.values())
    wanted = [FORM_ASKED[word][stemmed] for word in asked.words]
    in_text = {position: forms[stemmed] for position, forms in quote.text.items()}
    return any(follows(in_text, position, wanted, asked.number) for position in in_text)


def all_words(quote: Seen) -> set[str]:
    return set().union(*(forms[0] for forms in (*quote.text.values(), *quote.name.values())))


def follows(text: dict[int, set[str]], position: int, wanted: list[str], slop: int) -> bool:
    if wanted[0] not in text.get(position, ()):
        return False
    nexts = range(position + 1, position + slop + 2)
    return len(wanted) == 1 or any(follows(text, following, wanted[1:], slop) for following in nexts)


def one_edit(a: str, b: str) -> bool:
    letters = "abcdefghijklmnopqrstuvwxyz'US"
    shorter = {a[:i] + a[i + 1 :] for i in range(len(a))}
    changed = {a[:i] + c + a[i + 1 :] for i in range(len(a)) for c in letters}
    longer = {a[:i] + c + a[i:] for i in range(len(a) + 1) for c in letters}
    return b in {a} | shorter | changed | longer


def invented(segments: list[list[str]], speaker: object) -> Invented:
    return Invented(tuple(" ".join(segment) for segment in segments), speakers=(speaker,))  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------ properties

several_examples = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@several_examples
@given(quotes, st.lists(st.tuples(trees, st.booleans()), min_size=1, max_size=12))
def test_finds_what_looking_at_every_quote_finds(quotes: list, asked: list[tuple[Asked, bool]]) -> None:  # type: ignore[type-arg]
    with tempfile.TemporaryDirectory() as folder:
        made = [entry(n, n, invented(*quote)) for n, quote in enumerate(quotes, 1)]
        build(Path(folder) / "index", made, sequence=len(made))
        index = open_index(Path(folder) / "index")
        for tree, stemmed in asked:
            answer = search(index, SearchRequest(tree.text, match="stemmed" if stemmed else "exact", limit=100))
            expected = [n for n, quote in enumerate(quotes, 1) if holds(tree, seen(*quote), stemmed)]
            assert sorted(numbers(hit.id for hit in answer.hits)) == expected, (tree.text, stemmed)
            assert answer.total == len(expected)
        index.close()


changes = st.lists(
    st.lists(st.tuples(st.integers(1, 6), st.none() | st.tuples(segmented, st.sampled_from([ADA, BORIS]))), max_size=5),
    min_size=1,
    max_size=5,
)


@pytest.mark.slow
@several_examples
@given(changes, st.lists(trees, min_size=1, max_size=4))
def test_updates_leave_exactly_the_last_of_every_quote(changes: list, asked: list[Asked]) -> None:  # type: ignore[type-arg]
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder) / "index"
        build(directory, [], sequence=0)
        index = open_index(directory)
        kept: dict[int, tuple[list[list[str]], object]] = {}
        payloads: dict[int, bytes] = {}
        sequence = 0
        for batch in changes:
            made: list[Entry] = []
            for number, quote in batch:
                sequence += 1
                made.append(entry(sequence, number, invented(*quote)) if quote else gone(sequence, number))
                kept.pop(number, None)
                if quote:
                    kept[number], payloads[number] = quote, made[-1].payload
            update(directory, made, sequence=sequence)
            for tree in asked:
                hits = search(index, SearchRequest(tree.text, limit=100)).hits
                expected = [n for n, quote in sorted(kept.items()) if holds(tree, seen(*quote), stemmed=True)]
                assert sorted(numbers(hit.id for hit in hits)) == expected, tree.text
                assert all(
                    hit.payload == payloads[number]
                    for hit, number in zip(hits, numbers(h.id for h in hits), strict=True)
                )
            assert index.state.quotes == len(kept)
        index.close()


@several_examples
@given(quotes, st.lists(words, min_size=1, max_size=3), st.booleans())
def test_phrase_highlights_are_exactly_the_phrase(quotes: list, phrase: list[str], stemmed: bool) -> None:  # type: ignore[type-arg]
    with tempfile.TemporaryDirectory() as folder:
        made = [entry(n, n, invented(*quote)) for n, quote in enumerate(quotes, 1)]
        build(Path(folder) / "index", made, sequence=len(made))
        index = open_index(Path(folder) / "index")
        asked = _phrase(phrase, 0)
        answer = search(index, SearchRequest(asked.text, match="stemmed" if stemmed else "exact", limit=100))
        wanted = [FORM_ASKED[word][stemmed] for word in phrase]
        for hit in answer.hits:
            quote = next(one.quote for one in made if one.quote.id == hit.id)
            marked = [quote.text[mark.start : mark.end] for mark in hit.highlights if mark.field == "text"]
            assert marked
            for words_marked in marked:
                forms = [position[stemmed] for word in words_marked.split() for position in printed(word)]
                assert follows(dict(enumerate(forms)), 0, wanted, 0)
        index.close()


def printed(word: str) -> list[tuple[set[str], set[str]]]:
    """The positions of a marked word; a mark may end inside a hyphenated one."""
    return WORDS.get(word) or [({word.lower()}, {word.lower()})]


@settings(max_examples=400, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from(list("ab *~\"()[]{}:+-!?\\/^&|<>=0123.,'“”ANDORTOspeakersaid\u200b\ud800é日")),
        max_size=80,
    )
)
def test_any_text_is_understood_or_refused_at_a_place_in_it(query: str) -> None:
    try:
        parse(query)
    except QuerySyntaxError as error:
        assert error.query == query
        assert 0 <= error.position <= len(query)
