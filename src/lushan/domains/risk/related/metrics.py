"""Figures of related parties: how many, of which relation, what they owe against net capital, what waits for people."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ibis.expr import types as ir

from lushan.runs.metric import change, metric, of_period
from lushan.runs.period import Period

related = partial(metric, owner="关联交易办公室", reads="risk.related_party", unit="count", empty=0)
exposure = partial(
    metric, owner="关联交易办公室", reads="risk.related_exposure", unit="percent", decimals=4, better="down"
)
moved = partial(metric, owner="关联交易办公室", reads="risk.related_change", unit="count", empty=0)


def where(column: str, value: str | bool) -> Callable[[ir.Table, Period], ir.Table]:
    """The rows of a period that have this value in a column."""

    def rows(table: ir.Table, period: Period) -> ir.Table:
        mine = of_period(table, period)
        return mine.filter(mine[column] == value)

    return rows


@related(
    "risk.related_parties",
    zh="关联方",
    en="Related parties",
    formula=("期末按第六至八条认定的关联方个数", "parties that clauses 6 to 8 make related at the end of the period"),
    by=("kind", "certainty", "held"),
)
def related_parties(rows: ir.Table) -> ir.Scalar:
    """The parties on the list of related parties."""
    return rows.count()


related_parties_change = change(related_parties, zh="关联方环比", en="Related parties, change")


@related(
    "risk.related_equity",
    zh="股权关系关联方",
    en="Related by equity",
    formula=("至少一条依据为持有或控制本行股权的关联方", "those with a clause of holding or controlling the bank"),
    rows=where("equity", True),
)
def related_equity(rows: ir.Table) -> ir.Scalar:
    """Related parties that hold or control the bank."""
    return rows.count()


@related(
    "risk.related_investment",
    zh="投资关系关联方",
    en="Related by investment",
    formula=(
        "至少一条依据为被本行或关联方控制、施加重大影响的关联方",
        "those that the bank or a related party controls",
    ),
    rows=where("investment", True),
)
def related_investment(rows: ir.Table) -> ir.Scalar:
    """Related parties that the bank or another related party controls or influences."""
    return rows.count()


@related(
    "risk.related_kinship",
    zh="亲属关系关联方",
    en="Related by kinship",
    formula=("至少一条依据为近亲属的关联方", "those with a clause of near kinship"),
    rows=where("kinship", True),
)
def related_kinship(rows: ir.Table) -> ir.Scalar:
    """Related parties by kinship."""
    return rows.count()


@moved(
    "risk.related_added",
    zh="新增关联方",
    en="Related parties added",
    formula=("本期在名单而上期不在的关联方", "on the list now and not in the period before"),
    rows=where("change", "added"),
)
def related_added(rows: ir.Table) -> ir.Scalar:
    """Parties that came to the list."""
    return rows.count()


@moved(
    "risk.related_removed",
    zh="退出关联方",
    en="Related parties removed",
    formula=("上期在名单而本期不在的关联方", "on the list in the period before and not now"),
    rows=where("change", "removed"),
)
def related_removed(rows: ir.Table) -> ir.Scalar:
    """Parties that left the list."""
    return rows.count()


@exposure(
    "risk.related_credit_share",
    zh="全部关联方授信净额占资本净额",
    en="Net credit of all related parties, of net capital",
    formula=("全部关联方授信净额 ÷ 上季末资本净额，限额 50%", "net credit of all ÷ net capital; at most 50 %"),
)
def related_credit_share(rows: ir.Table) -> ir.Scalar:
    """What all related parties owe net, against net capital."""
    return rows.net.sum() / rows.net_capital.max()


@exposure(
    "risk.related_largest_share",
    zh="最大单一关联方授信占比",
    en="Largest related party, of net capital",
    formula=("单一关联方授信净额最大值 ÷ 上季末资本净额，限额 10%", "largest net credit ÷ net capital; at most 10 %"),
)
def related_largest_share(rows: ir.Table) -> ir.Scalar:
    """What the most indebted related party owes net, against net capital."""
    return rows.net.max() / rows.net_capital.max()


@exposure(
    "risk.related_group_share",
    zh="最大关联法人集团授信占比",
    en="Largest related group, of net capital",
    reads="risk.related_group",
    formula=(
        "关联法人所在集团授信净额最大值 ÷ 上季末资本净额，限额 15%",
        "largest group's ÷ net capital; at most 15 %",
    ),
    rows=where("kind", "control"),
)
def related_group_share(rows: ir.Table) -> ir.Scalar:
    """What the most indebted group of organisations owes net, against net capital."""
    return rows.net.max() / rows.net_capital.max()


@related(
    "risk.related_limits_exceeded",
    zh="超限额关联方与集团",
    en="Limits exceeded",
    formula=("授信净额超过限额的关联方、集团与全部关联方的项数", "parties, groups and the whole over their limit"),
    reads="risk.limit_exceeded",
    better="down",
)
def related_limits_exceeded(rows: ir.Table) -> ir.Scalar:
    """Limits on credit of related parties that are exceeded."""
    return rows.count()


@related(
    "risk.related_matches",
    zh="待确认客户",
    en="Matches to confirm",
    formula=(
        "得分达到阈值而尚无人工判断的客户与关联方对",
        "pairs of customer and related party that wait for a person",
    ),
    reads="risk.match_to_confirm",
)
def related_matches(rows: ir.Table) -> ir.Scalar:
    """Customers that may be related parties and of whom nobody has said so yet."""
    return rows.count()


def of_month(deals: ir.Table, period: Period) -> ir.Table:
    """The major deals of a period."""
    mine = of_period(deals, period)
    return mine.filter(mine.major & period.holds(mine["on"]))


@related(
    "risk.related_major_deals",
    zh="重大关联交易",
    en="Major related-party transactions",
    formula=(
        "本期单笔达资本净额 1%，或年内累计达 5% 及其后每累计 1% 的关联交易笔数",
        "deals of the period of 1 % of net capital, or that take the year's total to 5 % and past each further 1 %",
    ),
    reads="risk.related_deal",
    rows=of_month,
)
def related_major_deals(rows: ir.Table) -> ir.Scalar:
    """Deals with related parties that are major."""
    return rows.count()


@related(
    "risk.ownership_findings",
    zh="关系数据问题",
    en="Findings on relations",
    formula=("持股、任职、亲属等关系数据中的问题数", "what is wrong with the tables of relations"),
    reads="risk.ownership_finding",
    better="down",
)
def ownership_findings(rows: ir.Table) -> ir.Scalar:
    """What is wrong with the tables of relations."""
    return rows.count()


@related(
    "risk.board_ties",
    zh="兼任人员",
    en="Persons in several organisations",
    formula=(
        "期末在两个及以上组织任职的人员数",
        "persons in office in two organisations or more at the end of the period",
    ),
    reads="risk.board_tie",
    by=("organisations",),
)
def board_ties(rows: ir.Table) -> ir.Scalar:
    """Persons who tie organisations together."""
    return rows.count()


@related(
    "risk.interlocks",
    zh="交叉任职组织对",
    en="Interlocking organisations",
    formula=("期末有共同任职人员的组织对数", "pairs of organisations that share persons in office"),
    reads="risk.interlock",
    by=("persons",),
)
def interlocks(rows: ir.Table) -> ir.Scalar:
    """Pairs of organisations that have persons in office in common."""
    return rows.count()
