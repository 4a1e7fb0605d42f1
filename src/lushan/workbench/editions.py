"""The published editions of a workspace, as their folders tell of them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = re.compile(r"(?P<period>\d{4}-\d{2})(?P<revision>.*)")


@dataclass(frozen=True)
class Edition:
    """One published edition: a folder, and what its ``edition.json`` says."""

    folder: Path
    period: str
    revision: str

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.folder.name

    def has(self, path: str) -> bool:
        """Whether it holds a file."""
        return (self.folder / path).is_file()

    @property
    def said(self) -> dict[str, Any]:
        """What its ``edition.json`` says; nothing, when it cannot be read."""
        try:
            told = json.loads((self.folder / "edition.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}


def editions(folder: Path) -> list[Edition]:
    """The editions in a folder, the newest first."""
    if not folder.is_dir():
        return []
    found = [
        Edition(path, match["period"], match["revision"].strip("-_. "))
        for path in folder.iterdir()
        if (match := FOLDER.fullmatch(path.name)) and (path / "edition.json").is_file()
    ]
    return sorted(found, key=lambda edition: edition.name, reverse=True)
