"""Two speakers side by side."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.service.pages.test_views import tree, words
from tests.service.town import Town, keep

MARKET = """The fish market closes on Friday.

"No kite ever harmed a fish," said Ida Krall.

"We sold nothing all week," said Ida Krall.

"I never owned a kite," said Bo Krall.
"""


def test_what_both_said_on_a_topic(town: Town) -> None:
    keep(town.archive.record, "market", MARKET)
    town.archive.synchronise()
    page = tree(town.client, "/compare?left=petra-holm&right=Ida+Krall&q=kite")
    assert words(page, "h1") == ["Petra Holm and Ida Krall on kite"]
    left, right = page.xpath("//div[@class='sides']/section")
    assert (words(left, "total"), words(right, "total")) == (["3 quotes on this"], ["1 quote on this"])
    assert words(right, "blockquote") == ["“No kite ever harmed a fish,”"]
    assert page.xpath("//form[@class='comparing']//input/@value") == ["Petra Holm", "Ida Krall", "kite"]


def test_a_name_of_several_asks_which_is_meant(town: Town) -> None:
    keep(town.archive.record, "market", MARKET)
    town.archive.synchronise()
    page = tree(town.client, "/compare?left=petra-holm&right=krall&q=kite")
    links = page.xpath("//div[@class='sides']//ul//a/@href")
    assert links == [
        "/compare?left=petra-holm&right=ida-krall&q=kite",
        "/compare?left=petra-holm&right=bo-krall&q=kite",
    ]


def test_what_is_not_understood_says_so_and_stays(client: FlaskClient) -> None:
    assert "No speaker of that name" in tree(client, "/compare?left=nobody").text_content()
    page = tree(client, "/compare?left=ana-ruiz&q=a+(b", 400)
    assert "At character 3" in page.xpath("//*[@role='alert']")[0].text_content()
    assert page.xpath("//form[@class='comparing']//input/@value") == ["ana-ruiz", "", "a (b"]
    assert "201 characters" in tree(client, f"/compare?left={'x' * 201}", 400).text_content()


def test_without_a_question_there_is_only_the_form(client: FlaskClient) -> None:
    page = tree(client, "/compare")
    assert words(page, "h1") == ["Compare two speakers"]
    assert page.find_class("sides") == []
    assert "Ana Ruiz" in page.xpath("//datalist/option/@value")


def test_what_a_reader_types_comes_back_as_text(client: FlaskClient) -> None:
    page = tree(client, "/compare?left=%3Cscript%3Ealert(1)%3C/script%3E")
    assert page.xpath("//input[@name='left']/@value") == ["<script>alert(1)</script>"]
    assert len(page.findall(".//script")) == 1


def test_a_namesake_stays_who_was_meant(town: Town) -> None:
    town.archive.record.add_speaker("Petra Holm", "person", namesake=True, reason="Another", by="An Editor")
    page = tree(town.client, "/compare?left=petra-holm")
    assert page.xpath("//form[@class='comparing']//input/@value")[0] == "petra-holm"
