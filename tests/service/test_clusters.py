"""One utterance in several articles, as the API serves it. The articles are invented."""

from __future__ import annotations

from pathlib import Path

from jsonschema import Draft202012Validator

from tests.service.town import ARTICLES, KITES, Town, keep


def test_a_cluster_tells_every_difference_from_the_fullest(town: Town) -> None:
    answer = town.cluster().get_json()
    assert (answer["appearances"], answer["independent_reports"]) == (3, 3)
    assert answer["fullest"] == town.quote("gazette").id
    told = {one["quote"]["citation"]["article"]["publisher"]: one for one in answer["results"]}
    assert {name: one["difference"] for name, one in told.items()} == {
        "gazette": "identical", "courier": "truncated", "echo": "wording",
    }  # fmt: skip
    [left_out] = told["echo"]["edits"]
    assert (left_out["kind"], told["echo"]["negated"]) == ("deleted", True)
    assert KITES[left_out["fullest"]["start"] : left_out["fullest"]["end"]] == "not"
    assert told["gazette"]["edits"] == []


def test_the_answer_is_what_is_documented(town: Town) -> None:
    document = town.client.get("/openapi.json").get_json()
    schema = document["paths"]["/v1/clusters/{cluster_id}"]["get"]["responses"]["200"]["content"]["application/json"]
    Draft202012Validator({**schema["schema"], "components": document["components"]}).validate(town.cluster().get_json())


def test_a_cluster_comes_page_by_page(town: Town) -> None:
    seen, address = [], "?limit=2"
    while address is not None:
        answer = town.cluster(address).get_json()
        seen += [one["quote"]["id"] for one in answer["results"]]
        following = answer["links"]["next"]
        address = following and "?" + following.partition("?")[2]
    assert sorted(seen) == sorted(town.quote(name).id for name in ARTICLES)
    refused = town.cluster("?cursor=q_elsewhere")
    assert (refused.status_code, refused.get_json()["errors"][0]["name"]) == (400, "cursor")


def test_each_quote_tells_of_its_cluster_in_search_and_record(town: Town) -> None:
    found = town.client.get("/v1/quotes?q=gasworks").get_json()["results"]
    assert {one["cluster"]["difference"] for one in found} == {"identical", "truncated", "wording"}
    record = town.client.get(f"/v1/quotes/{town.quote('echo').id}").get_json()
    assert record["cluster"] == {
        "id": record["cluster"]["id"], "appearances": 3, "independent_reports": 3, "difference": "wording",
    }  # fmt: skip
    assert record["links"]["cluster"].endswith(f"/v1/clusters/{record['cluster']['id']}")


def test_one_hit_an_utterance(town: Town) -> None:
    answer = town.client.get("/v1/quotes?q=gasworks&group=cluster&facets=publisher").get_json()
    assert (answer["total"], [one["id"] for one in answer["results"]]) == (1, [town.quote("gazette").id])
    assert {one["value"]: one["count"] for one in answer["facets"]["publisher"]} == dict.fromkeys(ARTICLES, 1)
    refused = town.client.get("/v1/quotes?group=clusters").get_json()
    assert "cluster" in refused["errors"][0]["detail"]


def test_a_further_report_changes_what_the_others_serve_and_their_tags(town: Town) -> None:
    address = f"/v1/quotes/{town.quote('courier').id}"
    tag = town.client.get(address).headers["ETag"]
    keep(town.archive.record, "herald", f'"{KITES}" said Petra Holm.\n\nKites were sold out by the evening.\n')
    again = town.client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.get_json()["cluster"]["appearances"]) == (200, 4)
    town.archive.synchronise()
    found = town.client.get("/v1/quotes?q=gasworks").get_json()["results"]
    assert {one["cluster"]["appearances"] for one in found} == {4}


def test_nothing_of_a_withdrawn_quote_is_told_by_its_cluster(town: Town) -> None:
    address = f"/v1/clusters/{town.quote('gazette').cluster.id}"  # type: ignore[union-attr]
    before = town.client.get(address)
    town.withdraw("gazette")
    after = town.client.get(address, headers={"If-None-Match": before.headers["ETag"]})
    assert (after.status_code, after.headers["Cache-Control"]) == (200, "no-cache")
    told = after.get_data(as_text=True)
    assert "gazette" not in told
    assert "not even my own" not in told
    answer = after.get_json()
    assert (answer["appearances"], answer["fullest"]) == (2, town.quote("echo").id)
    served = town.client.get(f"/v1/quotes/{town.quote('courier').id}").get_json()
    assert served["cluster"]["appearances"] == 2


def test_a_cluster_without_quotes_is_gone(town: Town) -> None:
    address = f"/v1/clusters/{town.quote('gazette').cluster.id}"  # type: ignore[union-attr]
    for name in ARTICLES:
        town.withdraw(name)
    gone = town.client.get(address)
    assert (gone.status_code, gone.get_json()["type"]) == (410, "urn:problem-type:onrecord:gone")
    unknown = town.client.get("/v1/clusters/c_aaaaaaaaaaaaa")
    assert (unknown.status_code, unknown.get_json()["type"]) == (404, "urn:problem-type:onrecord:not-in-record")


def test_a_merged_cluster_leads_to_the_other(town: Town, tmp_path: Path) -> None:
    record, split = town.archive.record, town.quote("echo")
    change = record.split_cluster(split.cluster.id, [split.id], reason="another day", by="An Editor")  # type: ignore[union-attr]
    record.merge_clusters(change.other or "", change.cluster, reason="it was not", by="An Editor")
    moved = town.client.get(f"/v1/clusters/{change.other}?limit=2")
    assert (moved.status_code, moved.headers["Location"]) == (308, f"/v1/clusters/{change.cluster}?limit=2")
