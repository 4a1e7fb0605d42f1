"""An empty workspace says why it is empty and what to do; a wrong one says what is wrong."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from lushan.errors import LushanError
from lushan.workbench.listen import listen
from lushan.workspace import Workspace

from .conftest import crawl, reader_of

EMPTY = {
    "/": "这个工作区还是空的",
    "/editions": "还没有出版过月刊",
    "/figures": "没有运行过任何月份",
    "/runs": "没有执行记录",
    "/plan": "还没有运行过任何月份",
    "/quarantine": "没有被隔离的行",
    "/contracts/delivery.ticket": "这张表还没有版本",
    "/models/delivery.ticket_life": "尚未产生",
    "/metrics/delivery.received": "还没有任何月份的数值",
    "/metrics/delivery.throughput_mean_ytd": "只按维度计算",
}


@pytest.mark.parametrize("path", EMPTY)
def test_what_is_empty_says_why(empty: TestClient, path: str) -> None:
    answer = empty.get(path)
    assert answer.status_code == 200
    assert EMPTY[path] in answer.text


def test_all_links_of_an_empty_workspace_lead_somewhere(empty: TestClient) -> None:
    assert len(dict(crawl(empty))) > 30


@pytest.mark.parametrize("path", ["/nothing", "/en/nothing", "/figures?period=abc", "/trace/2023-04/x", "/runs/one"])
def test_an_address_that_means_nothing_is_a_page(empty: TestClient, path: str) -> None:
    answer = empty.get(path)
    assert answer.status_code in (400, 404)
    assert answer.headers["content-type"].startswith("text/html")
    assert ("front page" if path.startswith("/en/") else "回首页") in answer.text


def test_a_refusal_is_a_page_that_shows_what_the_command_line_would(sample_copy: Path) -> None:
    client = reader_of(sample_copy)
    log = sample_copy / "warehouse" / "delivery" / "bid" / "_delta_log"
    next(log.glob("*.json")).write_text("not a log", encoding="utf-8")
    answer = client.get("/contracts/delivery.bid")
    assert answer.status_code == 409
    assert "平台拒绝了这一步" in answer.text and "delivery.bid" in answer.text
    assert client.get("/contracts/delivery.ticket").status_code == 200


def test_a_fault_of_ours_is_a_page_too(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    client = TestClient(reader_of(workspace.root).app, base_url="http://127.0.0.1", raise_server_exceptions=False)
    monkeypatch.delattr("lushan.workbench.pages.home.all_quarantined")
    answer = client.get("/")
    assert answer.status_code == 500
    assert "这一页出错了" in answer.text and "lushan doctor" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_port_that_is_taken_is_said_so() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(LushanError, match="cannot be listened on") as refusal, listen("127.0.0.1", port):
            pass
        assert "--port" in refusal.value.mend
    with listen("127.0.0.1", 0) as opened:
        assert opened.getsockname()[0] == "127.0.0.1"
