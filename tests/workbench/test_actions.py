"""The page of what is to be done: it lists, it takes a verdict, and it takes none from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import ibis
import pytest
from fastapi.testclient import TestClient

from lushan.domains import catalogue
from lushan.runs.action import COLUMNS, Action
from lushan.runs.catalogue import Catalogue
from lushan.runs.model import Model, model
from lushan.runs.run import run
from lushan.runs.session import Session
from lushan.state.judgements import all_judgements
from lushan.words import Text
from lushan.workbench.app import make_app
from lushan.workspace import Workspace
from market import SALE, sell
from tables import contract

DEAR = contract(
    "market.dear", "key:string!", "owner:string", "reason_zh:string", "reason_en:string", "due_on:date",
    "weight:number", "amount:decimal(9,2)", "period:string", period="period",
)  # fmt: skip
HIDDEN = {"key", "amount"}
SECRET = replace(
    DEAR, columns=tuple(replace(c, sensitivity="confidential") if c.name in HIDDEN else c for c in DEAR.columns)
)
LOOK = Action(
    "market.look", Text("复核高价", "Look at what is dear"), "market.dear", {"fine": Text("无误", "Fine")}, ("fine",)
)


@pytest.fixture
def market(tmp_path: Path) -> Session:
    @model("market.dear", reads="market.sale")
    def dear(sales):  # type: ignore[no-untyped-def]
        words = {"owner": "市场部", "reason_zh": "价高 <b>", "reason_en": "dear"}
        said = {name: ibis.literal(word) for name, word in words.items()}
        return sales.mutate(key=sales.stall, weight=sales.amount.cast("float64"), due_on=sales.on, **said)

    assert isinstance(dear, Model) and set(COLUMNS) <= set(DEAR.names)
    known = catalogue().contracts["bank.judgement"]
    session = Session(Workspace.create(tmp_path / "market"), Catalogue.of((SALE, DEAR, known), (dear,), (), (LOOK,)))
    sell(session, ("2023-04-01", "茶", "3"), ("2023-04-02", "布", "20"))
    run(session, session.period("2023-04"))
    return session


@pytest.fixture
def client(market: Session) -> TestClient:
    return TestClient(make_app(market), base_url="http://127.0.0.1", follow_redirects=False)


def test_what_is_open_is_listed_the_worst_first(client: TestClient) -> None:
    page = client.get("/actions/market.look?period=2023-04").text
    assert page.index('value="布"') < page.index('value="茶"')
    assert "价高 &lt;b&gt;" in page and "市场部" in page
    assert "dear" in client.get("/en/actions/market.look?period=2023-04").text


def test_what_is_hidden_is_masked_but_for_the_key(market: Session) -> None:
    contracts = {**market.catalogue.contracts, SECRET.id: SECRET}
    hidden = replace(market, catalogue=replace(market.catalogue, contracts=contracts))
    told = [
        TestClient(make_app(session), base_url="http://127.0.0.1").get("/actions/market.look?period=2023-04").text
        for session in (hidden, market)
    ]
    assert [page.count("●●●") for page in told] == [2, 0]
    assert ["20.00" in page for page in told] == [False, True] and all('value="布"' in page for page in told)


def test_a_verdict_closes_a_row(client: TestClient, market: Session) -> None:
    form = {"key": "布", "verdict": "fine", "note": "看过", "by": "小李", "period": "2023-04"}
    sent = client.post("/en/actions/market.look", data=form)
    assert (sent.status_code, sent.headers["location"]) == (303, "/en/actions/market.look?period=2023-04")
    assert 'value="布"' not in client.get(sent.headers["location"]).text
    (said,) = all_judgements(market.journal.engine)
    assert (said["key"], said["note"], said["judged_by"]) == ("布", "看过", "小李")


@pytest.mark.parametrize(
    ("form", "headers", "status"),
    [
        ({"key": "布", "verdict": "fine"}, {"Sec-Fetch-Site": "cross-site"}, 403),
        ({"key": "布"}, {}, 400),
        ({"key": "布", "verdict": "good"}, {}, 409),
        ({"key": "米", "verdict": "fine"}, {}, 409),
    ],
)
def test_what_may_not_be_said_changes_nothing(
    client: TestClient, market: Session, form: dict[str, str], headers: dict[str, str], status: int
) -> None:
    assert client.post("/actions/market.look", data=form, headers=headers).status_code == status
    assert all_judgements(market.journal.engine) == []
    assert client.get("/actions/market.lock").status_code == 404


def test_a_workspace_that_never_ran_asks_nothing(tmp_path: Path, market: Session) -> None:
    empty = replace(market, workspace=Workspace.create(tmp_path / "empty"))
    page = TestClient(make_app(empty), base_url="http://127.0.0.1").get("/actions").text
    assert "还没有待办" in page
