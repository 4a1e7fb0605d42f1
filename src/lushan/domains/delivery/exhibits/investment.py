"""Resource input: which departments it went to, and who gave it."""

from __future__ import annotations

from ibis import _
from ibis.expr import types as ir

from lushan.domains.delivery.exhibits.fields import LINE
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.metric import of_period
from lushan.runs.period import Period
from lushan.words import Text


@exhibit(
    "delivery.investment_top_departments",
    kind="bar",
    name=("科技投入前十部门", "Resource input, top ten departments"),
    zh="{% set departments = delivery.investment_share.by('department') | sort(attribute='number', reverse=true) %}"
    "{% if departments %}{{ departments[0].dims[0] }}居首，占全部人力投入的 {{ departments[0] }}"
    "{% else %}本月没有报工{% endif %}",
    en="{% set departments = delivery.investment_share.by('department') | sort(attribute='number', reverse=true) %}"
    "{% if departments %}{{ departments[0].dims[0] }} comes first with {{ departments[0] }} of all person-days"
    "{% else %}No work was reported this month{% endif %}",
    label=Field("department", Text("投入部门", "Department"), "text"),
    fields=(
        Field("days", Text("人力投入", "Resource input"), "person_days", hue="green"),
        Field("share", Text("占比", "Share"), "percent", 3, shown="text"),
    ),
    reads="delivery.investment",
    note=("含驻场外包", "On-site vendors included"),
)
def investment_top_departments(investment: ir.Table, period: Period) -> ir.Table:
    """The ten departments that most person-days went to, and their share of all."""
    rows = of_period(investment, period)
    departments = rows.group_by("department").aggregate(days=rows.days.sum())
    share = departments.days.cast("float64") / departments.days.sum().cast("float64")
    return departments.mutate(share=share).order_by(_.days.desc(), "department").limit(10)


@exhibit(
    "delivery.investment_by_line",
    kind="bar",
    name=("各条线人力投入", "Resource input by line"),
    zh="驻场外包占 {{ delivery.investment_days }} 人天的 {{ delivery.investment_vendor_share }}",
    en="On-site vendors gave {{ delivery.investment_vendor_share }} of {{ delivery.investment_days }} person-days",
    label=LINE,
    fields=(
        Field("bank", Text("行员", "Bank staff"), "person_days", hue="green"),
        Field("vendor", Text("驻场外包", "On-site vendors"), "person_days", hue="grey"),
    ),
    axis=("人力投入（人天）", "Person-days"),
    reads="delivery.investment",
)
def investment_by_line(investment: ir.Table, period: Period) -> ir.Table:
    """The person-days of each line, by who gave them."""
    rows = of_period(investment, period)
    lines = rows.group_by("line").aggregate(
        all=rows.days.sum(),
        bank=rows.days.sum(where=rows.employer == "bank").fill_null(0),
        vendor=rows.days.sum(where=rows.employer == "vendor").fill_null(0),
    )
    return lines.order_by(_.all.desc(), "line")
