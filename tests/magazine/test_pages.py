"""The edition's pages: in a real browser at both widths, and each in its own language."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from chromium import Chromium

no_chromium = pytest.mark.skipif(shutil.which("chromium") is None, reason="Debian's chromium is not installed")
#: Names of things, which are the same in both languages.
NAMES = re.compile(
    r"Redis|MySQL|Oracle|GaussDB|Kafka|Nginx|Tomcat|JDK|BloombergGPT|token|IT|GB|PDF|CSV|SQL|lushan trace"
    r"|EAST(?![A-Za-z])|P\d\d(?![0-9A-Z])"  # the regulator's collection; percentiles
    r"|[A-Z][0-9A-Z]{4,}|\b[IVX]+\b"  # short ids; levels
)
TOO_WIDE = """
[...document.querySelectorAll("main *, .cover *")]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .filter(e => !e.closest(".scroll, pre, .alternative, svg"))
  .map(e => e.outerHTML.slice(0, 120))
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium() as opened:
        yield opened


@no_chromium
@pytest.mark.chromium
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [375, 1440])
@pytest.mark.parametrize("page", ["index.html", "en/index.html"])
def test_a_page_fits_and_asks_for_nothing_else(
    page: str, width: int, dark: bool, browser: Chromium, edition: Path
) -> None:
    browser.open((edition / page).as_uri(), width, 900, dark)
    assert browser.complaints == []
    folder = edition.as_uri()
    assert [url for url in browser.asked_for if not url.startswith(folder)] == []
    assert any(url.endswith("NotoSerifSC-SemiBold.woff2") for url in browser.asked_for)
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.run(TOO_WIDE) == []
    seen = "[...document.querySelectorAll('figure.shown svg')].filter(e => e.getBoundingClientRect().width).length"
    charts = browser.run("document.querySelectorAll('figure.shown:not(.table)').length")
    assert browser.run(seen) == charts > 10  # each is drawn for both widths, and shown once


@no_chromium
@pytest.mark.chromium
def test_a_trace_turns_its_pages(browser: Chromium, edition: Path) -> None:
    data = json.loads((edition / "edition.json").read_text(encoding="utf-8"))
    figure = data["figures"]["delivery.received"]
    browser.open((edition / "trace" / f"{figure['code']}.html").as_uri())
    assert browser.complaints == []
    first = browser.run("document.querySelector('.rows tbody td').textContent")
    assert browser.run("document.querySelector('.pager output').textContent") == f"1–50 / {figure['rows']}"
    browser.run("document.querySelectorAll('.pager button')[1].click()")
    assert browser.run("document.querySelector('.pager output').textContent") == f"51–100 / {figure['rows']}"
    assert browser.run("document.querySelector('.rows tbody td').textContent") != first
    browser.run("document.querySelectorAll('.pager button')[0].click()")
    assert browser.run("document.querySelector('.rows tbody td').textContent") == first


@no_chromium
@pytest.mark.chromium
def test_a_reader_chooses_light_or_dark(browser: Chromium, edition: Path) -> None:
    browser.open((edition / "index.html").as_uri())
    paper = "getComputedStyle(document.body).backgroundColor"
    light = browser.run(paper)
    browser.run("document.querySelector('.theme').click()")
    assert browser.run(paper) != light
    browser.run("document.querySelector('.theme').click()")
    assert browser.run(paper) == light


class Words(HTMLParser):
    """The text that a page says in its own language: not code, and not what is marked as another."""

    VOID = ("meta", "link", "input", "br", "img", "hr")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.language = ""
        self.silent: list[bool] = []
        self.said: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.language = self.language or held.get("lang", "")
        other = held.get("lang", self.language) != self.language
        code = tag in ("code", "pre", "script", "style") or "code" in held.get("class", "").split()
        if not any(self.silent):
            self.said += [held[name] for name in ("aria-label", "title", "alt") if name in held and not other]
        if tag not in self.VOID:
            self.silent.append(other or code)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Shapes say nothing."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID and self.silent:
            self.silent.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.silent) and data.strip():
            self.said.append(data.strip())


def test_the_chinese_page_is_chinese(edition: Path) -> None:
    words = Words((edition / "index.html").read_text(encoding="utf-8"))
    assert words.language == "zh-Hans"
    english = [text for text in words.said if re.search(r"[A-Za-z]{2,}", NAMES.sub("", text))]
    assert english == []


def test_the_english_page_is_english_but_for_names_of_the_data(edition: Path) -> None:
    """Names of departments, systems, cities and topics are the bank's own; nothing else is Chinese."""
    data = json.loads((edition / "edition.json").read_text(encoding="utf-8"))
    names = {dim for figure in data["figures"].values() for dim in figure["dims"]}
    names |= {
        cell
        for exhibit in data["exhibits"].values()
        for row in exhibit["rows"]["rows"]
        for cell in row
        if isinstance(cell, str)
    }
    known = re.compile("|".join(map(re.escape, sorted(filter(None, names), key=len, reverse=True))))
    words = Words((edition / "en" / "index.html").read_text(encoding="utf-8"))
    assert words.language == "en"
    chinese = [text for text in words.said if re.search(r"[\u4e00-\u9fff]", known.sub("", text))]
    assert chinese == []


@pytest.mark.parametrize("folder", ["trace", "en/trace"])
def test_trace_pages_are_in_their_language(folder: str, edition: Path) -> None:
    pages = sorted((edition / folder).glob("*.html"))[::9]
    for path in pages:
        page = path.read_text(encoding="utf-8").split('<div class="scroll rows"')[0]
        words = Words(page)
        if folder == "trace":
            wrong = [text for text in words.said if re.search(r"[A-Za-z]{2,}", NAMES.sub("", text))]
        else:
            dims = r"（.*?）|\(.*?\)"
            wrong = [
                text for text in words.said if re.search(r"[，。；：]|[\u4e00-\u9fff]{9,}", re.sub(dims, "", text))
            ]
        assert wrong == [], path
