"""The PDF: pages with numbers, bookmarks, embedded fonts, links, and the figures of the edition's data."""

from __future__ import annotations

import ctypes
import json
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from lushan.magazine.pdf import typeset
from lushan.words import Language

FILES: dict[Language, str] = {"zh": "edition.pdf", "en": "edition.en.pdf"}
CONTENTS: dict[Language, str] = {"zh": "目录", "en": "Contents"}


@pytest.fixture(scope="module")
def data(edition: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((edition / "edition.json").read_text(encoding="utf-8"))
    return told


def text_of(document: pypdfium2.PdfDocument) -> list[str]:
    """The text of each page."""
    return [page.get_textpage().get_text_range() for page in document]


def tight(text: str) -> str:
    """A text without spaces and line ends, which print sets as it likes, and with one kind of each sign."""
    return re.sub(r"[\s\ufffe\u00ad]", "", text)


def pieces(data: Any) -> list[dict[str, Any]]:
    """Every figure that some lines print."""
    if isinstance(data, dict):
        found = [data] if "figure" in data or "change" in data else []
        return found + [piece for inner in data.values() for piece in pieces(inner)]
    return [piece for inner in data for piece in pieces(inner)] if isinstance(data, list) else []


@pytest.mark.parametrize("language", FILES)
def test_the_print_has_pages_bookmarks_and_numbers(language: Language, edition: Path, data: dict[str, Any]) -> None:
    document = pypdfium2.PdfDocument(edition / FILES[language])
    pages = text_of(document)
    assert len(pages) > 10
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)  # A4
    bookmarks = {mark.get_title(): mark.get_dest().get_index() for mark in document.get_toc()}
    contents = next(page for page in pages if tight(page).find(CONTENTS[language]) >= 0)
    for part in data["parts"]:
        for title in (part["title"][language], *(story["told"][language]["title"] for story in part["stories"])):
            place = bookmarks[title]
            assert tight(title) in tight(pages[place])
            assert re.search(rf"{re.escape(tight(title))}{place + 1}", tight(contents)), title
    numbered = [place for place, page in enumerate(pages) if re.search(rf"(?m)^{place + 1}\s*$", page)]
    assert len(numbered) >= len(pages) - len(data["parts"]) - 1  # all but the cover and the openers


@pytest.mark.parametrize("language", FILES)
def test_its_fonts_are_embedded(language: Language, edition: Path) -> None:
    names = set()
    for page in pypdfium2.PdfDocument(edition / FILES[language]):
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(item.raw)
            assert pdfium.FPDFFont_GetIsEmbedded(font) == 1
            name = ctypes.create_string_buffer(pdfium.FPDFFont_GetBaseFontName(font, None, 0))
            pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
            names.add(name.value.decode().split("+")[-1].split("-")[0])
    assert names == {"NotoSansSC", "NotoSerifSC"}


@pytest.mark.parametrize("language", FILES)
def test_the_print_and_the_pages_hold_the_figures_of_the_data(
    language: Language, edition: Path, data: dict[str, Any]
) -> None:
    """Each story prints its figures in their order; the index prints each figure once with its id and value."""
    document = pypdfium2.PdfDocument(edition / FILES[language])
    printed = tight("".join(text_of(document)))
    page = (edition / ("index.html" if language == "zh" else "en/index.html")).read_text(encoding="utf-8")
    for figure in data["figures"].values():
        value = tight(figure["written"][language])
        assert f'<a href="trace/{figure["code"]}.html">{figure["code"]}</a>' in page
        row = rf"{figure['code']}{re.escape(tight(figure['label'][language]))}.{{0,400}}?{re.escape(value)}"
        assert re.search(row, printed), figure
    shown = pieces([story["told"][language] for part in data["parts"] for story in part["stories"]])
    shown += pieces([exhibit["title"][language] for exhibit in data["exhibits"].values()])
    assert len(shown) > 100
    for piece in shown:
        code = data["figures"][piece.get("figure") or piece["change"]]["code"]
        assert re.search(rf'<a class="fig" href="trace/{code}\.html"[^>]*>{re.escape(piece["text"])}</a>', page), piece
        assert tight(piece["text"]) in printed


@pytest.mark.parametrize("language", FILES)
def test_every_figure_of_the_print_is_a_link_to_its_trace(
    language: Language, edition: Path, data: dict[str, Any]
) -> None:
    raw = (edition / FILES[language]).read_bytes()
    links = set(re.findall(rb"/URI \(([^)]*)\)", raw)) | set(re.findall(rb"/URI\(([^)]*)\)", raw))
    folder = "trace" if language == "zh" else "en/trace"
    assert {f"{folder}/{figure['code']}.html".encode() for figure in data["figures"].values()} <= links
    assert not [link for link in links if not (edition / link.decode()).is_file() and not link.startswith(b"http")]


def test_the_same_edition_gives_the_same_print(edition: Path, data: dict[str, Any]) -> None:
    assert typeset(data, "zh") == (edition / "edition.pdf").read_bytes()
