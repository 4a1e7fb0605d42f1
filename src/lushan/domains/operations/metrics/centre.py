"""The recovery centre: what its building left to mend, and how near it is to use."""

from __future__ import annotations

from functools import partial

from ibis.expr import types as ir

from lushan.runs.metric import metric
from lushan.runs.period import Period

centre = partial(metric, owner="运维中心")
defect = partial(centre, reads="operations.centre_defect", unit="count", empty=0, by=("trade",))
item = partial(centre, reads="operations.centre_item", rows=lambda items: items)


@defect(
    "operations.dr_defects_cleared",
    zh="累计消除遗留问题",
    en="Defects cleared",
    formula=("截至本期末已消除的施工遗留问题数", "defects cleared up to the end of the period"),
    rows=lambda defects, period: defects.filter(defects.cleared_on <= period.last),
    better="up",
)
def dr_defects_cleared(rows: ir.Table) -> ir.Scalar:
    """Defects of the recovery centre that have been cleared."""
    return rows.count()


@defect(
    "operations.dr_defects_open",
    zh="待消除遗留问题",
    en="Defects open",
    formula=("截至本期末发现而未消除的施工遗留问题数", "defects found and not cleared by the end of the period"),
    rows=lambda defects, period: defects.filter(
        (defects.found_on <= period.last) & (defects.cleared_on.isnull() | (defects.cleared_on > period.last))
    ),
    better="down",
)
def dr_defects_open(rows: ir.Table) -> ir.Scalar:
    """Defects of the recovery centre that remain."""
    return rows.count()


@item(
    "operations.dr_items",
    zh="启用事项",
    en="Readiness items",
    unit="count",
    empty=0,
    formula=("灾备中心验收、运维与启用事项数", "what the recovery centre needs before it is used"),
    by=("area", "state"),
)
def dr_items(rows: ir.Table) -> ir.Scalar:
    """What the recovery centre needs before it is used."""
    return rows.count()


@item(
    "operations.dr_items_done_rate",
    zh="启用事项完成率",
    en="Readiness items done",
    unit="percent",
    decimals=4,
    formula=("已完成事项 ÷ 全部事项", "items done ÷ all"),
    by=("area",),
    better="up",
)
def dr_items_done_rate(rows: ir.Table) -> ir.Scalar:
    """The share of what the recovery centre needs that is done."""
    return rows.count(where=rows.state == "done") / rows.count()


@item(
    "operations.dr_items_overdue",
    zh="逾期启用事项",
    en="Readiness items overdue",
    unit="count",
    formula=("计划完成日已过而未完成的事项数", "items not done whose day has passed"),
    better="down",
)
def dr_items_overdue(rows: ir.Table, period: Period) -> ir.Scalar:
    """What should be done by now and is not."""
    return rows.count(where=(rows.state != "done") & (rows.due_on <= period.last))
