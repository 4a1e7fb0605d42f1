"""The figures of a month and their traces agree with what the command line gives."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from lushan.domains import catalogue
from lushan.runs.session import Session
from lushan.runs.trace import all_figures, find_figure
from lushan.workspace import Workspace

from .conftest import read, reader_of

MONTH = "2023-04"


@pytest.fixture(scope="module")
def session(bank: Path) -> Session:
    return Session(Workspace.open(bank), catalogue())


def traces(page: str) -> set[str]:
    return {link for link in read(page).links if link.startswith("/trace/")}


def test_every_figure_of_the_month_leads_to_its_trace(client: TestClient, session: Session) -> None:
    at = session.period(MONTH)
    now = {value.id(at) for value in all_figures(session, at) if value.period == at}
    assert traces(client.get("/figures").text) == {f"/trace/{MONTH}/{quote(id, safe='[],=.-_~')}" for id in now}


def test_search_and_domain_narrow_the_figures(client: TestClient) -> None:
    found = traces(client.get("/figures", params={"q": "企金 吞吐率"}).text)
    assert f"/trace/{MONTH}/{quote('delivery.throughput[企金]', safe='[],=.-_~')}" in found
    assert all(quote("企金") in link for link in found)
    assert found == traces(client.get("/figures", params={"q": "throughput 企金"}).text) & found
    operations = traces(client.get("/figures", params={"domain": "operations"}).text)
    assert operations and all(link.startswith(f"/trace/{MONTH}/operations.") for link in operations)
    nothing = client.get("/figures", params={"q": "没有这样的数字"}).text
    assert "没有符合的数字" in nothing and "换一个词" in nothing


def test_a_trace_shows_the_figure_as_it_was_computed(client: TestClient, session: Session) -> None:
    at = session.period(MONTH)
    value = find_figure(session, "delivery.received[企金]", at)
    page = client.get(f"/trace/{MONTH}/delivery.received[企金]").text
    assert f'<span class="value">{value.number:,.0f}</span>' in page
    assert f"共 {value.rows} 行" in page
    assert "本期受理的任务单数" in page and "delivery.ticket_event" in page
    assert "MAKE_DATE" in page and 'class="s-k"' in page
    assert re.search(r'href="/runs/\d+"', page)


def test_rows_come_in_pages_and_all_of_them_as_csv(client: TestClient, session: Session) -> None:
    value = find_figure(session, "delivery.received", session.period(MONTH))
    seen: list[str] = []
    for number in range(1, value.rows // 50 + 2):
        page = client.get(f"/trace/{MONTH}/delivery.received?rows={number}").text
        seen += re.findall(r"<td class=\"\">(RW\d+)</td>", page)
    answer = client.get(f"/rows/{MONTH}/delivery.received")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "delivery.received%202023-04.csv" in answer.headers["content-disposition"]
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["ticket_id"] for row in rows] == seen
    assert len(seen) == len(set(seen)) == value.rows


def test_a_page_beyond_the_last_is_the_last(client: TestClient, session: Session) -> None:
    rows = find_figure(session, "delivery.received", session.period(MONTH)).rows
    page = client.get(f"/trace/{MONTH}/delivery.received?rows=9999").text
    last = -(-rows // 50)
    assert f"第 {last} 页，共 {last} 页" in page and f"至 {rows} 行" in page


def test_sensitive_values_are_masked_on_the_page_and_in_the_file(client: TestClient, session: Session) -> None:
    contract = session.contract("delivery.project")
    hidden = next(column.name for column in contract.columns if column.hidden)
    table = session.compute.table(contract, session.snapshot(contract.id))
    secrets = {str(v) for v in session.compute.fetch(table.select(hidden))[hidden].to_pylist() if v}
    page = client.get(f"/trace/{MONTH}/delivery.projects_total").text
    file = client.get(f"/rows/{MONTH}/delivery.projects_total").text
    assert secrets and not [secret for secret in secrets if secret in page or secret in file]
    assert "●●●" in page and "●●●" in file


def test_a_figure_that_is_not_there_says_which_are(client: TestClient) -> None:
    answer = client.get(f"/trace/{MONTH}/delivery.received[没有]")
    assert answer.status_code == 404
    assert "没有数字 delivery.received[没有]" in answer.text
    assert len(traces(answer.text)) == 6


def test_figures_that_their_sources_have_left_behind_say_so(sample_copy: Path) -> None:
    client = reader_of(sample_copy)
    assert "又有了新版本" not in client.get("/figures").text
    session = Session(Workspace.open(sample_copy), catalogue())
    from lushan.warehouse.landing import land, read_manifest, read_mapping

    entry = next(e for e in read_manifest(session.workspace.sources) if e.contract == "delivery.bid")
    lines = Path(entry.source).read_bytes().splitlines(keepends=True)
    Path(entry.source).write_bytes(b"".join(lines[:-1]))
    contract = session.contract("delivery.bid")
    mapping = read_mapping(entry.mapping, contract) if entry.mapping else None
    assert not land(session.warehouse, contract, entry.source, mapping).unchanged
    page = client.get("/figures").text
    assert "又有了新版本" in page and "delivery.bid" in page and "lushan run … --period 2023-04" in page
    trace = client.get(f"/trace/{MONTH}/delivery.bids_published").text
    assert "它的来源又有了新版本" in trace
    value = find_figure(session, "delivery.bids_published", session.period(MONTH))
    assert f"共 {value.rows} 行" in trace, "its rows are those that it was computed from"
