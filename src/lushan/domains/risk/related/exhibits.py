"""What is shown of related parties: the list by clause, the largest debtors, what changed."""

from __future__ import annotations

from ibis import _
from ibis.expr import types as ir

from lushan.domains.risk.related.rules import rule_table
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.metric import of_period
from lushan.runs.period import Period
from lushan.words import Text

KINDS = (
    ("person", Text("自然人", "person")),
    ("company", Text("公司", "company")),
    ("state", Text("国有机构", "state organ")),
    ("product", Text("产品", "product")),
    ("organisation", Text("其他组织", "organisation")),
)
MOVES = (
    ("added", Text("新增", "added")),
    ("removed", Text("退出", "removed")),
    ("changed", Text("条款变动", "changed")),
)
NAME = Field("name", Text("名称", "Name"), "text")
#: What the short forms of clauses stand for.
CLAUSE_NOTE = Text("条款 6(4) 即《办法》第六条第（四）项", "6(4) is article 6, item (4) of the order")
KIND = Field("kind", Text("类别", "Kind"), "text", words=KINDS)
#: How each clause is said, from the rule table itself.
CLAUSES = tuple(
    (clause, Text(f"第{'六七八'[int(clause[0]) - 6]}条第（{'一二三四五'[int(clause[2]) - 1]}）项", clause))
    for clause in dict.fromkeys([*(rule.clause for rule in rule_table().rules), rule_table().window.clause])
)


@exhibit(
    "risk.related_by_clause",
    kind="bar",
    name=("关联方按条款", "Related parties by clause"),
    zh="{{ risk.related_parties }} 个关联方中，亲属关系 {{ risk.related_kinship }} 个，"
    "投资关系 {{ risk.related_investment }} 个",
    en="Of {{ risk.related_parties }} related parties {{ risk.related_kinship }} are by kinship "
    "and {{ risk.related_investment }} by investment",
    label=Field("clause", Text("条款", "Clause"), "text", words=CLAUSES),
    fields=(Field("parties", Text("关联方", "Related parties")),),
    reads=("risk.related_clause", "risk.related_party"),
    note=("一个关联方可有多条依据", "One party may be related by several clauses"),
)
def related_by_clause(clauses: ir.Table, parties: ir.Table, period: Period) -> ir.Table:
    """How many of the listed parties each clause makes related."""
    listed = of_period(parties, period).select("party_id", "rules")
    found = of_period(clauses, period).inner_join(listed, "party_id")
    found = found.filter((found.certainty == "must") | found.rules.contains(found.rule))
    return found.group_by("clause").aggregate(parties=found.party_id.nunique()).order_by("clause")


@exhibit(
    "risk.related_debtors",
    kind="table",
    name=("授信净额最大的十个关联方", "The ten related parties that owe most"),
    zh="最大单一关联方授信净额占资本净额 {{ risk.related_largest_share }}",
    en="The most indebted related party owes {{ risk.related_largest_share }} of net capital",
    label=NAME,
    fields=(
        KIND,
        Field("millions", Text("授信净额（百万元）", "Net credit (million yuan)"), "ratio", 1),
        Field("share", Text("占资本净额", "Of net capital"), "percent", 4),
        Field("clauses", Text("条款", "Clauses"), "text"),
    ),
    reads=("risk.related_exposure", "risk.related_party"),
    attention="exceeded",
    note=(
        f"超过单一关联方限额的标出；{CLAUSE_NOTE.zh}",
        f"Over the limit for one related party: marked. {CLAUSE_NOTE.en}",
    ),
)
def related_debtors(exposures: ir.Table, parties: ir.Table, period: Period) -> ir.Table:
    """The related parties that owe most, against net capital."""
    clauses = of_period(parties, period).select("party_id", "clauses")
    rows = of_period(exposures, period).inner_join(clauses, "party_id")
    rows = rows.mutate(millions=rows.net / 1_000_000)
    return rows.order_by(_.net.desc(), "party_id").limit(10)


@exhibit(
    "risk.related_changes",
    kind="table",
    name=("关联方变动", "Changes of the list"),
    zh="较上月新增 {{ risk.related_added }} 个，退出 {{ risk.related_removed }} 个",
    en="{{ risk.related_added }} came to the list and {{ risk.related_removed }} left it",
    label=Field("change", Text("变动", "Change"), "text", words=MOVES),
    fields=(
        KIND,
        Field("before", Text("上月条款", "Clauses before"), "text"),
        Field("after", Text("本月条款", "Clauses now"), "text"),
        Field("parties", Text("关联方", "Related parties")),
    ),
    reads="risk.related_change",
    note=(CLAUSE_NOTE.zh, CLAUSE_NOTE.en),
)
def related_changes(changes: ir.Table, period: Period) -> ir.Table:
    """How many came, left or changed, by their clauses; who they are stands on the list alone."""
    rows = of_period(changes, period)
    moved = rows.group_by("change", "kind", "before", "after").aggregate(parties=rows.count())
    return moved.order_by("change", _.parties.desc(), "kind", "before", "after")
