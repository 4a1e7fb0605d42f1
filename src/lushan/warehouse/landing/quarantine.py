"""Quarantine: the rows that broke a contract, kept with the rule, the column, the value and the whole row."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lushan.contracts import Column, Contract
from lushan.warehouse.commit import Draft
from lushan.warehouse.warehouse import Warehouse
from lushan.words import Text

COLUMNS = (
    Column("row", "integer", Text("源文件行号", "Row of the source"), required=True),
    Column("rule", "string", Text("规则", "Rule"), required=True),
    Column("column", "string", Text("列", "Column")),
    Column("value", "string", Text("值", "Value"), sensitivity="confidential"),
    Column("source", "string", Text("源数据行", "Row as it came"), sensitivity="confidential"),
)


def quarantine_contract(table: str) -> Contract:
    """What the quarantine of a table looks like; its parts are the sources that were landed.

    >>> quarantine_contract("delivery.ticket").id
    'quarantine.delivery__ticket'
    """
    return Contract(
        id=f"quarantine.{table.replace('.', '__')}",
        version="1",
        title=Text("隔离区", "Quarantine"),
        about=Text("不符合契约的行", "Rows that break their contract"),
        owner="lushan",
        columns=COLUMNS,
        period="period",
    )


def rows_schema() -> pa.Schema:
    """The columns of a quarantined row."""
    return pa.schema([field for field in quarantine_contract("a.b").arrow() if field.name != "period"])


def publish_quarantine(
    warehouse: Warehouse, table: str, source: str, rows: pa.Table, identity: str, folder: Path
) -> None:
    """Replace what a source left in quarantine by what it leaves now; nothing, if it leaves nothing."""
    contract, part = quarantine_contract(table), re.sub(r"[^\w.-]+", "_", source)
    held = warehouse.snapshot(contract.id).periods if warehouse.exists(contract.id) else ()
    if not rows.num_rows and part not in held:
        return
    file = folder / "quarantine.parquet"
    pq.write_table(rows, file, compression="zstd")
    warehouse.publish(contract, [Draft(part, identity, (file,))], {"kind": "quarantine", "source": source})


def tally(rows: pa.Table) -> dict[str, int]:
    """How many rows broke each rule of each column."""
    pairs = zip(rows["column"].to_pylist(), rows["rule"].to_pylist(), strict=True)
    return dict(sorted(Counter(".".join(filter(None, pair)) for pair in pairs).items()))
