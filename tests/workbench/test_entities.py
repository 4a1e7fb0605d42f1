"""The graph of parties: pages in two languages, what programs read, and the drawing in a browser."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from lushan.sample.chance import Sample
from lushan.sample.ownership import BANK, world


@pytest.fixture(scope="module")
def holder() -> str:
    """The largest holder of the bank."""
    return str(world(Sample(7, 1)).rows["holding"][0]["holder_id"])


def test_one_finds_by_name_and_opens_a_party(client: TestClient, holder: str) -> None:
    name = next(row["name"] for row in world(Sample(7, 1)).rows["party"] if row["party_id"] == holder)
    assert f"/entities/{holder}" in client.get("/entities", params={"q": name}).text
    page = client.get(f"/entities/{holder}").text
    assert "为何是关联方" in page and "15.3%" in page
    assert "Why it is a related party" in client.get(f"/en/entities/{holder}").text


def test_programs_read_neighbours_evidence_and_control(client: TestClient, holder: str) -> None:
    around = client.get(f"/api/entities/{BANK}", params={"relation": "holding", "most": 5}).json()
    assert len(around["edges"]) == 5
    assert {edge["relation"] for edge in around["edges"]} == {"holding"}
    assert around["more"][BANK] > 0
    path = client.get(f"/api/entities/{BANK}/path", params={"to": holder}).json()
    assert [entity["id"] for entity in path["entities"]] == [BANK, holder]
    control = client.get(f"/api/entities/{holder}/control").json()
    assert control["controllers"][0]["kind"] == "state"
    assert not control["presumed"]
    assert all(owner["votes"] > 0.5 for owner in control["controlled"])


def test_who_may_decide_without_a_majority_is_proposed(client: TestClient) -> None:
    holdings = world(Sample(7, 1)).rows["holding"]
    (company,) = (row["owned_id"] for row in holdings if (row["holder_id"], row["share"]) == (BANK, "30.000000"))
    control = client.get(f"/api/entities/{company}/control").json()
    assert [(owner["id"], owner["votes"]) for owner in control["presumed"]] == [(BANK, 0.3)]
    assert not control["controllers"]
    assert "推定由谁控制" in client.get(f"/entities/{company}").text


def test_another_day_shows_who_was_there_then(client: TestClient) -> None:
    def offices(at: str) -> set[str]:
        asked = {"at": at, "relation": "office", "most": 999}
        return {edge["key"] for edge in client.get(f"/api/entities/{BANK}", params=asked).json()["edges"]}

    now, then = offices("2023-04-30"), offices("2022-06-30")
    assert now - then and then - now


def test_what_is_not_there_is_said(client: TestClient, empty: TestClient) -> None:
    assert client.get("/entities/nobody").status_code == 404
    assert client.get("/api/entities/nobody").status_code == 404
    assert client.get(f"/entities/{BANK}", params={"at": "yesterday"}).status_code == 400
    assert "还没有主体与关系" in empty.get("/entities").text
    assert empty.get("/api/entities", params={"q": "x"}).status_code == 404
