"""A market of three models and a few metrics, small enough to know by heart, for the tests of runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import ibis
from ibis.expr import types as ir

from lushan.runs.catalogue import Catalogue
from lushan.runs.metric import Metric, change, metric, of_period
from lushan.runs.model import Model, Read, model
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.warehouse import Snapshot
from lushan.workspace import Workspace
from tables import Row, contract, put

SALE = contract("market.sale", "id:integer!", "on:date", "stall:string", "amount:decimal(9,2)", period="on")
STALL = contract("market.stall", "stall:string!", "kind:string")
DAY = contract("market.day", "on:date!", "amount:decimal(18,2)", "sales:integer", "period:string", period="period")
GROWTH = contract("market.growth", "days:integer!", "more:decimal(18,2)", "period:string", period="period")
REGULAR = contract("market.regular", "stall:string!", "kind:string", "sales:integer")


@model("market.day", reads="market.sale")
def day(sales: ir.Table, *, least: int = 0) -> ir.Table:
    """What was sold on each day, sales of next to nothing left out."""
    counted = sales.filter(sales.amount >= least)
    return counted.group_by("on").aggregate(amount=counted.amount.sum(), sales=counted.count())


@model("market.growth", reads=Read("market.day", back=1))
def growth(days: ir.Table, period: Period) -> ir.Table:
    """How much more was sold than in the month before, and on how many days."""
    now = days.period == str(period)
    return days.aggregate(
        days=days.count(where=now),
        more=days.amount.sum(where=now).fill_null(0) - days.amount.sum(where=~now).fill_null(0),
    )


@model("market.regular", reads=("market.stall", Read("market.sale", back=None)))
def regular(stalls: ir.Table, sales: ir.Table) -> ir.Table:
    """The stalls that ever sold anything, and how often."""
    counted = sales.group_by("stall").aggregate(sales=sales.count())
    return stalls.inner_join(counted, "stall")


count = {"unit": "count", "owner": "市场部", "formula": ("件数", "number")}


@metric("market.sales", zh="笔数", en="Sales", reads="market.sale", by=("stall",), empty=0, **count)
def sales(rows: ir.Table) -> ir.Scalar:
    """How many sales there were."""
    return rows.count()


def best(days: ir.Table, period: Period) -> ir.Table:
    """The days of a period on which most was sold."""
    rows = of_period(days, period)
    return rows.filter(rows.amount == rows.amount.max())


@metric("market.best_day", zh="最旺日", en="Best day", reads="market.day", rows=best, **{**count, "unit": "date"})
def best_day(rows: ir.Table) -> ir.Scalar:
    """The day on which most was sold."""
    return rows.on.min()


@metric("market.regulars", zh="常驻摊位", en="Regular stalls", reads="market.regular", rows=lambda stalls: stalls,
        by=("kind",), **count)  # fmt: skip
def regulars(rows: ir.Table, *, often: int = 1) -> ir.Scalar:
    """Stalls that sold at least so often."""
    return rows.count(where=rows.sales >= often)


sales_change = change(sales, zh="笔数较上月", en="Sales, change")
DEFINITIONS: tuple[Model | Metric, ...] = (day, growth, regular, sales, best_day, regulars, sales_change)


def catalogue(*changed: Model | Metric, without: Iterable[str] = ()) -> Catalogue:
    """The market's definitions, some of them exchanged, added or left out."""
    found = {d.id: d for d in (*DEFINITIONS, *changed) if d.id not in set(without)}
    return Catalogue.of(
        (SALE, STALL, DAY, GROWTH, REGULAR),
        (d for d in found.values() if isinstance(d, Model)),
        (d for d in found.values() if isinstance(d, Metric)),
    )


def opened(root: Path, *changed: Model | Metric, **parameters: dict[str, Any]) -> Session:
    """The market's workspace, with parameters of ``market.<name>`` set."""
    workspace = Workspace.open(root) if (root / "lushan.toml").exists() else Workspace.create(root)
    set_to = {f"market.{name}": values for name, values in parameters.items()}
    return Session(replace(workspace, parameters=set_to), catalogue(*changed))


def exchanged(old: Model, function: Callable[..., ir.Table]) -> Model:
    """A model with another function."""
    return replace(old, function=function)


def sell(session: Session, *sold: tuple[str, str, str]) -> Snapshot:
    """Land sales, each a day, a stall and an amount; the months that they are in are replaced."""
    return put(session.warehouse, SALE, [sale(number, *each) for number, each in enumerate(sold)])


def sale(number: int, on: str, stall: str, amount: str) -> Row:
    """A sale."""
    return {"id": number, "on": date.fromisoformat(on), "stall": stall, "amount": Decimal(amount)}


def open_stalls(session: Session, **kinds: str) -> Snapshot:
    """Land the stalls and their kinds."""
    return put(session.warehouse, STALL, [{"stall": stall, "kind": kind} for stall, kind in kinds.items()])


def fail(*_tables: ir.Table) -> ir.Table:
    """A model that cannot be built."""
    raise ibis.common.exceptions.IbisTypeError("no such column: 金额")
