"""The metrics: what each figure means, who answers for it, and how it went."""

from __future__ import annotations

from decimal import Decimal
from difflib import get_close_matches

import pyarrow as pa
from fastapi import APIRouter, Response
from markupsafe import Markup

from lushan.domains import domains
from lushan.exhibits.draw import draw
from lushan.exhibits.exhibit import Exhibit, Field
from lushan.runs.metric import Metric
from lushan.runs.period import Period
from lushan.words import Text
from lushan.workbench.drawing import draw_lineage
from lushan.workbench.figure import cut_title, history, periods_held
from lushan.workbench.graph import metric_graph
from lushan.workbench.page import Asked, Missing, Page

router = APIRouter()
#: Of the chart on a wide screen, and on a phone.
WIDTHS = (640, 340)
DIRECTIONS = {
    "up": Text("越高越好", "higher is better"),
    "down": Text("越低越好", "lower is better"),
    "none": Text("无好坏之分", "neither way is better"),
}
UNITS = {
    "count": Text("计数", "count"),
    "ratio": Text("比值", "ratio"),
    "percent": Text("百分比", "percent"),
    "minutes": Text("分钟", "minutes"),
    "hours": Text("小时", "hours"),
    "days": Text("天", "days"),
    "person_days": Text("人天", "person-days"),
    "milliseconds": Text("毫秒", "milliseconds"),
    "gigabytes": Text("GB", "gigabytes"),
    "time": Text("时刻", "time of day"),
    "date": Text("日期", "date"),
    "text": Text("文字", "text"),
}


@router.get("/metrics")
def metrics(page: Asked, q: str = "", domain: str = "", reads: str = "") -> Response:
    """All metrics, by domain; those that read a table first, when one is named."""
    known = page.session.catalogue.metrics.values()
    wanted = [
        metric
        for metric in known
        if _holds(metric, q)
        and metric.id.split(".")[0] == (domain or metric.id.split(".")[0])
        and (not reads or metric.reads[0].table == reads)
    ]
    parts = {part: [metric for metric in wanted if metric.id.split(".")[0] == part.name] for part in domains()}
    return page.render(
        "metrics.html",
        parts={part: listed for part, listed in parts.items() if listed},
        domains=[part for part in domains() if part.metrics],
        contracts=page.session.catalogue.contracts,
        q=q,
        domain=domain,
        reads=reads,
        shown=len(wanted),
        total=len(known),
        units=UNITS,
    )


@router.get("/metrics/{name}")
def metric(page: Asked, name: str) -> Response:
    """One metric."""
    session, known = page.session, page.session.catalogue.metrics
    if name not in known:
        raise Missing(
            Text(f"没有名为 {name} 的指标", f"No metric is called {name}"),
            Text("请从指标目录中选取", "Choose one from the catalogue of metrics"),
            [
                (f"{page.say(known[near].title)} {near}", f"/metrics/{near}")
                for near in get_close_matches(name, known, 5)
            ],
        )
    found = known[name]
    past = history(session, found)
    return page.render(
        "metric.html",
        metric=found,
        contracts=session.catalogue.contracts,
        settings=session.workspace.settings(found.set_as),
        direction=DIRECTIONS[found.better],
        unit=UNITS[found.unit],
        history=past,
        charts=[_chart(page, found, past, width) for width in WIDTHS] if len(past) > 1 else [],
        drawing=draw_lineage(metric_graph(session.catalogue, found), page, focus=name),
        periods=periods_held(session),
        cut_title=lambda cut: cut_title(session, found, cut, page.language),
    )


def _chart(page: Page, metric: Metric, past: list[tuple[Period, Decimal]], width: int) -> Markup:
    """The months that are held as a line."""
    rows = pa.table({"month": [str(period) for period, _ in past], "value": [value for _, value in past]})
    line = Exhibit(
        id=metric.id,
        name=metric.title,
        title=metric.title,
        kind="line",
        label=Field("month", Text("月份", "Month"), "month"),
        fields=(Field("value", metric.title, metric.unit, metric.decimals),),
        reads=metric.reads,
        rows=metric.rows,
    )
    return Markup(draw(line, rows, page.language, width))


def _holds(metric: Metric, wanted: str) -> bool:
    text = " ".join((metric.id, metric.title.zh, metric.title.en, metric.formula.zh, metric.formula.en, metric.owner))
    return all(word in text.lower() for word in wanted.lower().split())
