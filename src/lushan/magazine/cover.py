"""The cover: which of the month's series, one behind another, make the mountain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lushan.exhibits.exhibit import Hue
from lushan.words import Text


@dataclass(frozen=True)
class Series:
    """A column of an exhibit whose rows are days, and the hue and name of its ridge."""

    exhibit: str
    column: str
    hue: Hue
    name: Text


#: From the farthest ridge to the nearest.
SERIES = (
    Series("operations.core_volume_by_day", "transactions", "grey", Text("核心系统交易", "Core transactions")),
    Series("operations.mobile_users_by_day", "users", "blue", Text("手机银行日活", "Mobile bank users")),
    Series("operations.access_users_by_day", "users", "blue", Text("移动办公用户", "Mobile office users")),
    Series("delivery.flow_by_day", "received", "green", Text("新增任务单", "Work orders received")),
    Series("delivery.flow_by_day", "released", "green", Text("上线任务单", "Work orders released")),
)


def series(rows: Mapping[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The series of an edition that move at all, as the cover draws them.

    Args:
        rows: the rows of the edition's exhibits, as plain data, by id.
    """
    moving = [one for one in SERIES if len(set(values(rows[one.exhibit], one.column))) > 1]
    return [
        {"exhibit": one.exhibit, "column": one.column, "hue": one.hue, "name": {"zh": one.name.zh, "en": one.name.en}}
        for one in moving
    ]


def values(plain: dict[str, Any], column: str) -> list[float | None]:
    """One column of plain rows, as numbers.

    >>> values({"columns": [["day", "date"], ["users", "int64"]], "rows": [["2023-04-01", 7]]}, "users")
    [7.0]
    """
    place = [name for name, _ in plain["columns"]].index(column)
    return [None if row[place] is None else float(row[place]) for row in plain["rows"]]
