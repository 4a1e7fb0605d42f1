"""The red and the black list in plain Python, subject by subject."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from math import floor, sqrt
from statistics import median

from oracles import APRIL
from tables import Row


def standing(tasks: list[Row], handlers: list[Row], judgements: list[Row]) -> list[Row]:
    own = {row["handler_id"]: row["department"] for row in handlers}
    of: dict[tuple[str, str, str, str], list[Row]] = defaultdict(list)
    for row in tasks:
        if row["decided"] and not row["delegated"] and not row["away"]:
            of["department", row["department"], row["department"], row["department"]].append(row)
            if row["handler_id"]:
                of["person", row["handler_id"], row["handler"], own[row["handler_id"]]].append(row)
    made = []
    for (kind, subject, name, department), rows in of.items():
        count = len(rows)
        overdue, returned, unread = (
            sum(row[what] for row in rows) / count for what in ("overdue", "sent_back", "unread")
        )
        margin = 1.96 * sqrt(chance(overdue, count, 30) + chance(returned, count, 20) + chance(unread, count, 10))
        made.append({
            "kind": kind, "subject": subject, "name": name, "department": department, "decisions": count,
            "median_seconds": median(row["dwell_seconds"] for row in rows), "eligible": count >= 20,
            "overdue_share": overdue, "returned_share": returned, "unread_share": unread, "margin": margin,
            "confidence": "high" if margin <= 5 else "medium" if margin <= 10 else "low",
            "appealed": newest_verdict(judgements, f"{APRIL}/{kind}/{subject}") == "appealed",
        })  # fmt: skip
    for kind in ("department", "person"):
        rank([row for row in made if row["kind"] == kind and row["eligible"]])
    return made


def chance(share: float, count: int, weight: int) -> float:
    """How much a share of a few varies by chance, two successes and two failures added, in points of the score."""
    likely = (share * count + 2) / (count + 4)
    return likely * (1 - likely) * weight**2 / (count + 4)


def rank(eligible: list[Row]) -> None:
    """Give those of one kind that decide enough their scores, and list the best red and the worst black."""
    for row in eligible:
        quicker = sum(other["median_seconds"] < row["median_seconds"] for other in eligible)
        row["rank_share"] = quicker / (len(eligible) - 1) if quicker else 0.0
        taken = 30 * row["overdue_share"] + 20 * row["returned_share"] + 10 * row["unread_share"]
        row["score"] = 100 - 40 * row["rank_share"] - taken
    each = min(10, len(eligible) // 2)
    for place, row in enumerate(sorted(eligible, key=lambda row: (-row["score"], row["subject"]))):
        row["place"] = place + 1
        row["listed"] = "red" if place < each else "black" if place >= len(eligible) - each else None


def newest_verdict(judgements: list[Row], key: str) -> str | None:
    said = [row for row in judgements if row["subject"] == "process.answer" and row["key"] == key]
    last = max(said, key=lambda row: (row["judged_at"], row["judgement_id"]), default=None)
    return last and last["verdict"]


def answer(standings: list[Row]) -> list[Row]:
    made = []
    for row in standings:
        if row.get("listed") == "black":
            points, count = f"{floor(row['score'] * 10 + 0.5) / 10:.1f}", row["decisions"]
            made.append({
                **row, "key": f"{APRIL}/{row['kind']}/{row['subject']}", "owner": row["name"],
                "reason_zh": f"审批得分 {points}，本月处理 {count} 项，列入黑榜：说明改进或提出申诉",
                "reason_en": f"Scored {points} on {count} decisions, on the black list: "
                "say what will change, or appeal",
                "due_on": date(2023, 5, 10), "weight": 100 - row["score"],
            })  # fmt: skip
    return made
