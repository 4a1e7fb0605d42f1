"""A random world of parties for tests: people and companies around one bank, their customers, credit and deals."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from tables import Row

NAMES = ("王伟", "李芳", "张敏", "赵强", "恒隆实业有限公司", "恒隆贸易有限公司", "天成置业有限公司")
ROLES = ("director", "supervisor", "senior_manager", "representative", "other")
KIN = ("spouse", "parent", "child", "sibling", "spouse_parent", "other")


def day(random: Random, first: date = date(2022, 3, 1), days: int = 500) -> date | None:
    """A day, or none."""
    return None if random.random() < 0.4 else first + timedelta(days=random.randrange(days))


def parties(random: Random, count: int) -> dict[str, list[Row]]:
    """The sources that related parties are found in, hanging together; one party is the bank."""
    count = max(count, 8)
    people = [f"P{number}" for number in range(count)]
    firms = [f"F{number}" for number in range(count)]
    ids = [*people, *firms]
    kinds = {**dict.fromkeys(people, "person"), **dict.fromkeys(firms, "company"), "F0": "own", "F1": "state"}

    def dated() -> Row:
        return {"from_on": day(random), "to_on": day(random), "document": random.choice((None, "登记"))}

    party = [
        {
            "party_id": id, "name": random.choice((None, *NAMES)), "kind": kinds[id], "id_type": None,
            "id_number": f"N{id}", "born_on": date(1980, 1, 1) + timedelta(days=random.randrange(20_000)),
            "phone": random.choice((None, "13900000001")), "address": None, "industry": None, "place": None,
            "capital": None,
        }
        for id in ids
    ]  # fmt: skip
    tables = {
        "party": party,
        "holding": [
            {
                "holding_id": f"H{number}", "holder_id": random.choice(ids),
                "owned_id": "F0" if number < 6 else random.choice(firms),
                "share": Decimal(random.randrange(100)), "votes": None, "pledged": None, "funds": None,
            }
            | dated()
            for number in range(3 * count)
        ],
        "office": [
            {
                "office_id": f"O{number}", "person_id": random.choice(people),
                "org_id": "F0" if number % 3 == 0 else random.choice(firms), "role": random.choice(ROLES),
                "post": None, "branch": None, "nominated_by": random.choice((None, random.choice(ids))),
            }
            | dated()
            for number in range(2 * count)
        ],
        "kinship": [
            {
                "kinship_id": f"K{number}", "person_id": random.choice(people), "relative_id": random.choice(people),
                "kind": random.choice(KIN),
            }
            | dated()
            for number in range(count)
        ],
        "agreement": [
            {
                "agreement_id": f"A{number // 2}", "party_id": ids[(number * 7) % len(ids)],
                "kind": random.choice(("concert", "control", "joint", "benefit", "named")),
                "other_id": random.choice(firms), "part": None,
            }
            | dated()
            for number in range(6)
        ],
        "own_staff": [
            {
                "staff_id": f"S{number}", "person_id": random.choice(people), "branch": None, "post": None,
                "authority": random.choice(("none", "large_credit")),
            }
            | dated()
            for number in range(count)
        ],
    }  # fmt: skip
    customers = [
        {
            "customer_id": f"C{number}", "name": row["name"] or "无名",
            "kind": "person" if row["kind"] == "person" else "company",
            "id_number": row["id_number"] if number % 3 else None, "born_on": row["born_on"], "phone": row["phone"],
            "address": None,
        }
        for number, row in enumerate(party)
    ]  # fmt: skip
    tables |= {
        "credit_customer": customers,
        "credit_balance": [
            {
                "as_of": month, "account_id": f"Z{number}", "customer_id": random.choice(customers)["customer_id"],
                "product": None, "balance": Decimal(random.randrange(10**6)),
                "off_balance": Decimal(random.randrange(99)),
                "margin": Decimal(random.randrange(10**5)), "certificates": Decimal(0), "bonds": Decimal(0),
            }
            for number in range(3 * count)
            for month in (date(2023, 3, 31), date(2023, 4, 29), date(2023, 4, 30))
        ],
        "deal": [
            {
                "deal_id": f"D{number}", "customer_id": random.choice(customers)["customer_id"],
                "on": date(2022, 12, 1) + timedelta(days=random.randrange(150)), "kind": "credit",
                "amount": Decimal(random.randrange(10**5)), "title": None,
            }
            for number in range(4 * count)
        ],
        "net_capital": [
            {"quarter_end": end, "amount": Decimal(random.randrange(10**6, 10**7))}
            for end in (date(2022, 9, 30), date(2022, 12, 31), date(2023, 3, 31), date(2023, 6, 30))
        ],
    }  # fmt: skip
    return {f"risk.{name}": rows for name, rows in tables.items()} | _made(random, party, customers)


def _made(random: Random, party: list[Row], customers: list[Row]) -> dict[str, list[Row]]:
    """What computed models would make of them, at random: the models that read it are asked of any of it."""
    months = ("2023-03", "2023-04")
    listed = [
        {
            "period": month, "party_id": row["party_id"], "name": row["name"], "kind": row["kind"],
            "clauses": random.choice(("6(3)", "7(3)")), "rules": "N3a", "certainty": "must", "relation": "office",
            "equity": False, "investment": False, "kinship": False, "office": True, "held": "now", "held_from": None,
            "path": "", "path_en": "", "arithmetic": None, "reasons": 1,
        }
        for month in months
        for row in party
        if random.random() < 0.7
    ]  # fmt: skip
    matched = [
        {
            "period": "2023-04", "customer_id": customer["customer_id"], "party_id": row["party_id"], "score": 0.75,
            "status": random.choice(("exact", "confirmed", "proposed", "refused")), "reason_zh": "同名",
            "reason_en": "same name",
        }
        for customer, row in zip(customers, party, strict=True)
    ]  # fmt: skip
    groups = [
        {
            "period": "2023-04", "group_id": row["party_id"], "head": row["party_id"], "kind": "control",
            "members": random.randrange(1, 4), "net": Decimal(10), "net_capital": Decimal(100),
            "share": random.randrange(100) / 128, "exceeded": random.random() < 0.5,
        }
        for row in party
    ]  # fmt: skip
    return {"risk.related_party": listed, "risk.customer_party": matched, "risk.related_group": groups}
