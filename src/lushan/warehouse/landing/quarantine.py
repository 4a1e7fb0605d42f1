"""Quarantine: the rows that broke a contract, kept with the rule, the column, the value and the whole row."""

from __future__ import annotations

import re
from pathlib import Path

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
