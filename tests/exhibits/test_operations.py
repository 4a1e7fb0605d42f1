"""What operations' exhibits show, over rows few enough to count."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from hand import rows_of
from lushan.domains.operations.exhibits import access, batches, centre, incidents, mobile, systems


def day(system: str, number: int, transactions: int, **more: Any) -> dict[str, Any]:
    return {"day": date(2023, 2, number), "system": system, "transactions": transactions, "period": "2023-02", **more}


CALENDAR = [{"day": date(2023, 2, 3), "is_workday": True}, {"day": date(2023, 2, 4), "is_workday": False}]


def test_the_busiest_day_of_the_core_is_remarked_and_days_off_are_shaded() -> None:
    days = [day("core", 3, 20), day("core", 4, 30), day("credit", 3, 99)]
    rows = rows_of(systems.core_volume_by_day, "2023-02", operations__system_day=days, bank__calendar=CALENDAR)
    assert rows == [
        {"day": date(2023, 2, 3), "transactions": 20, "remark": None, "day_off": False},
        {"day": date(2023, 2, 4), "transactions": 30, "remark": "most", "day_off": True},
    ]


def test_without_a_calendar_no_day_is_shaded() -> None:
    rows = rows_of(systems.core_volume_by_day, "2023-02", operations__system_day=[day("core", 3, 20)])
    assert [row["day_off"] for row in rows] == [None]


def test_the_mean_latency_is_of_transactions() -> None:
    days = [day("credit", 3, 4, latency_total=420), day("credit", 4, 1, latency_total=90)]
    rows = rows_of(systems.credit_latency_by_day, "2023-02", operations__system_day=days)
    assert [row["mean"] for row in rows] == [105, 90]


def test_latency_by_system_joins_days_and_month() -> None:
    failures = {"technical_failures": 1, "timeouts": 1, "latency_total": 1000}
    days = [day("core", 3, 10, **failures), day("core", 4, 10, **failures), day("mobile", 3, 5, **failures)]
    months = [
        {"system": system, "transactions": count, "latency_p50": 9.0, "period": "2023-02"}
        for system, count in (("mobile", 5), ("core", 20))
    ]
    rows = rows_of(systems.latency_by_system, "2023-02", operations__system_day=days, operations__system_month=months)
    assert [(row["system"], row["mean"], row["success"], row["timeouts"]) for row in rows] == [
        ("core", 100, pytest.approx(0.8), 2),
        ("mobile", 200, pytest.approx(0.6), 1),
    ]


def test_months_of_latency_come_in_order() -> None:
    months = [
        {"system": system, "transactions": 1, "latency_p99": p99, "period": of}
        for system, of, p99 in [("core", "2023-02", 9.0), ("core", "2023-01", 8.0), ("credit", "2023-01", 7.0)]
    ]
    rows = rows_of(systems.core_latency_by_month, "2023-02", operations__system_month=months)
    assert [(row["month"], row["latency_p99"]) for row in rows] == [("2023-01", 8), ("2023-02", 9)]


def users(of: str, number: int, active: int) -> dict[str, Any]:
    return {"day": date.fromisoformat(f"{of}-{number:02}"), "active_users": active, "period": of}


def test_most_and_fewest_users_are_remarked() -> None:
    days = [users("2023-02", 1, 50), users("2023-02", 2, 70), users("2023-02", 3, 60)]
    rows = rows_of(mobile.mobile_users_by_day, "2023-02", operations__mobile_daily=days)
    assert [row["remark"] for row in rows] == ["least", "most", None]


def test_users_by_month() -> None:
    days = [users("2023-01", 1, 10), users("2023-02", 1, 50), users("2023-02", 2, 70)]
    assert rows_of(mobile.mobile_users_by_month, "2023-02", operations__mobile_daily=days) == [
        {"month": "2023-01", "most": 10, "mean": 10, "least": 10},
        {"month": "2023-02", "most": 70, "mean": 60, "least": 50},
    ]


def night(number: int, minutes: float, late: bool = False, job: str = "核心批量") -> dict[str, Any]:
    return {"run_on": date(2023, 2, number), "job": job, "minutes": minutes, "late": late, "period": "2023-02"}


def test_a_night_is_marked_when_long_or_late() -> None:
    nights = [night(1, 80.0), night(2, 80.0), night(3, 170.0), night(4, 70.0, late=True), night(5, 900.0, job="其他")]
    rows = rows_of(batches.core_batch_by_night, "2023-02", operations__batch_day=nights)
    assert [(row["minutes"], row["unusual"]) for row in rows] == [(80, False), (80, False), (170, True), (70, True)]


def link(on: int, link: str, distance: int, late: float, first: bool = False, job: str = "报表批量") -> dict[str, Any]:
    return {
        "run_on": date(2023, 2, on),
        "job": job,
        "link": link,
        "distance": distance,
        "late_minutes": late,
        "first_late": first,
        "started_at": datetime(2023, 2, on, 1, tzinfo=UTC),
        "ended_at": datetime(2023, 2, on, 4, 12, 5, tzinfo=UTC),
        "deadline": datetime(2023, 2, on, 0, tzinfo=UTC),
        "period": "2023-02",
    }


CAUSES = [
    link(1, "报表批量", 0, 30.0),
    link(1, "总账批量", 1, 20.0, first=True),
    link(3, "报表批量", 0, 250.0),
    link(3, "总账批量", 1, 200.0),
    link(3, "信贷调账", 2, 190.0, first=True),
    link(3, "同业对账", 1, 10.0, first=True),
    link(3, "总账批量", 0, 200.0, job="总账批量"),
]


def test_the_chain_is_of_the_latest_day_by_the_wall_clock() -> None:
    jobs = [
        {
            "run_on": date(2023, 2, 3),
            "job": "总账批量",
            "planned_start": datetime(2023, 2, 2, 18, tzinfo=UTC),
            "period": "2023-02",
        }
    ]
    rows = rows_of(batches.report_chain, "2023-02", operations__batch_cause=CAUSES, operations__batch_job=jobs)
    assert [row["link"] for row in rows] == ["信贷调账", "同业对账", "总账批量", "报表批量"]
    assert [row["first_late"] for row in rows] == [True, True, False, False]
    ledger = rows[2]
    assert [f"{ledger[name]:%d %H:%M}" for name in ("planned", "due", "ended")] == ["03 02:00", "03 08:00", "03 12:12"]


def test_late_days_name_the_farthest_first_link() -> None:
    rows = rows_of(batches.report_late_days, "2023-02", operations__batch_cause=CAUSES)
    assert [(row["run_on"].day, row["late_minutes"], row["first_link"], row["links"]) for row in rows] == [
        (1, 30, "总账批量", 2),
        (3, 250, "信贷调账", 4),
    ]


def test_a_month_without_a_late_day_has_no_chain() -> None:
    assert rows_of(batches.report_chain, "2023-02") == []
    assert rows_of(batches.report_late_days, "2023-02") == []


def test_incidents_begin_in_the_month_and_in_production() -> None:
    def incident(number: int, began: datetime, **more: Any) -> dict[str, Any]:
        base = {"incident_id": f"I{number}", "site": "production", "kind": "data", "level": "III", "system": "核心系统"}
        return {**base, "began_at": began, **more}

    found = [
        incident(1, datetime(2023, 1, 31, 16, 30, tzinfo=UTC), resolved_at=datetime(2023, 1, 31, 17, 15, tzinfo=UTC)),
        incident(2, datetime(2023, 2, 9, 4, tzinfo=UTC), level="II"),
        incident(3, datetime(2023, 2, 9, 4, tzinfo=UTC), site="recovery"),
        incident(4, datetime(2023, 2, 28, 16, tzinfo=UTC)),
    ]
    rows = rows_of(incidents.incidents, "2023-02", operations__incident=found)
    assert [(row["day"], f"{row['began']:%H:%M}", row["minutes"], row["grave"]) for row in rows] == [
        (date(2023, 2, 1), "00:30", 45, False),
        (date(2023, 2, 9), "12:00", None, True),
    ]


def used(number: int, account: str, department: str, resource: str, city: str, connections: int) -> dict[str, Any]:
    kind = "remote_desktop" if resource == "远程桌面" else "business"
    return {
        "day": date(2023, 2, number), "account_id": account, "department": department, "resource": resource,
        "resource_kind": kind, "city": city, "province": "江西", "connections": connections, "period": "2023-02",
    }  # fmt: skip


USES = [
    used(3, "a", "信息科技部", "信贷系统", "九江", 5),
    used(3, "a", "信息科技部", "远程桌面", "九江", 50),
    used(3, "b", "信息科技部", "押品系统", "南昌", 4),
    used(4, "c", "数字银行部", "信贷系统", "九江", 2),
]


def test_the_mobile_office_by_resource_department_city_and_day() -> None:
    def shown(exhibit: Any, *columns: str) -> list[tuple[Any, ...]]:
        rows = rows_of(exhibit, "2023-02", operations__access_use=USES)
        return [tuple(row[column] for column in columns) for row in rows]

    assert shown(access.access_top_resources, "resource", "uses") == [("信贷系统", 7), ("押品系统", 4)]
    assert shown(access.access_top_departments, "department", "users") == [("信息科技部", 2), ("数字银行部", 1)]
    assert shown(access.access_top_cities, "city", "connections") == [("九江", 57), ("南昌", 4)]
    assert shown(access.access_users_by_day, "users") == [(2,), (1,)]


ITEMS = [
    {"item_id": "1", "area": "launch", "title": "网络", "state": "planned", "due_on": date(2023, 5, 1)},
    {"item_id": "2", "area": "acceptance", "title": "消防", "state": "doing", "due_on": date(2023, 2, 20)},
    {"item_id": "3", "area": "acceptance", "title": "检测", "state": "done", "due_on": date(2023, 1, 20)},
    {"item_id": "4", "area": "launch", "title": "采购", "state": "planned", "due_on": None},
]


def test_readiness_follows_the_order_of_the_work() -> None:
    assert rows_of(centre.centre_readiness, "2023-02", operations__centre_item=ITEMS) == [
        {"area": "acceptance", "done": 1, "doing": 1, "planned": 0},
        {"area": "launch", "done": 0, "doing": 0, "planned": 2},
    ]


def test_open_items_are_marked_once_overdue() -> None:
    rows = rows_of(centre.centre_open_items, "2023-02", operations__centre_item=ITEMS)
    assert [(row["title"], row["overdue"]) for row in rows] == [("消防", True), ("网络", False), ("采购", False)]


def test_defects_are_cleared_or_open_at_the_end_of_the_month() -> None:
    defects = [
        {"defect_id": str(n), "trade": "暖通", "found_on": date(2023, found, 1), "cleared_on": cleared}
        for n, (found, cleared) in enumerate([(1, date(2023, 2, 1)), (1, date(2023, 3, 1)), (2, None), (3, None)])
    ]
    assert rows_of(centre.centre_defects, "2023-02", operations__centre_defect=defects) == [
        {"trade": "暖通", "all": 3, "cleared": 1, "open": 2}
    ]
