"""Event logs: reading XES, analysing a log, and adding a day to it, beside PM4Py."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq

from bench.events import write_events
from bench.measure import Cost, paired, python
from bench.peer import ask
from bench.report import Line

SHARED = Path(__file__).parents[2] / "shared" / "data" / "processes" / "bpic2012.xes.gz"

#: What is timed begins when all is imported, for the peer too.
TIMED = """
import json, sys, time
from pathlib import Path
import ibis
import pyarrow.parquet as pq
from lushan.engines.process.cases import cases
from lushan.engines.process.graph import directly_follows
from lushan.engines.process.log import event_log, follow
from lushan.engines.process.rework import rework
from lushan.engines.process.summary import added, changes, summary
from lushan.engines.process.variants import variants
from lushan.engines.process.xes import read_xes

def opened():
    connection = ibis.duckdb.connect(memory_limit="3GB", temp_directory=sys.argv[2] + ".spill")
    connection.raw_sql("SET TimeZone = 'UTC'; SET preserve_insertion_order = false")
    assert connection.sql("SELECT 1 AS one").to_pyarrow().num_rows  # which imports what answers need
    return connection

def kept(expression, file):
    pq.write_table(expression.to_pyarrow(), file)

def said(begun):
    Path(sys.argv[2]).write_text(json.dumps({"seconds": time.perf_counter() - begun}))
"""

IMPORT = (
    TIMED
    + """
begun = time.perf_counter()
assert read_xes(Path(sys.argv[1])).num_rows
said(begun)
"""
)

ANALYSE = (
    TIMED
    + """
connection = opened()
begun = time.perf_counter()
followed = follow(event_log(connection.read_parquet(sys.argv[1])))
kept = ["case_id", "activity", "number", "at", "tick", "position", "previous_number", "elapsed"]
followed = connection.create_table("followed", followed.select(kept), temp=True)
for found in (directly_follows(followed), variants(followed), cases(followed), rework(followed)):
    assert found.to_pyarrow().num_rows
said(begun)
"""
)

BEFORE = (
    TIMED
    + """
kept(summary(event_log(opened().read_parquet(sys.argv[1]))), sys.argv[2])
"""
)
FULL = (
    TIMED
    + """
connection = opened()
begun = time.perf_counter()
log = event_log(connection.read_parquet([sys.argv[1], sys.argv[3]]))
kept(summary(log), sys.argv[2] + ".summary")
said(begun)
"""
)
FURTHER = (
    TIMED
    + """
connection = opened()
begun = time.perf_counter()
log, new = (event_log(connection.read_parquet(file)) for file in (sys.argv[1], sys.argv[3]))
kept(changes(log, new), sys.argv[2] + ".changes")
said(begun)
"""
)
#: Whether what was kept, with its changes, is the summary of all.
SAME = (
    TIMED
    + """
tables = map(opened().read_parquet, sys.argv[3:])
rows = [added(table).order_by(table.columns).to_pyarrow() for table in (next(tables), ibis.union(*tables))]
sys.exit(not rows[0].equals(rows[1]))
"""
)


def measure(build: Path, rows: int, rounds: int) -> list[Line]:
    """Measure at so many events; the log is made once."""
    folder = build / f"process-{rows}"
    folder.mkdir(parents=True, exist_ok=True)
    whole, most, day, before = (folder / f"{name}.parquet" for name in ("whole", "most", "day", "before"))
    if not before.exists():
        write_events(whole, rows)
        _split(whole, most, day)
        python(BEFORE, str(most), str(before))
    out = folder / "seconds.json"

    def timed(code: str, log: Path, *others: Path) -> Cost:
        cost = python(code, str(log), str(out), *map(str, others))
        return Cost(json.loads(out.read_text())["seconds"], cost.megabytes)

    def peer(part: str, log: Path) -> Cost:
        answer = ask("pm4py_log", part, str(log))
        return Cost(answer.said["seconds"], answer.cost.megabytes)

    lines = []
    if SHARED.exists():
        ours, theirs = paired(lambda: timed(IMPORT, SHARED), lambda: peer("import", SHARED), rounds)
        what = "reading XES, 262,200 events of a bank's loan applications"
        lines.append(Line(what, "PM4Py's importer", ours.seconds, theirs.seconds, ours.seconds / theirs.seconds, 0.1))
    ours, theirs = paired(lambda: timed(ANALYSE, whole), lambda: peer("analyse", whole), rounds)
    what = f"graph, performance, variants, durations and rework of {rows:,} events"
    lines.append(Line(what, "PM4Py on pandas", ours.seconds, theirs.seconds, ours.seconds / theirs.seconds, 0.2))
    lines.append(Line("  its memory at most, MB", "", ours.megabytes, theirs.megabytes, ours.megabytes, 4096))
    further, full = paired(lambda: timed(FURTHER, most, day), lambda: timed(FULL, most, day), rounds)
    python(SAME, "", "", *(str(file) for file in (f"{out}.summary", before, f"{out}.changes")))
    ratio = further.seconds / full.seconds
    return [*lines, Line("one day more", "all days anew", further.seconds, full.seconds, ratio, 0.05)]


def _split(whole: Path, most: Path, day: Path) -> None:
    """Part a log into its last whole day on which cases begin, and all before."""
    table = pq.read_table(whole)
    until = int(table.num_rows * 0.995)
    following = int(table.num_rows * (0.995 + 1 / 365))
    pq.write_table(table.slice(0, until), most, compression="zstd")
    pq.write_table(table.slice(until, following - until), day, compression="zstd")
