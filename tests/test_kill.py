"""Killed at random moments, twenty times: no reader sees half a result, and going on ends in the same bytes.

A bank's month, landing, run and publication, goes on in a process of its own, which is killed somewhere in one of
the three. The next one goes on from what is there. What is left in the end is compared with a bank that nobody
disturbed.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from random import Random

import duckdb

from lushan.runs.compute import view_sql
from lushan.runs.figures import figure_contract
from lushan.sample import write_sample
from lushan.state import Journal
from lushan.warehouse import Warehouse
from lushan.warehouse.landing.quarantine import quarantine_contract
from lushan.workspace import Workspace
from workspaces import BANK, open_session

SEED, SCALE = 20230423, 0.1
KILLS = {"land": 7, "run": 7, "publish": 6}
MONTH = """
import sys
from contextlib import redirect_stdout
from lushan.cli import main
bank, sink = sys.argv[1], open("/dev/null", "w")
for command in (["land", bank], ["run", bank, "--period", "2023-04"], ["publish", bank, "2023-04"]):
    print(command[0], flush=True)
    with redirect_stdout(sink):
        main([*command, "--json"], standalone_mode=False)
print("end", flush=True)
"""


class Month:
    """One month's work in a process of its own."""

    def __init__(self, bank: Path) -> None:
        command = [sys.executable, "-c", MONTH, str(bank)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def until(self, command: str) -> float:
        """Wait until a command begins, or the end; gives the moment."""
        assert self.process.stdout is not None
        while (line := self.process.stdout.readline()) != f"{command}\n":
            assert line, self.process.communicate()[1]
        return time.monotonic()

    def killed(self, command: str, after: float) -> bool:
        """Kill it so many seconds after a command has begun; false when it came to its end before."""
        self.until(command)
        try:
            _, error = self.process.communicate(timeout=after)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            return True
        assert self.process.returncode == 0, error
        return False


def digest(files: Iterable[Path]) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def rows_of(bank: Path) -> dict[str, int]:
    """How many rows a reader finds in each table, each read whole."""
    session = open_session(bank)
    found = {}
    with duckdb.connect() as connection:
        for table in session.warehouse.tables():
            domain, name = table.split(".")
            contract = (
                figure_contract(domain) if name == "figure"
                else quarantine_contract(name.replace("__", ".")) if domain == "quarantine"
                else session.contract(table)
            )  # fmt: skip
            snapshot = session.warehouse.snapshot(table)
            assert len({part.period for part in snapshot.parts}) == len(snapshot.parts), f"{table}: one month twice"
            every = f"SELECT count(*), min(hash(row)) FROM ({view_sql(contract, snapshot)}) AS row"
            read, _ = connection.execute(every).fetchone() or (0, 0)
            assert read == snapshot.rows, f"{table}: the log says {snapshot.rows} rows"
            found[table] = snapshot.rows
    return found


def tables(bank: Path) -> dict[str, tuple[str, str]]:
    """The identity and the bytes of every part of every table."""
    warehouse = Warehouse(bank / "warehouse")
    return {
        f"{table} {part.period or ''}".strip(): (
            part.identity, digest(part.files)
        )
        for table in warehouse.tables()
        for part in warehouse.snapshot(table).parts
    }  # fmt: skip


def editions(bank: Path) -> dict[str, str]:
    """The bytes of every file of every edition that a reader can open, but for the pages that name an execution."""
    return {
        file.relative_to(bank).as_posix(): "" if file.match("trace/*.html") else digest([file])
        for file in sorted((bank / "editions").glob("[0-9]*/**/*"))
        if file.is_file()
    }


def whole(bank: Path, rows: dict[str, int], expected: dict[str, object]) -> None:
    """See that a reader finds nothing half done.

    Args:
        rows: how many rows each table has in the end.
        expected: the bytes of all tables and editions in the end.
    """
    for table, found in rows_of(bank).items():
        assert found <= rows[table], table
    if held := editions(bank):
        assert held == {name: what for name, what in expected.items() if name in held}, "an edition of other bytes"
        assert held.keys() == {name for name in expected if name.startswith("editions/")}, "half an edition"


def same(bank: Path, expected: dict[str, object]) -> None:
    """See that a bank is, byte for byte, what it would be had nobody disturbed it."""
    found = tables(bank) | editions(bank)
    assert {name: what for name, what in found.items() if expected.get(name) != what} == {}
    assert found.keys() == expected.keys()


def test_a_month_that_is_killed_twenty_times(tmp_path: Path) -> None:
    random = Random(SEED)
    sources, undisturbed, bank = (tmp_path / name for name in ("sources", "undisturbed", "bank"))
    Workspace.create(sources, BANK)
    write_sample(sources, scale=SCALE, seed=7)
    shutil.copytree(sources, undisturbed)
    month = Month(undisturbed)
    moments = [month.until(command) for command in (*KILLS, "end")]
    lengths = dict(zip(KILLS, (end - begin for begin, end in pairwise(moments)), strict=True))
    rows, expected = rows_of(undisturbed), {**tables(undisturbed), **editions(undisturbed)}

    shutil.copytree(sources, bank)
    for command in (command for command, times in KILLS.items() for _ in range(times)):
        while not Month(bank).killed(command, random.uniform(0, lengths[command])):
            same(bank, expected)
            shutil.rmtree(bank)
            shutil.copytree(sources, bank)
        whole(bank, rows, expected)
        assert {told["status"] for told in Journal.open(bank).executions()} <= {"done", "interrupted"}
    Month(bank).until("end")
    same(bank, expected)
