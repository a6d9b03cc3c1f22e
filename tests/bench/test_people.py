"""Gold that does not fit its article is refused, with the file's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.people import BadGold, Who, read_case

PAGE = "# A page\n\n## Article\n\n“Yes, yes,” Ada Park said.\n\n## Who said it\n\n{gold}\n"


def test_a_line_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(PAGE.format(gold="- Yes, → Ada Park"), encoding="utf-8")

    case = read_case(path)

    assert case.text == "“Yes, yes,” Ada Park said."
    assert case.said[0].starts == (1,)
    assert case.said[0].who == Who("person", frozenset({"ada park"}))


@pytest.mark.parametrize("gold", ["- No → Ada Park", "- es → Ada Park", "- Yes, Ada Park", "- Yes, → deity: Ada"])
def test_a_line_that_does_not_fit_is_refused(tmp_path: Path, gold: str) -> None:
    path = tmp_path / "page.md"
    path.write_text(PAGE.format(gold=gold), encoding="utf-8")

    with pytest.raises(BadGold, match=r"page\.md"):
        read_case(path)
