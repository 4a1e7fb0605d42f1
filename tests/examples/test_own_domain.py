"""A bank's own domain is found through its entry point, and nothing of the product is changed for it."""

from __future__ import annotations

import csv
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "own_domain"


def installed(folder: Path) -> dict[str, str]:
    """An environment in which the example is installed, by what pip would write and no more."""
    info = folder / "lushan_branch-1.0.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: lushan-branch\nVersion: 1.0.0\n")
    (info / "entry_points.txt").write_text("[lushan.domains]\nbranch = branch:DOMAIN\n")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(EXAMPLE)])}


def test_its_figures_come_from_its_rows(tmp_path: Path) -> None:
    environment = installed(tmp_path / "site")

    def lushan(*arguments: str) -> str:
        command = [sys.executable, "-m", "lushan", *arguments]
        return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout

    bank = str(tmp_path / "bank")
    lushan("init", bank)
    lushan("land", bank, str(EXAMPLE / "visits.csv"), "--as", "branch.visit")
    lushan("run", bank, "--period", "2023-04")
    figures = json.loads(lushan("figures", bank, "--period", "2023-04", "--json"))
    with (EXAMPLE / "visits.csv").open(encoding="utf-8") as file:
        april = [row for row in csv.DictReader(file) if row["day"].startswith("2023-04")]
    east = [float(row["wait_minutes"]) for row in april if row["branch"] == "城东"]
    left = sum(row["served"] == "false" for row in april) / len(april)
    assert figures["branch.wait_median[城东]"] == round(statistics.median(east), 1)
    assert figures["branch.left_rate"] == round(left, 4)
