"""A month of transactions in a workspace of its own: the fact that the models of operations are measured on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lushan.domains import catalogue
from lushan.runs.session import Session
from lushan.warehouse.landing import land
from lushan.workspace import Workspace

BRANCHES = [f"{number:04}" for number in range(1000, 1100)]
RESULTS = ["success", "business_failure", "technical_failure", "timeout"]


def write_transactions(root: Path, rows: int, seed: int = 7) -> None:
    """Make a workspace whose April 2023 has so many transactions; the same seed gives the same rows."""
    chance = np.random.default_rng(seed)
    session = Session(Workspace.create(root), catalogue())
    organisations, transactions = session.workspace.sources / "org.csv", session.workspace.sources / "txn.parquet"
    organisations.write_text(
        "org_id,name,kind,parent_id,city\n" + "".join(f"{b},支行{b},branch,,九江\n" for b in BRANCHES), encoding="utf-8"
    )
    start = np.datetime64("2023-03-31T16:00:00", "us")
    at = np.sort(start + chance.integers(0, 30 * 86_400_000_000, rows).astype("timedelta64[us]"))

    def pick(values: list[str], shares: list[float] | None = None) -> pa.Array:
        return pc.take(pa.array(values), pa.array(chance.choice(len(values), rows, p=shares)))

    latency = np.round(np.exp(chance.normal(4.4, 0.8, rows)), 2)
    table = pa.table(
        {
            "txn_id": pc.binary_join_element_wise(
                "T", pc.utf8_lpad(pa.array(np.arange(rows)).cast(pa.string()), 12, "0"), ""
            ),
            "at": pa.array(at).cast(pa.timestamp("us", tz="UTC")),
            "system": pick(["core", "credit", "mobile"], [0.6, 0.1, 0.3]),
            "channel": pick(["counter", "mobile", "ebank", "atm", "third_party", "internal"]),
            "code": pick([f"TA{number:04}" for number in range(100)]),
            "org_id": pick(BRANCHES),
            "latency_ms": pa.array(latency),
            "result": pick(RESULTS, [0.985, 0.01, 0.003, 0.002]),
        }
    )
    pq.write_table(table, transactions)
    for source, name in ((organisations, "bank.organisation"), (transactions, "operations.transaction")):
        landed = land(session.warehouse, session.contract(name), str(source), memory="2GB")
        assert not landed.quarantined, landed
    transactions.unlink()
