"""When quotes were said: which bars stand where, and where they lead."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from index import FacetValue
from service.links import Links
from service.pages.state import SearchState
from service.pages.timeline import HEIGHT, MOST_COUNTED, WIDTH, Timeline, timeline
from tests.service.pages.test_views import tree, words


def values(**counts: int) -> list[FacetValue]:
    return [FacetValue(name[1:].replace("_", "-"), name, count) for name, count in counts.items()]


def drawn(months: list[FacetValue], years: list[FacetValue], **asked: str) -> Timeline | None:
    return timeline(SearchState(tuple(asked.items())), {"month": months, "year": years}, Links())


def test_months_stand_in_their_order_with_gaps_between() -> None:
    line = drawn(values(m2024_03=4, m2023_12=2), values(y2024=4, y2023=2), q="ferry")
    assert line is not None
    assert [(bar.label, bar.count, bar.y) for bar in line.bars] == [
        ("December 2023", 2, HEIGHT / 2),
        ("March 2024", 4, 0),
    ]
    assert [bar.x for bar in line.bars] == [WIDTH / 8, WIDTH * 7 / 8]
    assert line.in_words == "December 2023 to March 2024, most in March 2024"


def test_a_bar_leads_to_the_search_narrowed_to_it() -> None:
    line = drawn(values(m2024_03=4, m2023_12=2), [], q="ferry", year="2024", month="2023-12")
    assert line is not None
    assert [(bar.url, bar.here) for bar in line.bars] == [
        ("/search?q=ferry&month=2023-12", True),
        ("/search?q=ferry&month=2024-03", False),
    ]


@pytest.mark.parametrize(
    ("months", "years", "unit"),
    [
        (values(m2021_01=1, m2023_12=1), values(y2021=1, y2023=1), "year"),
        (values(m2022_01=1, m2023_12=1), values(y2022=1, y2023=1), "month"),
        ([FacetValue(f"2023-{n % 12 + 1:02}", "", 1) for n in range(MOST_COUNTED)], values(y1=1, y2=1), "year"),
        (values(m2023_01=9), values(y2023=9, y2020=1), "year"),
        (values(m2023_01=9), values(y2023=9), None),
        ([], [], None),
    ],
)
def test_years_stand_for_what_is_long_and_nothing_for_one_moment(
    months: list[FacetValue], years: list[FacetValue], unit: str | None
) -> None:
    line = drawn(months, years)
    assert (line and line.unit) == unit


def test_many_centuries_leave_no_place_for_empty_years() -> None:
    line = drawn([], values(y900=1, y2024=1))
    assert line is not None
    assert [bar.x for bar in line.bars] == [WIDTH / 4, WIDTH * 3 / 4]


def test_what_a_bar_counts_is_what_its_link_finds(client: FlaskClient) -> None:
    page = tree(client, "/search")
    [section] = page.find_class("timeline")
    rows = [[cell.text_content() for cell in row] for row in section.xpath(".//tbody/tr")]
    links = section.xpath(".//tbody//a/@href")
    assert len(rows) == 2
    for (label, count), link in zip(rows, links, strict=True):
        narrowed = tree(client, link)
        assert words(narrowed, "total")[0].startswith((f"{count} quote", f"1 to 10 of {count} quote"))
        assert words(narrowed, "active") == [f"Remove filter: Month: {label} ×"]
        assert narrowed.xpath("//*[local-name()='path'][@class='here']")
    assert len(section.xpath(".//*[local-name()='path']")) == len(links), "the script leads from each bar to its link"
