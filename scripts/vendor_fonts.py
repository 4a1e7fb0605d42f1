"""Make the edition's fonts: subsets of Noto Sans SC and Noto Serif SC, for print (TTF) and for pages (WOFF2).

    .venv/bin/python scripts/vendor_fonts.py

The fonts come from npm's packages of Google Fonts; `npm pack` fetches them. The result is committed, so that
neither installing nor publishing needs a network.
"""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "src" / "lushan" / "exhibits" / "fonts"
PACKAGES = {
    "@expo-google-fonts/noto-sans-sc@0.4.3": {
        "NotoSansSC-Regular": "400Regular/NotoSansSC_400Regular.ttf",
        "NotoSansSC-Bold": "700Bold/NotoSansSC_700Bold.ttf",
    },
    "@expo-google-fonts/noto-serif-sc@0.4.3": {
        "NotoSerifSC-SemiBold": "600SemiBold/NotoSerifSC_600SemiBold.ttf",
    },
}

#: Blocks kept whole: Latin, Greek, punctuation, currency, letterlike signs, numerals, arrows, mathematics,
#: technical signs, enclosed numbers, boxes and shapes, CJK punctuation, enclosed CJK, units, full-width forms.
BLOCKS = (
    (0x20, 0x17F), (0x2B0, 0x2FF), (0x370, 0x3FF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20CF),
    (0x2100, 0x214F), (0x2150, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2460, 0x24FF),
    (0x2500, 0x257F), (0x25A0, 0x25FF), (0x2600, 0x26FF), (0x2700, 0x27BF), (0x3000, 0x303F), (0x3200, 0x32FF),
    (0x3300, 0x33FF), (0xFF00, 0xFFEF),
)  # fmt: skip

#: Characters of given names and places that GB 2312 does not have.
NAMES = (
    "喆垚堃堉姮婳嫄嬿崟弢彧忞惇愔慜扆摛旻昇昉昺晞晢晹暠曈曌橦櫆洺浥湉湜溁溦澔濛炆烜焜燊燚燿爔犇玘玙玚玥珅"
    "珣珮珵珺琇琎琤琲瑀瑄瑢璘璟璠瓘畯盺碃祎祐禛竑竸簃絜翀翾肸芃莀蒨贇赟赪镕镠霨頔颙飏鹍鹔龑龢"
)


def characters() -> set[int]:
    """The characters that are kept: GB 2312, whole blocks, rarer names, and what the product itself writes."""
    kept = {code for first, last in BLOCKS for code in range(first, last + 1)}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            kept.update(map(ord, bytes((row, cell)).decode("gb2312", errors="ignore")))
    for file in (*(ROOT / "src").rglob("*"), *(ROOT / "examples").rglob("*")):
        if file.suffix in (".py", ".md", ".yaml", ".html", ".typ"):
            kept.update(map(ord, file.read_text(encoding="utf-8")))
    return kept | set(map(ord, NAMES))


def subset(source: Path, target: Path, kept: set[int]) -> None:
    """Write the part of a font that holds some characters, as TTF and WOFF2; the same input gives the same bytes."""
    options = Options()
    options.layout_features = ["ccmp", "kern", "liga", "locl", "mark", "palt", "halt", "chws", "tnum", "pnum", "lnum"]
    options.hinting, options.desubroutinize, options.recalc_timestamp = False, True, False
    options.name_IDs, options.notdef_outline = ["*"], True
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=kept)
    subsetter.subset(font)
    font.save(target.with_suffix(".ttf"))
    font.flavor = "woff2"
    font.save(target.with_suffix(".woff2"))


def main() -> None:
    """Fetch the packages, and write the fonts and their licence."""
    FONTS.mkdir(parents=True, exist_ok=True)
    kept = characters()
    with tempfile.TemporaryDirectory() as temporary:
        for package, wanted in PACKAGES.items():
            packed = subprocess.run(
                ["npm", "pack", "--silent", package], cwd=temporary, check=True, capture_output=True, text=True
            ).stdout.strip()
            with tarfile.open(Path(temporary) / packed) as archive:
                archive.extractall(Path(temporary) / packed[:-4], filter="data")
            inside = Path(temporary) / packed[:-4] / "package"
            for name, path in wanted.items():
                subset(inside / path, FONTS / name, kept)
                print(name, *(f"{file.stat().st_size:,}" for file in sorted(FONTS.glob(f"{name}.*"))))
            licence = (inside / "LICENSE_FONT").read_text(encoding="utf-8")
            (FONTS / f"OFL-{next(iter(wanted)).split('-')[0]}.txt").write_text(licence, encoding="utf-8")


if __name__ == "__main__":
    main()
