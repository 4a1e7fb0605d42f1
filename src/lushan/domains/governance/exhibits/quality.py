"""The quality of what is filed: its trend, the classes of checks, and the ranking of branches."""

from __future__ import annotations

from ibis import _
from ibis.expr import types as ir

from lushan.domains.governance.exhibits.fields import CLASS, CLASSES, GRADE, HUES, TABLE
from lushan.domains.governance.metrics.indicators import collected_last
from lushan.domains.governance.metrics.rules import branches, filed_rules
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.model import Read
from lushan.runs.period import Period
from lushan.words import Text

#: How many collections a trend shows.
TREND = 3


def before(table: ir.Table, period: Period) -> ir.Table:
    """The rows of the collections up to the one that is filed in a period."""
    return table.filter(table.period < str(period))


@exhibit(
    "governance.failed_by_month",
    kind="stack",
    name=("历期不符项", "Cells that fail, by collection"),
    zh="本期不符 {{ governance.cells_failed }} 项，规则通过率 {{ governance.rules_passed_rate }}",
    en="{{ governance.cells_failed }} cells fail in this collection; {{ governance.rules_passed_rate }} of rules pass",
    label=Field("month", Text("采集期", "Collection"), "month"),
    fields=tuple(Field(code, said, hue=hue) for (code, said), hue in zip(CLASSES[:4], HUES, strict=True)),
    axis=("不符项", "Cells that fail"),
    reads=Read("governance.rule_result", back=TREND),
    note=("有据豁免的单独计数，不在其中", "What is exempted with a document is counted apart"),
)
def failed_by_month(results: ir.Table, period: Period) -> ir.Table:
    """The cells that failed in each collection, by the four classes of checks."""
    rows = before(results, period)
    counted = {code: rows.failed.sum(where=rows["class"] == code).fill_null(0) for code, _said in CLASSES[:4]}
    return rows.group_by(month="period").aggregate(**counted).order_by("month")


@exhibit(
    "governance.passed_by_month",
    kind="line",
    name=("历期规则通过率", "Rules passed, by collection"),
    zh="规则通过率 {{ governance.rules_passed_rate }}，数据合格率 {{ governance.cells_passed_rate }}",
    en="{{ governance.rules_passed_rate }} of rules pass, and {{ governance.cells_passed_rate }} of cells hold",
    label=Field("month", Text("采集期", "Collection"), "month"),
    fields=(Field("passed", Text("规则通过率", "Rules passed"), "percent", 4, hue="green"),),
    reads=Read("governance.rule_result", back=TREND),
)
def passed_by_month(results: ir.Table, period: Period) -> ir.Table:
    """The share of the regulator's rules that no row breaks, in each collection."""
    rows = before(results, period)
    rows = rows.filter(rows["class"] != "master")
    share = rows.count(where=rows.status == "passed") / rows.count()
    return rows.group_by(month="period").aggregate(passed=share).order_by("month")


@exhibit(
    "governance.classes",
    kind="table",
    name=("四类校验结果", "Results by class of check"),
    zh="{{ governance.rules_checked }} 条规则检核 {{ governance.cells_checked }} 项，"
    "不符 {{ governance.cells_failed }} 项",
    en="{{ governance.rules_checked }} rules asked {{ governance.cells_checked }} cells; "
    "{{ governance.cells_failed }} fail",
    label=CLASS,
    fields=(
        Field("rules", Text("规则", "Rules")),
        Field("passed", Text("通过", "Passed")),
        Field("checked", Text("应检项", "Cells checked")),
        Field("failed", Text("不符项", "Cells that fail")),
        Field("exempt", Text("豁免项", "Exempted")),
    ),
    reads=Read("governance.rule_result", back=1),
)
def classes(results: ir.Table, period: Period) -> ir.Table:
    """Rules and cells of each class of checks in the last collection."""
    rows = filed_rules(results, period)
    found = rows.group_by("class").aggregate(
        rules=rows.count(),
        passed=rows.count(where=rows.status == "passed"),
        checked=rows.checked.sum(),
        failed=rows.failed.sum(),
        exempt=rows.exempt.sum(),
    )
    rank = found["class"].cases(*((code, place) for place, (code, _said) in enumerate(CLASSES)), else_=9)
    return found.mutate(rank=rank).order_by("rank").drop("rank")


@exhibit(
    "governance.branch_ranking",
    kind="bar",
    name=("机构数据质量排名", "Branches by the quality of their data"),
    zh="{{ governance.branches_graded }} 家机构参评，"
    "{% if governance.cells_failed > 0 %}不符项最多的排在最前{% else %}都没有不符项{% endif %}",
    en="{{ governance.branches_graded }} branches are graded"
    "{% if governance.cells_failed > 0 %}, the one with most cells that fail first"
    "{% else %}, and none filed a cell that fails{% endif %}",
    label=Field("name", Text("机构", "Branch"), "text"),
    fields=(Field("failed", Text("不符项", "Cells that fail"), hue="ochre"), GRADE),
    reads=(Read("governance.grade", back=1), "bank.organisation"),
)
def branch_ranking(grade: ir.Table, organisations: ir.Table, period: Period, *, most: int = 14) -> ir.Table:
    """The branches of the last collection, the most cells that fail first.

    Args:
        most: how many branches are shown.
    """
    names = organisations.select("name", subject="org_id")
    rows = branches(grade, period).left_join(names, "subject")
    shown = rows.select("subject", "failed", "score", "grade", name=rows.name.fill_null(rows.subject))
    return shown.order_by(_.failed.desc(), "score", "subject").limit(most)


@exhibit(
    "governance.most_broken_rules",
    kind="table",
    name=("不符最多的规则", "Rules broken most"),
    zh="{% if governance.cells_failed > 0 %}先改不符最多的规则{% else %}没有规则不符{% endif %}",
    en="{% if governance.cells_failed > 0 %}Begin with the rules that are broken most"
    "{% else %}No rule is broken{% endif %}",
    label=Field("rule", Text("规则", "Rule"), "id"),
    fields=(
        CLASS,
        TABLE,
        Field("failed", Text("不符行", "Rows")),
        Field("owner", Text("责任部门", "Owner"), "text"),
    ),
    reads=Read("governance.rule_result", back=1),
)
def most_broken_rules(results: ir.Table, period: Period, *, most: int = 10) -> ir.Table:
    """The rules of the last collection that most rows break.

    Args:
        most: how many rules are shown.
    """
    rows = collected_last(results, period)
    rows = rows.filter(rows.failed > 0)
    return rows.order_by(rows.failed.desc(), "rule").limit(most)
