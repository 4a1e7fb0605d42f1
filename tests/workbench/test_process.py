"""The page of the process map: what it draws, what can be chosen, and what a click opens."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

PATH = re.compile(r'<a class="(path|activity)" href="([^"]+)">(.*?)</a>', re.DOTALL)


def links(text: str, kind: str) -> dict[str, str]:
    """Where the paths or activities of the first drawing lead, by what a pointer brings up."""
    drawing = text[text.index("<svg") : text.index("</svg>")]
    found = {}
    for shown, href, shapes in PATH.findall(drawing):
        tip = re.search(r"<title>(.*?)</title>", shapes)
        if shown == kind and tip:
            found[html.unescape(tip[1])] = html.unescape(href)
    return found


@pytest.fixture(scope="module")
def page(client: TestClient) -> str:
    answer = client.get("/process?period=2023-04&paths=100")
    assert answer.status_code == 200
    return answer.text


def test_a_click_on_a_path_opens_as_many_approvals_as_began_by_it(client: TestClient, page: str) -> None:
    ways = links(page, "path")
    begun = next(tip for tip in ways if tip.startswith("开始"))
    times = int(begun.rpartition(" ")[2].replace(",", ""))
    opened = client.get(ways[begun]).text
    assert f"共 {times:,} 件" in opened
    for tip, href in list(ways.items())[:5]:
        asked = parse_qs(urlsplit(href).query)
        assert asked["period"] == ["2023-04"] and ("source" in asked or "target" in asked), tip
        assert client.get(href).status_code == 200


def test_a_click_on_an_activity_opens_its_approvals(client: TestClient, page: str) -> None:
    tip, href = next(iter(links(page, "activity").items()))
    opened = client.get(href).text
    told = re.search(r"共 ([\d,]+) 件", opened)
    assert told and 0 < int(told[1].replace(",", "")) <= int(tip.rpartition(" ")[2].replace(",", ""))


def test_fewer_paths_time_on_them_and_one_process(client: TestClient, page: str) -> None:
    few = client.get("/process?period=2023-04&paths=40").text
    assert 0 < len(links(few, "path")) < len(links(page, "path"))
    timed = client.get("/en/process?period=2023-04&show=time").text
    assert "median time" in next(tip for tip in links(timed, "path") if "begin" not in tip)
    one = re.search(r'<option value="([^"]+)">\1 \(', page)
    assert one and one[1] in client.get(f"/process?period=2023-04&process={one[1]}").text


def test_what_is_not_there(client: TestClient) -> None:
    assert client.get("/process?period=2023-04&process=没有这个流程").status_code == 404
    assert client.get("/process/cases?period=2023-04").status_code == 404
    assert "没有办结" in client.get("/process?period=2031-01").text
    assert client.get("/process?period=2023-04&paths=500").status_code == 400
