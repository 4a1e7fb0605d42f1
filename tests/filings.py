"""A small bank's filings for tests: rows of EAST under organisations that there are, rules, failures and indicators."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from tables import Row

MONTHS = ("2023-03", "2023-04")
CLASSES = ("not_null", "length", "field", "relation", "cross", "master")
STATUSES = ("agrees", "within", "differs", "unavailable")


def filings(random: Random, count: int, bank: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """What is filed, and what checking it gave; of the rows of EAST that a bank has, the organisation is changed."""
    orgs = [row["org_id"] for row in bank["bank.organisation"]]
    tables = sorted(name for name in bank if name.startswith("governance.east_"))
    for name in tables:
        for row in bank[name]:
            if row.get("nbjgh"):
                row["nbjgh"] = random.choice([*orgs, "9999"])
    results = [_result(random, number, random.choice(tables[:5])) for number in range(count)]
    failures = {
        (row["rule"], row["key"]): row for row in (_failure(random, random.choice(results), orgs) for _ in range(count))
    }
    return {
        "governance.rule_result": results,
        "governance.rule_failure": list(failures.values()),
        "governance.indicator_result": [_comparison(random, number) for number in range(count)],
    }


def _result(random: Random, number: int, table: str) -> Row:
    return {
        "rule": f"R{number}", "table": table, "class": random.choice(CLASSES), "kind": "row",
        "severity": random.choice(("error", "warning")), "owner": "数字银行部", "message_zh": f"不符{number}",
        "message_en": f"wrong {number}", "status": random.choice(("passed", "failed", "fault")),
        "checked": random.randrange(1, 99), "failed": random.randrange(9), "exempt": random.randrange(3),
        "period": random.choice(MONTHS),
    }  # fmt: skip


def _failure(random: Random, of: Row, orgs: list[str]) -> Row:
    return {
        "rule": of["rule"], "key": str(random.randrange(10**6)), "table": of["table"], "class": of["class"],
        "org_id": random.choice([*orgs, "9999", None]), "value": None, "exempt": random.random() < 0.2,
        "period": of["period"],
    }  # fmt: skip


def _comparison(random: Random, number: int) -> Row:
    of = random.randrange(1, 42)
    return {
        "indicator": f"i{of}", "step": f"s{number}", "cut": "", "left": "EAST", "right": "1104", "number": of,
        "title_zh": f"指标{of}", "title_en": f"indicator {of}", "standard": of <= 31, "unit": None, "left_value": None,
        "right_value": None, "difference": None, "allowed": None, "left_rows": 1, "right_rows": 1,
        "status": random.choice(STATUSES), "reason_zh": random.choice((None, "缺数", "分母为零")),
        "reason_en": random.choice((None, "no value")), "period": random.choice(MONTHS),
    }  # fmt: skip
