"""Architecture: reviews and their advice, the version baseline, very large tables and open bids."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ibis.expr import types as ir

from lushan.runs.metric import metric
from lushan.runs.period import Period

architecture = partial(metric, owner="架构办")
topic = partial(architecture, reads=("delivery.review_topic", "delivery.review_meeting"))
advice = partial(architecture, reads=("delivery.review_advice", "delivery.review_topic", "delivery.review_meeting"))
large_table = partial(metric, owner="数据库组", reads="delivery.large_table_month")
bid = partial(metric, owner="信息科技部", reads="delivery.bid", unit="count")


@architecture(
    "delivery.review_meetings",
    zh="架构评审次数",
    en="Architecture reviews",
    unit="count",
    formula=("本期召开的架构评审会次数", "review meetings held in the period"),
    reads="delivery.review_meeting",
    rows=lambda meetings, period: meetings.filter(period.holds(meetings.held_on)),
)
def review_meetings(rows: ir.Table) -> ir.Scalar:
    """Meetings of the architecture review."""
    return rows.count()


def topics_of(topics: ir.Table, meetings: ir.Table, period: Period) -> ir.Table:
    """The topics of a period's review meetings."""
    return topics.inner_join(meetings.filter(period.holds(meetings.held_on)), "meeting_id")


@topic(
    "delivery.review_topics",
    zh="评审议题",
    en="Review topics",
    unit="count",
    empty=0,
    formula=("本期架构评审会的议题数", "topics of the period's meetings"),
    rows=topics_of,
    by=("kind",),
)
def review_topics(rows: ir.Table) -> ir.Scalar:
    """Topics that were reviewed."""
    return rows.count()


def advice_of(advice: ir.Table, topics: ir.Table, meetings: ir.Table, period: Period) -> ir.Table:
    """The advice given on the topics of a period's review meetings."""
    return advice.inner_join(topics_of(topics, meetings, period), "topic_id")


def advice_where(column: str, value: str | bool) -> Callable[..., ir.Table]:
    """The advice of a period's meetings that has this value in a column."""

    def rows(advice: ir.Table, topics: ir.Table, meetings: ir.Table, period: Period) -> ir.Table:
        return advice_of(advice.filter(advice[column] == value), topics, meetings, period)

    return rows


@advice(
    "delivery.review_advice_preliminary",
    zh="预审建议",
    en="Advice before the review",
    unit="count",
    formula=("本期议题在预审阶段提出的有效建议数", "advice given before the meeting"),
    rows=advice_where("stage", "preliminary"),
)
def review_advice_preliminary(rows: ir.Table) -> ir.Scalar:
    """Advice given before the review."""
    return rows.count()


@advice(
    "delivery.review_advice_formal",
    zh="正式评审建议",
    en="Advice in the review",
    unit="count",
    formula=("本期议题在正式评审提出的有效建议数", "advice given in the meeting"),
    rows=advice_where("stage", "formal"),
)
def review_advice_formal(rows: ir.Table) -> ir.Scalar:
    """Advice given in the review."""
    return rows.count()


@advice(
    "delivery.review_adoption_rate",
    zh="建议采纳率",
    en="Advice accepted",
    unit="percent",
    decimals=4,
    formula=("采纳建议 ÷ 提出建议", "accepted ÷ given"),
    rows=advice_of,
    better="up",
    by=("stage",),
)
def review_adoption_rate(rows: ir.Table) -> ir.Scalar:
    """The share of advice that was accepted."""
    return rows.accepted.sum() / rows.count()


@advice(
    "delivery.review_closure_rate",
    zh="建议闭环率",
    en="Advice carried out",
    unit="percent",
    decimals=4,
    formula=("已闭环建议 ÷ 采纳建议", "carried out ÷ accepted"),
    rows=advice_where("accepted", True),
    better="up",
)
def review_closure_rate(rows: ir.Table, period: Period) -> ir.Scalar:
    """The share of accepted advice that has been carried out by the end of the period."""
    return rows.count(where=rows.closed_on <= period.last) / rows.count()


def against_baseline(instances: ir.Table, period: Period) -> ir.Table:
    """Every instance, with whether the baseline allows its version at the end of a period."""
    lasting = instances.allowed_until.isnull() | (instances.allowed_until >= period.last)
    return instances.mutate(allowed=instances.listed & lasting)


@architecture(
    "delivery.baseline_compliance",
    zh="版本基线合规率",
    en="On the version baseline",
    unit="percent",
    decimals=4,
    formula=("在基线且未到期的实例 ÷ 全部实例", "instances on an allowed version ÷ all"),
    reads="delivery.instance_baseline",
    rows=against_baseline,
    better="up",
    by=("component", "environment"),
)
def baseline_compliance(rows: ir.Table) -> ir.Scalar:
    """The share of instances whose version the baseline allows."""
    return rows.allowed.sum() / rows.count()


@architecture(
    "delivery.baseline_instances",
    zh="纳管组件实例",
    en="Instances under the baseline",
    unit="count",
    empty=0,
    formula=("纳入版本基线管理的实例数", "instances that the baseline is checked for"),
    reads="delivery.instance_baseline",
    rows=against_baseline,
    by=("component",),
)
def baseline_instances(rows: ir.Table) -> ir.Scalar:
    """Instances of base software."""
    return rows.count()


@large_table(
    "delivery.large_tables",
    zh="超大表",
    en="Very large tables",
    unit="count",
    empty=0,
    formula=("本期测量的超大表数", "very large tables measured in the period"),
    by=("system",),
)
def large_tables(rows: ir.Table) -> ir.Scalar:
    """Very large tables."""
    return rows.count()


@large_table(
    "delivery.large_tables_governed_rate",
    zh="超大表治理达标率",
    en="Very large tables up to standard",
    unit="percent",
    decimals=4,
    formula=("已分区、已归档且索引数达标的超大表 ÷ 全部", "partitioned, archived and few indexes ÷ all"),
    better="up",
)
def large_tables_governed_rate(rows: ir.Table) -> ir.Scalar:
    """The share of very large tables that meets the standard."""
    return rows.governed.sum() / rows.count()


@large_table(
    "delivery.large_tables_size",
    zh="超大表容量",
    en="Size of very large tables",
    unit="gigabytes",
    formula=("本期末超大表容量合计", "size of all very large tables"),
)
def large_tables_size(rows: ir.Table) -> ir.Scalar:
    """The size of all very large tables."""
    return rows.size_gb.sum()


@large_table(
    "delivery.large_tables_growth",
    zh="超大表月增长",
    en="Growth of very large tables",
    unit="gigabytes",
    formula=("本期容量 − 上期容量", "size − size a month before, of tables measured in both"),
    better="down",
)
def large_tables_growth(rows: ir.Table) -> ir.Scalar:
    """How much the very large tables grew."""
    return rows.grown_gb.sum()


def published_by(bids: ir.Table, period: Period) -> ir.Table:
    """The topics published up to the end of a period."""
    return bids.filter(bids.published_on <= period.last)


@bid(
    "delivery.bids_published",
    zh="揭榜课题",
    en="Topics open to bidders",
    empty=0,
    formula=("截至本期末发布的揭榜课题数", "topics published up to the end of the period"),
    rows=published_by,
    by=("stage",),
)
def bids_published(rows: ir.Table) -> ir.Scalar:
    """Hard topics that were opened to bidders."""
    return rows.count()


@bid(
    "delivery.bids_taken",
    zh="已揭榜课题",
    en="Topics taken on",
    formula=("有揭榜人的课题数", "topics that have a bidder"),
    rows=published_by,
    better="up",
)
def bids_taken(rows: ir.Table) -> ir.Scalar:
    """Hard topics that somebody took on."""
    return rows.count(where=rows.bidder.notnull())


@bid(
    "delivery.bids_accepted",
    zh="已验收课题",
    en="Topics accepted",
    formula=("截至本期末已验收的课题数", "topics accepted up to the end of the period"),
    rows=published_by,
    better="up",
)
def bids_accepted(rows: ir.Table, period: Period) -> ir.Scalar:
    """Hard topics whose solution was accepted."""
    return rows.count(where=rows.accepted_on <= period.last)
