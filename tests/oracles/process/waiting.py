"""What waits, in plain Python: each pending step and who could move it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from oracles import day_of
from oracles.process.approvals import in_turn
from oracles.working import SHANGHAI, WORKING_DAY, workdays, worked
from tables import Row


def waiting(tasks: list[Row], handlers: list[Row], absences: list[Row]) -> Iterable[tuple[Row, bool, bool, str | None]]:
    """Each pending task, whether its handler has left, whether he is away, and the name of who stands in for him."""
    people = {row["handler_id"]: row for row in handlers}
    for row in tasks:
        if row["pending"]:
            today = day_of(row["as_of"])
            left_on = people[row["handler_id"]]["left_on"] if row["handler_id"] else None
            away = [
                absence
                for absence in absences
                if absence["handler_id"] == row["handler_id"] and absence["from_on"] <= today <= absence["to_on"]
            ]
            delegate = min((absence["delegate_id"] for absence in away if absence["delegate_id"]), default=None)
            yield row, left_on is not None and left_on <= today, bool(away), delegate and people[delegate]["name"]


def stalled(
    tasks: list[Row], cases: list[Row], handlers: list[Row], absences: list[Row], calendar: list[Row]
) -> list[Row]:
    days, made = workdays(calendar), {}
    opened = {row["instance_id"]: row for row in cases if row["open"]}
    pending = sorted(waiting(tasks, handlers, absences), key=lambda found: in_turn(found[0]))
    for row, left, away, delegate in pending:
        mine = [other for other in tasks if other["instance_id"] == row["instance_id"]]
        moved = max(moment for other in mine for moment in (other["arrived_at"], other["decided_at"]) if moment)
        idle = worked(moved, row["as_of"], days)
        if idle and idle > 5 * WORKING_DAY and row["instance_id"] in opened and row["instance_id"] not in made:
            reason = "undecided" if row["opened_at"] else "unread"
            if row["after"] == "return" and row["backwards"]:
                reason = "revising"
            if away and not delegate:
                reason = "away"
            if left:
                reason = "left"
            if not row["handler_id"]:
                reason = "unassigned"
            made[row["instance_id"]] = {
                **row, "title": opened[row["instance_id"]]["title"], "idle_days": idle / WORKING_DAY, "reason": reason,
            }  # fmt: skip
    return list(made.values())


def reminder(
    tasks: list[Row], cases: list[Row], handlers: list[Row], absences: list[Row], calendar: list[Row]
) -> list[Row]:
    days, made = workdays(calendar), []
    titled = {row["instance_id"]: row for row in cases}
    for row, left, away, delegate in waiting(tasks, handlers, absences):
        dwell, allowed, instance = row["dwell_seconds"], row["sla_seconds"], titled.get(row["instance_id"])
        if instance is None or allowed is None or dwell <= allowed - 450 * 60:
            continue
        late, over = dwell > allowed, (dwell - allowed) / 3600
        tenths = (dwell + 180) // 360
        hours = f"{tenths // 10}.{tenths % 10}"
        owner = row["department"] if left or not row["handler"] else delegate if away and delegate else row["handler"]
        made.append({
            **row, "key": f"{row['instance_id']}/{row['seq']}", "title": instance["title"], "owner": owner,
            "reason_zh": f"{row['process']}在{row['node']}已停留 {hours} 个工作小时"
            + ("，已超过时限" if late else "，即将到期"),
            "reason_en": f"{row['process']} has waited {hours} working hours at {row['node']}"
            + (", past its time" if late else ", due soon"),
            "due_on": due_on(row["arrived_at"], allowed, days),
            "overdue": late, "weight": over * 1.5 if instance["urgent"] else over,
        })  # fmt: skip
    return made


def due_on(since: datetime, allowed: int, days: set[date]) -> date | None:
    """The working day on which so many seconds have been worked."""
    for day in sorted(day for day in days if day >= (day_of(since) or day)):
        spent = worked(since, datetime.combine(day, time(23), SHANGHAI), days)
        if spent is not None and spent >= allowed:
            return day
    return None
