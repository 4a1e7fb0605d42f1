"""The process map: how the approvals of a month went, and the approvals behind each activity and path."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Response
from ibis import _
from ibis.expr import types as ir
from markupsafe import Markup

from lushan.domains.process.metrics.rows import finished_in
from lushan.engines.process.cases import cases as cases_of
from lushan.engines.process.graph import flow
from lushan.engines.process.log import event_log, follow
from lushan.engines.process.paths import Path
from lushan.engines.process.variants import variants
from lushan.exhibits.paths import draw_map, write_duration
from lushan.runs.metric import of_period
from lushan.runs.model import reads
from lushan.runs.period import Period
from lushan.words import Text
from lushan.workbench.figure import periods_held
from lushan.workbench.page import Asked, Missing, Page
from lushan.workbench.rows import sheet

router = APIRouter()
READS = reads(("process.task", "process.case"))
#: Of the map on a wide screen, and on a phone.
WIDTHS = (960, 360)
#: How many ways are listed.
WAYS = 10
#: What is told of each approval.
TOLD = ("instance_id", "process", "title", "department", "started_at", "ended_at", "state", "steps", "returns")

Show = Literal["count", "time"]


@dataclass(frozen=True)
class Month:
    """The approvals that ended in a month, of one process or of all."""

    page: Page
    period: Period
    process: str

    @cached_property
    def cases(self) -> ir.Table:
        """The approvals."""
        _tasks, cases = self.page.session.bound(READS, self.period)
        ended = finished_in(cases, self.period)
        return ended.filter(ended.process == self.process) if self.process else ended

    @cached_property
    def followed(self) -> ir.Table:
        """Their decisions, in order."""
        tasks, _cases = self.page.session.bound(READS, self.period)
        decided = of_period(tasks, self.period).filter(_.decided_at.notnull()).semi_join(self.cases, "instance_id")
        return follow(event_log(decided, case="instance_id", activity="node", at="decided_at", place="seq"))

    def link(self, shown: Path | str) -> str:
        """The address of the approvals behind a path or an activity."""
        behind = {"node": shown} if isinstance(shown, str) else {"source": shown.source, "target": shown.target}
        return self.page.url("/process/cases", period=self.period, process=self.process, **behind)

    def behind(self, node: str, source: str, target: str) -> ir.Table:
        """The approvals that came to an activity, or went a path; a path without an end begins or ends them."""
        rows = self.followed
        if node:
            rows = rows.filter(rows.activity == node)
        elif source and target:
            rows = rows.filter((rows.previous == source) & (rows.activity == target))
        else:
            taken = cases_of(rows)
            rows = taken.filter(taken["last"] == source if source else taken["first"] == target)
        return self.cases.semi_join(rows.select(instance_id="case_id").distinct(), "instance_id")


@router.get("/process")
def process(
    page: Asked,
    period: str = "",
    process: str = "",
    paths: Annotated[int, Query(ge=10, le=100)] = 85,
    show: Show = "count",
) -> Response:
    """The map of a month, and the ways that were taken most."""
    at = _period(page, period)
    if at is None or page.session.snapshot("process.task") is None:
        return page.render("process.html", period=None)
    month, session = Month(page, at, process), page.session
    every = Month(page, at, "").cases
    counted = every.group_by("process").aggregate(cases=every.count()).order_by(_.cases.desc(), "process")
    processes = session.compute.fetch(counted).to_pylist()
    if process and process not in {each["process"] for each in processes}:
        raise Missing(
            Text(f"本月没有办结的“{process}”", f"No “{process}” ended in this month"),
            Text("请另选流程或月份", "Choose another process, or another month"),
            [(page.t("全部流程", "All processes"), f"/process?period={at}")],
        )
    rows = session.compute.fetch(flow(month.followed, cases_of(month.followed)).order_by("source", "target"))
    maps: list[Markup] = []
    ways: list[dict[str, Any]] = []
    if rows.num_rows:
        maps = [Markup(draw_map(rows, page.language, show, paths / 100, width, month.link)) for width in WIDTHS]
        ways = session.compute.fetch(variants(month.followed)).to_pylist()
    return page.render(
        "process.html",
        period=at,
        periods=periods_held(session),
        processes=processes,
        process=process,
        paths=paths,
        show=show,
        maps=maps,
        ways=ways[:WAYS],
        all_ways=len(ways),
        lasting=lambda seconds: write_duration(seconds, page.language),
    )


@router.get("/process/cases")
def cases(
    page: Asked, period: str, process: str = "", node: str = "", source: str = "", target: str = "", rows: int = 1
) -> Response:
    """The approvals behind an activity or a path of the map."""
    if not (node or source or target):
        raise Missing(
            Text("没有说明是哪个环节或哪条路径", "No activity and no path is named"),
            Text("请在流程图上点选", "Choose one on the map"),
            [(page.t("流程图", "The map"), "/process")],
        )
    month = Month(page, page.period(period), process)
    contract = page.session.contract("process.case")
    found = month.behind(node, source, target).select(*TOLD)
    return page.render(
        "process_cases.html",
        period=month.period,
        process=process,
        node=node,
        source=source,
        target=target,
        sheet=sheet(page.session, found, [contract], rows, page.language),
    )


def _period(page: Page, text: str) -> Period | None:
    """The month that is asked for, or the last that was run."""
    if text:
        return page.period(text)
    held = periods_held(page.session)
    return page.session.period(held[0]) if held else None
