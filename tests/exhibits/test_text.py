"""Measured text against the font that it is set in."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTCollection, TTFont

from lushan.exhibits.draw.text import shorten, text_width, wrap

FONTS = Path("src/lushan/exhibits/fonts").glob("*SansSC-Regular.ttf")
SYSTEM = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
PHRASES = (
    "吞吐率 88.85%",
    "CUST_TRANSACTION_HISTORY",
    "1,234,567.89",
    "（人天）：4月7日",
    "Daily active users; from zero",
)


@pytest.fixture(scope="module")
def font() -> TTFont:
    for path in FONTS:
        return TTFont(path)
    if SYSTEM.exists():
        return next(font for font in TTCollection(SYSTEM).fonts if "SC" in (font["name"].getDebugName(1) or ""))
    pytest.skip("Noto Sans SC is not there")


@pytest.mark.parametrize("phrase", PHRASES)
def test_widths_are_the_fonts(font: TTFont, phrase: str) -> None:
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    width = sum(advances[glyphs[ord(letter)]][0] for letter in phrase) / font["head"].unitsPerEm * 12
    assert text_width(phrase) == pytest.approx(width, rel=0.01)


def test_what_does_not_fit_is_shortened() -> None:
    for room in range(120):
        assert text_width(shorten("企业金融管理部", room)) <= room


def test_lines_keep_every_letter_that_fits() -> None:
    assert "".join(wrap("企业金融管理部", 40, most=9)) == "企业金融管理部"
    assert wrap("CUST_TRANSACTION_HISTORY", 60) == ["CUST_T…"]
