"""Approvals in plain Python, step by step."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime, time

from oracles import day_of, of_april, seconds
from oracles.working import END, SHANGHAI, START, known, workdays, worked
from tables import Row


def in_turn(row: Row) -> tuple[datetime, int]:
    return row["arrived_at"], row["seq"]


def in_hand(instances: list[Row]) -> list[Row]:
    """The approvals that were open at some time in April."""
    begun = [row for row in instances if row["started_at"] < END]
    return [row for row in begun if row["ended_at"] is None or row["ended_at"] >= START]


def task(
    steps: list[Row],
    instances: list[Row],
    types: list[Row],
    nodes: list[Row],
    handlers: list[Row],
    absences: list[Row],
    calendar: list[Row],
) -> list[Row]:
    kinds = {row["type_id"]: row for row in types}
    path = {(row["type_id"], row["node"]): row for row in nodes}
    names = {row["handler_id"]: row["name"] for row in handlers}
    days = workdays(calendar)
    moments = [moment for row in steps for moment in (row["arrived_at"], known(row["decided_at"])) if moment]
    as_of = min(max(moments, default=END), END)
    of: dict[str, list[Row]] = defaultdict(list)
    for step in sorted(steps, key=in_turn):
        if step["arrived_at"] < END and step["action"] not in ("withdraw", "urge"):
            of[step["instance_id"]].append(step)

    def one(step: Row, instance: Row) -> Row:
        arrived, opened, decided = step["arrived_at"], known(step["opened_at"]), known(step["decided_at"])
        kind, allowed = kinds[instance["type_id"]], path.get((instance["type_id"], step["node"]))
        until = decided or as_of
        dwell, wait = worked(arrived, until, days), worked(arrived, opened or until, days)
        assert dwell is not None and wait is not None
        shown = decided and decided.astimezone(SHANGHAI)
        by_night = shown and not time(8, 30) <= shown.time() < time(17, 30)
        return {
            **step,
            "process": kind["name"],
            "handler": names.get(step["handler_id"]),
            "opened_at": opened,
            "decided_at": decided,
            "action": step["action"] if decided else None,
            "reason": step["reason"] if decided else None,
            "place": allowed and allowed["place"],
            "decided": decided is not None and decided >= START,
            "pending": decided is None and known(instance["ended_at"]) is None,
            "delegated": step["on_behalf_of"] is not None,
            "away": any(
                row["handler_id"] == step["handler_id"] and row["from_on"] <= day_of(until)
                and row["to_on"] >= day_of(arrived)
                for row in absences
            ),
            "wait_seconds": wait,
            "touch_seconds": worked(opened, decided, days),
            "dwell_seconds": dwell,
            "natural_seconds": seconds(arrived, until),
            "sla_seconds": allowed and allowed["sla_minutes"] * 60,
            "overdue": allowed is not None and dwell > allowed["sla_minutes"] * 60,
            "unread": wait > 450 * 60,
            "instant": bool(kind["amount_bearing"] and opened and decided and seconds(opened, decided) < 5),
            "bears_amount": kind["amount_bearing"],
            "off_hours": shown is not None and (bool(by_night) or shown.date() not in days),
            "mobile": decided is not None and step["channel"] == "mobile",
            "as_of": as_of,
        }  # fmt: skip

    made: list[Row] = []
    for instance in in_hand(instances):
        mine = [one(step, instance) for step in of[instance["instance_id"]]]
        follow(mine)
        made += mine
    return made


def follow(mine: list[Row]) -> None:
    """Tell each task of one approval what came before it, and whether its node is come to again by a return."""
    visits: Counter[str] = Counter()
    came: list[bool] = []
    for number, row in enumerate(mine):
        before = mine[number - 1] if number else None
        came.append(before is None or before["node"] != row["node"])
        visits[row["node"]] += came[number]
        places = (before and before["place"], row["place"])
        row |= {
            "visit": visits[row["node"]],
            "after": before and before["action"],
            "backwards": None not in places and places[1] < places[0],
        }
    for number, row in enumerate(mine):
        later = [place for place in range(number + 1, len(mine)) if mine[place]["node"] == row["node"]]
        row["sent_back"] = bool(later) and came[later[0]] and mine[later[0]]["after"] == "return"


def case(tasks: list[Row], instances: list[Row], types: list[Row], nodes: list[Row], calendar: list[Row]) -> list[Row]:
    days, made = workdays(calendar), []
    names = {row["type_id"]: row["name"] for row in types}
    for instance in in_hand(instances):
        mine = [row for row in tasks if row["instance_id"] == instance["instance_id"]]
        done = [row for row in mine if row["decided_at"]]
        ended = known(instance["ended_at"])
        state = instance["state"] if ended else "running"
        returns = sum(row["action"] == "return" for row in done)
        needed = {row["node"] for row in nodes if row["type_id"] == instance["type_id"] and not row["optional"]}
        straight = all(row["place"] is not None and not row["backwards"] for row in mine)
        made.append({
            **instance,
            "process": names[instance["type_id"]],
            "ended_at": ended,
            "state": state,
            "started": instance["started_at"] >= START,
            "finished": ended is not None,
            "open": ended is None,
            "same_day": ended is not None and day_of(ended) == day_of(instance["started_at"]),
            "cycle_seconds": worked(instance["started_at"], ended, days),
            "natural_seconds": ended and seconds(instance["started_at"], ended),
            "steps": len(done),
            "returns": returns,
            "dwell_seconds": sum(row["dwell_seconds"] for row in done),
            "rework_seconds": sum(row["dwell_seconds"] for row in done if row["visit"] > 1),
            "clean": state == "approved" and returns == 0,
            "fits": state == "approved" and straight and needed <= {row["node"] for row in mine},
        })  # fmt: skip
    return made


def urging(steps: list[Row], tasks: list[Row], calendar: list[Row]) -> list[Row]:
    days, made = workdays(calendar), []
    for step in of_april(steps, "arrived_at"):
        mine = [row for row in tasks if row["instance_id"] == step["instance_id"]]
        if step["action"] == "urge" and mine:
            decided = [row["decided_at"] for row in mine if row["node"] == step["node"] and row["decided_at"]]
            answers = [at for at in decided if at >= step["arrived_at"]]
            made.append({
                **step, "process": mine[0]["process"], "urged_at": step["arrived_at"],
                "response_seconds": worked(step["arrived_at"], min(answers, default=None), days),
            })  # fmt: skip
    return made
