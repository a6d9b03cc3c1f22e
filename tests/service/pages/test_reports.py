"""A long report comes in parts: small ones, what differs first, and every quotation in one of them."""

from __future__ import annotations

from flask.testing import FlaskClient
from lxml import html

FROST = "The bridge will open again before the first frost, and not a day later."
HOLDING = f"“{FROST}” said Ana Ruiz.\n\n"
DIFFERING = "“The bridge will open again before the last frost,” Ruiz said.\n\n"
DRAFT = (3 * HOLDING + DIFFERING) * 12
BYTES = 30_000
"""Of a page, the draft in its box left aside."""


def part(client: FlaskClient, number: int) -> html.HtmlElement:
    answer = client.post("/check", data={"text": DRAFT, "part": str(number)})
    assert answer.status_code == 200
    assert len(answer.data) - len(DRAFT.encode()) <= BYTES
    return html.fromstring(answer.text)


def numbers(page: html.HtmlElement) -> list[int]:
    return [int(number) for number in page.xpath("//ol[@class='findings']/li/@value")]


def test_every_quotation_is_in_one_part_and_what_differs_comes_first(client: FlaskClient) -> None:
    first = part(client, 1)
    count = int(first.xpath("//nav[@class='paging']/span")[0].text.split()[-1])
    every = [number for place in range(1, count + 1) for number in numbers(part(client, place))]
    assert count > 1
    assert sorted(every) == list(range(1, 49))
    assert every[:12] == list(range(4, 49, 4))


def test_a_part_leads_to_those_beside_it_with_the_draft_as_it_was(client: FlaskClient) -> None:
    page = part(client, 2)
    buttons = page.xpath("//nav[@class='paging']/button")
    assert buttons[0].get("value") == "1"
    assert {button.get("form") for button in buttons} == {page.xpath("//form[@method='post']/@id")[0]}
    assert page.xpath("//textarea")[0].text.strip() == DRAFT.strip()


def test_after_the_last_part_comes_none(client: FlaskClient) -> None:
    assert numbers(part(client, 10**9)) == numbers(part(client, 99))


def test_a_short_report_is_whole_and_in_the_order_of_the_draft(client: FlaskClient) -> None:
    answer = client.post("/check", data={"text": HOLDING + DIFFERING})
    page = html.fromstring(answer.text)
    assert numbers(page) == [1, 2]
    assert not page.xpath("//nav[@class='paging']")
