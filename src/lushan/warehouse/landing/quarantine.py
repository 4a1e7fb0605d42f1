"""Quarantine: the rows that broke a contract, kept with the rule, the column, the value and the whole row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from lushan.contracts import Column, Contract
from lushan.contracts.contract import MASK
from lushan.warehouse.commit import Draft
from lushan.warehouse.warehouse import Warehouse
from lushan.words import Text

COLUMNS = (
    Column("row", "integer", Text("源数据第几行（不计表头）", "Row of the source, header not counted"), required=True),
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


def publish_quarantine(warehouse: Warehouse, table: str, source: str, identity: str, file: Path, told: int) -> None:
    """Replace what a source left in quarantine by what it leaves now; nothing, if it leaves nothing.

    Args:
        file: what is told of the broken rows.
        told: how many things that is.
    """
    contract, part = quarantine_contract(table), re.sub(r"[^\w.-]+", "_", source)
    held = warehouse.snapshot(contract.id).periods if warehouse.exists(contract.id) else ()
    if told or part in held:
        warehouse.publish(contract, [Draft(part, identity, (file,))], {"kind": "quarantine", "source": source})


def shown(contract: Contract, column: str, value: str | None) -> str | None:
    """A value in quarantine as it may be shown: masked where its column, or one of its columns, is.

    >>> from lushan.words import Text
    >>> name = Column("name", "string", Text("姓名", "Name"), sensitivity="restricted")
    >>> people = Contract("d.p", "1", name.title, name.title, "", (name,))
    >>> shown(people, "name", "张三"), shown(people, "name", None), shown(people, "", None)
    ('●●●', None, None)
    """
    hidden = any(contract.column(name).hidden for name in column.split(", ") if name)
    return MASK if hidden and value is not None else value


def quarantined(warehouse: Warehouse, contract: Contract) -> Iterator[dict[str, Any]]:
    """What is told of the rows of a table that are in quarantine: file, row, rule, column, and value as it is shown."""
    held = quarantine_contract(contract.id).id
    for part in warehouse.snapshot(held).parts if warehouse.exists(held) else ():
        for batch in (batch for file in part.files for batch in pq.ParquetFile(file).iter_batches()):
            for told in batch.to_pylist():
                value = shown(contract, told["column"], told["value"])
                yield {"file": part.period, **{name: told[name] for name in ("row", "rule", "column")}, "value": value}
