"""The indicators of approvals in plain Python, over what the oracles of process make: slow, and easy to follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from statistics import mean, median
from typing import Any

import numpy as np

from oracles.process import case, task, urging
from tables import Row


def figures(office: dict[str, list[Row]]) -> dict[str, Callable[[Callable[[Row], bool]], float | None]]:
    """Each indicator of a random office's April, as a function of which approvals, steps or reminders are looked at."""
    held = [office[f"process.{name}"] for name in ("step", "instance", "type", "node", "handler", "absence")]
    steps, instances, types, nodes, *_ = held
    tasks = task(*held, office["bank.calendar"])
    cases = case(tasks, instances, types, nodes, office["bank.calendar"])
    urgings = urging(steps, tasks, office["bank.calendar"])

    def of(rows: list[Row], value: Callable[[list[Row]], float | None]) -> Callable[..., float | None]:
        return lambda wanted: value([row for row in rows if wanted(row)])

    ended = [case for case in cases if case["finished"]]
    begun = [case for case in cases if case["started"]]
    done = [task for task in tasks if task["decided"]]
    waiting = [task for task in tasks if task["pending"]]
    back = [task for task in done if task["action"] == "return"]
    either = [case for case in cases if case["started"] or case["state"] == "withdrawn"]
    whole = sum(case["cycle_seconds"] for case in ended)
    ids = {case["instance_id"] for case in ended}
    of_ended = [task for task in tasks if task["decided_at"] and task["instance_id"] in ids]
    on = [h for h in office["process.handler"] if h["left_on"] is None or h["left_on"] > date(2023, 4, 30)]
    return {
        "started": of(begun, len),
        "finished": of(ended, len),
        "open": of([case for case in cases if not case["finished"]], len),
        "tasks_pending": of(waiting, len),
        "tasks_decided": of(done, len),
        "cycle_mean": of(ended, hours(mean, "cycle_seconds")),
        "cycle_median": of(ended, hours(median, "cycle_seconds")),
        "cycle_p90": of(ended, hours(lambda values: np.quantile(values, 0.9), "cycle_seconds")),
        "cycle_natural_median": of(ended, hours(median, "natural_seconds")),
        "dwell_mean": of(done, hours(mean, "dwell_seconds")),
        "dwell_median": of(done, hours(median, "dwell_seconds")),
        "dwell_p90": of(done, hours(lambda values: np.quantile(values, 0.9), "dwell_seconds")),
        "wait_median": of(done, hours(median, "wait_seconds")),
        "touch_median": of(done, hours(median, "touch_seconds")),
        "wait_share": of(done, lambda rows: ratio(total(rows, "wait_seconds"), total(rows, "dwell_seconds"))),
        "node_share": of(of_ended, lambda rows: ratio(total(rows, "dwell_seconds"), whole)),
        "overdue": of(done, lambda rows: total(rows, "overdue")),
        "overdue_rate": of(done, share("overdue")),
        "overdue_pending": of(waiting, lambda rows: total(rows, "overdue")),
        "finish_rate": of(cases, share("finished")),
        "same_day_rate": of(ended, share("same_day")),
        "usage": of(begun, lambda rows: ratio(len(rows) * 100, len(on)) if rows else None),
        "return_rate": of(ended, lambda rows: ratio(sum(row["returns"] > 0 for row in rows), len(rows))),
        "returns_mean": of(ended, share("returns")),
        "node_return_rate": of(done, lambda rows: ratio(sum(r["action"] == "return" for r in rows), len(rows))),
        "rework_hours": of(ended, lambda rows: total(rows, "rework_seconds") / 3600 if rows else None),
        "rework_share": of(ended, lambda rows: ratio(total(rows, "rework_seconds"), total(rows, "cycle_seconds"))),
        "first_time_through": of(ended, share("clean")),
        "reject_rate": of(ended, lambda rows: ratio(sum(r["state"] == "rejected" for r in rows), len(rows))),
        "withdraw_rate": of(
            either, lambda rows: ratio(sum(r["state"] == "withdrawn" for r in rows), total(rows, "started"))
        ),
        "transfer_rate": of(done, lambda rows: ratio(sum(r["action"] == "transfer" for r in rows), len(rows))),
        "cosign_rate": of(done, lambda rows: ratio(sum(r["action"] == "cosign" for r in rows), len(rows))),
        "steps_mean": of(ended, share("steps")),
        "urgings": of(urgings, len),
        "urging_response": of(urgings, hours(median, "response_seconds")),
        "instant_rate": of([task for task in done if task["bears_amount"]], share("instant")),
        "mobile_share": of(done, share("mobile")),
        "off_hours_share": of(done, share("off_hours")),
        "load": of(done, lambda rows: ratio(len(rows), people(rows))),
        "pending_load": of(done + waiting, lambda rows: ratio(total(rows, "pending"), people(rows))),
        "load_gini": of(done, gini),
        "load_gini_department": of(done, gini),
        "urgent_share": of(begun, share("urgent")),
        "attachment_return_rate": of(
            back, lambda rows: ratio(sum(r["reason"] == "missing_attachment" for r in rows), len(rows))
        ),
        "path_fit": of(ended, share("fits")),
        "aborted": of(ended, lambda rows: sum(row["state"] == "aborted" for row in rows)),
    }


def total(rows: list[Row], name: str) -> float:
    return sum(row[name] for row in rows)


def ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def share(name: str) -> Callable[[list[Row]], float | None]:
    return lambda rows: ratio(total(rows, name), len(rows))


def hours(middle: Callable[[list[float]], Any], name: str) -> Callable[[list[Row]], float | None]:
    def value(rows: list[Row]) -> float | None:
        values = [row[name] for row in rows if row[name] is not None]
        return float(middle(values)) / 3600 if values else None

    return value


def people(rows: list[Row]) -> int:
    return len({row["handler_id"] for row in rows} - {None})


def gini(rows: list[Row]) -> float | None:
    """Half of the mean difference between any two, over the mean."""
    loads = list(Counter(row["handler_id"] for row in rows if row["handler_id"]).values())
    if not loads:
        return None
    return sum(abs(a - b) for a in loads for b in loads) / (2 * len(loads) * sum(loads))
