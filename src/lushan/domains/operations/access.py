"""Operations' figures of the mobile bank, the mobile office and the recovery centre."""

from __future__ import annotations

from ibis.expr import types as ir

from lushan.runs.metric import change, metric, of_period
from lushan.runs.period import Period

RUN, DIGITAL = "运维中心", "数字银行部"
DAILY, USE, ACCOUNT = "operations.mobile_daily", "operations.access_use", "operations.access_account"


@metric(
    "operations.mobile_dau_mean", zh="手机银行日活均值", en="Mobile bank, mean daily users", unit="count", owner=DIGITAL,
    formula=("本期各日活跃用户的平均", "mean of the daily active users"), reads=DAILY, better="up",
)  # fmt: skip
def mobile_dau_mean(rows: ir.Table) -> ir.Scalar:
    """Users of the mobile bank on a mean day."""
    return rows.active_users.sum() / rows.day.nunique()


mobile_dau_mean_change = change(
    mobile_dau_mean, zh="手机银行日活均值较上月", en="Mean daily users, change on last month"
)


@metric(
    "operations.mobile_dau_peak", zh="手机银行日活峰值", en="Mobile bank, most daily users", unit="count", owner=DIGITAL,
    formula=("本期各日活跃用户的最大值", "the most daily active users"), reads=DAILY, better="up", by=("day",),
)  # fmt: skip
def mobile_dau_peak(rows: ir.Table) -> ir.Scalar:
    """Users of the mobile bank on its busiest day."""
    return rows.active_users.max()


mobile_dau_peak_change = change(
    mobile_dau_peak, zh="手机银行日活峰值较上月", en="Most daily users, change on last month"
)


@metric(
    "operations.mobile_dau_min", zh="手机银行日活最低值", en="Mobile bank, fewest daily users", unit="count", owner=DIGITAL,
    formula=("本期各日活跃用户的最小值", "the fewest daily active users"), reads=DAILY, better="up",
)  # fmt: skip
def mobile_dau_min(rows: ir.Table) -> ir.Scalar:
    """Users of the mobile bank on its quietest day."""
    return rows.active_users.min()


@metric(
    "operations.mobile_dau_peak_day", zh="日活最高日", en="Busiest day of the mobile bank", unit="date", owner=DIGITAL,
    formula=("活跃用户最多的一天", "the day with the most active users"), reads=DAILY,
)  # fmt: skip
def mobile_dau_peak_day(rows: ir.Table) -> ir.Scalar:
    """The day on which the mobile bank had most users."""
    return rows.day.argmax(rows.active_users).cast("string")


@metric(
    "operations.mobile_dau_min_day", zh="日活最低日", en="Quietest day of the mobile bank", unit="date", owner=DIGITAL,
    formula=("活跃用户最少的一天", "the day with the fewest active users"), reads=DAILY,
)  # fmt: skip
def mobile_dau_min_day(rows: ir.Table) -> ir.Scalar:
    """The day on which the mobile bank had fewest users."""
    return rows.day.argmin(rows.active_users).cast("string")


@metric(
    "operations.mobile_logins_per_user", zh="人均日登录次数", en="Logins a user a day", unit="ratio", decimals=2, owner=DIGITAL,
    formula=("登录次数 ÷ 活跃用户", "logins ÷ active users"), reads=DAILY,
)  # fmt: skip
def mobile_logins_per_user(rows: ir.Table) -> ir.Scalar:
    """How often an active user logs in on a day."""
    return rows.logins.sum() / rows.active_users.sum()


def open_accounts(accounts: ir.Table, period: Period) -> ir.Table:
    """The accounts open at the end of a period."""
    closed = (accounts.closed_on <= period.last).fill_null(False)
    return accounts.filter((accounts.opened_on <= period.last) & ~closed)


@metric(
    "operations.access_accounts", zh="移动办公开通账号", en="Mobile office accounts", unit="count", owner=RUN, empty=0,
    formula=("期末开通的账号数", "accounts open at the end of the period"), reads=ACCOUNT, rows=open_accounts, by=("department",),
)  # fmt: skip
def access_accounts(rows: ir.Table) -> ir.Scalar:
    """Accounts of the mobile office."""
    return rows.count()


@metric(
    "operations.access_business_users", zh="业务部门用户", en="Business users", unit="count", owner=RUN,
    formula=("期末业务部门开通账号的人数", "people of business departments with an account"), reads=ACCOUNT,
    rows=lambda accounts, period: open_accounts(accounts, period).filter(lambda row: row.kind == "business"),
)  # fmt: skip
def access_business_users(rows: ir.Table) -> ir.Scalar:
    """People of the business departments who may use the mobile office."""
    return rows.person_id.nunique()


@metric(
    "operations.access_users", zh="移动办公使用人数", en="Mobile office users", unit="count", owner=RUN, empty=0,
    formula=("本期有访问的账号数", "accounts that connected in the period"), reads=USE, by=("department",), better="up",
)  # fmt: skip
def access_users(rows: ir.Table) -> ir.Scalar:
    """Accounts that connected in the period."""
    return rows.account_id.nunique()


@metric(
    "operations.access_it_users", zh="科技部门使用人数", en="Technology users", unit="count", owner=RUN,
    formula=("本期有访问的科技部门账号数", "technology accounts that connected in the period"), reads=USE,
    rows=lambda use, period: of_period(use, period).filter(lambda row: row.kind == "technology"),
)  # fmt: skip
def access_it_users(rows: ir.Table) -> ir.Scalar:
    """Accounts of the technology department that connected in the period."""
    return rows.account_id.nunique()


@metric(
    "operations.access_dau", zh="移动办公日均活跃", en="Mobile office, mean daily users", unit="count", owner=RUN, better="up",
    formula=("各日有访问账号数之和 ÷ 当期天数", "sum of each day's accounts ÷ days of the period"), reads=USE,
)  # fmt: skip
def access_dau(rows: ir.Table, period: Period) -> ir.Scalar:
    """Accounts that connected on a mean day of the period."""
    return (rows.day.cast("string") + rows.account_id).nunique() / period.days


@metric(
    "operations.access_resources", zh="开通业务资源", en="Business resources", unit="count", owner=RUN,
    formula=("期末开通的业务资源数", "business resources open at the end of the period"), reads="operations.access_resource",
    rows=lambda resources, period: resources.filter(
        (resources.kind == "business") & (resources.opened_on <= period.last)
    ),
)  # fmt: skip
def access_resources(rows: ir.Table) -> ir.Scalar:
    """Business systems that the mobile office reaches."""
    return rows.count()


@metric(
    "operations.access_uses", zh="业务资源访问次数", en="Uses of business resources", unit="count", owner=RUN, better="up",
    formula=("本期经移动办公访问业务资源的次数", "connections to business resources"), reads=USE, by=("resource",), empty=0,
    rows=lambda use, period: of_period(use, period).filter(lambda row: row.resource_kind == "business"),
)  # fmt: skip
def access_uses(rows: ir.Table) -> ir.Scalar:
    """Connections to business resources."""
    return rows.connections.sum()


@metric(
    "operations.access_cities", zh="登录市区", en="Cities connected from", unit="count", owner=RUN,
    formula=("本期有接入的不同市区数", "different cities that connections came from"), reads=USE,
)  # fmt: skip
def access_cities(rows: ir.Table) -> ir.Scalar:
    """Cities that the mobile office was used from."""
    return rows.city.nunique()


@metric(
    "operations.access_logins", zh="接入次数", en="Connections", unit="count", owner=RUN, empty=0,
    formula=("本期接入次数合计", "connections in the period"), reads=USE, by=("city", "province"),
)  # fmt: skip
def access_logins(rows: ir.Table) -> ir.Scalar:
    """Connections to the mobile office; one person may connect many times a day."""
    return rows.connections.sum()


@metric(
    "operations.dr_defects_cleared", zh="累计消除遗留问题", en="Defects cleared", unit="count", owner=RUN, empty=0,
    formula=("截至本期末已消除的施工遗留问题数", "defects cleared up to the end of the period"), better="up", by=("trade",),
    reads="operations.centre_defect", rows=lambda defects, period: defects.filter(defects.cleared_on <= period.last),
)  # fmt: skip
def dr_defects_cleared(rows: ir.Table) -> ir.Scalar:
    """Defects of the recovery centre that have been cleared."""
    return rows.count()


@metric(
    "operations.dr_incidents", zh="灾备中心安全事件", en="Security incidents of the recovery centre", unit="count", owner=RUN,
    formula=("本期灾备中心的安全事件数", "security incidents of the recovery centre in the period"), better="down",
    reads="operations.incident",
    rows=lambda incidents, period: incidents.filter(
        (incidents.site == "recovery") & (incidents.kind == "security") & period.holds(incidents.began_at)
    ),
)  # fmt: skip
def dr_incidents(rows: ir.Table) -> ir.Scalar:
    """Security incidents of the recovery centre."""
    return rows.count()


@metric(
    "operations.incidents", zh="生产事件", en="Production incidents", unit="count", owner=RUN, better="down", empty=0,
    formula=("本期生产中心的事件数", "incidents of the production centre in the period"), reads="operations.incident",
    rows=lambda incidents, period: incidents.filter(
        (incidents.site == "production") & period.holds(incidents.began_at)
    ),
    by=("level",),
)  # fmt: skip
def incidents(rows: ir.Table) -> ir.Scalar:
    """Incidents of the production centre."""
    return rows.count()


@metric(
    "operations.dr_items_done_rate", zh="启用事项完成率", en="Readiness items done", unit="percent", decimals=4, owner=RUN,
    formula=("已完成事项 ÷ 全部事项", "items done ÷ all"), reads="operations.centre_item", rows=lambda items: items,
    by=("area",), better="up",
)  # fmt: skip
def dr_items_done_rate(rows: ir.Table) -> ir.Scalar:
    """The share of what the recovery centre needs that is done."""
    return (rows.state == "done").sum() / rows.count()
