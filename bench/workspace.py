"""The sample bank through the commands: running again, running after a change, publishing."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from bench.measure import process
from bench.report import Line

LUSHAN = str(Path(sys.executable).with_name("lushan"))
PERIOD = "2023-04"


def measure(build: Path, scale: float) -> list[Line]:
    """Measure on a sample bank of this scale, which is made once and landed and run anew."""
    root = build / f"bank-{scale:g}"
    shutil.rmtree(root, ignore_errors=True)
    for command in (
        ["init", root],
        ["sample", root, "--scale", scale],
        ["land", root],
        ["run", root, "--period", PERIOD],
    ):
        process([LUSHAN, *map(str, command)])
    again = process([LUSHAN, "run", str(root), "--period", PERIOD])
    assert set(_statuses(root)) <= {"current", "waiting"}, "a run with nothing changed computed something"
    lines = [Line("running again with nothing changed, s", "", again.seconds, None, again.seconds, 2.0)]
    publish = process([LUSHAN, "publish", str(root), PERIOD])
    lines.append(Line("publishing from warm tables, s", "", publish.seconds, None, publish.seconds, 10.0))
    return [*lines, _after_a_change(root)]


def _after_a_change(root: Path) -> Line:
    """Land one month of mobile days anew with a row less; only what reads that table may be computed."""
    source = root / "sources" / "operations" / "mobile_day.csv"
    head, *rows = source.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    month = [row for row in rows if PERIOD in row]
    shorter = root / "sources" / "mobile_day_again.csv"
    shorter.write_text(head + "".join(month[:-1]), encoding="utf-8")
    process([LUSHAN, "land", str(root), str(shorter), "--as", "operations.mobile_day"])
    planned = json.loads(_said("plan", str(root), "--period", PERIOD, "--json"))
    computed = {step["name"] for step in planned if step["status"] == "run"}
    wanted = {"operations.mobile_daily", "operations.figure"}
    cost = process([LUSHAN, "run", str(root), "--period", PERIOD])
    print(f"after a change of operations.mobile_day in {cost.seconds:.1f} s: {', '.join(sorted(computed))}")
    return Line("tables computed beyond those that depend on the change", "", len(computed), None,
                len(computed - wanted), 0)  # fmt: skip


def _statuses(root: Path) -> list[str]:
    return [step["status"] for step in json.loads(_said("run", str(root), "--period", PERIOD, "--json"))]


def _said(*arguments: str) -> str:
    return subprocess.run([LUSHAN, *arguments], check=True, capture_output=True, text=True).stdout
