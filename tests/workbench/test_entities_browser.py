"""The drawn graph of parties in a browser: it expands, pins, and asks nobody else for anything."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from chromium import Chromium
from lushan.domains import catalogue
from lushan.runs.session import Session
from lushan.sample.chance import Sample
from lushan.sample.ownership import BANK, world
from lushan.workbench.app import make_app
from lushan.workbench.listen import listen
from lushan.workspace import Workspace

pytestmark = [pytest.mark.chromium, pytest.mark.xdist_group("chromium")]


@pytest.fixture(scope="module")
def address(bank: Path) -> Iterator[str]:
    """Where the sample bank's workbench is served."""
    with listen("127.0.0.1", 0) as socket:
        app = make_app(Session(Workspace.open(bank), catalogue()))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
        thread.start()
        while not server.started:
            pass
        yield f"http://127.0.0.1:{socket.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def test_the_drawing_expands_pins_and_is_taken_away_as_a_picture(address: str) -> None:
    count = "document.querySelectorAll('.entity-graph .party').length"
    more = "new Promise(done => {{ const look = () => {0} > {1} ? done(true) : setTimeout(look, 50); look(); }})"
    enter = "new KeyboardEvent('keydown', {{key: 'Enter', bubbles: true}})"
    press = "document.querySelector('.party[data-id={0}]').dispatchEvent(" + enter + ")"
    with Chromium() as browser:
        browser.open(f"{address}/entities/{BANK}?relation=holding")
        assert browser.run(more.format(count, 3))
        first = browser.run(count)
        holder = world(Sample(7, 1)).rows["holding"][0]["holder_id"]
        browser.run(press.format(holder))
        browser.run("document.querySelector('.graph-menu button').click()")
        assert browser.run(more.format(count, first))
        browser.run(press.format(holder))
        browser.run("[...document.querySelectorAll('.graph-menu button')].find(b => b.textContent === '固定').click()")
        assert browser.run("document.querySelectorAll('.party.pinned').length") == 1
        browser.run(
            "HTMLAnchorElement.prototype.click = function () { window.taken = [this.download, this.href.slice(0, 30)] }"
        )
        browser.run("document.querySelector('[data-do=svg]').click()")
        assert browser.run("window.taken")[0] == f"{BANK}-2023-04-30.svg"
        browser.run("window.taken = null; document.querySelector('[data-do=png]').click()")
        assert browser.run(more.format("Number(Boolean(window.taken))", 0))
        assert browser.run("window.taken")[1].startswith("data:image/png;base64,")
        assert not browser.complaints
        assert all(asked.startswith((address, "data:")) for asked in browser.asked_for)
