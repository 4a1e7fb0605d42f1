"""The facts that are measured: payments as a core system hands them over, in a CSV file, seeded and a little dirty."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as csv

BLOCK = 1_000_000
BEGIN, DAYS = np.datetime64("2023-02-01", "s"), 89  # February to April: three periods
ORGANISATIONS = [f"{number:06}" for number in range(100_000, 100_400)]
SYSTEMS = ["core", "credit", "mobile"]
CHANNELS = ["counter", "mobile", "ebank", "atm", "third_party", "internal"]
CODES = [f"{left}{right}{number:04}" for left in "TPQ" for right in "AB" for number in range(1000, 1020)]
CURRENCIES = ["CNY", "USD", "EUR", "HKD"]
RESULTS = ["success", "business_failure", "technical_failure", "timeout"]
SUMMARIES = ["工资", "货款", "跨行转账", "消费支付", "利息入账", "代扣水电费", "贷款归还", "手续费", "理财赎回", ""]
DIRTY = 20_000  # one row in so many breaks a rule


def write_payments(path: Path, rows: int, seed: int = 7) -> None:
    """Write payments in the order of time; the same rows and seed give the same bytes."""
    with path.open("wb") as file:
        for number, table in enumerate(_blocks(rows, np.random.default_rng(seed))):
            csv.write_csv(table, file, csv.WriteOptions(include_header=number == 0, quoting_style="none"))


def write_organisations(path: Path) -> None:
    """Write the branches that payments refer to."""
    names = [f"第{number}支行" for number in range(1, len(ORGANISATIONS) + 1)]
    csv.write_csv(pa.table({"org_id": ORGANISATIONS, "name": names}), path)


def _blocks(rows: int, chance: np.random.Generator) -> Iterator[pa.Table]:
    for start in range(0, rows, BLOCK):
        count = min(BLOCK, rows - start)

        def pick(values: list[str], shares: list[float] | None = None, count: int = count) -> pa.Array:
            chosen = chance.choice(len(values), count, p=shares)
            return pc.take(pa.array(values), pa.array(chosen))

        number = np.arange(start, start + count)
        at = BEGIN + (number * (DAYS * 86_400) // rows).astype("timedelta64[s]")
        ids = pc.binary_join_element_wise("T", pc.utf8_lpad(pa.array(number).cast(pa.string()), 15, "0"), "")
        amount = np.round(np.exp(chance.normal(6.5, 2.0, count)), 2)
        latency = np.round(np.exp(chance.normal(4.6, 0.7, count)), 2)
        yield _soiled(
            pa.table(
                {
                    "txn_id": ids,
                    "at": pa.array(at).cast(pa.string()),
                    "system": pick(SYSTEMS, [0.6, 0.1, 0.3]),
                    "channel": pick(CHANNELS),
                    "code": pick(CODES),
                    "org_id": pick(ORGANISATIONS),
                    "account": pa.array(chance.integers(6_200_000_000_000_000, 6_300_000_000_000_000, count)),
                    "currency": pick(CURRENCIES, [0.96, 0.02, 0.01, 0.01]),
                    "amount": pa.array(amount),
                    "latency_ms": pa.array(latency),
                    "result": pick(RESULTS, [0.985, 0.01, 0.003, 0.002]),
                    "summary": pick(SUMMARIES),
                }
            ),
            chance,
        )


def _soiled(table: pa.Table, chance: np.random.Generator) -> pa.Table:
    """The block with an unknown code, an unknown branch, an id that stands twice and the like in a few rows."""
    spoilt = {"system": "teller", "org_id": "999999", "code": "t1000", "latency_ms": "-1.0", "at": "20230231"}
    for name, value in spoilt.items():
        hit = pa.array(chance.random(table.num_rows) < 1 / DIRTY / (len(spoilt) + 1))
        text = pc.if_else(hit, value, table[name].cast(pa.string()))
        table = table.set_column(table.schema.get_field_index(name), name, text)
    twice = pa.array(chance.random(table.num_rows) < 1 / DIRTY / (len(spoilt) + 1))
    ids = pc.if_else(twice, table["txn_id"][0], table["txn_id"])
    return table.set_column(0, "txn_id", ids)
