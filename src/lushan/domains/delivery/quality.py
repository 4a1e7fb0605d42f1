"""Delivery's figures of projects, user experience, architecture and open bids."""

from __future__ import annotations

from ibis.expr import types as ir

from lushan.runs.metric import metric
from lushan.runs.period import Period

IT = "信息科技部"
PROJECT, UX = "delivery.project", "delivery.ux_issue"
ADVICE = ("delivery.review_advice", "delivery.review_topic", "delivery.review_meeting")


def portfolio(projects: ir.Table, period: Period) -> ir.Table:
    """The projects that were under way in the period's year, with their state at its end."""
    new_year = period.year_to_date()[0].first
    live = (projects.live_on <= period.last).fill_null(False)
    stopped = (projects.stopped_on <= period.last).fill_null(False)
    known = projects.mutate(live=live, stopped=stopped)
    ended = known.live_on.fill_null(known.stopped_on)
    return known.filter((known.approved_on <= period.last) & (ended.isnull() | (ended >= new_year)))


@metric(
    "delivery.projects_total", zh="一般项目", en="Projects", unit="count", owner=IT, empty=0,
    formula=("本年在建及本年投产、停止的项目数", "projects under way in the year"), reads=PROJECT, rows=portfolio, by=("line",),
)  # fmt: skip
def projects_total(rows: ir.Table) -> ir.Scalar:
    """Projects of the year."""
    return rows.count()


@metric(
    "delivery.projects_live", zh="已投产项目", en="Projects live", unit="count", owner=IT, empty=0, better="up",
    formula=("本年已投产的项目数", "projects that went live this year"), reads=PROJECT, rows=portfolio, by=("line",),
)  # fmt: skip
def projects_live(rows: ir.Table) -> ir.Scalar:
    """Projects that have gone live."""
    return rows.live.sum()


@metric(
    "delivery.projects_on_plan", zh="按计划推进项目", en="Projects on plan", unit="count", owner=IT, empty=0,
    formula=("未投产且未停止的项目数", "projects neither live nor stopped"), reads=PROJECT, rows=portfolio, by=("line",),
)  # fmt: skip
def projects_on_plan(rows: ir.Table) -> ir.Scalar:
    """Projects that go on."""
    return (~rows.live & ~rows.stopped).sum()


@metric(
    "delivery.projects_stopped", zh="停止实施项目", en="Projects stopped", unit="count", owner=IT, empty=0, better="down",
    formula=("本年停止实施的项目数", "projects stopped this year"), reads=PROJECT, rows=portfolio, by=("line",),
)  # fmt: skip
def projects_stopped(rows: ir.Table) -> ir.Scalar:
    """Projects that were stopped."""
    return rows.stopped.sum()


def raised_by(issues: ir.Table, period: Period) -> ir.Table:
    """The issues raised up to the end of a period, with whether they are solved by then."""
    raised = issues.filter(issues.raised_on <= period.last)
    return raised.mutate(
        solved=((raised.state == "solved") & (raised.solved_on <= period.last)).fill_null(False)
    )


@metric(
    "delivery.ux_issues", zh="用户体验需求", en="UX issues", unit="count", owner="测试中心", empty=0,
    formula=("截至本期末收集的用户体验需求数", "issues raised up to the end of the period"), reads=UX, rows=raised_by,
    by=("channel", "severity"),
)  # fmt: skip
def ux_issues(rows: ir.Table) -> ir.Scalar:
    """UX issues collected from every channel."""
    return rows.count()


@metric(
    "delivery.ux_solved", zh="已优化解决", en="UX issues solved", unit="count", owner="测试中心", empty=0, better="up",
    formula=("截至本期末已解决的用户体验需求数", "issues solved up to the end of the period"), reads=UX, rows=raised_by,
    by=("channel",),
)  # fmt: skip
def ux_solved(rows: ir.Table) -> ir.Scalar:
    """UX issues solved."""
    return rows.solved.sum()


@metric(
    "delivery.ux_solved_rate", zh="解决率", en="UX issues solved, share", unit="percent", decimals=4, owner="测试中心",
    formula=("已解决 ÷ 已收集", "solved ÷ raised"), reads=UX, rows=raised_by, by=("channel",), better="up",
)  # fmt: skip
def ux_solved_rate(rows: ir.Table) -> ir.Scalar:
    """The share of UX issues that is solved."""
    return rows.solved.sum() / rows.count()


@metric(
    "delivery.ux_systems", zh="涉及系统", en="Systems with UX issues", unit="count", owner="测试中心",
    formula=("收集到用户体验需求的系统数", "systems that issues were raised about"), reads=UX, rows=raised_by,
)  # fmt: skip
def ux_systems(rows: ir.Table) -> ir.Scalar:
    """Systems that UX issues were raised about."""
    return rows.system.nunique()


@metric(
    "delivery.review_meetings", zh="架构评审次数", en="Architecture reviews", unit="count", owner="架构办",
    formula=("本期召开的架构评审会次数", "review meetings held in the period"), reads="delivery.review_meeting",
    rows=lambda meetings, period: meetings.filter(period.holds(meetings.held_on)),
)  # fmt: skip
def review_meetings(rows: ir.Table) -> ir.Scalar:
    """Meetings of the architecture review."""
    return rows.count()


def topics_of(topics: ir.Table, meetings: ir.Table, period: Period) -> ir.Table:
    """The topics of the period's review meetings."""
    return topics.inner_join(meetings.filter(period.holds(meetings.held_on)), "meeting_id")


@metric(
    "delivery.review_topics", zh="评审议题", en="Review topics", unit="count", owner="架构办", empty=0,
    formula=("本期架构评审会的议题数", "topics of the period's meetings"), rows=topics_of, by=("kind",),
    reads=("delivery.review_topic", "delivery.review_meeting"),
)  # fmt: skip
def review_topics(rows: ir.Table) -> ir.Scalar:
    """Topics that were reviewed."""
    return rows.count()


def advice_of(advice: ir.Table, topics: ir.Table, meetings: ir.Table, period: Period) -> ir.Table:
    """The advice given on the topics of the period's review meetings."""
    return advice.inner_join(topics_of(topics, meetings, period).drop("title"), "topic_id")


@metric(
    "delivery.review_advice_preliminary", zh="预审建议", en="Advice before the review", unit="count", owner="架构办",
    formula=("本期议题在预审阶段提出的有效建议数", "advice given before the meeting"), reads=ADVICE,
    rows=lambda advice, topics, meetings, period: advice_of(
        advice.filter(advice.stage == "preliminary"), topics, meetings, period
    ),
)  # fmt: skip
def review_advice_preliminary(rows: ir.Table) -> ir.Scalar:
    """Advice given before the review."""
    return rows.count()


@metric(
    "delivery.review_advice_formal", zh="正式评审建议", en="Advice in the review", unit="count", owner="架构办",
    formula=("本期议题在正式评审提出的有效建议数", "advice given in the meeting"), reads=ADVICE,
    rows=lambda advice, topics, meetings, period: advice_of(
        advice.filter(advice.stage == "formal"), topics, meetings, period
    ),
)  # fmt: skip
def review_advice_formal(rows: ir.Table) -> ir.Scalar:
    """Advice given in the review."""
    return rows.count()


@metric(
    "delivery.review_adoption_rate", zh="建议采纳率", en="Advice accepted", unit="percent", decimals=4, better="up",
    formula=("采纳建议 ÷ 提出建议", "accepted ÷ given"), reads=ADVICE, rows=advice_of, owner="架构办", by=("stage",),
)  # fmt: skip
def review_adoption_rate(rows: ir.Table) -> ir.Scalar:
    """The share of advice that was accepted."""
    return rows.accepted.sum() / rows.count()


@metric(
    "delivery.review_closure_rate", zh="建议闭环率", en="Advice carried out", unit="percent", decimals=4, better="up",
    formula=("已闭环建议 ÷ 采纳建议", "carried out ÷ accepted"), reads=ADVICE, owner="架构办",
    rows=lambda advice, topics, meetings, period: advice_of(advice.filter(advice.accepted), topics, meetings, period),
)  # fmt: skip
def review_closure_rate(rows: ir.Table, period: Period) -> ir.Scalar:
    """The share of accepted advice that has been carried out by the end of the period."""
    return rows.count(where=rows.closed_on <= period.last) / rows.count()


@metric(
    "delivery.baseline_compliance", zh="版本基线合规率", en="On the version baseline", unit="percent", decimals=4, better="up",
    formula=("在基线且未到期的实例 ÷ 全部实例", "instances on an allowed version ÷ all"), owner="架构办",
    reads="delivery.instance_baseline", rows=lambda instances: instances, by=("component",),
)  # fmt: skip
def baseline_compliance(rows: ir.Table, period: Period) -> ir.Scalar:
    """The share of instances whose version the baseline still allows."""
    allowed = rows.listed & (rows.allowed_until.isnull() | (rows.allowed_until >= period.last))
    return allowed.sum() / rows.count()


@metric(
    "delivery.large_tables", zh="超大表", en="Very large tables", unit="count", owner="数据库组", empty=0,
    formula=("本期测量的超大表数", "very large tables measured"), reads="delivery.large_table_month", by=("system",),
)  # fmt: skip
def large_tables(rows: ir.Table) -> ir.Scalar:
    """Very large tables."""
    return rows.count()


@metric(
    "delivery.large_tables_governed_rate", zh="超大表治理达标率", en="Very large tables up to standard", unit="percent",
    formula=("已分区、已归档且索引数达标的超大表 ÷ 全部", "partitioned, archived and few indexes ÷ all"), decimals=4,
    owner="数据库组", better="up", reads="delivery.large_table_month",
)  # fmt: skip
def large_tables_governed_rate(rows: ir.Table) -> ir.Scalar:
    """The share of very large tables that meets the standard."""
    return rows.governed.sum() / rows.count()


@metric(
    "delivery.large_tables_growth", zh="超大表月增长", en="Growth of very large tables", unit="gigabytes", owner="数据库组",
    formula=("本期容量 − 上期容量", "size − size a month before"), reads="delivery.large_table_month", better="down",
)  # fmt: skip
def large_tables_growth(rows: ir.Table) -> ir.Scalar:
    """How much the very large tables grew."""
    return rows.grown_gb.sum()


@metric(
    "delivery.bids_published", zh="揭榜课题", en="Open bids", unit="count", owner=IT, empty=0,
    formula=("截至本期末发布的揭榜课题数", "topics published up to the end of the period"), reads="delivery.bid",
    rows=lambda bids, period: bids.filter(bids.published_on <= period.last), by=("stage",),
)  # fmt: skip
def bids_published(rows: ir.Table) -> ir.Scalar:
    """Hard topics that were opened to bidders."""
    return rows.count()


@metric(
    "delivery.bids_taken", zh="已揭榜课题", en="Bids taken", unit="count", owner=IT, better="up",
    formula=("有揭榜人的课题数", "topics that have a bidder"), reads="delivery.bid",
    rows=lambda bids, period: bids.filter((bids.published_on <= period.last) & bids.bidder.notnull()),
)  # fmt: skip
def bids_taken(rows: ir.Table) -> ir.Scalar:
    """Hard topics that somebody took on."""
    return rows.count()
