"""`onrecord clusters` as a person calls it, and what is served of it at once. The articles are invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service import create_app
from service.config import Config
from tests.service.cli.calling import run

WORDS = "The lighthouse stays dark until the capital pays for the broken lamp and the rusty ladder."
ARTICLES = [
    f'Lamp out at Elmsport\n\n"{WORDS}" said Oona Sedge.\n\nThe harbour office had no money left.\n',
    f'"{WORDS.replace("the broken", "a broken")}" said Oona Sedge.\n\nShips were warned on Monday.\n',
    '"Nobody asked the keepers about the ladder," said Oona Sedge.\n\nThe council meets again in June.\n',
]
WHY = ("--reason", "read side by side", "--by", "Nell Okafor")


@pytest.fixture
def client(ready: Path) -> Iterator[FlaskClient]:
    """A service over two articles with one utterance, and one with another."""
    for text in ARTICLES:
        assert run("ingest", "-", given=text).exit_code == 0
    app = create_app(Config.from_environment())
    yield app.test_client()
    app.extensions["archive"].close()


def said(client: FlaskClient) -> list[dict[str, dict[str, object]]]:
    """The quotes of Oona Sedge, in the order of ARTICLES."""
    results = client.get("/v1/quotes?speaker=oona-sedge").get_json()["results"]
    return sorted(results, key=lambda one: (one["text"][0] == "N", " a " in one["text"]))


def test_clusters_are_listed_and_shown(client: FlaskClient) -> None:
    [line] = run("clusters", "list").output.splitlines()
    cluster, appearances, reports, words = line.split("\t")
    assert (appearances, reports, words.startswith("The lighthouse")) == ("2", "2", True)
    shown = run("clusters", "show", cluster).output
    assert "2 appearances in 2 independent reports" in shown
    assert "the fullest" in shown
    assert "replaced: " in shown


def test_a_quote_is_split_off_and_everybody_sees_it_at_once(client: FlaskClient) -> None:
    first, second, _ = said(client)
    cluster = first["cluster"]["id"]
    assert run("clusters", "split", cluster, second["id"], *WHY, "--yes").exit_code == 0
    now = {one["id"]: one["cluster"] for one in said(client)}
    assert now[first["id"]]["appearances"] == now[second["id"]]["appearances"] == 1
    assert now[first["id"]]["id"] == cluster != now[second["id"]]["id"]
    assert client.get("/v1/quotes?speaker=oona-sedge&group=cluster").get_json()["total"] == 3
    told = run("clusters", "history").output
    assert told.startswith(f"change 1: split {cluster}, ")
    assert told.rstrip().endswith("by Nell Okafor: read side by side")


def test_what_was_split_is_put_back(client: FlaskClient) -> None:
    first, second, _ = said(client)
    cluster = first["cluster"]["id"]
    run("clusters", "split", cluster, second["id"], *WHY, "--yes")
    other = client.get(f"/v1/quotes/{second['id']}").get_json()["cluster"]["id"]
    assert run("clusters", "undo", "1", *WHY, "--yes").exit_code == 0
    assert client.get(f"/v1/quotes/{second['id']}").get_json()["cluster"]["id"] == cluster
    moved = client.get(f"/v1/clusters/{other}")
    assert (moved.status_code, moved.headers["Location"]) == (308, f"/v1/clusters/{cluster}")


def test_every_decision_is_asked_about(client: FlaskClient) -> None:
    first, second, _ = said(client)
    run("clusters", "split", first["cluster"]["id"], second["id"], *WHY, "--yes")
    other = client.get(f"/v1/quotes/{second['id']}").get_json()["cluster"]["id"]
    for arguments in (("split", other, second["id"]), ("merge", first["cluster"]["id"], other), ("undo", "1")):
        asked = run("clusters", *arguments, *WHY)
        assert (asked.exit_code, "Aborted!" in asked.output) == (1, True)
    assert len(run("clusters", "history").output.splitlines()) == 1


def test_a_lone_quote_is_merged_by_its_own_id(client: FlaskClient) -> None:
    first, _, third = said(client)
    done = run("clusters", "merge", third["id"], first["cluster"]["id"], *WHY, "--yes")
    assert done.exit_code == 0
    assert "(1 quote moved)" in done.output
    assert client.get(f"/v1/quotes/{third['id']}").get_json()["cluster"]["appearances"] == 3
    assert client.get("/v1/quotes?speaker=oona-sedge&group=cluster").get_json()["total"] == 1


def test_what_makes_no_sense_is_refused(client: FlaskClient) -> None:
    first, second, third = said(client)
    cluster = first["cluster"]["id"]
    for arguments, message in [
        (("show", "c_nothing"), "no cluster of this id"),
        (("merge", cluster, second["id"], *WHY, "--yes"), "is in"),
        (("split", cluster, third["id"], *WHY, "--yes"), "does not hold"),
        (("split", cluster, first["id"], second["id"], *WHY, "--yes"), "some to be left"),
        (("undo", "7", *WHY, "--yes"), "no change of clusters"),
    ]:
        refused = run("clusters", *arguments)
        assert refused.exit_code != 0
        assert message in str(refused.exception), arguments
