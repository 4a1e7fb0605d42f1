"""The models of operations in plain Python."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from oracles import day_of, of_april, quantile, seconds
from tables import Row


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
