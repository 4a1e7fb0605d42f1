"""The indicators of approvals in plain Python, step by step and second by second: slow, and easy to follow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from statistics import mean, median
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from approvals import calendar

Row = dict[str, Any]
SHANGHAI = ZoneInfo("Asia/Shanghai")
START = datetime(2023, 4, 1, tzinfo=SHANGHAI).astimezone(UTC)
END = datetime(2023, 5, 1, tzinfo=SHANGHAI).astimezone(UTC)
SPANS = ((time(8, 30), time(12)), (time(13, 30), time(17, 30)))
WORKED = {row["day"] for row in calendar() if row["is_workday"]}


def day(moment: datetime) -> date:
    return moment.astimezone(SHANGHAI).date()


def worked(start: datetime | None, end: datetime | None) -> int | None:
    """The working seconds between two instants, day by day."""
    if start is None or end is None:
        return None
    seconds, on = 0.0, day(start)
    while on <= day(end):
        for opens, closes in SPANS if on in WORKED else ():
            since = max(start, datetime.combine(on, opens, SHANGHAI))
            until = min(end, datetime.combine(on, closes, SHANGHAI))
            seconds += max((until - since).total_seconds(), 0)
        on += timedelta(days=1)
    return int(seconds)


def known(moment: datetime | None) -> datetime | None:
    return moment if moment is not None and moment < END else None


class Oracle:
    """What April 2023 was, of a random office."""

    def __init__(self, office: dict[str, list[Row]]) -> None:
        self.office = office
        steps = office["process.step"]
        seen = [s["arrived_at"] for s in steps] + [s["decided_at"] for s in steps if known(s["decided_at"])]
        self.now = min(END, max(seen))
        self.names = {row["type_id"]: row for row in office["process.type"]}
        self.path = {(row["type_id"], row["node"]): row for row in office["process.node"]}
        self.cases: list[Row] = []
        self.tasks: list[Row] = []
        self.urgings: list[Row] = []
        of: dict[str, list[Row]] = defaultdict(list)
        for step in steps:
            if step["arrived_at"] < END:
                of[step["instance_id"]].append(step)
        for instance in office["process.instance"]:
            ended = instance["ended_at"]
            if instance["started_at"] < END and (ended is None or ended >= START):
                self._follow(instance, sorted(of[instance["instance_id"]], key=lambda s: (s["arrived_at"], s["seq"])))

    def _follow(self, instance: Row, steps: list[Row]) -> None:
        kind, ended = self.names[instance["type_id"]], known(instance["ended_at"])
        mine = [self._task(instance, step, ended) for step in steps if step["action"] not in ("urge", "withdraw")]
        visits: Counter[str] = Counter()
        for place, (task, before) in enumerate(zip(mine, [None, *mine], strict=False)):
            came = before is None or before["node"] != task["node"]
            visits[task["node"]] += came
            task["came"], task["visit"], task["after"] = came, visits[task["node"]], before and before["action"]
            places = (before and before["place"], task["place"])
            task["backwards"] = None not in places and places[1] < places[0]
            task["number"] = place
        for task in mine:
            later = [other for other in mine[task["number"] + 1 :] if other["node"] == task["node"]]
            task["sent_back"] = bool(later) and later[0]["came"] and later[0]["after"] == "return"
        self.tasks += mine
        for step in steps:
            if step["action"] == "urge" and step["arrived_at"] >= START:
                answers = [t["decided_at"] for t in mine if t["node"] == step["node"] and t["decided_at"]]
                answers = [at for at in answers if at >= step["arrived_at"]]
                response = worked(step["arrived_at"], min(answers)) if answers else None
                self.urgings.append({**step, "process": kind["name"], "response": response})
        done = [task for task in mine if task["decided_at"]]
        state = instance["state"] if ended else "running"
        returns = sum(task["action"] == "return" for task in done)
        needed = {n for (t, n), row in self.path.items() if t == instance["type_id"] and not row["optional"]}
        straight = all(t["place"] is not None and not t["backwards"] for t in mine)
        self.cases.append(
            {
                "instance_id": instance["instance_id"],
                "process": kind["name"],
                "department": instance["department"],
                "urgent": instance["urgent"],
                "state": state,
                "started": instance["started_at"] >= START,
                "finished": ended is not None,
                "same_day": ended is not None and day(ended) == day(instance["started_at"]),
                "cycle": worked(instance["started_at"], ended),
                "natural": ended and (ended - instance["started_at"]).total_seconds(),
                "steps": len(done),
                "returns": returns,
                "rework": sum(task["dwell"] for task in done if task["visit"] > 1),
                "clean": state == "approved" and returns == 0,
                "fits": state == "approved" and straight and needed <= {t["node"] for t in mine},
            }
        )

    def _task(self, instance: Row, step: Row, ended: datetime | None) -> Row:
        kind = self.names[instance["type_id"]]
        arrived, opened, decided = step["arrived_at"], known(step["opened_at"]), known(step["decided_at"])
        until = decided or self.now
        allowed = self.path.get((instance["type_id"], step["node"]))
        dwell, wait = worked(arrived, until), worked(arrived, opened or until)
        local = decided and decided.astimezone(SHANGHAI)
        away = any(
            row["handler_id"] == step["handler_id"] and row["from_on"] <= day(until) and row["to_on"] >= day(arrived)
            for row in self.office["process.absence"]
        )
        return {
            **step,
            "opened_at": opened,
            "decided_at": decided,
            "action": step["action"] if decided else None,
            "reason": step["reason"] if decided else None,
            "process": kind["name"],
            "place": allowed and allowed["place"],
            "decided": decided is not None and decided >= START,
            "pending": decided is None and ended is None,
            "dwell": dwell,
            "wait": wait,
            "touch": worked(opened, decided),
            "overdue": allowed is not None and dwell > allowed["sla_minutes"] * 60,
            "unread": wait > 450 * 60,
            "bears": kind["amount_bearing"],
            "instant": bool(kind["amount_bearing"] and opened and decided and (decided - opened).total_seconds() < 5),
            "off": bool(local)
            and (local.date() not in WORKED or not time(8, 30) <= local.time().replace(microsecond=0) < time(17, 30)),
            "mobile": decided is not None and step["channel"] == "mobile",
            "away": away,
        }

    def figures(self) -> dict[str, Callable[[Callable[[Row], bool]], float | None]]:
        """Each indicator, as a function of which approvals, steps or reminders are looked at."""

        def of(rows: list[Row], value: Callable[[list[Row]], float | None]) -> Callable[..., float | None]:
            return lambda wanted: value([row for row in rows if wanted(row)])

        ended = [case for case in self.cases if case["finished"]]
        begun = [case for case in self.cases if case["started"]]
        done = [task for task in self.tasks if task["decided"]]
        waiting = [task for task in self.tasks if task["pending"]]
        back = [task for task in done if task["action"] == "return"]
        either = [case for case in self.cases if case["started"] or case["state"] == "withdrawn"]
        whole = sum(case["cycle"] for case in ended)
        ids = {case["instance_id"] for case in ended}
        of_ended = [task for task in self.tasks if task["decided_at"] and task["instance_id"] in ids]
        on = [h for h in self.office["process.handler"] if h["left_on"] is None or h["left_on"] > date(2023, 4, 30)]
        return {
            "started": of(begun, len),
            "finished": of(ended, len),
            "open": of([case for case in self.cases if not case["finished"]], len),
            "tasks_pending": of(waiting, len),
            "tasks_decided": of(done, len),
            "cycle_mean": of(ended, hours(mean, "cycle")),
            "cycle_median": of(ended, hours(median, "cycle")),
            "cycle_p90": of(ended, hours(lambda values: np.quantile(values, 0.9), "cycle")),
            "cycle_natural_median": of(ended, hours(median, "natural")),
            "dwell_mean": of(done, hours(mean, "dwell")),
            "dwell_median": of(done, hours(median, "dwell")),
            "dwell_p90": of(done, hours(lambda values: np.quantile(values, 0.9), "dwell")),
            "wait_median": of(done, hours(median, "wait")),
            "touch_median": of(done, hours(median, "touch")),
            "wait_share": of(done, lambda rows: ratio(total(rows, "wait"), total(rows, "dwell"))),
            "node_share": of(of_ended, lambda rows: ratio(total(rows, "dwell"), whole)),
            "overdue": of(done, lambda rows: total(rows, "overdue")),
            "overdue_rate": of(done, share("overdue")),
            "overdue_pending": of(waiting, lambda rows: total(rows, "overdue")),
            "finish_rate": of(self.cases, share("finished")),
            "same_day_rate": of(ended, share("same_day")),
            "usage": of(begun, lambda rows: ratio(len(rows) * 100, len(on)) if rows else None),
            "return_rate": of(ended, lambda rows: ratio(sum(row["returns"] > 0 for row in rows), len(rows))),
            "returns_mean": of(ended, share("returns")),
            "node_return_rate": of(done, lambda rows: ratio(sum(r["action"] == "return" for r in rows), len(rows))),
            "rework_hours": of(ended, lambda rows: total(rows, "rework") / 3600 if rows else None),
            "rework_share": of(ended, lambda rows: ratio(total(rows, "rework"), total(rows, "cycle"))),
            "first_time_through": of(ended, share("clean")),
            "reject_rate": of(ended, lambda rows: ratio(sum(r["state"] == "rejected" for r in rows), len(rows))),
            "withdraw_rate": of(
                either, lambda rows: ratio(sum(r["state"] == "withdrawn" for r in rows), total(rows, "started"))
            ),
            "transfer_rate": of(done, lambda rows: ratio(sum(r["action"] == "transfer" for r in rows), len(rows))),
            "cosign_rate": of(done, lambda rows: ratio(sum(r["action"] == "cosign" for r in rows), len(rows))),
            "steps_mean": of(ended, share("steps")),
            "urgings": of(self.urgings, len),
            "urging_response": of(self.urgings, hours(median, "response")),
            "instant_rate": of([task for task in done if task["bears"]], share("instant")),
            "mobile_share": of(done, share("mobile")),
            "off_hours_share": of(done, share("off")),
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
