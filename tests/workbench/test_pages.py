"""What holds of every page: its language, its headers, that nothing comes from elsewhere, that links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from lushan.domains import catalogue
from lushan.runs.session import Session
from lushan.runs.trace import all_figures
from lushan.workspace import Workspace

from .conftest import crawl, read

ENGLISH = re.compile(r"[A-Za-z]{2,}")
#: What both languages write alike, and the switch to the other.
FORMATS = {"CSV", "PDF", "JSON", "SQL", "SVG", "PNG", "UTF", "GB", "English"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def site(client: TestClient) -> dict[str, str]:
    """All pages of the sample bank in both languages."""
    return dict([*crawl(client), *crawl(client, "/en/")])


def test_both_languages_are_read(site: dict[str, str]) -> None:
    rooms = (
        "/",
        "/editions",
        "/figures",
        "/contracts",
        "/models",
        "/metrics",
        "/lineage",
        "/quarantine",
        "/runs",
        "/plan",
    )
    assert site.keys() >= {*rooms, *(f"/en{room}" for room in rooms)}
    assert len(site) > 80


@pytest.fixture(scope="module")
def names(bank: Path) -> set[str]:
    """The words that the bank's own names and the definitions' Chinese titles write in Latin letters."""
    held = catalogue()
    session = Session(Workspace.open(bank), held)
    contracts, metrics = held.contracts.values(), held.metrics.values()
    said = [text for c in contracts for text in (c.title.zh, c.about.zh, c.owner, *(o.title.zh for o in c.columns))]
    said += [text for metric in metrics for text in (metric.title.zh, metric.formula.zh, metric.owner)]
    said += [dim for value in all_figures(session, session.period("2023-04")) for dim in value.dims]
    return {word for text in said for word in ENGLISH.findall(text)}


def test_a_chinese_page_holds_no_english(site: dict[str, str], names: set[str]) -> None:
    """Ids, codes, file names and values of rows are not words; what a person wrote for the page is Chinese."""
    found = set()
    for address, page in site.items():
        if not address.startswith("/en/"):
            for text in read(page).texts:
                bare = re.sub(r"\S*[._/=\[\]]\S*", " ", text)
                found |= {(word, text) for word in ENGLISH.findall(bare) if word not in FORMATS | names}
    assert not found


def test_an_english_page_says_its_own_words_in_english(site: dict[str, str]) -> None:
    """What comes from the bank (its departments, lines and systems) stays as the bank writes it."""
    heads = {
        text for address, page in site.items() if address.startswith("/en/")
        for text in re.findall(r"<(?:th|dt|summary|button|h2)[^>]*>([^<]+)<", page) if CHINESE.search(text)
    }  # fmt: skip
    assert not heads


def test_nothing_comes_from_elsewhere(site: dict[str, str]) -> None:
    for address, page in site.items():
        assert not [link for link in read(page).links if "://" in link or link.startswith("//")], address
        assert not re.search(r"<style|<script(?![^>]*src=)|\son\w+=|javascript:", page), address
        assert "style" not in {name for name, _ in read(page).attributes}, address


def test_every_answer_carries_its_headers(client: TestClient) -> None:
    for address in ("/", "/en/figures", "/static/workbench.css", "/nothing", "/figures?period=abc"):
        headers = client.get(address).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_what_pages_load_is_there(client: TestClient, site: dict[str, str]) -> None:
    css = client.get("/static/workbench.css").text
    wanted = {link for page in site.values() for link in read(page).links if link.startswith("/static/")}
    wanted |= set(re.findall(r'url\("(/static/[^"]+)"\)', css))
    assert {link.rsplit(".", 1)[-1].split("?")[0] for link in wanted} == {"css", "js", "svg", "woff2"}
    for link in wanted:
        assert client.get(link).status_code == 200, link


def test_files_beside_the_static_ones_are_not_served(client: TestClient) -> None:
    for path in (
        "/static/htmx.LICENSE.txt",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static/fonts/..%2ffonts.css",
    ):
        assert client.get(path).status_code == 404


def test_each_page_leads_to_itself_in_the_other_language(client: TestClient) -> None:
    page = client.get("/figures?domain=delivery&q=%E5%90%9E%E5%90%90").text
    assert 'href="/en/figures?domain=delivery&amp;q=%E5%90%9E%E5%90%90"' in page
    assert (
        'href="/figures?domain=delivery&amp;q=%E5%90%9E%E5%90%90"'
        in client.get("/en/figures?domain=delivery&q=吞吐").text
    )


def test_the_look_is_kept_in_a_cookie(client: TestClient) -> None:
    assert "data-theme" not in client.get("/").text
    answer = client.get("/look/dark?back=/figures")
    assert (answer.status_code, answer.headers["location"]) == (303, "/figures")
    assert 'data-theme="dark"' in client.get("/").text
    client.get("/look/system")
    assert "data-theme" not in client.get("/").text


@pytest.mark.parametrize("back", ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example"])
def test_the_way_back_stays_here(client: TestClient, back: str) -> None:
    assert client.get("/look/light", params={"back": back}).headers["location"] == "/"
    client.cookies.clear()


def test_another_name_is_refused(client: TestClient) -> None:
    """A page of another site cannot be made to read this one by giving its own name this address."""
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400
    assert client.get("/", headers={"host": "localhost:8400"}).status_code == 200
