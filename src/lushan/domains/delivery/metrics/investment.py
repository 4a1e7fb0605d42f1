"""Resource input: for whom the people of technology worked."""

from __future__ import annotations

from functools import partial

import ibis
from ibis.expr import types as ir

from lushan.runs.metric import metric, of_period
from lushan.runs.period import Period

person_days = partial(metric, reads="delivery.investment", owner="信息科技部")


@person_days(
    "delivery.investment_days",
    zh="科技投入人天",
    en="Person-days",
    unit="person_days",
    empty=0,
    formula=("本期报工人天合计", "person-days reported in the period"),
    by=("department", "line", "employer"),
)
def investment_days(rows: ir.Table) -> ir.Scalar:
    """Person-days of staff and on-site vendors."""
    return rows.days.sum()


def against_all(investment: ir.Table, period: Period) -> ir.Table:
    """A period's person-days, each row beside the total of all."""
    rows = of_period(investment, period)
    return rows.mutate(all_days=rows.days.sum().over(ibis.window()))


@person_days(
    "delivery.investment_share",
    zh="科技投入占比",
    en="Share of resource input",
    unit="percent",
    decimals=2,
    formula=("该部门或条线人天 ÷ 全部人天", "person-days for the department or line ÷ all"),
    rows=against_all,
    by=("department", "line"),
    whole=False,
)
def investment_share(rows: ir.Table) -> ir.Scalar:
    """The share of all person-days that went into a department's work."""
    return rows.days.sum().cast("float64") / rows.all_days.max().cast("float64")


@person_days(
    "delivery.investment_vendor_share",
    zh="驻场外包占比",
    en="On-site vendors, share",
    unit="percent",
    decimals=4,
    formula=("驻场外包人天 ÷ 全部人天", "person-days of on-site vendors ÷ all"),
    by=("department",),
)
def investment_vendor_share(rows: ir.Table) -> ir.Scalar:
    """The share of person-days that on-site vendors gave."""
    vendor = rows.days.sum(where=rows.employer == "vendor").fill_null(0)
    return vendor.cast("float64") / rows.days.sum().cast("float64")
