"""No page is larger than 30 KB, not even the largest of its sort. All texts are invented."""

from __future__ import annotations

from collections.abc import Iterator

import feedparser
import pytest
from flask.testing import FlaskClient
from lxml import html
from markupsafe import escape
from werkzeug.datastructures import MultiDict

from corpus import Record, extract_quotes, migrate, read_article
from corpus.extraction import EXTRACTOR_VERSION
from corpus.model import Quote, SaidAt
from corpus.record import Amendment
from service import create_app
from service.archive import Archive
from service.config import Config

pytestmark = pytest.mark.slow

MOST = 30 * 1024
LONGEST = "search for 500 characters with every filter"
MOST_OF_LONGEST = 32 * 1024
"""Of the one page that holds as much of what was asked as of what was found."""
NAMES = ("Mira Halloran", "Tobias Renn", "Oona Sedge", "Nell Okafor", "Ana Ruiz", "Otto Lind")
WORDS = (
    *("pier", "lamp", "mole", "tide", "buoy", "crane", "ferry", "keel", "mast", "rope", "sail"),
    *("wharf", "winch", "anchor", "ballast", "bollard", "cargo", "chart"),
)
KITES = "Nobody flies a kite over the old gasworks again while I am mayor of this town, not even my grandchildren"


def statement(number: int, words: int) -> str:
    """Words that nobody else said."""
    said = [f"{WORDS[(number * 7 + i * 3) % len(WORDS)]}{'.' if i % 12 == 11 else ''}" for i in range(words)]
    return f"The council wrote letter {number} to the ministry about {' '.join(said)} and nobody answered it"


def take_in(record: Record, number: int, text: str, **facts: str) -> list[Quote]:
    known = {
        "url": f"https://courier.example/harbour/{number}/the-lamps-of-the-northern-mole-will-be-lit-again",
        "title": f"After {number} years of letters and petitions the lamps of the northern mole will be lit again",
        "publisher": f"The {number % 30} Elmsport Courier and Northern Mole Advertiser",
        "published": f"{2023 + number % 24 // 12}-{number % 12 + 1:02}-11",
        "lang": "en",
    }
    article = read_article(text, **(known | facts))  # type: ignore[arg-type]
    record.ingest(article, extract_quotes(article), extractor_version=EXTRACTOR_VERSION)
    return record.quotes_of(article.id)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FlaskClient, dict[str, str]]]:
    config = Config.from_environment({"ONRECORD_HOME": str(tmp_path_factory.mktemp("large"))})
    with Archive(config) as archive:
        paths = filled(archive.record)
        archive.synchronise()
    app = create_app(config)
    yield app.test_client(), paths
    app.extensions["archive"].close()


def filled(record: Record) -> dict[str, str]:
    """Keep what makes pages large; the path of each by its name."""
    migrate(record)
    for number in range(48):
        lines = [f'"{statement(number * 10 + i, 80)}," said {name}.' for i, name in enumerate(NAMES)]
        take_in(record, number, "\n\n".join(lines))
    many = take_in(record, 100, "\n\n".join(f'"{statement(1000 + i, 12)}," said {NAMES[i % 6]}.' for i in range(200)))
    said = f'"{statement(2000, 240)}," said Mira Halloran, who keeps the harbour office.'
    [long] = take_in(record, 101, said, published="2025-01-11")
    for number in range(1, 13):
        when = Amendment(said_at=SaidAt(f"2024-{number:02}", "month", "stated"))
        record.correct(long.id, when, reason=f"The recording of evening {number} has another date", by="An Editor")
    for number in range(60):
        url = f"https://echo{number}.example/kites"
        kites = take_in(record, number, f'"{KITES}," said Petra Holm, the mayor.', url=url)[0]
    names = [f"{NAMES[number % 6]} of the northern mole, the {number}th of her name" for number in range(200)]
    record.alias("mira-halloran", add=names, cited_from=many[0].citation.article.id, reason="As signed", by="An Editor")
    [cluster] = {quote.cluster.id for quote in [record.quote(kites.id)] if quote.cluster}
    filters = "".join(f"&speaker={name.lower().replace(' ', '-')}" for name in NAMES) + "".join(
        f"&{name}" for name in (
            "type=direct", "attribution=named", "fidelity=verbatim_as_published", "channel=unknown", "lang=en",
            "published_from=2020", "published_to=2027", "republished=exclude", "match=exact", "sort=-said_at",
        )
    )  # fmt: skip
    phrases = [" ".join(WORDS[(i + step) % len(WORDS)] for step in (0, 3, 6, 9)) for i in range(len(WORDS))]
    any_of = " OR ".join(f'"{phrase}"' for phrase in phrases)[:512].rpartition(" OR ")[0]
    return {
        "home": "/",
        "search": "/search",
        "search for a word": "/search?q=ministry",
        "search with every filter": f"/search?q=ministry{filters}",
        "search for 500 characters": f"/search?q={any_of}",
        LONGEST: f"/search?q={any_of}{filters}",
        "search for nothing": f"/search?q=zebra {' '.join(phrases[:15])}",
        "quote": f"/q/{long.id}",
        "speaker": "/speakers/mira-halloran",
        "article": f"/articles/{many[0].citation.article.id}",
        "the last quotes of an article": f"/articles/{many[0].citation.article.id}?page=20",
        "cluster": f"/clusters/{cluster}",
        "compare": "/compare?left=Mira Halloran&right=Tobias Renn&q=ministry",
    }


def test_the_largest_page_of_each_sort(scene: tuple[FlaskClient, dict[str, str]]) -> None:
    client, paths = scene
    sizes = {}
    for name, path in paths.items():
        answer = client.get(path, headers={"Accept": "text/html"})
        assert answer.status_code == 200, name
        sizes[name] = len(answer.data)
    assert {name: size for name, size in sizes.items() if size > (MOST_OF_LONGEST if name == LONGEST else MOST)} == {}


def test_a_report_on_a_draft_adds_little_to_the_draft(scene: tuple[FlaskClient, dict[str, str]]) -> None:
    client, _ = scene
    said = [f'"{statement(number * 10, 12)}," said {NAMES[1]}.' for number in range(20)]
    drafted = "\n\n".join([*said, *["The council met on a Monday, and the minutes were read & kept."] * 500])
    answer = client.post("/check", data={"text": drafted})
    assert answer.status_code == 200
    assert str(escape(drafted)) in answer.text  # to be corrected and checked again
    assert len(answer.text) - len(escape(drafted)) <= MOST


def test_a_long_search_can_be_followed_as_a_short_one_can(scene: tuple[FlaskClient, dict[str, str]]) -> None:
    client, paths = scene
    form = html.fromstring(client.get(paths[LONGEST]).text).get_element_by_id("search")
    [button] = form.getroottree().xpath("//button[@form='search' and starts-with(., 'Follow')]")
    controls = form.getroottree().xpath("//*[@form='search' and @name] | //form[@id='search']//*[@name]")
    asked = [
        (one.get("name"), one.get("value", ""))
        for one in controls
        if one.get("type") not in ("checkbox", "radio") or one.get("checked") is not None
    ]
    feed = feedparser.parse(client.get(button.get("formaction"), query_string=MultiDict(asked)).data)
    assert feed.entries


def test_every_quote_of_an_article_is_on_one_of_its_pages(scene: tuple[FlaskClient, dict[str, str]]) -> None:
    client, paths = scene
    shown = [client.get(f"{paths['article']}?page={number}").text.count('<article id="q_') for number in range(1, 21)]
    assert shown == [10] * 20
