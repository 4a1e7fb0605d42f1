"""What the command line's tests share: typing a command, and reading what it said."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from lushan.cli import main

TOUR = Path(__file__).parents[2] / "examples" / "tour"


@dataclass(frozen=True)
class Said:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it said to a program."""
        return json.loads(self.out)


class Shell:
    """Types commands in a folder."""

    def __call__(self, *words: object) -> Said:
        result = CliRunner().invoke(main, [str(word) for word in words])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Said(result.exit_code, result.stdout, result.stderr)


@pytest.fixture
def lushan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell in an empty folder, with the tour's files beside it."""
    shutil.copytree(TOUR, tmp_path / "tour")
    monkeypatch.chdir(tmp_path)
    return Shell()


@pytest.fixture
def tour(lushan: Shell) -> Shell:
    """The same, after the tour has landed its tickets."""
    lushan("init", "mybank", "--zh", "我的银行", "--en", "My Bank")
    for name, table in (("tickets", "delivery.ticket"), ("steps", "delivery.ticket_event")):
        said = lushan("land", "mybank", f"tour/{name}.csv", "--as", table, "--map", f"tour/{name}.map.yaml")
        assert said.code == 0, said
    return lushan
