"""Indicators one by one, policies, issues, and the comparison of the warehouse that moves."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.domains.governance.exhibits.fields import INDICATOR, KINDS, SOURCES, STATUSES
from lushan.domains.governance.exhibits.quality import TREND, before
from lushan.domains.governance.metrics.indicators import default_set
from lushan.domains.governance.metrics.migration import differing
from lushan.domains.governance.metrics.register import still_open, touched
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.metric import of_period
from lushan.runs.model import Read
from lushan.runs.period import Period
from lushan.words import Text


@exhibit(
    "governance.indicators_by_month",
    kind="stack",
    name=("历期交叉验证", "Cross-verification by collection"),
    zh="{{ governance.cross_indicators_defined }} 项指标通过 {{ governance.cross_indicators_passed }} 项",
    en="{{ governance.cross_indicators_passed }} of {{ governance.cross_indicators_defined }} indicators pass",
    label=Field("month", Text("数据期", "Collection"), "month"),
    fields=(
        Field("passed", Text("通过", "Passed"), hue="green"),
        Field("differing", Text("不一致", "Differ"), hue="ochre"),
        Field("unavailable", Text("无法取数", "Cannot be extracted"), hue="grey"),
    ),
    axis=("指标（项）", "Indicators"),
    reads=Read("governance.indicator", back=TREND),
)
def indicators_by_month(indicator: ir.Table, period: Period) -> ir.Table:
    """What came of the default indicators in each collection."""
    rows = before(indicator, period)
    rows = rows.filter(rows.standard)
    counts = {
        "passed": rows.passed.sum(),
        "differing": rows.count(where=rows.status == "differs"),
        "unavailable": rows.count(where=rows.status == "unavailable"),
    }
    return rows.group_by(month="period").aggregate(**counts).order_by("month")


@exhibit(
    "governance.indicators_not_passed",
    kind="table",
    name=("未通过的指标", "Indicators that do not pass"),
    zh="未通过的指标：{{ governance.cross_indicators_differing }} 项不一致，"
    "{{ governance.cross_indicators_unavailable }} 项无法取数",
    en="Indicators that do not pass: {{ governance.cross_indicators_differing }} differ, "
    "{{ governance.cross_indicators_unavailable }} cannot be extracted",
    label=INDICATOR,
    fields=(Field("status", Text("结论", "Status"), "text", words=STATUSES),),
    reads=Read("governance.indicator", back=1),
)
def indicators_not_passed(indicator: ir.Table, period: Period) -> ir.Table:
    """The default indicators of the last collection that do not pass."""
    rows = default_set(indicator, period)
    return rows.filter(~rows.passed).order_by("number")


@exhibit(
    "governance.policies",
    kind="table",
    name=("印发与修订的制度", "Policies issued or revised"),
    zh="本月印发与修订数据治理制度 {{ governance.policies_touched }} 项",
    en="Policies issued or revised this month: {{ governance.policies_touched }}",
    label=Field("title", Text("制度", "Policy"), "text"),
    fields=(
        Field("kind", Text("类别", "Kind"), "text", words=KINDS),
        Field("owner", Text("责任部门", "Owner"), "text"),
        Field("touched_on", Text("日期", "Day"), "date"),
        Field("is_new", Text("新制定", "New"), "text"),
    ),
    reads="governance.policy",
)
def policies(policy: ir.Table, period: Period) -> ir.Table:
    """The policies that were issued or revised in the period, the newest first."""
    rows = touched(policy, period)
    rows = rows.mutate(touched_on=ibis.greatest(rows.issued_on, rows.revised_on.fill_null(rows.issued_on)))
    return rows.mutate(is_new=rows.touched_on == rows.issued_on).order_by(_.touched_on.desc(), "policy_id")


@exhibit(
    "governance.open_issues",
    kind="table",
    name=("待销号问题", "Open issues"),
    zh="待销号 {{ governance.issues_open }} 项"
    "{% if governance.issues_overdue > 0 %}，其中 {{ governance.issues_overdue }} 项逾期"
    "{% else %}，没有逾期{% endif %}",
    en="{{ governance.issues_open }} issues are open"
    "{% if governance.issues_overdue > 0 %}, {{ governance.issues_overdue }} of them overdue"
    "{% else %}, none is overdue{% endif %}",
    label=Field("title", Text("问题", "Issue"), "text"),
    fields=(
        Field("source", Text("来源", "Found by"), "text", words=SOURCES),
        Field("owner", Text("责任部门", "Owner"), "text"),
        Field("due_on", Text("要求完成日", "Due on"), "date"),
    ),
    reads="governance.issue",
    attention="overdue",
    note=("逾期的标出", "What is overdue is marked"),
)
def open_issues(issue: ir.Table, period: Period) -> ir.Table:
    """The issues that are open at the end of the period, the first due first."""
    return still_open(issue, period).order_by("due_on", "issue_id")


@exhibit(
    "governance.migration_by_table",
    kind="table",
    name=("迁移比对结果", "Comparison of the migration"),
    zh="{{ governance.migration_tables }} 张表比对 {{ governance.migration_batches }} 个批次，"
    "{{ governance.migration_equal_rate }} 完全一致",
    en="{{ governance.migration_tables }} tables compared over {{ governance.migration_batches }} batches; "
    "{{ governance.migration_equal_rate }} without a difference",
    label=Field("table_name", Text("数据表", "Table"), "id"),
    fields=(
        Field("batches", Text("批次", "Batches")),
        Field("rows", Text("比对行数", "Rows compared")),
        Field("unequal", Text("不一致批次", "Batches that differ")),
        Field("differing", Text("不一致行数", "Rows that differ")),
        Field("last_unequal", Text("最近不一致批次", "Last batch that differed"), "date"),
    ),
    reads="governance.migration_result",
)
def migration_by_table(results: ir.Table, period: Period) -> ir.Table:
    """What comparing each table gave in the period, the most rows that differ first."""
    rows = of_period(results, period)
    unequal = differing(rows)
    tables = rows.group_by("table_name").aggregate(
        batches=rows.count(),
        rows=rows.left_rows.sum(),
        unequal=rows.count(where=unequal),
        differing=(rows.missing_rows + rows.extra_rows + rows.changed_rows).sum(),
        last_unequal=rows.batch_on.max(where=unequal),
    )
    return tables.order_by(tables.differing.desc(), "table_name")
