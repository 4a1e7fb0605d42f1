"""Work orders and their lives, planned month by month so that what is received, released and left adds up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

import numpy as np

from lushan.sample import targets
from lushan.sample.bank import DEPARTMENTS, SYSTEMS, name
from lushan.sample.chance import generator, pick, split
from lushan.sample.days import month, months, workdays

FIRST, LAST = "2021-01", "2023-04"
WEIGHTS = dict(zip(targets.LINES, (14, 30, 4, 16, 12, 14, 10), strict=True))
STEPS = ("accepted", "reviewed", "designed", "developed", "self_tested", "test_submitted", "tested")
VERBS = ("新增", "优化", "改造", "调整", "支持", "对接")
THINGS = (
    "查询页面",
    "审批流程",
    "报表",
    "接口",
    "参数",
    "提醒",
    "额度规则",
    "对账",
    "权限",
    "批量任务",
    "客户视图",
    "短信模板",
)


@dataclass
class Order:
    """A work order while it is being planned."""

    id: str
    line: str
    received: datetime
    kind: str = ""
    released: datetime | None = None
    voided: datetime | None = None
    numbers: dict[str, Any] = field(default_factory=dict)


def plan_orders(seed: int, scale: float) -> list[Order]:
    """Every work order from 2021 on: received, and released or voided or still open."""
    rng = generator(seed, "delivery.ticket")
    span = months(FIRST, LAST)
    closing = {m: _closing(rng, m, scale) for m in span}
    orders: list[Order] = []
    for line in targets.LINES:
        received = _received(rng, line, span, closing, scale)
        waiting: list[Order] = []
        for m in span:
            releases, voids = closing[m][line]
            rng.shuffle(waiting)  # type: ignore[arg-type]
            for kind, moment in releases:
                order = waiting.pop()
                order.kind, order.released = kind, moment
            for _ in range(voids):
                waiting.pop().voided = _moment(rng, m)
            fresh = [Order("", line, _moment(rng, m)) for _ in range(received[m])]
            orders += fresh
            waiting += fresh
    orders.sort(key=lambda order: order.received)
    for number, order in enumerate(orders):
        order.id = f"RW{order.received:%Y%m}{number:06}"
        order.kind = order.kind or pick(rng, ("routine", "technical", "project"), (86, 12, 2))
    return orders


def windows(m: str) -> list[date]:
    """The planned release windows of a month: those that are known, else the second and the last week's."""
    known = [date.fromisoformat(day) for day in targets.WINDOWS if day.startswith(m)]
    days = workdays(m)
    return known or [next(day for day in days if day.day >= 8), next(day for day in reversed(days) if day.day <= 26)]


def _closing(rng: np.random.Generator, m: str, scale: float) -> dict[str, tuple[list[tuple[str, datetime]], int]]:
    """What is closed in a month: for each line, the class and moment of each release, and how many are voided."""
    goal = targets.RELEASED.get(m) or {
        "routine": int(rng.integers(225, 265)), "project": int(rng.integers(3, 9)), "technical": int(rng.integers(28, 42))
    }  # fmt: skip
    kinds = {kind: round(goal[kind] * scale) for kind in ("routine", "technical", "project")}
    lines = _lines(rng, sum(kinds.values()), {k: round(v * scale) for k, v in goal.items() if k in WEIGHTS})
    tokens = [line for line, count in lines.items() for _ in range(count)]
    rng.shuffle(tokens)
    found: dict[str, tuple[list[tuple[str, datetime]], int]] = {}
    by_line: dict[str, list[tuple[str, datetime]]] = defaultdict(list)
    for line, release in zip(tokens, _releases(rng, m, kinds, scale), strict=True):
        by_line[line].append(release)
    for line in targets.LINES:
        found[line] = (by_line[line], _voids(m, line, scale))
    return found


def _releases(rng: np.random.Generator, m: str, kinds: dict[str, int], scale: float) -> list[tuple[str, datetime]]:
    """The class and the moment of each release of a month: in its windows, and a few outside them."""
    releases = []
    days = windows(m)
    for kind, count in kinds.items():
        known = [round(targets.WINDOWS[str(day)][kind] * scale) for day in days if str(day) in targets.WINDOWS]
        if known:
            known[-1] = count - sum(known[:-1])
            placed = [day for day, share in zip(days, known, strict=True) for _ in range(share)]
        else:
            others = [day for day in workdays(m) if day not in days and day.day > 3]
            shares = split(count, (44, 53, 3))
            placed = [days[0]] * shares[0] + [days[1]] * shares[1] + [pick(rng, others) for _ in range(shares[2])]
        releases += [
            (kind, datetime.combine(day, time(21)) + timedelta(minutes=int(rng.integers(0, 150)))) for day in placed
        ]
    return releases


def _voids(m: str, line: str, scale: float) -> int:
    """How many orders of a line are voided in a month; the corporate line's add up to what it reports."""
    if line != "企金":
        return round(2 * scale)
    span = months(FIRST, LAST)
    shares = split(round(targets.VOIDED_CORPORATE * scale), [1.0] * (len(span) - 4) + [1.5, 1.5, 2.0, 4.0])
    return shares[span.index(m)]


def _lines(rng: np.random.Generator, total: int, known: dict[str, int]) -> dict[str, int]:
    """A total by line: what is known, and the rest by weight with a little chance."""
    rest = [line for line in targets.LINES if line not in known]
    shares = split(total - sum(known.values()), [WEIGHTS[line] * rng.uniform(0.9, 1.1) for line in rest])
    return known | dict(zip(rest, shares, strict=True))


def _received(
    rng: np.random.Generator,
    line: str,
    span: list[str],
    closing: dict[str, dict[str, tuple[list[tuple[str, datetime]], int]]],
    scale: float,
) -> dict[str, int]:
    """How many orders of a line are received in each month.

    Before 2023 each month receives what is closed two months later, and its share of the orders that the
    year must leave open; so there is always something to release, and the carried number is exact.
    """
    closed = {m: len(closing[m][line][0]) + closing[m][line][1] for m in span}
    before, after = [m for m in span if m < "2023"], [m for m in span if m >= "2023"]
    ahead = {m: closed[span[place + 2]] for place, m in enumerate(before)}
    ahead[before[0]] += closed[span[0]] + closed[span[1]]
    carried = split(round(targets.CARRIED * scale), list(WEIGHTS.values()))[targets.LINES.index(line)]
    extra = split(carried - closed[after[0]] - closed[after[1]], [1.0] * len(before))
    received = {m: ahead[m] + more for m, more in zip(before, extra, strict=True)}
    # Nothing can be released before it is received: the first two months' releases move to the third.
    for m in span[:2]:
        closing[span[2]][line][0].extend((kind, at + (_start(span[2]) - _start(m))) for kind, at in closing[m][line][0])
        voids = closing[span[2]][line][1] + closing[m][line][1]
        closing[span[2]][line] = (closing[span[2]][line][0], voids)
        closing[m][line] = ([], 0)
    for m in after:
        goal = targets.RECEIVED[m]
        known = {k: round(v * scale) for k, v in goal.items() if k in WEIGHTS}
        shares = _lines(generator(len(m), m), round(goal["total"] * scale), known)
        received[m] = shares[line]
    return received


def _start(m: str) -> datetime:
    return datetime.combine(month(m)[0], time())


def _moment(rng: np.random.Generator, m: str) -> datetime:
    """A moment in working hours of a month."""
    day = pick(rng, workdays(m))
    return datetime.combine(day, time(8, 30)) + timedelta(seconds=int(rng.integers(0, 9 * 3600)))


def tickets(orders: list[Order], seed: int) -> Iterator[dict[str, Any]]:
    """The headers of the orders."""
    rng = generator(seed, "delivery.ticket/header")
    for order in orders:
        system = pick(rng, SYSTEMS)
        promised = None
        if order.released and rng.random() < 0.85:
            late = order.received.date() < order.released.date() - timedelta(days=20) and rng.random() < 0.14
            promised = order.released.date() - timedelta(days=int(rng.integers(5, 15)) if late else 0)
        yield {
            "ticket_id": order.id, "title": f"{system}{pick(rng, VERBS)}{pick(rng, THINGS)}", "line": order.line,
            "class": order.kind, "grade": pick(rng, ("S", "A", "B", "C", None), (3, 17, 45, 25, 10)), "system": system,
            "department": pick(rng, DEPARTMENTS), "priority": pick(rng, ("high", "medium", "low", None), (20, 45, 20, 15)),
            "committed_on": promised, "project_id": f"P{int(rng.integers(1, 32)):03}" if order.kind == "project" else None,
            "effort_days": f"{rng.gamma(2.0, 4.0) + 0.5:.2f}",
        }  # fmt: skip


def ticket_events(orders: list[Order], seed: int) -> Iterator[dict[str, Any]]:
    """The steps of each order's life, as far as it has come by the end of the last month."""
    rng = generator(seed, "delivery.ticket_event")
    people = [name(rng) for _ in range(120)]
    last = datetime.combine(month(LAST)[1], time(18))
    for order in orders:
        end = order.released or order.voided or last
        reached = STEPS if order.released else STEPS[: int(rng.integers(0, len(STEPS)))]
        times = order.received + np.sort(rng.uniform(0.01, 0.97, len(reached))) * (end - order.received)  # type: ignore[operator]
        steps = [("received", order.received), *zip(reached, (t for t in times), strict=True)]
        steps = _with_troubles(rng, steps)
        if order.released:
            following = order.released + timedelta(hours=int(rng.integers(9, 15)))
            steps += [("released", order.released)]
            if following <= last:
                steps += [("verified", following), ("closed", following + timedelta(hours=2))]
        if order.voided:
            steps.append(("voided", order.voided))
        for number, (step, at) in enumerate(steps):
            yield {
                "ticket_id": order.id,
                "seq": number,
                "at": at.replace(microsecond=0),
                "step": step,
                "actor": pick(rng, people),
            }


def _with_troubles(rng: np.random.Generator, steps: list[tuple[str, datetime]]) -> list[tuple[str, datetime]]:
    """Some orders are returned by test, changed or postponed on their way."""
    told = []
    for step, at in steps:
        if step == "tested" and rng.random() < 0.17:
            told += [("test_returned", at - timedelta(hours=5)), ("test_submitted", at - timedelta(hours=2))]
        told.append((step, at))
        if step == "designed" and rng.random() < 0.09:
            told.append(("changed", at))
        if step == "developed" and rng.random() < 0.06:
            told.append(("postponed", at))
    return told


def release_windows() -> Iterator[dict[str, Any]]:
    """The release calendar: two planned windows a month, frozen around year end."""
    for m in months(FIRST, "2023-06"):
        for day in windows(m):
            yield {"window_on": day, "kind": "planned", "frozen": m.endswith("-12") and day.day > 20}
