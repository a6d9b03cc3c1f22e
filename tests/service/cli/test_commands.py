"""The commands as a person calls them, in a folder of their own."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus import extract_quotes, read_article
from corpus.errors import RecordUnavailable
from service.cli import COMMANDS
from service.cli.printing import print_quotation
from tests.service.cli.calling import run

ARTICLE = "“The ferry sails at noon,” said harbour master Ines Duarte.\n\n“It always has,” she added.\n"


def test_init_twice_changes_nothing(home: Path) -> None:
    first, second = run("init"), run("init")
    assert first.exit_code == second.exit_code == 0
    assert first.output == second.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_as_the_list_of_all_does(name: str) -> None:
    assert name in run("--help").output
    said = re.sub(r" \([^)]*\)", "", " ".join(run(name, "--help").output.split()))
    assert COMMANDS[name].help.rstrip(".") in said


def loaded_by(program: str) -> set[str]:
    told = [sys.executable, "-c", f"import sys; {program}; print(*sys.modules)"]
    return set(subprocess.run(told, capture_output=True, text=True, check=True).stdout.split())


def test_the_list_of_commands_loads_none_of_them() -> None:
    listed = loaded_by("from service.cli import onrecord; onrecord(['--help'], standalone_mode=False)")
    assert not {"sqlalchemy", "whoosh", "flask", "rich"} & listed


@pytest.mark.parametrize("module", ["searching", "verifying", "speaking", "correcting", "ingesting", "keeping"])
def test_a_command_loads_only_what_it_needs(module: str) -> None:
    assert not {"flask", "alembic", "edtf", "trafilatura", "dateparser"} & loaded_by(f"import service.cli.{module}")


def test_an_unknown_command_is_named() -> None:
    assert "serch" in run("serch").output


def test_extract_prints_a_json_object_an_article(tmp_path: Path) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    [line] = run("extract", "--jsonl", str(file)).output.splitlines()
    found = json.loads(line)
    assert found["doc"] == "ferry"
    assert [quote["speakers"][0]["name"] for quote in found["quotes"]] == ["Ines Duarte", "Ines Duarte"]
    for quote in found["quotes"]:
        [[start, end]] = quote["segments"]
        assert ARTICLE[start:end] == quote["text"]


def test_extract_names_what_it_cannot_read_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    done = run("extract", str(tmp_path))
    assert done.exit_code == 1
    assert "a.txt" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_ingest_search_and_show(ready: Path) -> None:
    assert "1 new" in run("ingest", "-", given=ARTICLE).output
    [hit] = run("search", '"sails at noon"').output.splitlines()
    quote = json.loads(hit)
    assert quote["speakers"][0]["name"] == "Ines Duarte"
    assert quote["highlights"]
    assert json.loads(run("show", quote["id"]).output)["text"] == quote["text"]


def test_search_for_more_like_one(ready: Path) -> None:
    for text in (ARTICLE, ARTICLE.replace("at noon", "at noon as ever")):
        run("ingest", "-", given=text)
    one, other = (json.loads(line)["id"] for line in run("search", '"sails at noon"').output.splitlines())
    likest, *others = (json.loads(line)["id"] for line in run("search", "--like", one).output.splitlines())
    assert likest == other
    assert one not in others
    assert "q_missing: no quote of this id" in str(run("search", "--like", "q_missing").exception)


def test_lines_of_articles_carry_their_facts(ready: Path, tmp_path: Path) -> None:
    lines = tmp_path / "articles.jsonl"
    good = {
        "text": ARTICLE,
        "url": "https://courier.example/ferry",
        "publisher": "The Courier",
        "published": "2026-05-01",
    }
    lines.write_text("\n".join([json.dumps(good), '{"txt": "x"}', "{", '{"text": "a", "html": "b"}']), encoding="utf-8")
    done = run("ingest", str(lines))
    assert done.exit_code == 1
    for place in ("articles.jsonl:2", "articles.jsonl:3", "articles.jsonl:4"):
        assert place in done.stderr
    quote = json.loads(run("search", "noon").output)
    assert quote["citation"]["article"]["url"] == good["url"]
    assert quote["citation"]["article"]["published_at"] == {"edtf": "2026-05-01", "basis": "stated"}


def test_facts_of_one_article_are_not_said_of_two(ready: Path, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    done = run("ingest", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--title", "Ferries")
    assert done.exit_code == 2
    assert "--title" in done.stderr


def test_a_word_to_be_left_out_is_no_option(ready: Path) -> None:
    every, without = (run("search", *words).output.splitlines() for words in (["missiles"], ["missiles", "-hope"]))
    assert without == run("search", "missiles", "--", "-hope").output.splitlines()
    assert 0 < len(without) <= len(every)
    assert run("search", "-h").output == run("search", "--help").output
    assert "No such option '--speker'" in run("search", "missiles", "--speker=x").stderr


def test_a_warning_is_told_beside_the_pipe(ready: Path) -> None:
    done = run("search", "ship:missiles")
    assert "“ship:” is no field" in done.stderr
    assert "no field" not in done.stdout


def test_a_wrong_query_points_at_the_place(ready: Path) -> None:
    done = run("search", '(ferry OR "noon')
    assert done.exit_code == 1
    *_, query, pointer = done.stderr.splitlines()
    assert pointer.index("^") >= 2
    assert '"noon' in query


def test_what_is_not_there_is_named(ready: Path) -> None:
    assert "q_missing" in str(run("show", "q_missing").exception)


@pytest.mark.parametrize(
    "command", [("show", "q_x"), ("search", "x"), ("export",), ("ingest", "-"), ("backup", "copy"), ("index",)]
)
def test_a_record_that_is_not_there_is_to_be_set_up(home: Path, command: tuple[str, ...]) -> None:
    assert "onrecord init" in str(run(*command, given=ARTICLE).exception)


def test_doctor_names_once_what_is_not_there(home: Path) -> None:
    done = run("doctor")
    assert done.exit_code == 1
    record, index, end = done.output.splitlines()
    assert record.startswith(f"record: {home}")
    assert index.startswith(f"index: {home}")
    assert end == "no quotes checked: 2 problems"


def test_a_bad_setting_stops_the_start_with_its_name(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "eighty")
    assert str(run("init").exception).startswith("PORT: ")


def test_doctor_finds_nothing_wrong_and_then_does(ready: Path) -> None:
    assert run("doctor").exit_code == 0
    segment = max((ready / "index").rglob("*"), key=lambda path: path.stat().st_size if path.is_file() else 0)
    damaged = bytearray(segment.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    segment.write_bytes(damaged)
    done = run("doctor")
    assert done.exit_code == 1
    assert "index" in done.output
    assert run("index").exit_code == 0
    assert run("doctor").exit_code == 0


def test_a_backup_is_not_written_over_a_file(ready: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite"
    assert run("backup", str(target)).exit_code == 0
    before = target.read_bytes()
    assert str(target) in str(run("backup", str(target)).exception)
    assert target.read_bytes() == before


def test_restoring_asks_only_before_it_replaces(ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = str(tmp_path / "copy.sqlite")
    assert run("backup", copy).exit_code == 0
    asked = run("restore", copy, given="n\n")
    assert (asked.exit_code, "replaces" in asked.output) == (1, True)
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path / "elsewhere"))
    assert "replaces" not in (done := run("restore", copy)).output
    assert done.exit_code == 0
    assert run("doctor").exit_code == 0


def test_export_is_one_record_a_line(ready: Path) -> None:
    records = [json.loads(line) for line in run("export").output.splitlines()]
    assert records
    assert all(record["citation"]["selector"]["exact"] for record in records)


def test_no_control_code_of_an_article_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    article = read_article("“The \x1b[2Jferry sails \x9b31mat noon,” said Ines \u202eDuarte.\n", title=None)
    for quotation in extract_quotes(article):
        print_quotation(quotation)
    printed = capsys.readouterr().out
    assert "ferry sails" in printed
    assert not {"\x1b", "\x9b", "\u202e"} & set(printed)


def test_folders_and_files_of_lines_that_cannot_be_opened_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("closed/pier.txt", "harbour.jsonl", "ferry.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    shut = {str(tmp_path / "closed"), str(tmp_path / "harbour.jsonl")}
    monkeypatch.setattr("os.scandir", refusing(os.scandir, shut))
    monkeypatch.setattr("pathlib.Path.open", refusing(Path.open, shut))
    done = run("extract", str(tmp_path))
    assert done.exit_code == 1
    assert [line.rpartition("/")[2] for line in done.stderr.splitlines()] == [
        "closed: cannot be read: Permission denied",
        "harbour.jsonl: cannot be read: Permission denied",
    ]
    assert json.loads(done.stdout)["doc"] == "ferry"


def refusing(opened: Callable[..., Any], shut: set[str]) -> Callable[..., Any]:
    def call(path: str | Path, *arguments: Any) -> Any:
        if str(path) in shut:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, *arguments)

    return call


def test_what_was_kept_is_told_before_the_error_that_ended_it(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise RecordUnavailable("cannot grow, the disk is full", where="record")

    monkeypatch.setattr("corpus.record.ingesting.ingest", full)
    monkeypatch.setattr("service.archive.build", full)
    monkeypatch.setattr("service.archive.update", full)
    done = run("ingest", "-", given=ARTICLE)
    assert "articles: none; quotes added: 0" in done.stdout
    assert str(done.exception) == "record: cannot grow, the disk is full"
