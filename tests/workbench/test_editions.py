"""The published folders are served as they are, and nothing beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from lushan.workspace import Workspace

from .conftest import read, reader_of


@pytest.fixture
def published(workspace: Workspace) -> TestClient:
    """A workspace whose editions hold one folder, and links that lead out of it."""
    folder = workspace.editions / "2023-04"
    (folder / "en").mkdir(parents=True)
    (folder / "index.html").write_text("<title>四月</title>", encoding="utf-8")
    (folder / "en" / "index.html").write_text("<title>April</title>", encoding="utf-8")
    (folder / "edition.pdf").write_bytes(b"%PDF-1.7")
    (folder / "edition.json").write_text(json.dumps({"parts": []}), encoding="utf-8")
    (folder / "settings").symlink_to(workspace.root / "lushan.toml")
    (workspace.editions / "2023-05").mkdir()
    (workspace.editions / ".making").mkdir()
    (workspace.editions / ".making" / "index.html").write_text("half done", encoding="utf-8")
    return reader_of(workspace.root)


def test_files_come_as_they_are(published: TestClient) -> None:
    page = published.get("/editions/2023-04/index.html")
    assert page.text == "<title>四月</title>"
    assert published.get("/editions/2023-04/").text == page.text
    assert published.get("/editions/2023-04/edition.pdf").content == b"%PDF-1.7"
    assert "default-src 'none'" in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/editions/../lushan.toml",
        "/editions/%2e%2e/lushan.toml",
        "/editions/2023-04/..%2f..%2flushan.toml",
        "/editions/2023-04/settings",
        "/editions//etc/passwd",
        "/editions/.making/index.html",
        "/editions/2023-04/nothing.html",
    ],
)
def test_nothing_else_is_reached(published: TestClient, path: str) -> None:
    answer = published.get(path)
    assert answer.status_code == 404
    assert "time_zone" not in answer.text and "root:" not in answer.text and "half done" not in answer.text


def test_the_shelf_shows_what_was_published_and_nothing_half_done(published: TestClient) -> None:
    links = read(published.get("/editions").text).links
    assert "/editions/2023-04/index.html" in links and "/editions/2023-04/edition.pdf" in links
    assert not [link for link in links if "2023-05" in link]
    assert "/editions/2023-04/en/index.html" in read(published.get("/en/editions").text).links
    assert "/editions/2023-04/index.html" in read(published.get("/").text).links


def test_an_edition_that_cannot_be_read_does_not_take_the_page_away(
    published: TestClient, workspace: Workspace
) -> None:
    Path(workspace.editions / "2023-04" / "edition.json").write_text("{", encoding="utf-8")
    assert published.get("/").status_code == 200


def test_the_front_page_shows_the_newest_edition_and_its_figures(published_bank: Path) -> None:
    client = reader_of(published_bank)
    told = json.loads((published_bank / "editions" / "2023-04" / "edition.json").read_text(encoding="utf-8"))
    for address, language in (("/", "zh"), ("/en/", "en")):
        page = client.get(address).text
        led = [link for link in read(page).links if "/trace/" in link]
        figures = {figure["code"]: figure for figure in told["figures"].values()}
        assert len(led) == 6
        for link in led:
            figure = figures[Path(link).stem]
            assert figure["label"][language] in page and figure["written"][language] in page
            assert client.get(link).status_code == 200
        assert 'class="exhibit ridge"' in page and "/editions/2023-04/edition" in page
