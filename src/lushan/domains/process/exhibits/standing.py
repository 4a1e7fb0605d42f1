"""The red and the black list, of departments and of people."""

from __future__ import annotations

from collections.abc import Callable

from ibis.expr import types as ir

from lushan.domains.process.exhibits.fields import APPEALED, CONFIDENCE, DEPARTMENT
from lushan.domains.process.metrics.rows import SECONDS_AN_HOUR
from lushan.exhibits.exhibit import Exhibit, Field, exhibit
from lushan.runs.metric import of_period
from lushan.runs.period import Period
from lushan.words import Text

SCORE = (
    Field("score", Text("得分", "Score"), "ratio", 1),
    Field("margin", Text("误差", "Margin"), "ratio", 1),
    Field("decisions", Text("处理量", "Decisions")),
    Field("hours", Text("中位停留", "Median dwell"), "hours", 1),
    Field("overdue_share", Text("超时率", "Overdue"), "percent", 3),
    Field("returned_share", Text("致退率", "Sent back"), "percent", 3),
    Field("confidence", Text("可信度", "Confidence"), "text", words=CONFIDENCE),
    Field("appealed", Text("申诉", "Appeal"), "text", words=APPEALED),
)
PERSON = Field("subject", Text("工号", "Staff number"), "id")
HOW = (
    "满分一百，按停留中位数排位、超时、致退与久未查看扣分；处理量不足的不参评，代办与休假期间不计",
    "Of a hundred, less for the rank of the median dwell, for overdue, sent back and unread; few decisions are not "
    "ranked, delegates and leave not counted",
)


def listed(kind: str, side: str) -> Callable[[ir.Table, Period], ir.Table]:
    """The departments or people on one side, the first of it first."""

    def rows(standings: ir.Table, period: Period) -> ir.Table:
        """The departments or people that the month's list names on one side, the outermost first."""
        found = of_period(standings, period)
        found = found.filter((found.kind == kind) & (found.listed == side))
        shown = found.mutate(hours=found.median_seconds / SECONDS_AN_HOUR)
        return shown.order_by("place" if side == "red" else shown.place.desc(), "subject")

    return rows


def standing(kind: str, side: str, name: tuple[str, str], title: tuple[str, str]) -> Exhibit:
    """One of the four lists."""
    return exhibit(
        f"process.{side}_{kind}s",
        kind="table",
        name=name,
        zh=title[0],
        en=title[1],
        label=DEPARTMENT if kind == "department" else PERSON,
        fields=SCORE if kind == "department" else (DEPARTMENT, *SCORE),
        reads="process.standing",
        note=HOW,
    )(listed(kind, side))


OF_ALL = (
    "，参评对象 {{ process.standing_eligible }} 个",
    ", of {{ process.standing_eligible }} departments and people that decide enough",
)
red_departments = standing(
    "department",
    "red",
    ("审批红榜：部门", "Red list: departments"),
    ("审批最好的部门" + OF_ALL[0], "The best departments" + OF_ALL[1]),
)
black_departments = standing(
    "department",
    "black",
    ("审批黑榜：部门", "Black list: departments"),
    ("审批最慢的部门" + OF_ALL[0], "The departments at the end" + OF_ALL[1]),
)
red_people = standing(
    "person",
    "red",
    ("审批红榜：个人", "Red list: people"),
    ("审批最好的个人" + OF_ALL[0], "The best people" + OF_ALL[1]),
)
black_people = standing(
    "person",
    "black",
    ("审批黑榜：个人", "Black list: people"),
    ("审批最慢的个人" + OF_ALL[0], "The people at the end" + OF_ALL[1]),
)
