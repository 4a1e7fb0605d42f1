"""Rings in plain Python: what each account pays and is paid, and who must look at which."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from math import floor
from statistics import median

from oracles import of_month
from tables import Row, month_of

MONTHS = ("2023-02", "2023-03", "2023-04")
SECONDS_A_DAY = 86_400


def account_flow(transfers: list[Row]) -> list[Row]:
    """A move is odd when it is at most half or at least twice what its payer usually pays; weeks overlap by half."""
    moves = [row for row in transfers if month_of(row["at"]) in MONTHS and row["payer"] != row["payee"]]
    paid: dict[str, list[int]] = defaultdict(list)
    for row in moves:
        paid[row["payer"]].append(int(row["amount"] * 100))
    usual = {payer: float(median(amounts)) for payer, amounts in paid.items()}
    pairs = {(row["payer"], row["payee"]) for row in moves}
    made = []
    for account in {one for pair in pairs for one in pair}:
        leaving, coming = ([row for row in moves if row[end] == account] for end in ("payer", "payee"))
        told: Row = {"account": account, **side("out", leaving, "payee", usual), **side("in", coming, "payer", usual)}
        met = {one for payer, one in pairs if payer == account} & {one for one, payee in pairs if payee == account}
        told["mutual"] = float(len(met)) if met else None
        if leaving and coming:
            totals = told["in_total"], told["out_total"]
            told["through"] = min(totals) / max(totals)
            told["first_gap"] = float(min(map(day, leaving)) - min(map(day, coming)))
        made.append(told)
    return made


def day(move: Row) -> int:
    return int(move["at"].timestamp()) // SECONDS_A_DAY


def side(name: str, moves: list[Row], partner: str, usual: dict[str, float]) -> Row:
    """What leaves an account, or what reaches it."""
    if not moves:
        return {}
    amounts = [int(row["amount"] * 100) for row in moves]
    ratios = [amount / usual[row["payer"]] for amount, row in zip(amounts, moves, strict=True)]
    odd = [row for ratio, row in zip(ratios, moves, strict=True) if ratio <= 0.5 or ratio >= 2]
    windows: dict[int, list[Row]] = defaultdict(list)
    for row in moves:
        for window in (day(row) // 3, day(row) // 3 + 1):
            windows[window].append(row)
    found = {
        "moves": len(moves),
        "partners": len({row[partner] for row in moves}),
        "total": sum(amounts),
        "least": min(amounts),
        "most": max(amounts),
        "median": median(amounts),
        "odd": len(odd),
        "odd_partners": len({row[partner] for row in odd}),
        "lowest_ratio": min(ratios),
        "highest_ratio": max(ratios),
        "repeats": max(Counter(row[partner] for row in moves).values()),
        "burst": max(map(len, windows.values())),
        "burst_partners": max(len({row[partner] for row in rows}) for rows in windows.values()),
    }
    return {f"{name}_{what}": float(value) for what, value in found.items()}


def ring_review(scores: list[Row], members: list[Row], accounts: list[Row]) -> list[Row]:
    ring_of = {row["account"]: row["ring"] for row in of_month(members)}
    branch_of = {row["account"]: row["org_id"] for row in accounts}
    made = []
    for row in of_month(scores):
        if row["marked"]:
            percent, ring = min(floor(row["score"] * 100 + 0.5), 99), ring_of.get(row["account"])
            zh, en = (f"，属团伙 {ring}", f"; in ring {ring}") if ring else ("", "")
            made.append({
                "key": row["account"], "owner": branch_of.get(row["account"]) or "0000",
                "reason_zh": f"与已知黑样本资金往来相似的概率 {percent}%{zh}",
                "reason_en": f"{percent}% likely to belong with known bad accounts{en}",
                "due_on": date(2023, 5, 5), "weight": row["score"], "ring": ring,
            })  # fmt: skip
    return made
