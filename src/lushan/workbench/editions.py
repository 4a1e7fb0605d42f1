"""The published editions of a workspace, as their folders tell of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from lushan.exhibits.draw import Ridge, ridge
from lushan.words import Language

FOLDER = re.compile(r"(?P<period>\d{4}-\d{2})(?P<revision>.*)")
#: The size of a cover's drawing, and how many figures lead.
WIDTH, HEIGHT = 300, 270
LEAD = 6


@dataclass(frozen=True)
class Lead:
    """A figure that an edition draws large: as it was written, and where its trace is."""

    label: str
    written: str
    unit: str
    change: str
    path: str


@dataclass(frozen=True)
class Edition:
    """One published edition: a folder, and what its ``edition.json`` says."""

    folder: Path
    period: str

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.folder.name

    @property
    def path(self) -> str:
        """Where it is served."""
        return f"/editions/{self.name}"

    def has(self, file: str) -> bool:
        """Whether it holds a file."""
        return (self.folder / file).is_file()

    @cached_property
    def told(self) -> dict[str, Any]:
        """What its ``edition.json`` says; nothing, when it cannot be read."""
        try:
            told = json.loads((self.folder / "edition.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    @property
    def revision(self) -> int:
        """How many corrections it is past the first publication."""
        return int(self.told.get("revision", 1)) - 1

    def cover(self, language: Language) -> Markup:
        """The mountain of its cover; nothing, when no series of its month moves."""
        ridges = [
            Ridge(
                one["name"][language],
                tuple(_column(self.told["exhibits"][one["exhibit"]]["rows"], one["column"])),
                one["hue"],
            )
            for one in self.told.get("cover", ())
        ]
        return Markup(ridge(ridges, WIDTH, HEIGHT, title=self.period, named=False)) if ridges else Markup()

    def lead(self, language: Language) -> list[Lead]:
        """The figures that its parts and stories begin with."""
        return [self._lead(name, language) for name in list(dict.fromkeys(self._named()))[:LEAD]]

    def _named(self) -> Iterator[str]:
        parts = self.told.get("parts", ())
        yield from (part["figure"] for part in parts if part["figure"])
        yield from (figure for part in parts for story in part["stories"] for figure in story["figures"])

    def _lead(self, name: str, language: Language) -> Lead:
        figure = self.told["figures"][name]
        return Lead(
            label=figure["label"][language],
            written=figure["written"][language],
            unit=self.told["metrics"][figure["metric"]]["unit"][language],
            change=figure.get("change", {}).get(language, ""),
            path=f"{self.path}/trace/{figure['code']}.html",
        )


def editions(folder: Path) -> list[Edition]:
    """The editions in a folder, the newest first."""
    if not folder.is_dir():
        return []
    found = [
        Edition(path, match["period"])
        for path in folder.iterdir()
        if (match := FOLDER.fullmatch(path.name)) and (path / "edition.json").is_file()
    ]
    return sorted(found, key=lambda edition: (edition.period, edition.revision), reverse=True)


def _column(rows: dict[str, Any], name: str) -> list[float | None]:
    """One column of an exhibit's rows as an edition holds them."""
    place = [column for column, _ in rows["columns"]].index(name)
    return [None if row[place] is None else float(row[place]) for row in rows["rows"]]
