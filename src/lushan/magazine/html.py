"""The edition as pages: one for each language, drawn from its data and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from lushan.domains import domains
from lushan.exhibits.draw import Ridge, draw, ridge
from lushan.exhibits.exhibit import Exhibit
from lushan.exhibits.format import write, write_day, write_month, write_period, write_time
from lushan.exhibits.style import stylesheet
from lushan.exhibits.table import table
from lushan.magazine.chrome import WORDS
from lushan.magazine.cover import values
from lushan.magazine.edition import Edition
from lushan.magazine.fonts import FONTS, font_files
from lushan.magazine.inline import Lines, as_text
from lushan.magazine.plain import from_plain
from lushan.runs.period import Period
from lushan.words import LANGUAGES, Language

#: The widths that charts are drawn at: of a wide page's column, and of a phone's.
WIDE, NARROW = 720, 335
STYLE = Path(str(files("lushan.magazine"))) / "style"


def environment() -> Environment:
    """The templates of pages; a name that is not given is an error, never an empty place."""
    return Environment(
        loader=PackageLoader("lushan.magazine"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class Press:
    """What templates ask of an edition in one language."""

    def __init__(self, edition: Edition, language: Language) -> None:
        self.edition, self.language = edition, language
        self.exhibits = {exhibit.id: exhibit for domain in domains() for exhibit in domain.exhibits}
        self.lines = Lines(edition["figures"], language)
        self.period = Period.parse(edition["period"])

    def context(self) -> dict[str, Any]:
        """The names that every page may use."""
        return {
            "edition": self.edition,
            "language": self.language,
            "other": "en" if self.language == "zh" else "zh",
            "up": "" if self.language == "zh" else "../",
            "period": write_period(self.period, self.language),
            "month": write_month(self.period, self.language),
            "press": self,
            "say": self.say,
            "t": self.word,
            "line": self.lines.html,
            "plain": as_text,
        }

    def say(self, text: Mapping[str, Any]) -> Any:
        """What a text of both languages says in this one."""
        return text[self.language]

    def word(self, name: str, *values: object) -> str:
        """A word of those around the stories."""
        return WORDS[name].say(self.language).format(*values)

    def told(self) -> list[dict[str, Any]]:
        """The parts with those of their stories that are written in this language."""
        parts = []
        for part in self.edition["parts"]:
            stories = [story for story in part["stories"] if self.language in story["told"]]
            if stories:
                parts.append(part | {"stories": stories})
        return parts

    def chart(self, name: str, width: float) -> Markup:
        """An exhibit drawn."""
        data = self.edition["exhibits"][name]
        title = as_text(data["title"][self.language])
        return Markup(draw(self._exhibit(name), from_plain(data["rows"]), self.language, width, title=title))

    def table(self, name: str) -> Any:
        """The rows of an exhibit as written."""
        return table(self._exhibit(name), from_plain(self.edition["exhibits"][name]["rows"]), self.language)

    def mountain(self, width: float, height: float, named: bool = True, link: str = "trace/{}.html") -> Markup:
        """The cover's drawing."""
        ridges = [
            Ridge(f"{name} {code}", tuple(numbers), hue, link.format(code))
            for name, code, numbers, hue in self.ridges()
        ]
        title = f"{self.word('mountain')}：" if self.language == "zh" else f"{self.word('mountain')}: "
        return Markup(ridge(ridges, width, height, title=title + write_period(self.period, self.language), named=named))

    def ridges(self) -> list[tuple[str, str, list[float | None], Any]]:
        """The name, short id, values and hue of each ridge of the cover."""
        found = []
        for one in self.edition["cover"]:
            data = self.edition["exhibits"][one["exhibit"]]
            found.append((self.say(one["name"]), data["code"], values(data["rows"], one["column"]), one["hue"]))
        return found

    def index(self) -> list[dict[str, Any]]:
        """All figures of the edition, in the order of their short ids."""
        return sorted(self.edition["figures"].values(), key=lambda figure: figure["code"])

    def anchor(self, story: Mapping[str, Any]) -> str:
        """Where a story stands in its page."""
        return str(story["id"]).replace(".", "-")

    def sources(self, name: str) -> list[tuple[str, str]]:
        """The tables that an exhibit reads, and their versions, in words."""
        tables = [self.edition["tables"][read] for read in self.edition["exhibits"][name]["reads"]]
        return [(self.say(one["title"]), self.version(one["version"])) for one in tables]

    def written_period(self, text: str) -> str:
        """A period of the edition, written."""
        return write_period(Period.parse(text), self.language)

    def written_moment(self, at: datetime) -> str:
        """An instant as the bank's clock shows it."""
        local = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(ZoneInfo(self.edition["zone"]))
        return f"{write_day(local.date(), self.language, year=True)} {write_time(local.replace(second=0))}"

    def count(self, number: int) -> str:
        """A count, written."""
        return write(number, language=self.language)

    def version(self, number: int | None) -> str:
        """A table's version, in words."""
        return self.word("no_version") if number is None else self.word("version", number)

    def _exhibit(self, name: str) -> Exhibit:
        return self.exhibits[name]


def write_pages(edition: Edition, folder: Path) -> None:
    """Write an edition's page in each language, and the assets that all of its pages need."""
    template = environment().get_template("edition.html")
    for language in LANGUAGES:
        target = folder if language == "zh" else folder / language
        target.mkdir(parents=True, exist_ok=True)
        page = template.render(Press(edition, language).context())
        (target / "index.html").write_text(page, encoding="utf-8")
    write_assets(folder / "assets")


def write_assets(folder: Path) -> None:
    """Write the style sheet, the script and the fonts."""
    (folder / "fonts").mkdir(parents=True, exist_ok=True)
    sheets = [(STYLE / name).read_text(encoding="utf-8") for name in ("fonts.css", "page.css")]
    (folder / "edition.css").write_text(stylesheet() + "".join(sheets), encoding="utf-8")
    shutil.copy(STYLE / "edition.js", folder)
    for file in font_files(".woff2"):
        shutil.copy(file, folder / "fonts")
    for licence in sorted(FONTS.glob("OFL-*.txt")):
        shutil.copy(licence, folder / "fonts")
