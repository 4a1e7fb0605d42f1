"""Delivery's models in plain Python."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime
from typing import Any

from oracles import APRIL, MARCH, day_of, of_april, seconds
from tables import Row, month_of


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
