"""The edition in print: one PDF for each language, set by Typst from the edition's data."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from lushan.errors import LushanError
from lushan.exhibits.style import for_print, tokens
from lushan.magazine.chrome import WORDS
from lushan.magazine.edition import Edition
from lushan.magazine.fonts import font_files, see_glyphs
from lushan.magazine.html import STYLE, Press
from lushan.magazine.inline import as_text
from lushan.words import LANGUAGES, Language

#: The width that charts are drawn at, so that their letters are small in the width of the page's text.
WIDTH = 640
#: The cover's mountain, in the proportions of the lower part of an A4 page.
MOUNTAIN = (840.0, 640.0)


def write_print(edition: Edition, folder: Path) -> None:
    """Write an edition's PDF in each language.

    Raises:
        LushanError: a font is missing, or has no glyph for a character of the edition.
    """
    see_glyphs(edition)
    for language in LANGUAGES:
        name = "edition.pdf" if language == "zh" else f"edition.{language}.pdf"
        (folder / name).write_bytes(typeset(edition, language))


def typeset(edition: Edition, language: Language) -> bytes:
    """An edition in one language as a PDF; the same edition gives the same bytes."""
    press = Press(edition, language)
    data = {
        "language": language,
        "period": press.context()["period"],
        "tokens": tokens(),
        "words": {name: text.say(language) for name, text in WORDS.items()},
        "mountain": for_print(str(press.mountain(*MOUNTAIN))) if edition["cover"] else None,
        "ridges": [[name, code] for name, code, _, _ in press.ridges()],
        "edition": edition | {"parts": press.told(), "exhibits": {}, "tables": {}},
        "exhibits": {name: _exhibit(press, name) for name in edition["exhibits"]},
        "index": press.index(),
    }
    try:
        made = typst.compile(
            str(STYLE / "edition.typ"),
            root=str(STYLE),
            font_paths=_fonts(),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            timestamp=int(press.period.start.timestamp()),
        )
    except typst.TypstError as error:
        raise LushanError(
            f"the edition cannot be set: {error.message}", where="edition.typ", excerpt=error.diagnostic,
            mend="report this with the edition's edition.json",
        ) from error  # fmt: skip
    assert isinstance(made, bytes)
    return made


def _exhibit(press: Press, name: str) -> dict[str, Any]:
    """An exhibit ready for print: drawn, or its cells written."""
    data, language = press.edition["exhibits"][name], press.language
    printed: dict[str, Any] = {
        "code": data["code"],
        "title": data["title"][language],
        "alternative": f"{as_text(data['title'][language])}. {data['alternative'][language]}",
        "note": data["note"][language],
        "sources": press.sources(name),
    }
    if data["kind"] != "table":
        return printed | {"svg": for_print(str(press.chart(name, WIDTH)))}
    table = press.table(name)
    return printed | {
        "columns": [[column.title, column.align, column.code] for column in table.columns],
        "rows": [{"cells": row.cells, "attention": row.attention} for row in table.rows],
    }


@cache
def _fonts() -> typst.Fonts:
    """The edition's fonts and no others."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_files(".ttf")[0].parent]
    )
