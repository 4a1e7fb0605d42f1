"""What the workbench's tests share: a reader of a copy of the sample bank, and of an empty workspace."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from lushan.domains import catalogue
from lushan.runs.session import Session
from lushan.workbench.app import make_app
from lushan.workspace import Workspace

HERE = "http://127.0.0.1"


def reader_of(root: Path) -> TestClient:
    """A browser of a workspace."""
    app = make_app(Session(Workspace.open(root), catalogue()))
    return TestClient(app, base_url=HERE, follow_redirects=False)


@pytest.fixture(scope="session")
def bank(sample_bank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample bank that the workbench's tests read."""
    return Path(shutil.copytree(sample_bank, tmp_path_factory.mktemp("workbench") / "bank"))


@pytest.fixture(scope="session")
def client(bank: Path) -> TestClient:
    """A browser of the sample bank."""
    return reader_of(bank)


@pytest.fixture
def empty(workspace: Workspace) -> TestClient:
    """A browser of an empty workspace."""
    return reader_of(workspace.root)


class Reader(HTMLParser):
    """Reads the text that a page shows, but for names, code and what is marked as another language."""

    SILENT = ("code", "pre", "kbd", "script", "style", "time")
    VOID = ("meta", "link", "input", "br", "img", "path", "rect", "line", "circle")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.texts: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.attributes += held.items()
        self.links += [held[name] for name in ("href", "src", "action") if name in held]
        self.texts += [held[name] for name in ("placeholder", "aria-label", "title") if name in held]
        if tag not in self.VOID:
            silent = (
                tag in self.SILENT or "translate" in held or held.get("lang") == "en" or held.get("class") == "rows"
            )
            self.open.append(silent or (bool(self.open) and self.open[-1]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1]) and data.strip():
            self.texts.append(data.strip())


def read(page: str) -> Reader:
    """What a page says and where it leads."""
    reader = Reader()
    reader.feed(page)
    return reader


def crawl(client: TestClient, start: str = "/") -> Iterator[tuple[str, str]]:
    """Every page that links lead to, and what it is; of many alike, such as traces, the first few."""
    seen: set[str] = set()
    alike: dict[str, int] = {}
    waiting = [start]
    while waiting:
        address = waiting.pop(0).split("#")[0]
        shape = re.sub(r"[^/]*\.[^/]*$|\d+", "*", address.split("?")[0])
        if address in seen or not address.startswith("/") or address.startswith(("/static", "/look", "/editions/")):
            continue
        seen.add(address)
        alike[shape] = alike.get(shape, 0) + 1
        if alike[shape] > 6:
            continue
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        if answer.headers["content-type"].startswith("text/html"):
            yield address, answer.text
            waiting += read(answer.text).links
