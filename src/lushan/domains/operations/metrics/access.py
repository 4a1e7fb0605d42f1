"""The mobile office: who may use it, who did, for what and from where."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ibis.expr import types as ir

from lushan.runs.metric import metric, of_period
from lushan.runs.period import Period

access = partial(metric, owner="运维中心", unit="count")
account = partial(access, reads="operations.access_account")
use = partial(access, reads="operations.access_use", better="up")


def open_accounts(accounts: ir.Table, period: Period) -> ir.Table:
    """The accounts open at the end of a period."""
    still = accounts.closed_on.isnull() | (accounts.closed_on > period.last)
    return accounts.filter((accounts.opened_on <= period.last) & still)


@account(
    "operations.access_accounts",
    zh="移动办公开通账号",
    en="Mobile office accounts",
    empty=0,
    formula=("期末开通的账号数", "accounts open at the end of the period"),
    rows=open_accounts,
    by=("department", "kind"),
)
def access_accounts(rows: ir.Table) -> ir.Scalar:
    """Accounts of the mobile office."""
    return rows.count()


@account(
    "operations.access_business_users",
    zh="业务部门用户",
    en="Business users",
    formula=("期末业务部门开通账号的人数", "people of business departments with an account"),
    rows=lambda accounts, period: open_accounts(accounts, period).filter(accounts.kind == "business"),
)
def access_business_users(rows: ir.Table) -> ir.Scalar:
    """People of the business departments who may use the mobile office."""
    return rows.person_id.nunique()


@account(
    "operations.access_departments",
    zh="使用部门与机构",
    en="Departments and branches reached",
    formula=("期末有开通账号的部门与机构数", "departments and branches with an open account"),
    rows=open_accounts,
)
def access_departments(rows: ir.Table) -> ir.Scalar:
    """Departments and branches whose people may use the mobile office."""
    return rows.department.nunique()


@use(
    "operations.access_users",
    zh="移动办公使用人数",
    en="Mobile office users",
    empty=0,
    formula=("本期有接入的账号数", "accounts that connected in the period"),
    by=("department",),
)
def access_users(rows: ir.Table) -> ir.Scalar:
    """Accounts that connected in the period."""
    return rows.account_id.nunique()


@use(
    "operations.access_it_users",
    zh="科技部门使用人数",
    en="Technology users",
    formula=("本期有接入的科技部门账号数", "technology accounts that connected in the period"),
    rows=lambda use, period: of_period(use, period).filter(use.kind == "technology"),
)
def access_it_users(rows: ir.Table) -> ir.Scalar:
    """Accounts of the technology department that connected in the period."""
    return rows.account_id.nunique()


def daily_users(rows: ir.Table, period: Period) -> ir.FloatingScalar:
    """The accounts that connected on a mean day."""
    return (rows.day.cast("string") + rows.account_id).nunique() / period.days


@use(
    "operations.access_dau",
    zh="移动办公日均活跃",
    en="Mobile office, mean daily users",
    formula=("各日有接入账号数之和 ÷ 当期天数", "sum of each day's accounts ÷ days of the period"),
)
def access_dau(rows: ir.Table, period: Period) -> ir.Scalar:
    """Accounts that connected on a mean day of the period."""
    return daily_users(rows, period)


@use(
    "operations.access_stickiness",
    zh="移动办公活跃黏性",
    en="Mobile office, stickiness",
    unit="percent",
    decimals=4,
    formula=("日均活跃 ÷ 本期使用人数", "mean daily users ÷ users of the period"),
)
def access_stickiness(rows: ir.Table, period: Period) -> ir.Scalar:
    """The share of the period's users that connected on a mean day."""
    return daily_users(rows, period) / rows.account_id.nunique()


@access(
    "operations.access_resources",
    zh="开通业务资源",
    en="Business resources",
    formula=("期末开通的业务资源数", "business resources open at the end of the period"),
    reads="operations.access_resource",
    rows=lambda resources, period: resources.filter(
        (resources.kind == "business") & (resources.opened_on <= period.last)
    ),
    better="up",
)
def access_resources(rows: ir.Table) -> ir.Scalar:
    """Business systems that the mobile office reaches."""
    return rows.count()


def uses_of(kind: str) -> Callable[[ir.Table, Period], ir.Table]:
    """The period's connections to one kind of resource."""

    def uses(use: ir.Table, period: Period) -> ir.Table:
        return of_period(use, period).filter(use.resource_kind == kind)

    return uses


@use(
    "operations.access_uses",
    zh="业务资源访问次数",
    en="Uses of business resources",
    empty=0,
    formula=("本期经移动办公访问业务资源的次数", "connections to business resources in the period"),
    rows=uses_of("business"),
    by=("resource",),
)
def access_uses(rows: ir.Table) -> ir.Scalar:
    """Connections to business resources."""
    return rows.connections.sum()


@use(
    "operations.access_desktop_uses",
    zh="远程桌面访问次数",
    en="Uses of the remote desktop",
    formula=("本期经移动办公访问远程桌面的次数", "connections to the remote desktop in the period"),
    rows=uses_of("remote_desktop"),
)
def access_desktop_uses(rows: ir.Table) -> ir.Scalar:
    """Connections to the remote desktop."""
    return rows.connections.sum()


@use(
    "operations.access_cities",
    zh="登录市区",
    en="Cities connected from",
    formula=("本期有接入的不同市区数", "different cities that connections came from"),
)
def access_cities(rows: ir.Table) -> ir.Scalar:
    """Cities that the mobile office was used from."""
    return rows.city.nunique()


@use(
    "operations.access_logins",
    zh="接入次数",
    en="Connections",
    empty=0,
    formula=("本期接入次数合计，一人一日可多次", "connections in the period; one person may connect many times a day"),
    by=("city", "province"),
)
def access_logins(rows: ir.Table) -> ir.Scalar:
    """Connections to the mobile office, which are more than its users."""
    return rows.connections.sum()
