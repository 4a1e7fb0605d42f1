"""How long customers wait, and how many leave before they are served."""

from __future__ import annotations

from functools import partial

from ibis.expr import types as ir

from lushan.runs.metric import metric

visit = partial(metric, reads="branch.visit", owner="运营管理部", by=("branch",), better="down")


@visit(
    "branch.wait_median",
    zh="客户等候中位数",
    en="Wait, median",
    unit="minutes",
    decimals=1,
    formula=("本期取号至叫号分钟数的中位数", "median minutes from taking a number to being called"),
)
def wait_median(rows: ir.Table) -> ir.Scalar:
    """Minutes that half of the customers waited at most."""
    return rows.wait_minutes.cast("float64").quantile(0.5)


@visit(
    "branch.left_rate",
    zh="离开率",
    en="Left unserved",
    unit="percent",
    decimals=4,
    formula=("取号后未办理即离开 ÷ 取号", "left before being served ÷ numbers taken"),
)
def left_rate(rows: ir.Table) -> ir.Scalar:
    """The share of customers that left before they were served."""
    return rows.count(where=~rows.served) / rows.count()
