"""All 33 indicators of approvals, by department, process and node: how long they take, and how much memory."""

from __future__ import annotations

from pathlib import Path

from bench.approvals import write_approvals
from bench.measure import python
from bench.report import Line

OURS = """
import sys
from pathlib import Path
from lushan.domains import catalogue
from lushan.runs.measure import measure_once
from lushan.runs.session import Session
from lushan.warehouse import Draft
from lushan.workspace import Workspace
session = Session(Workspace.open(Path(sys.argv[1])), catalogue())
period = session.period("2023-04")
made = ("process.task", "process.case", "process.urging")
for name in made:
    model = session.catalogue.models[name]
    tables = session.pinned(read.table for read in model.reads).bound(model.reads, period)
    expression = session.finished(model, tables, period)
    with session.warehouse.staging() as folder:
        files = session.compute.write(expression, folder)
        session.warehouse.publish(session.contract(name), [Draft(str(period), sys.argv[2], files)], {})
read = {*made, "process.type", "process.handler", "process.instance"}
figures = 0
for metric in session.catalogue.domain("process").metrics.values():
    if {read.table for read in metric.reads} <= read:
        figures += sum(1 for _ in measure_once(session, metric, period))
assert figures > 1000, figures
"""


def measure(build: Path, rows: int, _rounds: int) -> list[Line]:
    """Measure at so many steps, which are written once; each is an arrival, a first view and a decision."""
    root = build / f"approvals-{rows}"
    if not (root / "lushan.toml").exists():
        write_approvals(root, rows)
    cost = python(OURS, str(root), "bench")
    what = f"all 33 indicators of approvals over {rows:,} steps"
    return [
        Line(f"{what}, s", "", cost.seconds, None, cost.seconds, 600),
        Line(f"{what}, MB", "", cost.megabytes, None, cost.megabytes, 4096),
    ]
