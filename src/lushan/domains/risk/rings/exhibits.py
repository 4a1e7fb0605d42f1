"""Rings as they are shown: how they look, how well they are found, and whom to look at."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.metric import of_period
from lushan.runs.period import Period
from lushan.words import Text

SHAPES = (
    ("fan_in", Text("汇集", "Fan-in")),
    ("fan_out", Text("分散", "Fan-out")),
    ("cycle", Text("环转", "Cycle")),
    ("scatter_gather", Text("散聚", "Scatter-gather")),
    ("stack", Text("层转", "Stack")),
    ("mixed", Text("混合", "Mixed")),
)
METHODS = (
    ("combined", Text("特征与关系合并", "Flow and surroundings")),
    ("flow_alone", Text("仅资金流特征", "Flow alone")),
    ("propagation", Text("仅标签传播", "Labels spread alone")),
)


@exhibit(
    "risk.rings_by_shape",
    kind="bar",
    name=("团伙形态", "Rings by shape"),
    zh="{% if risk.rings > 0 %}识别出 {{ risk.rings }} 个团伙，成员账户 {{ risk.ring_members }} 个"
    "{% else %}本月未发现含黑样本的团伙{% endif %}",
    en="{% if risk.rings > 0 %}{{ risk.rings }} rings were found, with {{ risk.ring_members }} accounts"
    "{% else %}No ring around a known bad account was found this month{% endif %}",
    label=Field("shape", Text("形态", "Shape"), "text", words=SHAPES),
    fields=(
        Field("known", Text("已知黑样本", "Known bad"), hue="grey"),
        Field("others", Text("其他成员", "Others"), hue="ochre"),
    ),
    axis=("账户（个）", "Accounts"),
    reads="risk.ring",
)
def rings_by_shape(rings: ir.Table, period: Period) -> ir.Table:
    """The accounts in rings of each shape, those that were known and the others."""
    rows = of_period(rings, period)
    shapes = rows.group_by("shape").aggregate(known=rows.known_bad.sum(), all=rows.members.sum())
    return shapes.select("shape", "known", "all", others=shapes.all - shapes.known).order_by(_.all.desc(), "shape")


@exhibit(
    "risk.ring_by_threshold",
    kind="line",
    name=("各阈值下的精准率与召回率", "Precision and recall by threshold"),
    zh="{% if risk.ring_recall > 0 %}隐藏的黑样本找回 {{ risk.ring_recall }}，精准率 {{ risk.ring_precision }}"
    "{% else %}黑样本太少，未能评估{% endif %}",
    en="{% if risk.ring_recall > 0 %}{{ risk.ring_recall }} of hidden bad accounts were found again, "
    "with a precision of {{ risk.ring_precision }}{% else %}Too few bad accounts are known to evaluate{% endif %}",
    label=Field("threshold", Text("阈值", "Threshold"), "percent", decimals=2),
    fields=(
        Field("precision", Text("精准率", "Precision"), "percent", decimals=3, hue="green"),
        Field("recall", Text("召回率", "Recall"), "percent", decimals=3, hue="blue"),
    ),
    axis=("占比", "Share"),
    reads="risk.ring_evaluation",
    note=("尚未被发现的涉案账户在此按正常账户计", "Bad accounts that nobody knows of count as good here"),
)
def ring_by_threshold(evaluation: ir.Table, period: Period) -> ir.Table:
    """Precision and recall of the model at every threshold."""
    rows = of_period(evaluation, period)
    rows = rows.filter((rows.method == "combined") & rows.precision.notnull())
    return rows.select("threshold", "precision", "recall").order_by("threshold")


@exhibit(
    "risk.ring_methods",
    kind="table",
    name=("三种方法的比较", "Three methods beside each other"),
    zh="{% if risk.ring_recall > 0 %}同一阈值下，合并两者的精准率为 {{ risk.ring_precision }}"
    "{% else %}黑样本太少，未能比较{% endif %}",
    en="{% if risk.ring_recall > 0 %}At one threshold, both together have a precision of {{ risk.ring_precision }}"
    "{% else %}Too few bad accounts are known to compare{% endif %}",
    label=Field("method", Text("方法", "Method"), "text", words=METHODS),
    fields=(
        Field("precision", Text("精准率", "Precision"), "percent", decimals=4),
        Field("recall", Text("召回率", "Recall"), "percent", decimals=4),
        Field("average_precision", Text("平均精准率", "Average precision"), "percent", decimals=4),
        Field("found", Text("找回", "Found")),
        Field("false_alarms", Text("误报", "False alarms")),
    ),
    reads="risk.ring_evaluation",
    note=(
        "仅标签传播：关系连成一片，几乎每个账户都达到阈值",
        "Labels spread alone reach nearly every account of a graph that hangs together",
    ),
)
def ring_methods(evaluation: ir.Table, period: Period, *, threshold: float = 0.4) -> ir.Table:
    """What each method finds at the threshold, and what it marks wrongly."""
    rows = of_period(evaluation, period)
    rows = rows.filter((rows.threshold - threshold).abs() < 0.025)
    return rows.order_by(_.average_precision.desc(), "method")


@exhibit(
    "risk.ring_reviews",
    kind="table",
    name=("待复核账户", "Accounts to be reviewed"),
    zh="{% if risk.ring_marked > 0 %}{{ risk.ring_marked }} 个账户待复核{% else %}没有账户待复核{% endif %}",
    en="{% if risk.ring_marked > 0 %}To be reviewed: {{ risk.ring_marked }}{% else %}Nothing to review{% endif %}",
    label=Field("branch", Text("复核机构", "Who reviews"), "text"),
    fields=(
        Field("shape", Text("所属团伙形态", "Shape of its ring"), "text", words=SHAPES),
        Field("members", Text("团伙成员（个）", "Accounts in it")),
        Field("likely", Text("概率", "Probability"), "percent", decimals=2),
        Field("due_on", Text("截止日", "Due on"), "date"),
    ),
    reads=("risk.ring_review", "risk.ring", "bank.organisation"),
    note=("概率至多写作 99%：没有一户是确定的", "No more than 99% is written: nothing is certain"),
)
def ring_reviews(
    reviews: ir.Table, rings: ir.Table, organisations: ir.Table, period: Period, *, most: int = 12
) -> ir.Table:
    """The accounts that reached the threshold, the likeliest first; their numbers stand where they are reviewed alone.

    Args:
        most: how many are shown.
    """
    found = of_period(rings, period).select("ring", "shape", "members")
    branches = organisations.select(owner="org_id", branch="name")
    rows = of_period(reviews, period).left_join(found, "ring").left_join(branches, "owner")
    shown = rows.select(
        "key",
        "weight",
        "shape",
        "members",
        "due_on",
        branch=rows.branch.fill_null(rows.owner),
        likely=ibis.least(rows.weight, 0.99),
    )
    return shown.order_by(_.weight.desc(), "key").limit(most)
