"""The quarantine of a table: which rules were broken how often, and what in which row of which file."""

from __future__ import annotations

import pyarrow as pa
from fastapi import APIRouter, Response

from lushan.contracts import Contract
from lushan.warehouse.landing.quarantine import quarantine_contract, shown
from lushan.words import Text
from lushan.workbench.held import all_quarantined
from lushan.workbench.page import Asked
from lushan.workbench.pages.contracts import named
from lushan.workbench.rows import sheet

router = APIRouter()

#: What landing says of a row; a rule of the row itself is said as its contract says it.
REASONS = {
    "required": Text("必填而为空", "missing"),
    "type": Text("不是该类型的值", "not of its type"),
    "places": Text("小数位过多", "too many decimals"),
    "code": Text("来源代码不在对照表中", "a code that the mapping does not know"),
    "codes": Text("不在取值范围内", "not one of the codes"),
    "range": Text("超出范围", "out of range"),
    "length": Text("长度不符", "too long or too short"),
    "bytes": Text("字节数不符", "too many or too few bytes"),
    "pattern": Text("格式不符", "not of its pattern"),
    "unique": Text("重复", "not unique"),
    "key": Text("主键重复", "a key that stands twice"),
    "reference": Text("引用的记录不存在", "refers to what is not there"),
}


@router.get("/quarantine")
def quarantine(page: Asked) -> Response:
    """The tables that have rows in quarantine."""
    contracts = page.session.catalogue.contracts
    counts = all_quarantined(page.session)
    return page.render("quarantines.html", counts=counts, contracts=contracts)


@router.get("/quarantine/{table}")
def quarantine_of(page: Asked, table: str, rule: str = "", column: str = "", rows: int = 1) -> Response:
    """The rows of one table in quarantine, of one rule if it is named."""
    contract, session = named(page, table), page.session
    shape = quarantine_contract(table)
    held = session.compute.table(shape, session.snapshot(shape.id))
    counted = held.group_by("column", "rule").aggregate(rows=held.count())
    tally = session.compute.fetch(counted.order_by(counted.rows.desc(), "column", "rule")).to_pylist()
    if rule:
        held = held.filter((held.rule == rule) & (held.column.fill_null("") == column))
    told = held.select(file=held.period, row=held.row, column=held.column, rule=held.rule, value=held.value)
    return page.render(
        "quarantine.html",
        contract=contract,
        tally=tally,
        rule=rule,
        column=column,
        why=lambda rule: _why(contract, rule),
        titles={c.name: c.title for c in contract.columns},
        sheet=sheet(session, told, [shape], rows, page.language, lambda found, _: _covered(contract, found)),
    )


def _covered(contract: Contract, told: pa.Table) -> pa.Table:
    """What is told of rows, each value masked where the contract hides its column."""
    pairs = zip(told["column"].to_pylist(), told["value"].to_pylist(), strict=True)
    values = pa.array([shown(contract, column or "", value) for column, value in pairs], pa.string())
    return told.set_column(told.schema.get_field_index("value"), "value", values)


def _why(contract: Contract, rule: str) -> Text:
    """A rule that was broken, in words."""
    own = next((r.title for r in contract.rules if r.id == rule), Text("", ""))
    return REASONS.get(rule) or (own if own.zh else Text(rule, rule))
