"""The rings that were found, and how well hidden known bad accounts are found again."""

from __future__ import annotations

from functools import partial

from ibis.expr import types as ir

from lushan.domains.risk.rings.scores import THRESHOLD
from lushan.runs.metric import metric, of_period
from lushan.runs.period import Period

#: Thresholds are steps of 0.05; half of one tells them apart.
NEAR = 0.025


def at_threshold(evaluation: ir.Table, period: Period, *, threshold: float = THRESHOLD) -> ir.Table:
    """What the evaluation of a period says at the threshold, by method."""
    rows = of_period(evaluation, period)
    return rows.filter((rows.threshold - threshold).abs() < NEAR)


def combined(evaluation: ir.Table, period: Period, *, threshold: float = THRESHOLD) -> ir.Table:
    """What the evaluation of a period says of the model at the threshold."""
    rows = at_threshold(evaluation, period, threshold=threshold)
    return rows.filter(rows.method == "combined")


def marked(scores: ir.Table, period: Period) -> ir.Table:
    """The accounts that reached the threshold in a period."""
    rows = of_period(scores, period)
    return rows.filter(rows.marked)


def inside(rings: ir.Table, period: Period) -> ir.Table:
    """The accounts of a period that are in a ring."""
    return of_period(rings, period)


owned = partial(metric, owner="风险管理部")
evaluated = partial(owned, reads="risk.ring_evaluation", rows=combined, unit="percent", decimals=4)
ring = partial(owned, reads="risk.ring", unit="count", empty=0)


@evaluated(
    "risk.ring_precision",
    zh="团伙识别精准率",
    en="Ring precision",
    formula=(
        "各次重复合计：找回的被隐藏黑样本 ÷ 达到阈值的账户",
        "over all repeats: hidden bad accounts found ÷ accounts that reach the threshold",
    ),
    better="up",
)
def ring_precision(rows: ir.Table) -> ir.Scalar:
    """How many of the accounts that reach the threshold were hidden bad ones."""
    return rows.precision.max()


@evaluated(
    "risk.ring_recall",
    zh="团伙识别召回率",
    en="Ring recall",
    formula=(
        "各次重复合计：找回的被隐藏黑样本 ÷ 被隐藏的黑样本",
        "over all repeats: hidden bad accounts found ÷ bad accounts hidden",
    ),
    better="up",
)
def ring_recall(rows: ir.Table) -> ir.Scalar:
    """How many of the hidden bad accounts reach the threshold."""
    return rows.recall.max()


@evaluated(
    "risk.ring_recall_low",
    zh="召回率下限",
    en="Recall, at least",
    formula=("召回率的 95% 区间下限，按整次重复再抽样", "lower end of the 95 % interval, whole repeats resampled"),
    better="up",
)
def ring_recall_low(rows: ir.Table) -> ir.Scalar:
    """The lower end of the interval of recall."""
    return rows.recall_low.max()


@evaluated(
    "risk.ring_recall_high",
    zh="召回率上限",
    en="Recall, at most",
    formula=("召回率的 95% 区间上限，按整次重复再抽样", "upper end of the 95 % interval, whole repeats resampled"),
    better="up",
)
def ring_recall_high(rows: ir.Table) -> ir.Scalar:
    """The upper end of the interval of recall."""
    return rows.recall_high.max()


@evaluated(
    "risk.ring_average_precision",
    zh="平均精准率",
    en="Average precision",
    formula=("各次重复平均精准率的均值", "mean over the repeats of the area under precision over recall"),
    better="up",
)
def ring_average_precision(rows: ir.Table) -> ir.Scalar:
    """How well hidden bad accounts are ranked, over all thresholds."""
    return rows.average_precision.max()


@owned(
    "risk.ring_repeats",
    reads="risk.ring_evaluation",
    rows=combined,
    unit="count",
    zh="评估重复次数",
    en="Repeats of the evaluation",
    formula=("隐藏黑样本并重新识别的次数", "how many times bad accounts were hidden and looked for"),
)
def ring_repeats(rows: ir.Table) -> ir.Scalar:
    """How many times known bad accounts were hidden and looked for."""
    return rows.repeats.max()


@ring(
    "risk.rings",
    zh="团伙数",
    en="Rings",
    formula=("含已知黑样本的团伙数", "rings that hold an account known to be bad"),
    by=("shape",),
)
def rings(rows: ir.Table) -> ir.Scalar:
    """Rings around known bad accounts."""
    return rows.count()


@ring(
    "risk.ring_amount",
    zh="团伙内部转账（万元）",
    en="Went round in rings, ten thousand yuan",
    formula=("团伙成员之间的转账金额", "amount of transfers among members of rings"),
)
def ring_amount(rows: ir.Table) -> ir.Scalar:
    """How much the members of rings paid each other."""
    return rows.amount.sum() / 10_000


@owned(
    "risk.ring_members",
    reads="risk.ring_member",
    rows=inside,
    unit="count",
    empty=0,
    zh="团伙成员账户",
    en="Accounts in rings",
    formula=("团伙成员账户数", "accounts that are in a ring"),
    by=("role",),
)
def ring_members(rows: ir.Table) -> ir.Scalar:
    """Accounts that are in a ring."""
    return rows.count()


@owned(
    "risk.ring_marked",
    reads="risk.ring_score",
    rows=marked,
    unit="count",
    empty=0,
    zh="新发现高危账户",
    en="Accounts newly marked",
    formula=("概率达到阈值且未知的账户数", "accounts not known to be bad whose probability reaches the threshold"),
)
def ring_marked(rows: ir.Table) -> ir.Scalar:
    """Accounts that were not known and reach the threshold."""
    return rows.count()
