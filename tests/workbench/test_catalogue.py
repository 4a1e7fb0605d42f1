"""Contracts, models, metrics and lineage as they are defined."""

from __future__ import annotations

from typing import get_args

import pytest
from fastapi.testclient import TestClient

from lushan.domains import catalogue
from lushan.runs.metric import Unit
from lushan.runs.plan import Step
from lushan.workbench.pages.metrics import UNITS
from lushan.workbench.pages.runs import lacking
from lushan.workbench.reasons import say_reason

from .conftest import read


@pytest.mark.parametrize("name", sorted(catalogue().contracts))
def test_a_contract_shows_all_of_itself(client: TestClient, name: str) -> None:
    contract, page = catalogue().contracts[name], client.get(f"/contracts/{name}").text
    for column in contract.columns:
        assert f'<tr id="{column.name}">' in page and column.title.zh in page
    assert page.count('<span class="tag">主键</span>') == len(contract.key)
    for rule in contract.rules:
        if rule.kind == "reference":
            assert f'href="/contracts/{rule.table}"' in page
        if rule.kind == "in_set":
            assert all(f">{value}<" in page for value in rule.values)


@pytest.mark.parametrize("name", sorted(catalogue().models))
def test_a_model_shows_its_reads_its_sql_and_where_its_columns_come_from(client: TestClient, name: str) -> None:
    model, page = catalogue().models[name], client.get(f"/models/{name}").text
    links = read(page).links
    assert all(f"/contracts/{source.table}" in links for source in model.reads)
    assert "正在从语句中追溯每一列" in client.get(f"/models/{name}?period=2022-02").text
    columns = read(client.get(f"/models/{name}/columns").text).links
    if model.code:  # its Python is shown, and its columns are not followed
        assert "@computed" in page and not any("#" in link for link in columns if link.startswith("/contracts/"))
        return
    assert any(link.startswith(f"/contracts/{model.reads[0].table}#") for link in columns)
    assert set(columns) & {link for link in read(client.get(f"/models/{name}").text).links if "#" in link}
    assert "SELECT" in page and all(parameter in page for parameter in model.parameters)


def test_a_metric_shows_its_months_as_a_line_once_there_are_two(client: TestClient) -> None:
    page = client.get("/metrics/delivery.throughput").text
    assert 'class="exhibit line"' in page
    assert "2023年4月" in page and "2023年3月" in page
    assert "越高越好" in page and "本期上线 ÷ 本期新增" in page


def test_quarantine_is_told_by_reason_and_leads_to_its_rows(client: TestClient) -> None:
    page = client.get("/quarantine/delivery.ticket").text
    assert "来源代码不在对照表中" in page and "引用的记录不存在" in page
    link = next(link for link in read(page).links if "rule=type" in link)
    narrowed = client.get(link.split("#")[0]).text
    assert narrowed.count("<tr><td") < page.count("<tr><td")
    assert 'class="chosen"' in narrowed


def test_quarantine_masks_what_its_contract_hides(client: TestClient) -> None:
    """The name of a person that is missing or doubled is told of, and not shown."""
    hidden = {
        (contract.id, column.name) for contract in catalogue().contracts.values()
        for column in contract.columns if column.hidden
    }  # fmt: skip
    for table in {table for table, _ in hidden}:
        page = client.get(f"/quarantine/{table}").text
        assert "敏感列的值已遮盖" in page or "没有被隔离的行" in page


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("/contracts/delivery.tickets", "/contracts/delivery.ticket"),
        ("/models/delivery.ticket_lives", "/models/delivery.ticket_life"),
        ("/metrics/delivery.recieved", "/metrics/delivery.received"),
        ("/runs/99999", "/runs"),
        ("/lineage?focus=delivery.tickets", "/lineage"),
    ],
)
def test_a_name_that_nothing_bears_leads_to_the_nearest(client: TestClient, path: str, near: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert near in read(answer.text).links


def test_lineage_leads_to_every_page_and_marks_what_is_before_and_after(client: TestClient) -> None:
    whole = client.get("/lineage").text
    links = read(whole).links
    held = catalogue()
    assert all(f"/models/{name}" in links for name in held.models)
    assert all(f"/contracts/{name}" in links for name in held.contracts.keys() - held.models.keys())
    focused = client.get("/lineage?focus=delivery.ticket_life").text
    assert 'class="node source up" data-id="delivery.ticket_event"' in focused
    assert 'class="node model focus" data-id="delivery.ticket_life"' in focused
    assert 'class="node model down" data-id="delivery.line_month"' in focused
    assert 'class="node source" data-id="operations.transaction"' in focused


def test_every_reason_of_a_plan_is_said_in_chinese(client: TestClient, empty: TestClient) -> None:
    plans = (client.get("/plan"), client.get("/plan?period=2023-05"), empty.get("/plan?period=2023-04"))
    for page in (plan.text for plan in plans):
        assert not [text for text in read(page).texts if "holds nothing" in text or "changed" in text]
    assert say_reason("3 metrics wait for delivery.ticket; its definition changed", "zh") == (
        "3 项指标等待 delivery.ticket；定义已变更"
    )


def test_what_waits_is_told_by_what_nobody_has_brought() -> None:
    reasons = {"d.rows": "d.source holds nothing for 2023-04", "d.sums": "d.rows holds nothing for 2023-04"}
    steps = [Step(name, None, "waiting", reason, "", "", ()) for name, reason in reasons.items()]
    assert lacking([*steps, Step("d.done", None, "current", "", "", "", ())]) == [reasons["d.rows"]]


def test_every_unit_has_a_word() -> None:
    assert UNITS.keys() == set(get_args(Unit))
