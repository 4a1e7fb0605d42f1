"""A fact of millions of rows through the models of operations, beside the same SQL typed by hand."""

from __future__ import annotations

from pathlib import Path

from bench.measure import paired, python
from bench.report import Line
from bench.transactions import write_transactions

OURS = """
import sys
from pathlib import Path
from lushan.domains import catalogue
from lushan.runs.session import Session
from lushan.workspace import Workspace
session = Session(Workspace.open(Path(sys.argv[1])), catalogue())
period = session.period("2023-04")
for name in ("operations.system_day", "operations.system_month"):
    model = session.catalogue.models[name]
    tables = session.pinned(read.table for read in model.reads).bound(model.reads, period)
    expression = session.finished(model, tables, period)
    with session.warehouse.staging() as folder:
        session.compute.write(expression, folder)
"""

BY_HAND = """
import glob, sys
import duckdb
connection = duckdb.connect(config={"memory_limit": "2GB"})
connection.execute("SET TimeZone = 'Asia/Shanghai'")
files = glob.glob(sys.argv[1] + "/warehouse/operations/transaction/period=2023-04/*/*.parquet")
connection.execute(f"CREATE VIEW t AS SELECT *, CAST(latency_ms AS DOUBLE) AS ms FROM read_parquet({files})")
connection.execute(f'''COPY (
    WITH d AS (
        SELECT CAST("at" AS DATE) AS day, system, count(*) AS transactions,
            count(*) FILTER (result = 'technical_failure') AS technical_failures,
            count(*) FILTER (result = 'business_failure') AS business_failures,
            count(*) FILTER (result = 'timeout') AS timeouts,
            sum(latency_ms) AS latency_total,
            count(*) FILTER (latency_ms <= 500) AS satisfied,
            count(*) FILTER (latency_ms > 500 AND latency_ms <= 2000) AS tolerating,
            quantile_cont(ms, 0.5) AS p50, quantile_cont(ms, 0.9) AS p90,
            quantile_cont(ms, 0.95) AS p95, quantile_cont(ms, 0.99) AS p99
        FROM t GROUP BY ALL),
    m AS (SELECT CAST("at" AS DATE) AS day, system, date_trunc('minute', "at") AS minute, count(*) AS made
        FROM t GROUP BY ALL),
    k AS (SELECT day, system, max(made) AS peak_minute FROM m GROUP BY ALL)
    SELECT * FROM d JOIN k USING (day, system) ORDER BY day, system
) TO '{sys.argv[1]}/by_hand_day.parquet' (FORMAT parquet, COMPRESSION zstd)''')
connection.execute(f'''COPY (
    SELECT system, count(*) AS transactions,
        quantile_cont(ms, 0.5) AS p50, quantile_cont(ms, 0.9) AS p90,
        quantile_cont(ms, 0.95) AS p95, quantile_cont(ms, 0.99) AS p99
    FROM t GROUP BY ALL ORDER BY system
) TO '{sys.argv[1]}/by_hand_month.parquet' (FORMAT parquet, COMPRESSION zstd)''')
"""


def measure(build: Path, rows: int, rounds: int) -> list[Line]:
    """Measure at so many rows; the table is landed once."""
    root = build / f"models-{rows}"
    if not (root / "lushan.toml").exists():
        write_transactions(root, rows)
    ours, hand = paired(lambda: python(OURS, str(root)), lambda: python(BY_HAND, str(root)), rounds)
    what = f"models of operations over {rows:,} transactions"
    return [Line(what, "SQL by hand in DuckDB", ours.seconds, hand.seconds, ours.seconds / hand.seconds, 1.3)]
