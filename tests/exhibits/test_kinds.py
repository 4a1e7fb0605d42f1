"""One exhibit of each kind over the same rows as ever: the drawing, the words for it and the table of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pytest

from golden import check_golden
from lushan.domains import domains
from lushan.exhibits.alternative import alternative
from lushan.exhibits.draw import draw
from lushan.exhibits.exhibit import Exhibit
from lushan.exhibits.table import table

EXHIBITS = {exhibit.id: exhibit for domain in domains() for exhibit in domain.exhibits}
MONTHS = [f"2022-{month:02}" for month in range(8, 13)] + ["2023-01", "2023-02"]


def at(hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2023, 2, 3, hour, minute, second, tzinfo=UTC)


ROWS: dict[str, tuple[str, dict[str, list[Any]]]] = {
    "column": (
        "delivery.flow_by_month",
        {
            "month": MONTHS,
            "received": [310, 322, 287, 340, 351, 298, 333],
            "released": [300, 290, 301, None, 322, 280, 341],
            "backlog": [910, 942, 928, 968, 997, 1015, 1007],
        },
    ),
    "stack": (
        "delivery.releases_by_class",
        {
            "month": MONTHS,
            "routine": [240, 230, 251, 260, 262, 231, 280],
            "technical": [50, 52, 44, 40, 55, 45, 57],
            "project": [10, 8, 6, 3, 5, 4, 0],
        },
    ),
    "bar": (
        "delivery.investment_top_departments",
        {
            "department": ["数字银行部", "企业金融管理部", "风险管理部"],
            "days": [812.5, 640.0, 77.25],
            "share": [0.3125, 0.246, 0.0297],
        },
    ),
    "line": (
        "operations.mobile_users_by_day",
        {
            "day": [date(2023, 2, day) for day in range(1, 15)],
            "users": [81, 82, 85, 70, 68, 84, 86, 88, None, 87, 71, 66, 85, 84],
            "remark": [None] * 7 + ["most"] + [None] * 3 + ["least", None, None],
            "day_off": [day in (4, 5, 11, 12) for day in range(1, 15)],
        },
    ),
    "gantt": (
        "operations.report_chain",
        {
            "link": ["信贷调账", "总账批量", "报表批量"],
            "planned": [at(0, 30), at(3), at(6)],
            "due": [at(1, 30), at(4), at(8)],
            "started": [at(0, 31), at(2, 40), at(5, 20)],
            "ended": [at(2, 40), at(5, 20), at(9, 12, 4)],
            "first_late": [True, False, False],
        },
    ),
    "table": (
        "delivery.throughput_by_line",
        {
            "line": ["零售", "企金", "all"],
            "received": [120, 44, 164],
            "released": [90, 45, 135],
            "voided": [3, 0, 3],
            "throughput": [0.75, 1.0227, 0.8232],
            "released_change": [-0.1, None, 0.0384],
            "backlog": [410, 120, 530],
            "behind": [True, False, False],
        },
    ),
}


def example(kind: str) -> tuple[Exhibit, pa.Table]:
    name, rows = ROWS[kind]
    assert EXHIBITS[name].kind == kind
    return EXHIBITS[name], pa.table(rows)


@pytest.mark.parametrize("kind", [kind for kind in ROWS if kind != "table"])
@pytest.mark.parametrize(("language", "width"), [("zh", 720), ("en", 340)])
def test_drawn(kind: str, language: Any, width: float) -> None:
    exhibit, rows = example(kind)
    check_golden(f"exhibits/{kind}.{language}.svg", draw(exhibit, rows, language, width, title="发现"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_told(language: Any) -> None:
    told = [f"{kind}\n{alternative(*example(kind), language)}\n" for kind in ROWS]
    check_golden(f"exhibits/alternative.{language}.txt", "\n".join(told))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tabled(language: Any) -> None:
    lines = []
    for kind in ROWS:
        made = table(*example(kind), language)
        lines.append(" | ".join(f"{column.title}{'>' if column.align == 'end' else ''}" for column in made.columns))
        lines += [("! " if row.attention else "  ") + " | ".join(row.cells) for row in made.rows]
        lines.append("")
    check_golden(f"exhibits/table.{language}.txt", "\n".join(lines))
