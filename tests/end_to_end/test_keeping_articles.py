"""Articles go in by the command line and come out of the running service, whatever happens on the way."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Running

pytestmark = pytest.mark.slow

HARBOUR = """Harbour bridge to close for repairs

“The bridge is safe today, and it will be safe when we are done,” chief engineer Ada Morland told reporters in \
Westport on Tuesday.

Mayor Tom Okafor said the city would pay for the works. “Nobody will be charged a toll,” he said.
"""


def write(folder: Path, number: int) -> None:
    words = (
        f"“Pier number {number} will be rebuilt with granite from the northern quarries,” said engineer Ada Morland."
    )
    (folder / f"article-{number:04}.txt").write_text(f"Report {number}\n\n{words}\n", encoding="utf-8")


def test_what_is_ingested_is_found_without_a_restart(own_service: Running, tmp_path: Path) -> None:
    article = tmp_path / "harbour.txt"
    article.write_text(HARBOUR, encoding="utf-8")
    before = own_service.get("/v1/quotes", q='"safe today"').json()
    done = own_service.onrecord("ingest", str(article), "--publisher", "Westport Courier", "--published", "2026-03-04")
    assert done.returncode == 0, done.stderr
    after = own_service.get("/v1/quotes", q='"safe today"').json()
    assert (before["total"], after["total"]) == (0, 1)
    quote = after["results"][0]
    assert [s["name"] for s in quote["speakers"]] == ["Ada Morland"]
    assert quote["citation"]["article"]["publisher"] == "Westport Courier"
    assert quote["said_at"]["edtf"] == "2026-03-03"
    assert HARBOUR[quote["segments"][0]["start"] : quote["segments"][0]["end"]] == quote["segments"][0]["text"]


def test_the_same_article_twice_is_one_article(own_service: Running) -> None:
    first = own_service.onrecord("ingest", "-", given=HARBOUR)
    second = own_service.onrecord("ingest", "-", given=HARBOUR)
    assert "1 new" in first.stdout
    assert "1 unchanged" in second.stdout
    assert own_service.get("/v1/quotes", q='"charged a toll"').json()["total"] == 1


def test_killed_at_any_moment_nothing_is_lost_or_doubled(own_service: Running, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(60):
        write(folder, number)
    command = [sys.executable, "-m", "service", "ingest", str(folder)]
    for patience in (0.6, 1.2, 1.8):
        running = subprocess.Popen(command, cwd=own_service.root, env=own_service.environment)
        try:
            running.wait(timeout=patience)
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGKILL)
            running.wait()
        assert own_service.get("/v1/quotes", q="granite").status_code == 200
    assert own_service.onrecord("ingest", str(folder)).returncode == 0
    assert own_service.get("/v1/quotes", q="granite quarries").json()["total"] == 60
    doctor = own_service.onrecord("doctor")
    assert doctor.returncode == 0, doctor.stdout


def test_two_ingests_at_once_keep_every_article_once(own_service: Running, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(30):
        write(folder, number)
    command = [sys.executable, "-m", "service", "ingest", str(folder), "--jobs", "2"]
    both = [subprocess.Popen(command, cwd=own_service.root, env=own_service.environment) for _ in range(2)]
    assert [one.wait() for one in both] == [0, 0]
    assert own_service.get("/v1/quotes", q="granite").json()["total"] == 30
    assert own_service.onrecord("doctor").returncode == 0


def test_what_cannot_be_read_is_named_and_the_rest_is_kept(own_service: Running, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    write(folder, 1)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    done = own_service.onrecord("ingest", str(folder))
    assert done.returncode == 1
    assert "empty.txt" in done.stderr
    assert "picture.txt" in done.stderr
    assert "Traceback" not in done.stderr
    assert own_service.get("/v1/quotes", q="granite").json()["total"] == 1


def test_a_backup_restores_the_record(own_service: Running, tmp_path: Path) -> None:
    own_service.onrecord("ingest", "-", given=HARBOUR)
    assert own_service.onrecord("backup", str(tmp_path / "copy.db")).returncode == 0
    elsewhere = dict(own_service.environment, ONRECORD_HOME=str(tmp_path / "elsewhere"))
    restored = subprocess.run(
        [sys.executable, "-m", "service", "restore", str(tmp_path / "copy.db"), "--yes"],
        cwd=own_service.root,
        env=elsewhere,
        check=False,
        capture_output=True,
        text=True,
    )
    assert restored.returncode == 0, restored.stderr
    found = subprocess.run(
        [sys.executable, "-m", "service", "search", '"safe today"'],
        cwd=own_service.root,
        env=elsewhere,
        check=True,
        capture_output=True,
        text=True,
    )
    assert json.loads(found.stdout)["speakers"][0]["name"] == "Ada Morland"


def test_the_export_holds_every_quote(own_service: Running) -> None:
    lines = [json.loads(line) for line in own_service.onrecord("export").stdout.splitlines()]
    served = [json.loads(line) for line in own_service.get("/v1/export.ndjson").text.splitlines()]
    assert lines == served
    assert len(lines) == own_service.get("/v1/quotes").json()["total"]
