"""The edition's fonts, and whether they have every character that print needs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont, TTLibError

from lushan.errors import LushanError
from lushan.magazine.edition import Edition
from lushan.words import LANGUAGES, Language

FONTS = Path(str(files("lushan.exhibits"))) / "fonts"
NAMES = ("NotoSansSC-Regular", "NotoSansSC-Bold", "NotoSerifSC-SemiBold")
#: Characters that print sets without a glyph.
BLANK = frozenset("\n\t ")


def font_files(kind: str, folder: Path = FONTS) -> list[Path]:
    """The files of the edition's fonts.

    Args:
        kind: ``.ttf`` for print, ``.woff2`` for pages.

    Raises:
        LushanError: one is missing.
    """
    found = [folder / f"{name}{kind}" for name in NAMES]
    for file in found:
        if not file.is_file():
            raise LushanError(
                "the font is missing", where=str(file), mend="install Lushan again, or run scripts/vendor_fonts.py"
            )
    return found


@cache
def characters(folder: Path = FONTS) -> frozenset[str]:
    """The characters that every one of the edition's fonts has.

    Raises:
        LushanError: a font is missing or broken.
    """
    shared: frozenset[str] | None = None
    for file in font_files(".ttf", folder):
        try:
            with TTFont(file, lazy=True) as font:
                held = frozenset(map(chr, font.getBestCmap()))
        except (TTLibError, OSError) as error:
            raise LushanError(
                f"the font cannot be read: {error}",
                where=str(file),
                mend="install Lushan again, or run scripts/vendor_fonts.py",
            ) from error
        shared = held if shared is None else shared & held
    return (shared or frozenset()) | BLANK


def see_glyphs(edition: Edition, folder: Path = FONTS) -> None:
    """See that print can set every character of an edition.

    Raises:
        LushanError: a story, an exhibit or a figure holds a character that a font does not have.
    """
    known = characters(folder)
    for language in LANGUAGES:
        for place, text in _texts(edition, language):
            if missing := sorted(set(text) - known):
                letter = missing[0]
                around = text[max(0, text.index(letter) - 12) : text.index(letter) + 12].strip()
                raise LushanError(
                    f"the fonts have no {letter!r} (U+{ord(letter):04X})",
                    where=place,
                    excerpt=around,
                    expected="GB 2312 characters, Latin letters and common signs",
                    mend="write another character, or add it to scripts/vendor_fonts.py and run it",
                )


def _texts(edition: Edition, language: Language) -> Iterator[tuple[str, str]]:
    """Every text that print sets, and where it stands."""
    yield "the bank's name", edition["bank"][language]
    for part in edition["parts"]:
        for story in part["stories"]:
            if language in story["told"]:
                for text in _strings(story["told"][language]):
                    yield f"story {story['id'].removeprefix('story.')} ({language})", text
    for name, exhibit in edition["exhibits"].items():
        for text in _strings([exhibit["title"][language], exhibit["rows"]["rows"], exhibit["note"][language]]):
            yield f"exhibit {name}", text
    for name, figure in edition["figures"].items():
        for text in (figure["label"][language], figure["written"][language]):
            yield f"figure {name}", text


def _strings(data: Any) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, (list, dict)):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _strings(inner)
