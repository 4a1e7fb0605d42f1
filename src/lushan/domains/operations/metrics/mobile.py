"""The mobile bank: how many people used it on a day."""

from __future__ import annotations

from functools import partial

from ibis.expr import types as ir

from lushan.runs.metric import change, metric, of_period
from lushan.runs.period import Period

mobile = partial(metric, reads="operations.mobile_daily", owner="数字银行部")
users = partial(mobile, unit="count", better="up")


def busiest(mobile_daily: ir.Table, period: Period) -> ir.Table:
    """The day of a period with most active users; several when they had the same."""
    days = of_period(mobile_daily, period)
    return days.filter(days.active_users == days.active_users.max())


def quietest(mobile_daily: ir.Table, period: Period) -> ir.Table:
    """The day of a period with fewest active users; several when they had the same."""
    days = of_period(mobile_daily, period)
    return days.filter(days.active_users == days.active_users.min())


@users(
    "operations.mobile_dau_mean",
    zh="手机银行日活均值",
    en="Mobile bank, mean daily users",
    formula=("本期各日活跃用户的平均", "mean of the daily active users"),
)
def mobile_dau_mean(rows: ir.Table) -> ir.Scalar:
    """Users of the mobile bank on a mean day."""
    return rows.active_users.sum() / rows.day.nunique()


@users(
    "operations.mobile_dau_peak",
    zh="手机银行日活峰值",
    en="Mobile bank, most daily users",
    formula=("本期各日活跃用户的最大值", "the most daily active users"),
    rows=busiest,
)
def mobile_dau_peak(rows: ir.Table) -> ir.Scalar:
    """Users of the mobile bank on its busiest day."""
    return rows.active_users.max()


@users(
    "operations.mobile_dau_min",
    zh="手机银行日活最低值",
    en="Mobile bank, fewest daily users",
    formula=("本期各日活跃用户的最小值", "the fewest daily active users"),
    rows=quietest,
)
def mobile_dau_min(rows: ir.Table) -> ir.Scalar:
    """Users of the mobile bank on its quietest day."""
    return rows.active_users.min()


@mobile(
    "operations.mobile_dau_peak_day",
    zh="日活最高日",
    en="Busiest day of the mobile bank",
    unit="date",
    formula=("活跃用户最多的一天", "the day with the most active users"),
    rows=busiest,
)
def mobile_dau_peak_day(rows: ir.Table) -> ir.Scalar:
    """The day on which the mobile bank had most users; the earliest of several."""
    return rows.day.min()


@mobile(
    "operations.mobile_dau_min_day",
    zh="日活最低日",
    en="Quietest day of the mobile bank",
    unit="date",
    formula=("活跃用户最少的一天", "the day with the fewest active users"),
    rows=quietest,
)
def mobile_dau_min_day(rows: ir.Table) -> ir.Scalar:
    """The day on which the mobile bank had fewest users; the earliest of several."""
    return rows.day.min()


@mobile(
    "operations.mobile_logins_per_user",
    zh="人均日登录次数",
    en="Logins a user a day",
    unit="ratio",
    decimals=2,
    formula=("登录次数 ÷ 活跃用户", "logins ÷ active users"),
)
def mobile_logins_per_user(rows: ir.Table) -> ir.Scalar:
    """How often an active user logs in on a day."""
    return rows.logins.sum() / rows.active_users.sum()


mobile_dau_mean_change = change(
    mobile_dau_mean, zh="手机银行日活均值较上月", en="Mean daily users, change on last month"
)
mobile_dau_peak_change = change(
    mobile_dau_peak, zh="手机银行日活峰值较上月", en="Most daily users, change on last month"
)
