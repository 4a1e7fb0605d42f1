"""Landing a CSV under a contract of 20 rules, beside DuckDB's own bare copy of it to Parquet."""

from __future__ import annotations

from pathlib import Path

from bench.facts import write_organisations, write_payments
from bench.measure import paired, python
from bench.report import Line

CONTRACTS = Path(__file__).parent / "contracts"

OURS = """
import shutil, sys
from pathlib import Path
from lushan.contracts.read import read_contract
from lushan.warehouse import Warehouse
from lushan.warehouse.landing import land
folder, contracts, memory = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
shutil.rmtree(folder / "warehouse", ignore_errors=True)
warehouse = Warehouse(folder / "warehouse")
land(warehouse, read_contract(contracts / "branch.yaml"), str(folder / "branches.csv"))
landed = land(warehouse, read_contract(contracts / "payment.yaml"), str(folder / "payments.csv"), memory=memory)
assert landed.rows and landed.quarantined, landed
"""

PEER = """
import sys
import duckdb
connection = duckdb.connect(config={"memory_limit": sys.argv[2]})
file = f"read_csv('{sys.argv[1]}/payments.csv', types = {{'at': 'VARCHAR'}})"  # a day that is none would stop it
connection.execute(f"COPY (SELECT * FROM {file}) TO '{sys.argv[1]}/bare.parquet'")
"""


def measure(build: Path, rows: int, rounds: int) -> list[Line]:
    """Measure at so many rows; the file is made once."""
    folder = build / f"landing-{rows}"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "payments.csv").exists():
        write_organisations(folder / "branches.csv")
        write_payments(folder / "payments.csv", rows)
    ours, bare = paired(
        lambda: python(OURS, str(folder), str(CONTRACTS), "1GB"),
        lambda: python(PEER, str(folder), "1GB"),
        rounds,
    )
    size = (folder / "payments.csv").stat().st_size / 1e6
    what = f"landing {rows:,} rows, {size:,.0f} MB of CSV, 20 rules"
    return [
        Line(what, "DuckDB's bare copy", ours.seconds, bare.seconds, ours.seconds / bare.seconds, 1.5),
        Line("  its memory at most, MB", "", ours.megabytes, bare.megabytes, ours.megabytes, 2048),
    ]
