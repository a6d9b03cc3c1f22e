"""What the documents say of the code is so."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from corpus import Record, extract_quotes, migrate, read_article
from service import create_app
from service.archive import Archive
from service.config import SETTINGS, Config

LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


def tracked(root: Path, *patterns: str) -> set[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=root, text=True, capture_output=True, check=True,
    )  # fmt: skip
    return {path for path in listed.stdout.splitlines() if (root / path).is_file()}


def test_the_readme_begins_with_the_two_commands_and_an_answer(root: Path) -> None:
    first_screen = "\n".join((root / "README.md").read_text(encoding="utf-8").splitlines()[:60])
    for needed in ("make run", "make test", "curl"):
        assert needed in first_screen


def test_the_readme_lists_every_setting_with_its_default(root: Path) -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.*?) \| (.*?) \|$", (root / "README.md").read_text(encoding="utf-8"), re.M)
    assert sorted((name, default) for name, default, _ in rows) == sorted(
        (s.name, f"`{s.default}`" if s.default else "–") for s in SETTINGS
    )


def test_the_readme_shows_a_true_answer(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every `"name": value` that the README prints stands in the answer to the README's curl."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    path, shown = re.search(r"\$ curl '127\.0\.0\.1:8000(/v1/quotes\S+)'\n(\{.*?)\n```", readme, re.S).groups()
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path))
    with Archive(Config.from_environment()) as archive:
        migrate(archive.record)
        archive.record.load_bundle()
        archive.synchronise()
    answer = create_app(Config.from_environment()).test_client().get(path).get_data(as_text=True)
    pairs = re.findall(r'"(\w+)": ("(?:[^"\\]|\\.)*"|\d+|null|false|true)', shown)
    assert len(pairs) > 15
    for name, value in pairs:
        assert f'"{name}":{value.removesuffix("…" + chr(34))}' in answer, name


def test_the_articles_that_the_api_page_shows_make_a_cluster(root: Path, tmp_path: Path) -> None:
    lines = re.findall(r'^\{"text": .*\}$', (root / "docs" / "api.md").read_text(encoding="utf-8"), re.M)
    with Record.open(tmp_path / "onrecord.sqlite") as record:
        migrate(record)
        record.load_bundle()
        assert not list(record.clusters())
        for facts in map(json.loads, lines):
            article = read_article(facts.pop("text"), **facts)
            record.ingest(article, extract_quotes(article), extractor_version="1")
        [cluster] = record.clusters()
    assert (cluster.appearances, cluster.independent_reports) == (2, 2)


def test_the_map_names_every_file_and_no_other(root: Path) -> None:
    text = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    mapped = set(re.findall(r"^\| `([a-z_/0-9]+\.py)` \|", text, re.M))
    there = {f for f in tracked(root, "corpus/*.py", "index/*.py", "service/*.py") if Path(f).name != "__init__.py"}
    there |= {f for f in mapped if Path(f).name == "__init__.py" and (root / f).is_file()}
    there = {f for f in there if "/migrations/" not in f}
    assert mapped == there


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md", "docs/api.md"]
)
def test_links_lead_somewhere(root: Path, page: str) -> None:
    path = root / page
    links = {link for link in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in link}
    assert not {link for link in links if not (path.parent / link).exists()}


def test_nothing_carries_a_path_of_its_author(root: Path) -> None:
    home_path = re.compile(r"(?<![\w.])/(?:root|home|Users)/\w")
    wrong = {}
    for name in tracked(root):
        try:
            text = (root / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if found := home_path.search(text):
            wrong[name] = found.group()
    assert not wrong
