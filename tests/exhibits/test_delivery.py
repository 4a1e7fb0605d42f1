"""What delivery's exhibits show, over rows few enough to count."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hand import rows_of
from lushan.domains.delivery.exhibits import architecture, experience, flow, investment, projects, releases


def month(line: str, of: str, received: int, released: int, voided: int = 0, open_end: int = 0) -> dict[str, Any]:
    return {
        "line": line,
        "month": of,
        "received": received,
        "released": released,
        "voided": voided,
        "open_end": open_end,
    }


def life(number: int, received: str, released: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "ticket_id": f"T{number}",
        "line": "零售",
        "class": "routine",
        "system": "手机银行",
        "received_on": date.fromisoformat(received),
        "released_on": date.fromisoformat(released) if released else None,
        **more,
    }


def test_flow_by_month_adds_the_lines_of_twelve_months() -> None:
    months = [
        month("零售", "2022-02", 9, 9, open_end=9),  # a month too old
        month("零售", "2022-03", 5, 1, open_end=4),
        month("零售", "2023-02", 7, 8, open_end=30),
        month("企金", "2023-02", 2, 1, open_end=10),
        month("零售", "2023-03", 1, 1, open_end=1),  # a month to come
    ]
    assert rows_of(flow.flow_by_month, "2023-02", delivery__line_month=months) == [
        {"month": "2022-03", "received": 5, "released": 1, "backlog": 4},
        {"month": "2023-02", "received": 9, "released": 9, "backlog": 40},
    ]


def test_flow_by_day_has_every_day() -> None:
    lives = [life(1, "2023-02-03"), life(2, "2023-02-03", "2023-02-28"), life(3, "2023-01-31", "2023-02-28")]
    days = rows_of(flow.flow_by_day, "2023-02", delivery__ticket_life=lives)
    assert [row["day"].day for row in days] == list(range(1, 29))
    assert [(row["received"], row["released"]) for row in days if row["received"] or row["released"]] == [
        (2, 0),
        (0, 2),
    ]


def test_throughput_by_line_ends_with_all_lines() -> None:
    months = [
        month("零售", "2023-01", 10, 8),
        month("零售", "2023-02", 10, 4, 1, 20),
        month("企金", "2023-02", 20, 22, 0, 5),
        month("资金", "2023-02", 0, 3),
    ]
    rows = rows_of(flow.throughput_by_line, "2023-02", delivery__line_month=months)
    assert [(row["line"], row["throughput"], row["behind"]) for row in rows] == [
        ("企金", pytest.approx(1.1), False),
        ("零售", pytest.approx(0.4), True),
        ("资金", None, False),
        ("all", pytest.approx(29 / 30), False),
    ]
    retail, everything = rows[1], rows[3]
    assert retail["released_change"] == pytest.approx(-0.5)
    assert (everything["received"], everything["voided"], everything["backlog"]) == (30, 1, 25)


def test_throughput_by_month_leaves_out_months_without_either_line() -> None:
    months = [month("零售", "2023-01", 4, 2), month("风控", "2022-12", 4, 2), month("企金", "2023-02", 0, 2)]
    rows = rows_of(flow.throughput_by_month, "2023-02", delivery__line_month=months)
    assert rows == [{"month": "2023-01", "retail": 0.5, "corporate": None}]


def test_busiest_systems_counts_what_came_in() -> None:
    lives = [life(n, "2023-02-03", system="核心系统") for n in range(3)]
    lives += [life(9, "2023-02-03", "2023-02-09"), life(10, "2023-01-03", "2023-02-09", system="柜面系统")]
    assert rows_of(flow.busiest_systems, "2023-02", delivery__ticket_life=lives) == [
        {"system": "核心系统", "received": 3, "released": 0},
        {"system": "手机银行", "received": 1, "released": 1},
    ]


def test_releases_by_window_counts_planned_windows_of_three_months() -> None:
    window = date(2023, 2, 9)
    lives = [
        life(1, "2022-11-01", "2022-11-09", window_on=date(2022, 11, 9)),
        life(2, "2023-01-03", "2023-02-09", window_on=window),
        life(3, "2023-01-03", "2023-02-09", window_on=window, **{"class": "project"}),
        life(4, "2023-01-03", "2023-02-10"),
    ]
    assert rows_of(releases.releases_by_window, "2023-02", delivery__ticket_life=lives) == [
        {"window_on": window, "routine": 1, "technical": 0, "project": 1}
    ]


def test_lead_time_is_by_the_month_of_release() -> None:
    lives = [life(n, "2023-01-01", "2023-02-09", cycle_days=float(n)) for n in range(1, 102)]
    (row,) = rows_of(releases.lead_time_by_month, "2023-02", delivery__ticket_life=lives)
    assert row == {"month": "2023-02", "median": 51, "p85": 86, "p95": 96}


def project(name: str, planned: str, **more: Any) -> dict[str, Any]:
    days = {"approved_on": date(2022, 6, 1), "planned_live_on": date.fromisoformat(planned)}
    return {"project_id": name, "name": name, "line": "零售", **days, **more}


PROJECTS = [
    project("甲", "2023-01-15"),
    project("乙", "2023-02-25"),
    project("丙", "2023-06-30"),
    project("丁", "2023-01-15", live_on=date(2023, 1, 20)),
    project("戊", "2023-01-15", stopped_on=date(2023, 2, 1), line="企金"),
    project("己", "2022-09-15", live_on=date(2022, 9, 20)),  # of last year
]


def test_projects_by_state_tells_overdue_from_under_way() -> None:
    assert rows_of(projects.projects_by_state, "2023-02", delivery__project=PROJECTS) == [
        {"line": "零售", "all": 4, "live": 1, "on_plan": 1, "overdue": 2, "stopped": 0},
        {"line": "企金", "all": 1, "live": 0, "on_plan": 0, "overdue": 0, "stopped": 1},
    ]


def test_projects_overdue_counts_days_to_the_end_of_the_month() -> None:
    rows = rows_of(projects.projects_overdue, "2023-02", delivery__project=PROJECTS)
    assert [(row["name"], row["days_overdue"], row["long_overdue"]) for row in rows] == [
        ("甲", 44, True),
        ("乙", 3, False),
    ]


def spent(department: str, line: str, employer: str, days: int) -> dict[str, Any]:
    return {"department": department, "line": line, "employer": employer, "days": days, "period": "2023-02"}


def test_investment_shares_are_of_all_departments() -> None:
    rows = [spent(f"部门{n:02}", "零售", "bank", 100 - n) for n in range(12)]
    found = rows_of(investment.investment_top_departments, "2023-02", delivery__investment=rows)
    assert [row["department"] for row in found] == [f"部门{n:02}" for n in range(10)]
    assert found[0]["share"] == pytest.approx(100 / sum(100 - n for n in range(12)))


def test_investment_by_line_tells_staff_from_vendors() -> None:
    rows = [spent("甲", "零售", "bank", 5), spent("乙", "零售", "vendor", 7), spent("乙", "企金", "vendor", 1)]
    found = rows_of(investment.investment_by_line, "2023-02", delivery__investment=rows)
    assert [(row["line"], row["bank"], row["vendor"]) for row in found] == [("零售", 5, 7), ("企金", 0, 1)]


def issue(raised: str, state: str, solved: str | None = None, severity: str = "normal") -> dict[str, Any]:
    days = {"raised_on": date.fromisoformat(raised), "solved_on": date.fromisoformat(solved) if solved else None}
    return {"channel": "demo", "severity": severity, "state": state, **days}


ISSUES = [
    issue("2022-12-05", "solved", "2023-01-10"),
    issue("2022-12-06", "solved", "2023-03-10", "blocking"),  # solved only later
    issue("2023-02-01", "open", severity="advice"),
    issue("2023-02-02", "duplicate"),
    issue("2023-03-02", "open"),  # raised only later
]


def test_issues_are_solved_open_or_dropped_as_of_the_month() -> None:
    assert rows_of(experience.ux_by_channel, "2023-02", delivery__ux_issue=ISSUES) == [
        {"channel": "demo", "all": 4, "solved": 1, "open": 2, "dropped": 1}
    ]


def test_the_gravest_issues_come_first_and_are_marked_while_open() -> None:
    rows = rows_of(experience.ux_by_severity, "2023-02", delivery__ux_issue=ISSUES)
    assert [(row["severity"], row["blocked"]) for row in rows] == [
        ("blocking", True),
        ("normal", False),
        ("advice", False),
    ]


def test_the_solved_rate_begins_with_the_first_issue() -> None:
    rows = rows_of(experience.ux_solved_rate_by_month, "2023-02", delivery__ux_issue=ISSUES)
    assert rows == [
        {"month": "2022-12", "rate": 0},
        {"month": "2023-01", "rate": 0.5},
        {"month": "2023-02", "rate": 0.25},
    ]


def test_review_topics_count_the_advice_of_each_stage() -> None:
    meetings = [{"meeting_id": "M1", "held_on": date(2023, 2, 7)}, {"meeting_id": "M0", "held_on": date(2023, 1, 7)}]
    topics = [
        {"topic_id": "T1", "meeting_id": "M1", "kind": "design", "title": "统一配置"},
        {"topic_id": "T2", "meeting_id": "M1", "kind": "technical", "title": "容器"},
        {"topic_id": "T0", "meeting_id": "M0", "kind": "design", "title": "上月的"},
    ]
    advice = [
        {"advice_id": f"A{n}", "topic_id": "T1", "stage": stage, "accepted": n != 2}
        for n, stage in enumerate(["preliminary", "preliminary", "formal"])
    ]
    rows = rows_of(
        architecture.review_topics,
        "2023-02",
        delivery__review_meeting=meetings,
        delivery__review_topic=topics,
        delivery__review_advice=advice,
    )
    assert [(row["title"], row["preliminary"], row["formal"], row["adopted"]) for row in rows] == [
        ("统一配置", 2, 1, pytest.approx(2 / 3)),
        ("容器", 0, 0, None),
    ]


def test_components_far_from_the_baseline_are_marked() -> None:
    instances = [
        {"component": component, "listed": listed, "allowed_until": until}
        for component, listed, until in [
            ("Oracle", True, None),
            ("Oracle", True, date(2023, 1, 31)),
            ("Redis", True, date(2024, 1, 1)),
        ]
    ]
    rows = rows_of(architecture.baseline_by_component, "2023-02", delivery__instance_baseline=instances)
    assert [(row["component"], row["share"], row["behind"]) for row in rows] == [
        ("Oracle", 0.5, True),
        ("Redis", 1, False),
    ]


def test_large_tables_are_the_ten_largest_of_the_month() -> None:
    tables = [
        {
            "system": "核心系统",
            "table_name": f"T{n:02}",
            "size_gb": n,
            "row_count": 1_500_000,
            "governed": n == 11,
            "period": of,
        }
        for n, of in [*((n, "2023-02") for n in range(12)), (99, "2023-01")]
    ]
    rows = rows_of(architecture.large_tables, "2023-02", delivery__large_table_month=tables)
    assert [row["table_name"] for row in rows] == [f"T{n:02}" for n in range(11, 1, -1)]
    assert [row["wild"] for row in rows[:2]] == [False, True]
    assert rows[0]["rows_million"] == 1.5


def test_bids_are_those_published_by_then() -> None:
    bids = [
        {"topic_id": f"B{n}", "title": f"课题{n}", "round": 1, "stage": "bid", "published_on": date(2023, n, 1)}
        for n in (1, 2, 3)
    ]
    rows = rows_of(architecture.bids, "2023-02", delivery__bid=bids)
    assert [row["title"] for row in rows] == ["课题2", "课题1"]
