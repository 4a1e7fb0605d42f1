"""Architecture: reviews, the version baseline, very large tables and open bids."""

from __future__ import annotations

from ibis import _
from ibis.expr import types as ir

from lushan.domains.delivery.exhibits.fields import SYSTEM, YES_NO
from lushan.domains.delivery.metrics.architecture import against_baseline, published_by, topics_of
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.metric import of_period
from lushan.runs.period import Period
from lushan.words import Text

TOPIC_KINDS = (
    ("procurement", Text("招标采购", "Procurement")),
    ("design", Text("设计方案", "Design")),
    ("technical", Text("技术专题", "Technical topic")),
)
BID_STAGES = (
    ("published", Text("已发布", "Published")),
    ("bid", Text("已揭榜", "Taken on")),
    ("working", Text("攻关中", "Under way")),
    ("accepted", Text("已验收", "Accepted")),
    ("closed", Text("已关闭", "Closed")),
)


@exhibit(
    "delivery.review_topics",
    kind="table",
    name=("架构评审议题", "Review topics"),
    zh="{{ delivery.review_topics }} 个议题上会，建议采纳率 {{ delivery.review_adoption_rate }}",
    en="{{ delivery.review_topics }} topics were reviewed; "
    "{{ delivery.review_adoption_rate }} of the advice was accepted",
    label=Field("title", Text("议题", "Topic"), "text"),
    fields=(
        Field("kind", Text("类型", "Kind"), "text", words=TOPIC_KINDS),
        Field("held_on", Text("评审日", "Reviewed on"), "date"),
        Field("preliminary", Text("预审建议", "Advice before")),
        Field("formal", Text("正式评审建议", "Advice in the review")),
        Field("adopted", Text("采纳率", "Accepted"), "percent", 3),
    ),
    reads=("delivery.review_topic", "delivery.review_meeting", "delivery.review_advice"),
)
def review_topics(topics: ir.Table, meetings: ir.Table, advice: ir.Table, period: Period) -> ir.Table:
    """The topics of the month's reviews, how much advice each was given, and how much of it was accepted."""
    given = advice.group_by("topic_id").aggregate(
        preliminary=advice.count(where=advice.stage == "preliminary"),
        formal=advice.count(where=advice.stage == "formal"),
        adopted=advice.accepted.sum() / advice.count(),
    )
    joined = topics_of(topics, meetings, period).left_join(given, "topic_id")
    return joined.select(
        "title",
        "kind",
        "held_on",
        "topic_id",
        preliminary=_.preliminary.fill_null(0),
        formal=_.formal.fill_null(0),
        adopted=_.adopted,
    ).order_by("held_on", "topic_id")


@exhibit(
    "delivery.baseline_by_component",
    kind="bar",
    name=("版本基线合规率", "On the version baseline, by component"),
    zh="{{ delivery.baseline_instances }} 个实例中 {{ delivery.baseline_compliance }} 在版本基线上",
    en="{{ delivery.baseline_compliance }} of {{ delivery.baseline_instances }} instances are on the version baseline",
    label=Field("component", Text("组件", "Component"), "text"),
    fields=(
        Field("share", Text("在基线且未到期的实例占比", "Share of instances on an allowed version"), "percent", 3),
        Field("instances", Text("实例", "Instances"), shown="text"),
    ),
    reads="delivery.instance_baseline",
    attention="behind",
    note=("低于八成的标出", "What is under four fifths is marked"),
)
def baseline_by_component(instances: ir.Table, period: Period, *, least: float = 0.8) -> ir.Table:
    """The share of each component's instances that the baseline allows, the lowest first.

    Args:
        least: the share under which a component is marked.
    """
    rows = against_baseline(instances, period)
    components = rows.group_by("component").aggregate(share=rows.allowed.sum() / rows.count(), instances=rows.count())
    return components.mutate(behind=components.share < least).order_by("share", "component")


@exhibit(
    "delivery.large_tables",
    kind="table",
    name=("最大的十张表", "The ten largest tables"),
    zh="超大表本月增长 {{ delivery.large_tables_growth }} GB，治理达标率 {{ delivery.large_tables_governed_rate }}",
    en="Very large tables grew by {{ delivery.large_tables_growth }} GB; "
    "{{ delivery.large_tables_governed_rate }} meet the standard",
    label=Field("table_name", Text("表名", "Table"), "text"),
    fields=(
        SYSTEM,
        Field("rows_million", Text("行数（百万）", "Rows (million)"), "ratio", 1),
        Field("size_gb", Text("容量", "Size"), "gigabytes", 1),
        Field("grown_gb", Text("较上月", "On last month"), "gigabytes", 1, signed=True),
        Field("partitioned", Text("分区", "Partitioned"), "text", words=YES_NO),
        Field("archived", Text("归档", "Archived"), "text", words=YES_NO),
        Field("governed", Text("达标", "Up to standard"), "text", words=YES_NO),
    ),
    reads="delivery.large_table_month",
    attention="wild",
    note=(
        "达标：已分区、已归档且索引数不超标；未达标的标出",
        "Up to standard: partitioned, archived, few indexes; others are marked",
    ),
)
def large_tables(tables: ir.Table, period: Period) -> ir.Table:
    """The ten largest tables, their growth, and whether they meet the standard."""
    rows = of_period(tables, period)
    rows = rows.mutate(wild=~rows.governed.fill_null(False), rows_million=rows.row_count / 1_000_000)
    return rows.order_by(_.size_gb.desc(), "system", "table_name").limit(10)


@exhibit(
    "delivery.bids",
    kind="table",
    name=("揭榜课题", "Topics open to bidders"),
    zh="{{ delivery.bids_published }} 个课题中 {{ delivery.bids_taken }} 个已有人揭榜，"
    "{{ delivery.bids_accepted }} 个通过验收",
    en="Of {{ delivery.bids_published }} topics {{ delivery.bids_taken }} are taken on "
    "and {{ delivery.bids_accepted }} accepted",
    label=Field("title", Text("课题", "Topic"), "text"),
    fields=(
        Field("round", Text("期次", "Round")),
        Field("stage", Text("阶段", "Stage"), "text", words=BID_STAGES),
        Field("published_on", Text("发布日", "Published on"), "date"),
        Field("accepted_on", Text("验收日", "Accepted on"), "date"),
    ),
    reads="delivery.bid",
)
def bids(bids: ir.Table, period: Period) -> ir.Table:
    """The hard topics published up to the end of the month, the latest first."""
    rows = published_by(bids, period)
    return rows.select("topic_id", "title", "round", "stage", "published_on", "accepted_on").order_by(
        _.published_on.desc(), "topic_id"
    )
