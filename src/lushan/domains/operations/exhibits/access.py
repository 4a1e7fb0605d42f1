"""The mobile office: what it is used for, by whom, from where, and how many use it on a day."""

from __future__ import annotations

from ibis import _
from ibis.expr import types as ir

from lushan.domains.operations.exhibits.fields import DAY, SHADED, with_days_off
from lushan.domains.operations.metrics.access import uses_of
from lushan.exhibits.exhibit import Field, exhibit
from lushan.runs.metric import of_period
from lushan.runs.period import Period
from lushan.words import Text


@exhibit(
    "operations.access_top_resources",
    kind="bar",
    name=("使用最多的业务资源", "Business resources used most"),
    zh="{{ operations.access_resources }} 个业务资源本月被访问 {{ operations.access_uses }} 次，使用最多的十个",
    en="The ten most used of {{ operations.access_resources }} business resources, "
    "used {{ operations.access_uses }} times",
    label=Field("resource", Text("业务资源", "Resource"), "text"),
    fields=(Field("uses", Text("访问次数", "Uses"), hue="green"),),
    reads="operations.access_use",
    note=("不含远程桌面", "The remote desktop is not counted"),
)
def access_top_resources(use: ir.Table, period: Period) -> ir.Table:
    """The ten business resources with most connections in the month."""
    rows = uses_of("business")(use, period)
    return (
        rows.group_by("resource").aggregate(uses=rows.connections.sum()).order_by(_.uses.desc(), "resource").limit(10)
    )


@exhibit(
    "operations.access_top_departments",
    kind="bar",
    name=("使用人数最多的部门", "Departments with most users"),
    zh="本月 {{ operations.access_users }} 人使用移动办公，人数最多的五个部门",
    en="The five departments with most of the mobile office's {{ operations.access_users }} users",
    label=Field("department", Text("部门", "Department"), "text"),
    fields=(Field("users", Text("使用人数", "Users"), hue="blue"),),
    reads="operations.access_use",
)
def access_top_departments(use: ir.Table, period: Period) -> ir.Table:
    """The five departments with most accounts that connected in the month."""
    rows = of_period(use, period)
    departments = rows.group_by("department").aggregate(users=rows.account_id.nunique())
    return departments.order_by(_.users.desc(), "department").limit(5)


@exhibit(
    "operations.access_top_cities",
    kind="bar",
    name=("接入最多的市区", "Cities connected from most"),
    zh="从 {{ operations.access_cities }} 个市区接入 {{ operations.access_logins }} 次，次数最多的五个",
    en="The five cities that most of {{ operations.access_logins }} connections came from, "
    "of {{ operations.access_cities }}",
    label=Field("city", Text("市区", "City"), "text"),
    fields=(
        Field("connections", Text("接入次数", "Connections"), hue="blue"),
        Field("province", Text("省份", "Province"), "text", shown="text"),
    ),
    reads="operations.access_use",
    note=("一人一日可接入多次", "One person may connect many times a day"),
)
def access_top_cities(use: ir.Table, period: Period) -> ir.Table:
    """The five cities with most connections in the month."""
    rows = of_period(use, period)
    cities = rows.group_by("city", "province").aggregate(connections=rows.connections.sum())
    return cities.order_by(_.connections.desc(), "city", "province").limit(5)


@exhibit(
    "operations.access_users_by_day",
    kind="column",
    name=("移动办公每日使用人数", "Daily users of the mobile office"),
    zh="移动办公日均 {{ operations.access_dau }} 人使用",
    en="{{ operations.access_dau }} people used the mobile office on a mean day",
    label=DAY,
    fields=(Field("users", Text("使用人数", "Users"), hue="blue"),),
    reads=("operations.access_use", "bank.calendar"),
    shade="day_off",
    note=SHADED,
)
def access_users_by_day(use: ir.Table, calendar: ir.Table, period: Period) -> ir.Table:
    """The accounts that connected on each day."""
    rows = of_period(use, period)
    days = rows.group_by("day").aggregate(users=rows.account_id.nunique())
    return with_days_off(days, calendar).order_by("day")
