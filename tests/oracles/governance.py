"""The models of governance in plain Python."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from lushan.domains.governance.filing import EAST
from oracles import MARCH, of_april
from tables import Row

WORST_FIRST = ("differs", "unavailable", "within", "agrees")
WEIGHTS = {"not_null": 20, "length": 10, "field": 35, "relation": 20, "cross": 15}
LAST_DAY = date(2023, 4, 30)


def indicator(results: list[Row]) -> list[Row]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in of_april(results, "period"):
        groups[row["indicator"]].append(row)
    found = []
    for name, rows in groups.items():
        worst = min(WORST_FIRST.index(row["status"]) for row in rows)
        said = [row for row in rows if row["status"] == "unavailable"]
        reasons = {
            column: max((row[column] for row in said if row[column] is not None), default=None)
            for column in ("reason_zh", "reason_en")
        }
        found.append({
            "indicator": name, "number": rows[0]["number"], "title_zh": rows[0]["title_zh"],
            "title_en": rows[0]["title_en"], "standard": rows[0]["standard"], "comparisons": len(rows),
            "status": WORST_FIRST[worst], "passed": worst >= 2, "as_of": LAST_DAY, **reasons,
        })  # fmt: skip
    return found


def filed(*tables: list[Row]) -> list[Row]:
    return [
        {"table": name, "org_id": org, "rows": count}
        for name, rows in zip(EAST, tables, strict=True)
        for org, count in Counter(row["nbjgh"] or "" for row in of_april(rows, "cjrq")).items()
    ]


def branch_of(organisations: list[Row]) -> dict[str, str | None]:
    return {row["org_id"]: row["parent_id"] if row["kind"] == "sub_branch" else row["org_id"] for row in organisations}


def grade(filed: list[Row], results: list[Row], failures: list[Row], organisations: list[Row]) -> list[Row]:
    answers = branch_of(organisations)
    rules = Counter((row["table"], row["class"]) for row in of_april(results, "period"))
    failed = Counter(
        (row["table"], row["org_id"], row["class"]) for row in of_april(failures, "period") if not row["exempt"]
    )
    cells: Counter[tuple[str, str, str]] = Counter()
    wrong: Counter[tuple[str, str, str]] = Counter()
    for row in filed:
        for (table, kind), count in rules.items():
            if table == row["table"]:
                org = answers.get(row["org_id"]) or row["org_id"]
                for subject in (("table", table), ("organisation", org)):
                    cells[*subject, kind] += row["rows"] * count
                    wrong[*subject, kind] += failed[table, row["org_id"], kind]
    found = []
    for subject in sorted({name[:2] for name in cells}):
        classes = [name[2] for name in cells if name[:2] == subject]
        weight = sum(WEIGHTS.get(kind, 0) for kind in classes)
        held = sum(WEIGHTS.get(kind, 0) * (1 - wrong[*subject, kind] / cells[*subject, kind]) for kind in classes)
        score = held / weight if weight else None
        found.append({
            "kind": subject[0], "subject": subject[1], "cells": sum(cells[*subject, kind] for kind in classes),
            "failed": sum(wrong[*subject, kind] for kind in classes), "score": score,
            "grade": "good" if score and score >= 0.999 else "fair" if score and score >= 0.99 else "poor",
        })  # fmt: skip
    return found


def mend(
    issues: list[Row], failures: list[Row], results: list[Row], indicators: list[Row], organisations: list[Row]
) -> list[Row]:
    answers, names = branch_of(organisations), {row["org_id"]: row["name"] for row in organisations}
    counted = Counter(
        (row["rule"], answers.get(row["org_id"]) or row["org_id"] or "")
        for row in failures
        if row["period"] == MARCH and not row["exempt"]
    )
    found = []
    for rule in (row for row in results if row["period"] == MARCH):
        for (of, org), count in counted.items():
            if of == rule["rule"]:
                found.append({
                    "key": f"{MARCH} {of} {org}", "owner": names.get(org, org), "due_on": date(2023, 4, 20),
                    "reason_zh": f"{rule['message_zh']}（{count} 行）",
                    "reason_en": f"{rule['message_en']} (rows: {count})",
                    "weight": count * (3.0 if rule["severity"] == "error" else 1.0), "source": "check",
                })  # fmt: skip
    for row in indicators:
        if row.get("period") == MARCH and row["status"] == "differs":
            found.append({
                "key": f"{MARCH} {row['indicator']}", "owner": "数字银行部", "due_on": date(2023, 4, 20),
                "reason_zh": f"{row['title_zh']}与1104不一致", "reason_en": f"{row['title_en']}: differs from 1104",
                "weight": 1000.0, "source": "cross",
            })  # fmt: skip
    for row in issues:
        if row["raised_on"] <= LAST_DAY and (row["closed_on"] is None or row["closed_on"] > LAST_DAY):
            found.append({
                "key": row["issue_id"], "owner": row["owner"], "due_on": row["due_on"], "reason_zh": row["title"],
                "reason_en": f"Issue of data quality: {row['subject']}", "source": "issue",
                "weight": 100.0 + max((LAST_DAY - row["due_on"]).days, 0),
            })  # fmt: skip
    return found
