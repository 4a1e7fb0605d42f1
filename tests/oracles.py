"""Every model of delivery and operations once more, in slow and plain Python over rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from tables import Row, month_of

APRIL, MARCH = "2023-04", "2023-03"


def day_of(moment: datetime | None) -> date | None:
    """The day in Shanghai."""
    return None if moment is None else (moment + timedelta(hours=8)).date()


def seconds(earlier: datetime, later: datetime) -> int:
    return int(later.timestamp()) - int(earlier.timestamp())


def quantile(values: Iterable[float], share: float) -> float:
    """The value that a share of the values keeps within, interpolated between neighbours."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def of_april(rows: Iterable[Row], column: str) -> list[Row]:
    return [row for row in rows if month_of(row[column]) == APRIL]


def ticket_life(tickets: list[Row], events: list[Row], windows: list[Row]) -> list[Row]:
    planned = {window["window_on"] for window in windows if window["kind"] == "planned"}
    lives = []
    for ticket in tickets:
        mine = [event for event in events if event["ticket_id"] == ticket["ticket_id"]]
        if not mine:
            continue
        times: dict[str, list[datetime]] = defaultdict(list)
        for event in sorted(mine, key=lambda event: event["at"]):
            times[event["step"]].append(event["at"])
        first = {step: found[0] for step, found in times.items()}
        last = {step: found[-1] for step, found in times.items()}
        received = first.get("received") or min(event["at"] for event in mine)
        accepted, tested, released = first.get("accepted"), last.get("tested"), last.get("released")
        waited = (seconds(received, accepted) if accepted else 0) + (
            seconds(tested, released) if tested and released else 0
        )
        closed = [day_of(moment) for moment in (released, first.get("voided")) if moment]
        lives.append(
            ticket
            | {
                "received_on": day_of(received),
                "accepted_on": day_of(accepted),
                "tested_on": day_of(tested),
                "released_on": day_of(released),
                "voided_on": day_of(first.get("voided")),
                "closed_on": min(closed) if closed else None,
                "window_on": day_of(released) if day_of(released) in planned else None,
                "cycle_days": seconds(accepted or received, released) / 86400 if released else None,
                "lead_days": seconds(received, released) / 86400 if released else None,
                "waiting_days": waited / 86400 if released else None,
                "test_submissions": len(times["test_submitted"]),
                "test_returns": len(times["test_returned"]),
                "changes": len(times["changed"]),
                "postponements": len(times["postponed"]),
            }
        )
    return lives


def line_month(lives: list[Row]) -> list[Row]:
    moves = ("received", "released", "voided", "closed")
    seen: Counter[tuple[str, str, str]] = Counter()
    for life in lives:
        for move in moves:
            if life[f"{move}_on"]:
                seen[life["line"], month_of(life[f"{move}_on"]), move] += 1
    rows = []
    for line in {life["line"] for life in lives}:
        backlog = 0
        for month in sorted({month for _, month, _ in seen}):
            counts = {move: seen[line, month, move] for move in moves}
            backlog += counts["received"] - counts.pop("closed")
            rows.append({"line": line, "month": month, **counts, "open_end": backlog})
    return rows


def investment(timesheet: list[Row]) -> list[Row]:
    days: dict[tuple[str, ...], Any] = defaultdict(int)
    for entry in of_april(timesheet, "worked_on"):
        days[entry["department"], entry["line"], entry["employer"]] += entry["days"]
    return [
        dict(zip(("department", "line", "employer", "days"), (*key, total), strict=True)) for key, total in days.items()
    ]


def large_table_month(measured: list[Row]) -> list[Row]:
    newest: dict[tuple[str, str, str], Row] = {}
    for row in sorted(measured, key=lambda row: row["measured_on"]):
        newest[month_of(row["measured_on"]), row["system"], row["table_name"]] = row
    rows = []
    for (month, system, name), row in newest.items():
        if month == APRIL:
            before = newest.get((MARCH, system, name))
            archived = row["archived_on"] is not None
            rows.append(
                {column: row[column] for column in ("row_count", "size_gb", "partitioned", "index_count")}
                | {"system": system, "table_name": name, "archived": archived}
                | {"grown_gb": row["size_gb"] - before["size_gb"] if before else None}
                | {"governed": row["partitioned"] and archived and row["index_count"] <= 5}
            )
    return rows


def instance_baseline(instances: list[Row], baseline: list[Row]) -> list[Row]:
    allowed = {(row["component"], row["version"]): row["allowed_until"] for row in baseline}
    return [
        instance
        | {
            "listed": (instance["component"], instance["version"]) in allowed,
            "allowed_until": allowed.get((instance["component"], instance["version"])),
        }
        for instance in instances
    ]


def percentiles(rows: Sequence[Row]) -> Row:
    return {
        f"latency_p{share}": quantile((float(row["latency_ms"]) for row in rows), share / 100)
        for share in (50, 90, 95, 99)
    }


def system_day(transactions: list[Row]) -> list[Row]:
    days: dict[tuple[date | None, str], list[Row]] = defaultdict(list)
    for row in of_april(transactions, "at"):
        days[day_of(row["at"]), row["system"]].append(row)
    return [
        {
            "day": day,
            "system": system,
            "transactions": len(rows),
            "technical_failures": sum(row["result"] == "technical_failure" for row in rows),
            "business_failures": sum(row["result"] == "business_failure" for row in rows),
            "timeouts": sum(row["result"] == "timeout" for row in rows),
            "latency_total": sum(row["latency_ms"] for row in rows),
            "satisfied": sum(row["latency_ms"] <= 500 for row in rows),
            "tolerating": sum(500 < row["latency_ms"] <= 2000 for row in rows),
            "peak_minute": max(Counter(int(row["at"].timestamp()) // 60 for row in rows).values()),
            **percentiles(rows),
        }
        for (day, system), rows in days.items()
    ]


def system_month(transactions: list[Row]) -> list[Row]:
    systems: dict[str, list[Row]] = defaultdict(list)
    for row in of_april(transactions, "at"):
        systems[row["system"]].append(row)
    return [{"system": name, "transactions": len(rows), **percentiles(rows)} for name, rows in systems.items()]


def batch_day(jobs: list[Row], dependencies: list[Row]) -> list[Row]:
    april = of_april(jobs, "run_on")
    late = {(job["run_on"], job["job"]) for job in april if job["ended_at"] > job["deadline"]}
    needs: dict[str, set[str]] = defaultdict(set)
    for dependency in dependencies:
        needs[dependency["job"]].add(dependency["needs"])
    return [
        {column: job[column] for column in ("run_on", "job", "system", "started_at", "ended_at", "deadline")}
        | {
            "minutes": seconds(job["started_at"], job["ended_at"]) / 60,
            "late_minutes": max(0.0, seconds(job["deadline"], job["ended_at"]) / 60),
            "late": (job["run_on"], job["job"]) in late,
            "first_late": (job["run_on"], job["job"]) in late
            and not any((job["run_on"], need) in late for need in needs[job["job"]]),
            "finished_time": f"{job['ended_at'] + timedelta(hours=8):%H:%M:%S}",
        }
        for job in april
    ]


def batch_cause(days: list[Row], dependencies: list[Row]) -> list[Row]:
    late = {(day["run_on"], day["job"]): day for day in days if day["late"]}
    needs: dict[str, set[str]] = defaultdict(set)
    for dependency in dependencies:
        needs[dependency["job"]].add(dependency["needs"])
    rows = []
    for run_on, job in late:
        reached, edge = {job: 0}, {job}
        for distance in range(1, 9):
            edge = {need for link in edge for need in needs[link] if (run_on, need) in late} - reached.keys()
            reached |= dict.fromkeys(edge, distance)
        for link, distance in reached.items():
            day = late[run_on, link]
            told = {c: day[c] for c in ("first_late", "started_at", "ended_at", "deadline", "late_minutes")}
            rows.append({"run_on": run_on, "job": job, "link": link, "distance": distance, **told})
    return rows


def mobile_daily(days: list[Row]) -> list[Row]:
    found: dict[date, Row] = {}
    for day in of_april(days, "day"):
        total = found.setdefault(day["day"], {"day": day["day"], "active_users": 0, "logins": 0})
        total["active_users"] += day["active_users"]
        total["logins"] += day["logins"]
    return list(found.values())


def access_use(sessions: list[Row], accounts: list[Row], resources: list[Row]) -> list[Row]:
    people = {account["account_id"]: account for account in accounts}
    things = {resource["resource_id"]: resource for resource in resources}
    return [
        session
        | {
            "department": people[session["account_id"]]["department"],
            "kind": people[session["account_id"]]["kind"],
            "resource": things[session["resource_id"]]["name"],
            "resource_kind": things[session["resource_id"]]["kind"],
        }
        for session in of_april(sessions, "day")
    ]
