"""Where applications wait, which ways lead to acceptance, and what changed."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from loans.metrics import accepted_in, of_month
from loans.models import log_of
from loans.names import STATES, WORDS
from lushan.engines.process.cases import cases
from lushan.engines.process.graph import flow
from lushan.engines.process.log import follow
from lushan.engines.process.steps import bottlenecks
from lushan.engines.process.variants import variants
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.period import Period
from lushan.words import Text

WORK = Field("activity", Text("工作", "Work"), "text", words=WORDS)
#: A way is told by the states that the system sets; what people did in between is left out.
MILESTONES = tuple(STATES)


@exhibit(
    "loans.bottlenecks",
    kind="bar",
    name=("时间花在哪里", "Where the time goes"),
    zh="停留时间的 {{ loans.wait_share }} 在等人接手",
    en="{{ loans.wait_share }} of the time is waiting for somebody to take the work up",
    label=WORK,
    fields=(
        Field("waiting_part", Text("等待", "Waiting"), "percent", 4, hue="ochre"),
        Field("touch_part", Text("办理", "Work"), "percent", 4),
        Field("hours", Text("停留中位数（小时）", "Median hours"), "hours", 1, shown="text"),
    ),
    axis=("占全部停留时间", "Share of all time in work"),
    reads="loans.step",
)
def bottlenecks_of_work(steps: ir.Table, period: Period) -> ir.Table:
    """The kinds of work by the time that applications spent in them, waiting and work apart."""
    ranked = bottlenecks(of_month(steps, period))
    waiting = (ranked.share * ranked.waiting_share).fill_null(0)
    return ranked.mutate(
        waiting_part=waiting, touch_part=ranked.share - waiting, hours=ranked.median_seconds / 3600
    ).order_by(_.share.desc(), "activity")


@exhibit(
    "loans.map",
    kind="map",
    name=("贷款申请的流程", "How applications run"),
    zh="{{ loans.applied }} 笔申请怎样走，{{ loans.accepted_rate }} 走到批准",
    en="How {{ loans.applied }} applications ran; {{ loans.accepted_rate }} came to approval",
    label=Field("source", Text("环节", "Activity"), "text", words=WORDS),
    fields=(
        Field("target", Text("下一环节", "Next"), "text", words=WORDS, shown="text"),
        Field("times", Text("次数", "times")),
    ),
    reads=("loans.event", "loans.application"),
    note=("本月提交的申请，至日志结束", "Applications of the month, until the log ends"),
)
def map_of_applications(events: ir.Table, applications: ir.Table, period: Period) -> ir.Table:
    """What follows what in the applications of the month."""
    mine = events.semi_join(of_month(applications, period), "application_id")
    followed = follow(log_of(mine.filter(mine.transition == "complete")))
    return flow(followed, cases(followed)).order_by(_.times.desc(), "source", "target")


@exhibit(
    "loans.ways",
    kind="table",
    name=("通往批准的路径", "Ways to acceptance"),
    zh="批准的申请平均收到 {{ loans.accepted_offers }} 次报价，半数在 {{ loans.accepted_days }} 天内走完",
    en="Accepted applications had {{ loans.accepted_offers }} offers; half took up to {{ loans.accepted_days }} days",
    label=Field("way", Text("系统状态的先后", "States in order"), "text"),
    fields=(
        Field("cases", Text("申请数", "Applications")),
        Field("share", Text("占批准的", "Of those accepted"), "percent", 4),
        Field("days", Text("历时中位数（天）", "Median days"), "days", 1),
    ),
    reads=("loans.event", "loans.application"),
    note=("同一秒内批准、登记、激活的先后不计", "The order of what is set within one second is not told"),
)
def ways_to_acceptance(events: ir.Table, applications: ir.Table, period: Period) -> ir.Table:
    """The eight ways by which most of the month's accepted applications came to acceptance."""
    accepted = accepted_in(applications, period)
    approved = events.activity == "A_APPROVED"
    until = events.filter(approved).group_by("application_id").aggregate(until=_["at"].min())
    known = events.filter(events.activity.isin(MILESTONES) & (events.transition == "complete"))
    mine = known.semi_join(accepted, "application_id").inner_join(until, "application_id")
    before = mine.filter((mine["at"] < mine.until) | (mine.activity == "A_APPROVED"))
    kept = before.filter(~before.activity.isin(["A_REGISTERED", "A_ACTIVATED", "O_ACCEPTED"]))
    found = variants(follow(log_of(kept)))
    way = found.path.map(lambda name: name.replace("A_", "").replace("O_", "offer ").lower()).join(" → ")
    told = found.select("variant", "cases", "share", way=way, days=found.median_seconds / 86400)
    return told.order_by("variant").limit(8)


@exhibit(
    "loans.change_of_work",
    kind="table",
    name=("首月与本月", "The first month and this one"),
    zh="与日志首月相比，各项工作的停留",
    en="How long work takes, against the log's first month",
    label=WORK,
    fields=(
        Field("first_hours", Text("首月中位数（小时）", "First month, median hours"), "hours", 1),
        Field("last_hours", Text("本月中位数（小时）", "This month, median hours"), "hours", 1),
        Field("first_steps", Text("首月步数", "Steps, first month")),
        Field("last_steps", Text("本月步数", "Steps, this month")),
        Field(
            "verdict",
            Text("判断", "Verdict"),
            "text",
            words=(
                ("longer", Text("确有延长", "longer")),
                ("shorter", Text("确有缩短", "shorter")),
                ("chance", Text("未超出偶然", "within chance")),
            ),
        ),
    ),
    reads="loans.change",
    attention="longer",
    note=("秩和检验，误判率不超过二十分之一", "Rank test, at most one in twenty false"),
)
def change_of_work(changes: ir.Table, period: Period) -> ir.Table:
    """Each kind of work in the first month of the log and in this one, the surest changes first."""
    rows = changes.filter(changes.period == str(period))
    return rows.mutate(longer=rows.verdict == "longer").order_by(ibis.coalesce(_.q, 2.0), "activity")
