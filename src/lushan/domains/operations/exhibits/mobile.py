"""The mobile bank: its users by day and by month."""

from __future__ import annotations

import ibis
from ibis.expr import types as ir

from lushan.domains.operations.exhibits.fields import DAY, MONTH, REMARK, SHADED, with_days_off
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.metric import of_period
from lushan.runs.model import Read
from lushan.runs.period import Period
from lushan.words import Text


@exhibit(
    "operations.mobile_users_by_day",
    kind="line",
    name=("手机银行每日活跃用户", "Daily users of the mobile bank"),
    zh="日活均值 {{ operations.mobile_dau_mean }} 户，{{ operations.mobile_dau_peak_day }}最高、"
    "{{ operations.mobile_dau_min_day }}最低",
    en="{{ operations.mobile_dau_mean }} users on a mean day, most on {{ operations.mobile_dau_peak_day }}, "
    "fewest on {{ operations.mobile_dau_min_day }}",
    label=DAY,
    fields=(Field("users", Text("日活跃用户（户）", "Daily active users"), hue="blue"),),
    reads=("operations.mobile_daily", "bank.calendar"),
    remark=REMARK,
    shade="day_off",
    note=SHADED,
)
def mobile_users_by_day(mobile_daily: ir.Table, calendar: ir.Table, period: Period) -> ir.Table:
    """The active users of each day, the most and the fewest remarked."""
    days = of_period(mobile_daily, period).select("day", users="active_users")
    remark = ibis.cases(
        (days.users == days.users.max(), "most"), (days.users == days.users.min(), "least"), else_=ibis.null("string")
    )
    return with_days_off(days.mutate(remark=remark), calendar).order_by("day")


@exhibit(
    "operations.mobile_users_by_month",
    kind="line",
    name=("手机银行月度活跃用户", "Users of the mobile bank by month"),
    zh="日活均值 {{ operations.mobile_dau_mean }} 户"
    "{% if operations.mobile_dau_mean.before.exists %}，较上月{{ operations.mobile_dau_mean.change }}{% endif %}",
    en="{{ operations.mobile_dau_mean }} users on a mean day"
    "{% if operations.mobile_dau_mean.before.exists %}, {{ operations.mobile_dau_mean.change }} on last month"
    "{% endif %}",
    label=MONTH,
    fields=(
        Field("most", Text("最高", "Most"), hue="green"),
        Field("mean", Text("均值", "Mean"), hue="blue"),
        Field("least", Text("最低", "Fewest"), hue="grey"),
    ),
    axis=("日活跃用户（户）", "Daily active users"),
    reads=Read("operations.mobile_daily", back=11),
)
def mobile_users_by_month(mobile_daily: ir.Table) -> ir.Table:
    """The mean, the most and the fewest daily users in each of twelve months."""
    users = mobile_daily.active_users
    months = mobile_daily.group_by(month=mobile_daily.period)
    return months.aggregate(most=users.max(), mean=users.mean(), least=users.min()).order_by("month")
