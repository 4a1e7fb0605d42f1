"""One line of lushan.toml, and the command line works on PySpark: the same figures, traced to the same rows."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bank import put_bank, random_bank
from lushan.runs.compute import Compute
from lushan.warehouse import Warehouse
from lushan.workspace import Workspace
from workspaces import BANK, open_session

pytestmark = pytest.mark.spark
LANDED = ("delivery.timesheet", "delivery.project", "operations.mobile_day", "operations.batch_job",
          "operations.batch_dependency")  # fmt: skip


def lushan(*arguments: object) -> Any:
    """What a command prints as JSON."""
    command = [sys.executable, "-m", "lushan", *map(str, arguments), "--json"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return json.loads(ended.stdout)


def test_a_bank_runs_on_pyspark_by_one_line(tmp_path: Path, spark: Compute) -> None:
    embedded, distributed = tmp_path / "embedded", tmp_path / "distributed"
    Workspace.create(embedded, BANK)
    session = open_session(embedded)
    bank = random_bank(session.catalogue, Random(4), 60)
    put_bank(session, {table: bank[table] for table in LANDED})
    shutil.copytree(embedded, distributed)
    settings = distributed / "lushan.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('"duckdb"', '"pyspark"'), encoding="utf-8")

    ended = {bank: lushan("run", bank, "--period", "2023-04") for bank in (embedded, distributed)}
    steps = {bank: {(s["name"], s["period"]): s["status"] for s in told} for bank, told in ended.items()}
    assert steps[distributed] == steps[embedded]
    assert steps[distributed]["operations.batch_cause", "2023-04"] == "done"

    figures = [lushan("figures", bank, "--period", "2023-04") for bank in (embedded, distributed)]
    assert figures[0] == figures[1]
    assert len(figures[0]) > 50
    traced = [lushan("trace", bank, "operations.jobs_late_share", "--period", "2023-04") for bank in ended]
    assert traced[0]["rows"] == traced[1]["rows"] > 0
    assert identities(distributed) == identities(embedded), "an engine is no part of what a result is made of"


def identities(bank: Path) -> dict[tuple[str, str | None], str]:
    warehouse = Warehouse(bank / "warehouse")
    tables = {table: warehouse.snapshot(table) for table in warehouse.tables()}
    return {(table, part.period): part.identity for table, snapshot in tables.items() for part in snapshot.parts}
