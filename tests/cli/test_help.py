"""Help that is quick to come, and says the same until it is changed on purpose."""

from __future__ import annotations

import os
import resource
import subprocess
import sys

import pytest
from click.testing import CliRunner

from golden import check_golden
from lushan.cli import main
from lushan.command import leaves

HEAVY = (
    "duckdb",
    "ibis",
    "pyarrow",
    "pandas",
    "deltalake",
    "sqlalchemy",
    "fastapi",
    "rich",
    "typst",
    "lushan.runs.session",
)


def test_help_of_all() -> None:
    check_golden("cli/help/lushan.txt", CliRunner().invoke(main, ["--help"], terminal_width=100).stdout)


@pytest.mark.parametrize("name", sorted({*main.commands, *leaves(main)}))
def test_help_of_each(name: str) -> None:
    said = CliRunner().invoke(main, [*name.split(), "--help"], terminal_width=100)
    assert said.exit_code == 0
    check_golden(f"cli/help/{name.replace(' ', '-')}.txt", said.stdout)


def test_nothing_heavy_is_imported_for_help() -> None:
    asked = f"import sys, lushan.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", asked], text=True).strip() == "[]"


def test_help_comes_at_once() -> None:
    """In processor time, which no other work on the machine makes longer."""

    def spent() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "lushan", "--help"], check=True, capture_output=True, env=os.environ)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(spent() for _ in range(3)) < 0.3
