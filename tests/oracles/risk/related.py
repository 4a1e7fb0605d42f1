"""Related parties in plain Python: what they owe and deal, who changed, who sits on two boards."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import combinations
from math import floor
from typing import Any

from oracles import APRIL, MARCH, of_month
from tables import Row, month_of

LAST = date(2023, 4, 30)


def customers_of(matched: list[Row]) -> list[tuple[str, str]]:
    known = [row for row in of_month(matched) if row["status"] in ("exact", "confirmed")]
    return [(row["customer_id"], row["party_id"]) for row in known]


def capital_on(capital: list[Row], day: date, including: bool = True) -> Any:
    ended = [row for row in capital if row["quarter_end"] < day or (including and row["quarter_end"] == day)]
    return max(ended, key=lambda row: row["quarter_end"])["amount"] if ended else None


def related_exposure(related: list[Row], matched: list[Row], credit: list[Row], capital: list[Row]) -> list[Row]:
    april = [row for row in credit if month_of(row["as_of"]) == APRIL]
    last = max((row["as_of"] for row in april), default=None)
    listed = {row["party_id"]: row for row in of_month(related)}
    owed: dict[str, list[Row]] = defaultdict(list)
    for customer, party in customers_of(matched):
        owed[party] += [row for row in april if row["as_of"] == last and row["customer_id"] == customer]
    amount = capital_on(capital, LAST)
    made = []
    for party, rows in owed.items():
        if not rows or party not in listed:
            continue
        balance = sum(row["balance"] + row["off_balance"] for row in rows)
        deducted = sum(row["margin"] + row["certificates"] + row["bonds"] for row in rows)
        net = max(balance - deducted, 0)
        share = float(net) / float(amount) if amount else None
        made.append(
            {
                "party_id": party, "name": listed[party]["name"], "kind": listed[party]["kind"],
                "customers": len({row["customer_id"] for row in rows}), "balance": balance, "deducted": deducted,
                "net": net, "net_capital": amount, "share": share, "exceeded": share is not None and share > 0.1,
            }
        )  # fmt: skip
    return made


def related_deal(related: list[Row], matched: list[Row], deals: list[Row], capital: list[Row]) -> list[Row]:
    listed = {row["party_id"]: row for row in of_month(related)}
    dealt: dict[str, list[Row]] = defaultdict(list)
    for customer, party in customers_of(matched):
        if party in listed:
            year = [row for row in deals if date(2023, 1, 1) <= row["on"] <= LAST]
            dealt[party] += [row for row in year if row["customer_id"] == customer]
    made = []
    for party, rows in dealt.items():
        so_far = 0
        for row in sorted(rows, key=lambda row: (row["on"], row["deal_id"])):
            before, so_far = so_far, so_far + row["amount"]
            amount = capital_on(capital, row["on"], including=False)
            reason = "general"
            if amount:
                part, then, now = (float(value) / float(amount) for value in (row["amount"], before, so_far))
                steps = [floor((value - 0.05) / 0.01 + 1e-9) for value in (then, now)]
                if part >= 0.01:
                    reason = "single"
                elif now >= 0.05 and then < 0.05:
                    reason = "cumulative"
                elif now >= 0.05 and steps[1] > steps[0]:
                    reason = "further"
            small = 500_000 if listed[party]["kind"] == "person" else 5_000_000
            made.append(
                {
                    **row, "party_id": party, "name": listed[party]["name"], "so_far": so_far, "net_capital": amount,
                    "reason": reason, "major": reason != "general",
                    "exempt": reason == "general" and row["amount"] <= small,
                }
            )  # fmt: skip
    return made


def related_change(related: list[Row]) -> list[Row]:
    now, then = ({row["party_id"]: row for row in of_month(related, month)} for month in (APRIL, MARCH))
    made = []
    for party in now.keys() | then.keys():
        after, before = now.get(party), then.get(party)
        if after and before and after["clauses"] == before["clauses"]:
            continue
        either = after or before
        assert either
        name = (after or {}).get("name") or (before or {}).get("name")
        made.append(
            {
                "party_id": party, "name": name, "kind": either["kind"],
                "change": "added" if not before else "removed" if not after else "changed",
                "before": before and before["clauses"], "after": after and after["clauses"],
            }
        )  # fmt: skip
    return made


def match_to_confirm(matched: list[Row], customers: list[Row]) -> list[Row]:
    names = {row["customer_id"]: row["name"] for row in customers}
    return [
        {
            "key": f"{row['customer_id']}~{row['party_id']}", "owner": "关联交易办公室",
            "reason_zh": f"{names[row['customer_id']]}（{row['customer_id']}）疑为关联方 {row['party_id']}，"
            f"得分 {round(row['score'] * 100)}：{row['reason_zh']}",
            "reason_en": f"{names[row['customer_id']]} ({row['customer_id']}) may be the related party "
            f"{row['party_id']}, score {round(row['score'] * 100)}: {row['reason_en']}",
            "due_on": date(2023, 5, 10), "weight": row["score"],
        }
        for row in of_month(matched)
        if row["status"] == "proposed" and row["customer_id"] in names
    ]  # fmt: skip


def limit_exceeded(exposures: list[Row], groups: list[Row]) -> list[Row]:
    def asked(key: str, zh: str, en: str, share: float) -> Row:
        part = floor(share * 10_000 + 0.5)
        said = f"{part // 100}.{part % 100:02}%"
        return {
            "key": key, "owner": "关联交易办公室", "reason_zh": f"{zh}授信净额占资本净额 {said}，超过限额",
            "reason_en": f"{en} owes {said} of net capital, over the limit", "due_on": date(2023, 5, 5),
            "weight": share,
        }  # fmt: skip

    one = [row for row in of_month(exposures) if row["exceeded"]]
    many = [row for row in of_month(groups) if row["exceeded"] and row["members"] > 1]
    made = []
    for row in one:
        name = row["name"] or row["party_id"]
        made.append(asked(f"party:{row['party_id']}", f"关联方 {name} ", f"related party {name}", row["share"]))
    for row in many:
        id = row["group_id"]
        made.append(asked(f"group:{id}", f"关联集团 {id} ", f"the group of {id}", row["share"]))
    owing = of_month(exposures)
    capital = max((row["net_capital"] for row in owing if row["net_capital"]), default=None)
    if capital and (share := float(sum(row["net"] for row in owing)) / float(capital)) > 0.5:
        made.append(asked("all", "全部关联方", "related parties together", share))
    return made


def in_office(offices: list[Row]) -> dict[tuple[str, str], bool]:
    held: dict[tuple[str, str], bool] = {}
    for row in offices:
        begun = row["from_on"] is None or row["from_on"] <= LAST
        if begun and (row["to_on"] is None or row["to_on"] >= LAST) and row["person_id"] != row["org_id"]:
            pair = row["person_id"], row["org_id"]
            held[pair] = held.get(pair, False) or row["role"] == "director"
    return held


def board_tie(offices: list[Row], parties: list[Row]) -> list[Row]:
    names = {row["party_id"]: row["name"] for row in parties}
    at: dict[str, list[bool]] = defaultdict(list)
    for (person, _), director in in_office(offices).items():
        at[person].append(director)
    return [
        {"person_id": person, "name": names.get(person), "organisations": len(seats), "boards": sum(seats)}
        for person, seats in at.items()
        if len(seats) > 1
    ]


def interlock(offices: list[Row], parties: list[Row]) -> list[Row]:
    names = {row["party_id"]: row["name"] for row in parties}
    at: dict[str, dict[str, bool]] = defaultdict(dict)
    for (person, org), director in in_office(offices).items():
        at[person][org] = director
    pairs: dict[tuple[str, str], list[tuple[str | None, bool]]] = defaultdict(list)
    for person, seats in at.items():
        for one, other in combinations(sorted(seats), 2):
            pairs[one, other].append((names.get(person), seats[one] and seats[other]))
    return [
        {
            "org_id": one, "other_id": other, "persons": len(shared), "directors": sum(both for _, both in shared),
            "name": min((name for name, _ in shared if name), default=None),
        }
        for (one, other), shared in pairs.items()
    ]  # fmt: skip
