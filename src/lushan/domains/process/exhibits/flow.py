"""The flow of approvals: where it waits, which way it goes, what changed, and what is used."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.process.exhibits.fields import NODE, PROCESS, TOUCH, WAITING
from lushan.domains.process.metrics.rows import SECONDS_AN_HOUR, decided_in, finished_in, started_in
from lushan.engines.process.cases import cases as cases_of
from lushan.engines.process.clock import SECOND
from lushan.engines.process.graph import flow
from lushan.engines.process.log import event_log, follow
from lushan.engines.process.steps import bottlenecks
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.metric import of_period
from lushan.runs.period import Period
from lushan.words import Text


@exhibit(
    "process.bottlenecks",
    kind="bar",
    name=("审批瓶颈", "Where approvals spend their time"),
    zh="审批时间的 {{ process.wait_share }} 在等人查看，各节点按占用时间排列",
    en="Nobody had looked yet for {{ process.wait_share }} of the time: nodes by the time that they take",
    label=NODE,
    fields=(WAITING, TOUCH, Field("hours", Text("中位停留", "median"), "hours", 1, shown="text")),
    axis=("占全部停留时间", "Share of all time in steps"),
    reads="process.task",
    note=("按本期处理的步骤，工作时间", "Steps decided in the month, working time"),
)
def bottlenecks_of_nodes(tasks: ir.Table, period: Period) -> ir.Table:
    """The ten nodes at which decisions took most of all working time, waiting and touch apart."""
    rows = decided_in(tasks, period)
    timed = rows.select(
        "node",
        "decided_at",
        dwell=rows.dwell_seconds * SECOND,
        waiting=rows.wait_seconds * SECOND,
        touch=(rows.dwell_seconds - rows.wait_seconds) * SECOND,
    )
    ranked = bottlenecks(timed, "node")
    waiting = (ranked.share * ranked.waiting_share).fill_null(0)
    shown = ranked.mutate(waiting=waiting, touch=ranked.share - waiting, hours=ranked.median_seconds / SECONDS_AN_HOUR)
    return shown.order_by(_.share.desc(), "node").limit(10)


def reworked(cases: ir.Table, period: Period) -> ir.Table:
    """The process of which most working time of a period was rework."""
    ended = finished_in(cases, period)
    took = ended.group_by("process").aggregate(seconds=ended.rework_seconds.sum())
    return took.order_by(_.seconds.desc(), "process").limit(1).select("process")


@exhibit(
    "process.map",
    kind="map",
    name=("流程图", "Process map"),
    zh="返工最多的流程怎样走：本月办结的全部审批，{{ process.path_fit }} 符合标准路径",
    en="How the process with most rework runs; {{ process.path_fit }} of all approvals kept to their path",
    label=Field("source", Text("环节", "Step"), "text"),
    fields=(
        Field("target", Text("下一环节", "Next"), "text", shown="text"),
        Field("times", Text("次数", "times")),
    ),
    reads=("process.task", "process.case"),
    note=("本月办结的审批中返工时长最多的一种流程", "The process of which most working time was rework"),
)
def map_of_rework(tasks: ir.Table, cases: ir.Table, period: Period) -> ir.Table:
    """Which node follows which in the approvals of one process that ended in the month."""
    ended = finished_in(cases, period).semi_join(reworked(cases, period), "process")
    rows = of_period(tasks, period).filter(_.decided_at.notnull()).semi_join(ended, "instance_id")
    followed = follow(event_log(rows, case="instance_id", activity="node", at="decided_at", place="seq"))
    walked = flow(followed, cases_of(followed))
    return walked.select("source", "target", "times").order_by(_.times.desc(), "source", "target")


@exhibit(
    "process.node_change",
    kind="table",
    name=("节点停留较上月", "Dwell by node, against last month"),
    zh="步骤停留中位数 {{ process.dwell_median }} 小时"
    "{% if process.dwell_median.before.exists %}，较上月{{ process.dwell_median.change }}{% endif %}",
    en="Half of the steps took no more than {{ process.dwell_median }} hours"
    "{% if process.dwell_median.before.exists %}, {{ process.dwell_median.change }} on last month{% endif %}",
    label=NODE,
    fields=(
        Field("hours_before", Text("上月", "Last month"), "hours", 1),
        Field("hours_after", Text("本月", "This month"), "hours", 1),
        Field("change", Text("变化", "Change"), "percent", 3, signed=True),
        Field(
            "verdict",
            Text("判断", "Verdict"),
            "text",
            words=(
                ("quicker", Text("确有缩短", "quicker")),
                ("slower", Text("确有延长", "slower")),
                ("chance", Text("未超出偶然", "within chance")),
            ),
        ),
    ),
    reads="process.node_change",
    attention="slower",
    note=("秩和检验，按误判率校正；延长的标出", "Rank test, false discoveries held; what is slower is marked"),
)
def node_change(changes: ir.Table, period: Period) -> ir.Table:
    """Each node's median dwell in this month and the one before, the surest changes first."""
    rows = of_period(changes, period)
    slower = rows.sure & (rows.hours_after > rows.hours_before)
    return rows.mutate(
        change=rows.hours_after / rows.hours_before.nullif(0) - 1,
        slower=slower.fill_null(False),
        verdict=ibis.cases((~rows.sure, "chance"), (slower.fill_null(False), "slower"), else_="quicker"),
    ).order_by("p", "node")


@exhibit(
    "process.usage",
    kind="bar",
    name=("流程使用频率", "Processes by use"),
    zh="本月发起审批 {{ process.started }} 件"
    "{% if process.idle_types > 0 %}，另有 {{ process.idle_types }} 个流程半年无人使用{% endif %}",
    en="{{ process.started }} approvals were started"
    "{% if process.idle_types > 0 %}; {{ process.idle_types }} processes lay idle for half a year{% endif %}",
    label=PROCESS,
    fields=(Field("started", Text("发起量", "Started"), hue="blue"),),
    reads="process.case",
)
def usage(cases: ir.Table, period: Period) -> ir.Table:
    """How many approvals of each process were started in the month."""
    rows = started_in(cases, period)
    return rows.group_by("process").aggregate(started=rows.count()).order_by(_.started.desc(), "process")
