"""One utterance in several articles, as readers see it: on its page, on quotes, and in a search."""

from __future__ import annotations

from lxml import html

from tests.service.pages.test_views import words
from tests.service.town import KITES, Town


def at(town: Town, path: str) -> html.HtmlElement:
    answer = town.client.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def address(town: Town) -> str:
    cluster = town.quote("gazette").cluster
    assert cluster is not None
    return f"/clusters/{cluster.id}"


def test_the_fullest_wording_is_the_hero(town: Town) -> None:
    page = at(town, address(town))
    [hero] = page.find_class("hero")
    assert words(hero, "blockquote") == [f"“{KITES}”"]
    assert words(page, "h2") == ["Appears in 3 articles, 3 independent reports"]


def test_each_appearance_tells_what_differs_word_by_word(town: Town) -> None:
    page = at(town, address(town))
    told = {words(one, "where")[0].split(", ")[1].split()[0]: one for one in page.xpath("//ol[@class='quotes']/li")}
    assert words(told["gazette"], "told") == ["The fullest wording, with which the others are compared."]
    assert words(told["courier"], "told")[0].startswith("A part of it.")
    assert "A “not” stands in one of the two" in words(told["echo"], "told")[0]
    assert words(told["echo"], "del") == ["[only in the fullest: not]"]
    assert told["gazette"].find_class("difference") == []


def test_a_quote_and_its_card_lead_there(town: Town) -> None:
    for path in (f"/q/{town.quote('echo').id}", "/search?q=gasworks"):
        [first, *_] = at(town, path).find_class("appears")
        assert first.text_content() == "Appears in 3 articles, 3 independent reports"
        assert first.xpath("a/@href") == [address(town)]


def test_the_passage_of_a_quote_holds_its_words_marked(town: Town) -> None:
    page = at(town, f"/q/{town.quote('gazette').id}")
    assert words(page, "passage") == [
        f'"{KITES}" said Petra Holm. The fire on Sunday burned for nine hours, the brigade said.'
    ]
    assert words(page, "mark") == [KITES]


def test_a_search_shows_an_utterance_once_if_asked(town: Town) -> None:
    assert words(at(town, "/search?q=gasworks"), "total") == ["3 quotes"]
    page = at(town, "/search?q=gasworks&group=cluster")
    assert words(page, "total") == ["1 utterance"]
    assert page.xpath("//input[@name='group']/@checked")
    assert words(page, "active") == ["Remove filter: Each utterance once ×"]
    api = town.client.get("/v1/quotes?q=gasworks&group=cluster").get_json()
    assert api["links"]["html"].endswith("/search?q=gasworks&group=cluster")


def test_a_page_that_is_none_is_the_first_or_the_last(town: Town) -> None:
    for page in ("0", "7", "x", "-1"):
        assert len(at(town, f"{address(town)}?page={page}").xpath("//ol[@class='quotes']/li")) == 3


def test_withdrawn_merged_and_unknown_ones_answer_as_the_api_does(town: Town) -> None:
    record, split, there = town.archive.record, town.quote("echo"), address(town)
    assert split.cluster is not None
    change = record.split_cluster(split.cluster.id, [split.id], reason="another day", by="An Editor")
    record.merge_clusters(change.other or "", change.cluster, reason="it was not", by="An Editor")
    moved = town.client.get(f"/clusters/{change.other}")
    assert (moved.status_code, moved.headers["Location"]) == (308, there)
    for name in ("gazette", "courier", "echo"):
        town.withdraw(name)
    gone = town.client.get(there)
    assert (gone.status_code, "every quote of this cluster was withdrawn" in gone.text.lower()) == (410, True)
    assert town.client.get("/clusters/c_aaaaaaaaaaaaa").status_code == 404
