"""`onrecord explain` shows why, and nothing in an article steers the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from corpus import extract_quotes
from service.cli import onrecord
from service.cli.explaining import explained
from service.cli.visible import visible

ARTICLE = "Ines Duarte spoke first.\n\n“The ferry sails at noon,” Duarte said. “It always has.”\n\nRain is due.\n"


def explain(article: str) -> str:
    answer = CliRunner().invoke(onrecord, ["explain", "-"], input=article)
    assert answer.exit_code == 0, answer.output
    return answer.output


def test_parts_stand_in_marks_and_the_reasons_below_their_paragraph() -> None:
    lines = explain(ARTICLE).splitlines()

    assert "“[content|The ferry sails at noon,]” [mention|Duarte] [cue|said]. “[content|It always has.]”" in lines
    note = lines[lines.index("Rain is due.") - 2]
    assert note.startswith("> direct · The ferry sails at noon,")
    assert "cue said (asserts) · Duarte → Ines Duarte (person, surname)" in note
    assert "rule " in note
    assert "confidence 0." in note


def test_an_article_without_quotations_is_shown_as_it_is() -> None:
    assert explain("Rain is due.\n") == "# standard input: 0 quotations\n\nRain is due.\n\n"


@pytest.mark.parametrize("code", ["\x1b[31m", "\x9b31m", "\u202e", "\r", "\x07", "\u2066", "\x7f"])
def test_no_control_code_of_an_article_is_printed(code: str) -> None:
    assert code[0] not in explain(f"“Rain {code} is due,” Ada Park said.\n")


@given(st.text())
def test_what_is_made_visible_is_as_long_and_can_be_encoded(text: str) -> None:
    shown = visible(text)

    assert len(shown) == len(text)
    assert shown.encode().decode() == shown
    assert all(letter in "\n\t" or not 0 <= ord(letter) < 0x20 for letter in shown)


@given(st.text(alphabet="“”\"' \nAb.,said"))
def test_no_word_of_an_article_is_lost(text: str) -> None:
    shown = "".join(piece.words for paragraph in explained(text, extract_quotes(text)) for piece in paragraph.pieces)

    assert "".join(shown.split()) == "".join(visible(text).split())


def test_what_cannot_be_read_is_named_and_the_rest_is_explained(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.txt").write_text("“It sails,” Ines Duarte said.\n", encoding="utf-8")
    done = CliRunner().invoke(onrecord, ["explain", str(tmp_path)])
    assert done.exit_code == 1
    assert "a.txt" in done.stderr
    assert done.stdout.startswith(f"# {tmp_path / 'b.txt'}: 1 quotation\n")
