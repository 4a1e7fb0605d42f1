"""Robots in plain Python, run by run."""

from __future__ import annotations

from collections import Counter
from datetime import date

from oracles import of_april, seconds
from tables import Row

LAST_DAY = date(2023, 4, 30)


def robot_use(runs: list[Row], scenarios: list[Row]) -> list[Row]:
    of = {row["scenario_id"]: row for row in scenarios}
    made = []
    for row in of_april(runs, "started_at"):
        scenario, busy = of[row["scenario_id"]], seconds(row["started_at"], row["ended_at"])
        by_hand = int(row["cases"] * scenario["minutes_before"] * 60)
        made.append({
            **row, "scenario": scenario["name"], "department": scenario["department"],
            "minutes_before": scenario["minutes_before"], "busy_seconds": busy,
            "queue_seconds": seconds(row["queued_at"], row["started_at"]),
            "recovery_seconds": row["recovered_at"] and seconds(row["ended_at"], row["recovered_at"]),
            "saved_seconds": by_hand - busy if row["result"] == "success" else 0,
        })  # fmt: skip
    return made


def robot_month(scenarios: list[Row], uses: list[Row]) -> list[Row]:
    made = []
    for scenario in scenarios:
        if scenario["live_on"] > LAST_DAY or (scenario["retired_on"] and scenario["retired_on"] <= LAST_DAY):
            continue
        mine = [row for row in uses if row["scenario"] == scenario["name"]]
        good = [row for row in mine if row["result"] == "success"]
        done = sum(row["cases"] for row in good)
        causes = Counter(row["cause"] for row in mine if row["cause"])
        made.append({
            **scenario, "scenario": scenario["name"], "newly_live": scenario["live_on"] >= date(2023, 4, 1),
            "runs": len(mine), "successes": len(good), "cases": sum(row["cases"] for row in mine),
            "minutes_after": sum(row["busy_seconds"] for row in good) / 60 / done if done else None,
            "saved_seconds": sum(row["saved_seconds"] for row in mine),
            "top_cause": min(causes, key=lambda cause: (-causes[cause], cause), default=None),
        })  # fmt: skip
    return made
