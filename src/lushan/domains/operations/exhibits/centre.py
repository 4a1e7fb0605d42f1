"""The recovery centre: how ready it is, what is left to do, and the defects of its construction."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.period import Period
from lushan.words import Text

AREAS = (
    ("construction", Text("施工收尾", "Construction")),
    ("acceptance", Text("竣工验收", "Acceptance")),
    ("operation", Text("数据中心运维", "Operation")),
    ("launch", Text("启用", "Launch")),
)
STATES = (
    ("done", Text("已完成", "done")),
    ("doing", Text("进行中", "under way")),
    ("planned", Text("未开始", "planned")),
)
AREA = Field("area", Text("板块", "Area"), "text", words=AREAS)


@exhibit(
    "operations.centre_readiness",
    kind="bar",
    name=("灾备中心启用事项", "Readiness of the recovery centre"),
    zh="{{ operations.dr_items }} 项启用事项完成 {{ operations.dr_items_done_rate }}"
    "{% if operations.dr_items_overdue > 0 %}，{{ operations.dr_items_overdue }} 项逾期{% else %}，没有逾期{% endif %}",
    en="{{ operations.dr_items_done_rate }} of {{ operations.dr_items }} items are done"
    "{% if operations.dr_items_overdue > 0 %}, {{ operations.dr_items_overdue }} overdue"
    "{% else %}, none is overdue{% endif %}",
    label=AREA,
    fields=(
        Field("done", Text("已完成", "Done"), hue="green"),
        Field("doing", Text("进行中", "Under way"), hue="blue"),
        Field("planned", Text("未开始", "Planned"), hue="grey"),
    ),
    axis=("启用事项（项）", "Readiness items"),
    reads="operations.centre_item",
)
def centre_readiness(items: ir.Table) -> ir.Table:
    """The readiness items of each area by their state, in the order of the work."""
    areas = items.group_by("area").aggregate(**{state: items.count(where=items.state == state) for state, _ in STATES})
    rank = ibis.cases(*((areas.area == code, place) for place, (code, _) in enumerate(AREAS)), else_=9)
    return areas.mutate(rank=rank).order_by("rank", "area").drop("rank")


@exhibit(
    "operations.centre_open_items",
    kind="table",
    name=("待完成启用事项", "Readiness items to be done"),
    zh="{% if operations.dr_items_overdue > 0 %}{{ operations.dr_items_overdue }} 项启用事项已过计划完成日"
    "{% else %}待完成的启用事项均在计划之内{% endif %}",
    en="{% if operations.dr_items_overdue > 0 %}Items past their day: {{ operations.dr_items_overdue }}"
    "{% else %}What is left is within its plan{% endif %}",
    label=Field("title", Text("事项", "Item"), "text"),
    fields=(
        AREA,
        Field("state", Text("状态", "State"), "text", words=STATES),
        Field("due_on", Text("计划完成日", "Due on"), "date"),
    ),
    reads="operations.centre_item",
    attention="overdue",
    note=("逾期的标出", "What is overdue is marked"),
)
def centre_open_items(items: ir.Table, period: Period) -> ir.Table:
    """What the recovery centre still needs, the first due first."""
    rows = items.filter(items.state != "done")
    rows = rows.mutate(overdue=(rows.due_on <= period.last).fill_null(False))
    return rows.order_by(_.due_on.asc(nulls_first=False), "item_id")


@exhibit(
    "operations.centre_defects",
    kind="bar",
    name=("施工遗留问题", "Defects of the construction"),
    zh="累计消除施工遗留问题 {{ operations.dr_defects_cleared }} 项"
    "{% if operations.dr_defects_open > 0 %}，尚余 {{ operations.dr_defects_open }} 项{% else %}，全部清零{% endif %}",
    en="{{ operations.dr_defects_cleared }} defects are cleared"
    "{% if operations.dr_defects_open > 0 %}, {{ operations.dr_defects_open }} remain"
    "{% else %}, none remains{% endif %}",
    label=Field("trade", Text("专业", "Trade"), "text"),
    fields=(
        Field("cleared", Text("已消除", "Cleared"), hue="green"),
        Field("open", Text("待消除", "Open"), hue="ochre"),
    ),
    axis=("遗留问题（项）", "Defects"),
    reads="operations.centre_defect",
)
def centre_defects(defects: ir.Table, period: Period) -> ir.Table:
    """The defects found so far in each trade, cleared and open."""
    found = defects.filter(defects.found_on <= period.last)
    cleared = (found.cleared_on <= period.last).fill_null(False)
    trades = found.group_by("trade").aggregate(
        all=found.count(), cleared=found.count(where=cleared), open=found.count(where=~cleared)
    )
    return trades.order_by(_.all.desc(), "trade")
