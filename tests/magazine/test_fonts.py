"""Fonts: a character without a glyph, and a font that is not there, stop the publication with a clear message."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from golden import check_golden
from lushan.errors import LushanError
from lushan.magazine.edition import assemble
from lushan.magazine.fonts import FONTS, NAMES, characters, font_files, see_glyphs
from lushan.magazine.publish import publish
from stories import APRIL, STORY
from workspaces import open_session


def test_the_fonts_have_what_a_chinese_magazine_needs() -> None:
    held = characters()
    gb2312 = "".join(
        bytes((row, cell)).decode("gb2312", errors="ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)
    )
    assert len(gb2312) == 6763
    assert not set(gb2312) - held
    assert not set("數字月刊喆堃，。：；“”‘’（）《》、·—…−–×÷→↑↓≤≥▲•●％０ＡéüÄ€¥ ") - {"數", "月", "刊"} - held


def test_the_fonts_come_with_their_licence_and_are_small() -> None:
    assert [file.read_text(encoding="utf-8").count("SIL Open Font License") > 0 for file in FONTS.glob("OFL-*.txt")]
    assert sum(file.stat().st_size for file in FONTS.iterdir()) < 15_000_000
    assert len(font_files(".ttf")) == len(font_files(".woff2")) == len(NAMES)


def test_a_character_without_a_glyph_stops_the_publication(bank: Path) -> None:
    path = bank / "stories" / "releases.zh.md"
    path.write_text(STORY.replace("守住当前节奏", "守住当前𪚥节奏"), encoding="utf-8")
    with pytest.raises(LushanError) as refusal:
        publish(open_session(bank), APRIL)
    check_golden("magazine/refused/glyph.txt", f"{refusal.value}\n")
    assert not (bank / "editions" / "2023-04").exists()


def test_a_missing_or_broken_font_is_told_of(bank: Path, tmp_path: Path) -> None:
    edition = assemble(open_session(bank), APRIL)
    fonts = Path(shutil.copytree(FONTS, tmp_path / "fonts"))
    see_glyphs(edition, fonts)
    characters.cache_clear()
    (fonts / "NotoSansSC-Bold.ttf").unlink()
    with pytest.raises(LushanError, match="the font is missing") as refusal:
        see_glyphs(edition, fonts)
    assert refusal.value.where.endswith("NotoSansSC-Bold.ttf")
    (fonts / "NotoSansSC-Bold.ttf").write_bytes(b"no font")
    with pytest.raises(LushanError, match="the font cannot be read"):
        see_glyphs(edition, fonts)
