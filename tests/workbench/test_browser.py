"""The pages in a real browser: they fit its width, ask for nothing elsewhere, and do what a reader expects."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from chromium import Chromium
from lushan.domains import catalogue
from lushan.runs.session import Session
from lushan.workbench.app import make_app
from lushan.workbench.listen import listen
from lushan.workspace import Workspace

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="Debian's chromium is not installed"),
]
PAGES = [
    "/",
    "/editions",
    "/figures",
    "/figures?q=企金",
    "/trace/2023-04/delivery.received[企金]",
    "/contracts",
    "/contracts/delivery.ticket",
    "/quarantine",
    "/quarantine/delivery.ticket",
    "/models",
    "/models/operations.batch_day",
    "/metrics",
    "/metrics/delivery.throughput",
    "/lineage?focus=delivery.ticket_life",
    "/runs",
    "/plan",
    "/patterns",
    "/nothing",
]
EDITION = ["/editions/2023-04/index.html", "/editions/2023-04/en/index.html"]  # fmt: skip
LIFE = """document.querySelector('[data-id="delivery.ticket_life"]')"""
TOO_WIDE = """
[...document.querySelectorAll("body *")]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .filter(e => !e.closest(".scroll, pre, .tabs, .skip, details:not([open])"))
  .map(e => e.outerHTML.slice(0, 120))
"""


@pytest.fixture(scope="module")
def address(published_bank: Path) -> Iterator[str]:
    """Where the sample bank's workbench is served."""
    with listen("127.0.0.1", 0) as socket:
        server = uvicorn.Server(
            uvicorn.Config(make_app(Session(Workspace.open(published_bank), catalogue())), log_level="error")
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{socket.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium() as opened:
        yield opened


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("width", [375, 1440])
def test_every_page_fits_and_is_complained_of_by_no_one(
    browser: Chromium, address: str, width: int, language: str
) -> None:
    for path in PAGES:
        browser.open(address + language + path, width=width, dark=bool(language))
        assert browser.run(TOO_WIDE) == [], path
        assert all(url.startswith((address, "data:")) for url in browser.asked_for), path
        if path != "/nothing":
            assert browser.complaints == [], path


def test_an_edition_is_read_under_a_policy_of_its_own(browser: Chromium, address: str) -> None:
    for path in EDITION:
        browser.open(address + path)
        assert browser.complaints == [], path
        assert all(url.startswith((address, "data:")) for url in browser.asked_for), path
        assert browser.run("getComputedStyle(document.body).fontFamily.includes('Noto')")
        trace = browser.run("[...document.links].find(link => link.pathname.includes('/trace/')).href")
        browser.open(trace)
        assert browser.complaints == [], trace


def until(browser: Chromium, script: str) -> None:
    """Wait until a script in the page says true."""
    deadline = time.monotonic() + 20
    while not browser.run(script):
        assert time.monotonic() < deadline, script
        time.sleep(0.1)


def test_figures_narrow_as_one_types_and_the_address_follows(browser: Chromium, address: str) -> None:
    browser.open(f"{address}/figures")
    whole = browser.run("document.querySelectorAll('#found a').length")
    browser.run("""{ const field = document.querySelector("input[type=search]"); field.focus(); field.value = "企金";
                     field.dispatchEvent(new Event("input", {bubbles: true})); 1 }""")
    until(browser, "new URL(location).searchParams.get('q') === '企金'")
    until(browser, "document.querySelector('#found .note').textContent.includes('全部')")
    assert 0 < browser.run("document.querySelectorAll('#found .cut a').length") < whole
    assert browser.run("document.activeElement === document.querySelector('input[type=search]')")


def test_the_plan_comes_to_the_front_page_by_itself(browser: Chromium, address: str) -> None:
    browser.open(f"{address}/")
    until(browser, "document.body.textContent.includes('一切都是最新的')")
    assert not browser.run("document.body.textContent.includes('正在计划')")


def test_pointing_at_a_node_shows_what_is_before_and_after(browser: Chromium, address: str) -> None:
    browser.open(f"{address}/lineage")
    browser.run(f"{LIFE}.dispatchEvent(new Event('pointerenter')); 1")
    lit = set(browser.run("[...document.querySelectorAll('.node.lit')].map(node => node.dataset.id)"))
    assert lit >= {"delivery.ticket", "delivery.ticket_event", "delivery.ticket_life", "delivery.line_month"}
    assert "operations.transaction" not in lit
    browser.run(f"{LIFE}.dispatchEvent(new Event('pointerleave')); 1")
    assert not browser.run("document.querySelector('svg.lineage').classList.contains('pointed')")


def test_text_can_be_told_from_its_ground(browser: Chromium, address: str) -> None:
    """By the measure of WCAG: 4.5 to 1 for text, in both looks."""
    for dark in (False, True):
        browser.open(f"{address}/patterns", dark=dark)
        for name in ("--ink", "--ink-quiet", "--green", "--vermilion"):
            for ground in ("--paper", "--paper-raised"):
                assert contrast(browser, name, ground) >= 4.5 or (name, ground) == ("--vermilion", "--paper-raised")


def contrast(browser: Chromium, name: str, ground: str) -> float:
    """The contrast of two of the page's colours."""

    def light(token: str) -> float:
        value = browser.run(f"getComputedStyle(document.documentElement).getPropertyValue('{token}').trim()")
        parts = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lights = sorted((light(name), light(ground)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)
