"""`onrecord speakers` as a person calls it, and what is served of it at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.errors import NotInRecord, Refused
from service import create_app
from service.config import Config
from tests.service.cli.calling import run

ARTICLE = """The ferry is back.

"The ferry sails at noon," said Mike Duarte.

"The boats were repaired in the old yard," said Michael Duarte.

"It will be late," said Otto Brandt.
"""
WHY = ("--reason", "the same man", "--by", "Nell Okafor")
DECIDED = (*WHY, "--yes")


@pytest.fixture
def client(ready: Path) -> Iterator[FlaskClient]:
    """A service over an article in which a Mike and a Michael Duarte speak."""
    assert run("ingest", "-", given=ARTICLE).exit_code == 0
    app = create_app(Config.from_environment())
    yield app.test_client()
    app.extensions["archive"].close()


def quoted(client: FlaskClient, slug: str) -> list[str]:
    found = client.get(f"/v1/quotes?speaker={slug}").get_json()["results"]
    return sorted(one["text"].split()[1] for one in found)


def merge() -> None:
    assert run("speakers", "merge", "mike-duarte", "michael-duarte", *DECIDED).exit_code == 0


def test_speakers_are_listed_and_shown(client: FlaskClient) -> None:
    assert run("speakers", "list", "duarte").output.splitlines() == [
        "michael-duarte\t1\tMichael Duarte",
        "mike-duarte\t1\tMike Duarte",
    ]
    assert "otto-brandt" in run("speakers", "list", "--unreviewed").output
    assert "john-kirby" not in run("speakers", "list", "--unreviewed").output
    assert "also John F. Kirby" in run("speakers", "show", "john-kirby").output


def test_lookalikes_are_proposed_and_not_merged(client: FlaskClient) -> None:
    proposal = "michael-duarte\tmike-duarte\ta short form of the given name"
    assert proposal in run("speakers", "lookalikes").output.splitlines()
    assert quoted(client, "mike-duarte") == ["ferry"]


def test_a_merge_is_asked_about(client: FlaskClient) -> None:
    assert run("speakers", "merge", "mike-duarte", "michael-duarte", *WHY, given="n\n").exit_code == 1
    assert quoted(client, "mike-duarte") == ["ferry"]


def test_a_merge_is_served_at_once(client: FlaskClient) -> None:
    merge()
    assert quoted(client, "michael-duarte") == ["boats", "ferry"]
    assert quoted(client, "mike-duarte") == ["boats", "ferry"]  # a former slug finds what it leads to
    assert [one["value"] for one in client.get("/v1/suggest?q=mike+du").get_json()["suggestions"]] == ["michael-duarte"]
    spoken = [one["name"] for line in run("export").output.splitlines() for one in json.loads(line)["speakers"]]
    assert [name for name in spoken if "Duarte" in name] == ["Michael Duarte"] * 2
    assert run("doctor").exit_code == 0


@pytest.mark.parametrize("path", ["/v1/speakers/{}", "/speakers/{}"])
def test_the_address_of_a_merged_speaker_leads_on(client: FlaskClient, path: str) -> None:
    merge()
    answer = client.get(path.format("mike-duarte"))
    assert (answer.status_code, answer.headers["Location"]) == (308, path.format("michael-duarte"))
    assert client.get(path.format("michael-duarte")).status_code == 200


def test_a_merge_is_undone(client: FlaskClient) -> None:
    merge()
    assert "change 1: merge mike-duarte, michael-duarte" in run("speakers", "history").output
    assert run("speakers", "undo", "1", *DECIDED).exit_code == 0
    assert (quoted(client, "mike-duarte"), quoted(client, "michael-duarte")) == (["ferry"], ["boats"])
    assert "undone by change 2" in run("speakers", "show", "mike-duarte").output
    assert run("doctor").exit_code == 0


def test_a_split_is_served_at_once(client: FlaskClient) -> None:
    quote_id = client.get("/v1/quotes?speaker=otto-brandt").get_json()["results"][0]["id"]
    assert run("speakers", "split", "otto-brandt", quote_id, "--name", "Otto Brandt jun.", *DECIDED).exit_code == 0
    assert quoted(client, "otto-brandt-jun") == ["will"]
    assert client.get("/v1/corrections?kind=register").get_json()["results"][0]["id"] == quote_id
    assert run("doctor").exit_code == 0


def test_an_alias_finds_at_once(client: FlaskClient) -> None:
    assert run("speakers", "alias", "otto-brandt", "--add", "Skipper Brandt", *DECIDED).exit_code == 0
    assert client.get("/v1/quotes?q=speaker:skipper").get_json()["total"] == 1
    assert run("speakers", "alias", "otto-brandt", "--remove", "Skipper Brandt", *DECIDED).exit_code == 0
    assert client.get("/v1/quotes?q=speaker:skipper").get_json()["total"] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "Nell Okafor", "--kind", "person"),
        ("alias", "otto-brandt", "--add", "Skipper"),
        ("merge", "mike-duarte", "michael-duarte"),
        ("split", "otto-brandt", "{quote}", "--name", "Otto Brandt jun."),
        ("undo", "1"),
    ],
)
def test_every_decision_is_asked_about(client: FlaskClient, arguments: tuple[str, ...]) -> None:
    assert run("speakers", "alias", "otto-brandt", "--add", "Skipper Brandt", *DECIDED).exit_code == 0
    (quote,) = client.get("/v1/quotes?speaker=otto-brandt").get_json()["results"]
    for answer in ("n\n", ""):
        asked = run("speakers", *(one.format(quote=quote["id"]) for one in arguments), *WHY, given=answer)
        assert (asked.exit_code, "Aborted!" in asked.output) == (1, True)
    assert len(run("speakers", "history").output.splitlines()) == 1


def test_a_name_that_somebody_else_bears_is_told_of(client: FlaskClient) -> None:
    told = run("speakers", "alias", "mike-duarte", "--add", "Otto Brandt", *DECIDED)
    assert "warning: Otto Brandt is also a name of Otto Brandt (otto-brandt)" in told.stderr
    assert "warning" not in run("speakers", "alias", "mike-duarte", "--add", "Micky Duarte", *DECIDED).stderr


def test_an_alias_names_what_to_change(client: FlaskClient) -> None:
    assert run("speakers", "alias", "mike-duarte", *DECIDED).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("merge", "mike-duarte", "mike-duarte"), Refused),
        (("merge", "mike-duarte", "nobody"), NotInRecord),
        (("alias", "mike-duarte", "--add", "Mike Duarte"), Refused),
        (("split", "mike-duarte", "q_missing", "--name", "M"), NotInRecord),
        (("undo", "7"), NotInRecord),
        (("show", "nobody"), NotInRecord),
    ],
)
def test_what_makes_no_sense_is_refused(client: FlaskClient, arguments: tuple[str, ...], error: type) -> None:
    assert isinstance(run("speakers", *arguments, *(DECIDED if arguments[0] != "show" else ())).exception, error)


def test_somebody_new_is_entered_and_named_in_a_correction(client: FlaskClient) -> None:
    added = run("speakers", "add", "Nell Okafor", "--kind", "person", "--alias", "N. Okafor", *DECIDED)
    assert added.output.startswith("change 1: add nell-okafor (0 quotes moved)")
    (quote,) = client.get("/v1/quotes?speaker=otto-brandt").get_json()["results"]
    assert run("correct", quote["id"], "--speaker", "nell-okafor", *DECIDED).exit_code == 0
    assert quoted(client, "nell-okafor") == ["will"]
    assert run("doctor").exit_code == 0
