"""Tables for tests: rows published without landing, read back plainly, and made at random for any contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from lushan.contracts import Column, Contract
from lushan.runs.compute import view_sql
from lushan.runs.identity import fingerprint
from lushan.warehouse import Draft, Snapshot, Warehouse
from lushan.words import Text

Row = dict[str, Any]
WORDS = ("企金", "零售", "资金", "风控", "数字", "科技")
SAID = Text("", "")


def contract(id: str, *columns: str, period: str = "") -> Contract:
    """A contract of ``name:type`` columns; those of the key end in ``!``."""
    made = []
    for column in columns:
        name, type = column.removesuffix("!").split(":")
        key = column.endswith("!")
        made.append(Column(name, type, SAID, required=key, key=key))
    return Contract(id, "1", SAID, SAID, "", tuple(made), period=period)


def publish(
    warehouse: Warehouse, contract: Contract, parts: Mapping[str | None, Sequence[Row]], identity: str = ""
) -> Snapshot:
    """Publish rows as the parts of a table; the identity is that of the rows unless one is given."""
    schema = pa.schema([field for field in contract.arrow() if field.name != "period"])
    with warehouse.staging() as folder:
        drafts = []
        for number, (period, rows) in enumerate(parts.items()):
            file = folder / f"{number}.parquet"
            pq.write_table(pa.Table.from_pylist(list(rows), schema=schema), file)
            drafts.append(Draft(period, identity or fingerprint(rows=repr(rows)), (file,)))
        return warehouse.publish(contract, drafts, {"kind": "test"})


def put(warehouse: Warehouse, contract: Contract, rows: Sequence[Row]) -> Snapshot:
    """Publish rows, each in the part of its own month."""
    parts: dict[str | None, list[Row]] = {}
    for row in rows:
        parts.setdefault(month_of(row[contract.period]) if contract.period else None, []).append(row)
    return publish(warehouse, contract, parts if parts or contract.period else {None: []})


def month_of(moment: date | datetime | str) -> str:
    """The month of a day or an instant, on the wall clock of Shanghai."""
    if isinstance(moment, datetime):
        moment = moment + timedelta(hours=8)
    return str(moment)[:7]


def read(contract: Contract, snapshot: Snapshot) -> list[Row]:
    """The rows of a version, in the order of all their columns."""
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        query = f"SELECT * FROM ({view_sql(contract, snapshot)}) ORDER BY ALL"
        return connection.execute(query).to_arrow_table().to_pylist()


def random_rows(contract: Contract, random: Random, count: int, others: Mapping[str, Iterable[Row]]) -> list[Row]:
    """Rows that keep a contract's types, keys, codes and references, with whatever values else.

    Args:
        others: the rows of the tables that the contract refers to, by table.
    """
    rules = {(rule.column, rule.kind): rule for rule in contract.rules}

    def value(column: Column) -> Any:
        if not column.required and not column.key and random.random() < 0.3:
            return None
        if (rule := rules.get((column.name, "reference"))) is not None:
            table, _, target = rule.refers_to.rpartition(".")
            return random.choice([row[target] for row in others[table]])
        if (rule := rules.get((column.name, "in_set"))) is not None:
            return random.choice(rule.values)
        return _value(column, random)

    rows: dict[tuple[Any, ...], Row] = {}
    for _ in range(count):
        row = {column.name: value(column) for column in contract.columns if column.name != "period"}
        if contract.period == "period":
            row["period"] = random.choice(("2023-03", "2023-04"))
        rows.setdefault(tuple(row[name] for name in contract.key), row)
    return list(rows.values())


def _value(column: Column, random: Random) -> Any:
    match column.type:
        case "string":
            return random.choice(WORDS) + (str(random.randrange(99)) if column.key else "")
        case "integer":
            return random.randrange(1, 12)
        case "boolean":
            return random.random() < 0.5
        case "date":
            return date(2023, 1, 20) + timedelta(days=random.randrange(110))
        case "timestamp":
            return datetime(2023, 1, 20, tzinfo=UTC) + timedelta(seconds=random.randrange(110 * 86_400))
        case "number":
            return random.randrange(10_000) / 8
        case _:
            return Decimal(random.randrange(150)) / (1 if column.type.endswith(",0)") else 100)
