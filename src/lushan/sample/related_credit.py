"""What the sample bank lends related parties and others, and deals in with them; limits exceeded are planted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa

from lushan.sample.chance import Sample
from lushan.sample.columns import hundredths, numbered
from lushan.sample.ownership import BANK, World, world

#: Related parties that are customers by number, that only a person can tell, and customers who share but a name.
KNOWN, UNSURE, NAMESAKES, OTHERS = 320, 20, 10, 600
CAPITAL = {date(2022, 9, 30): 298, date(2022, 12, 31): 301, date(2023, 3, 31): 304}  # in 100 million yuan
MONTHS = (date(2023, 3, 31), date(2023, 4, 30))
#: Planted, in 100 million yuan: one party over a tenth of net capital, three of one group over 15 % together.
ONE, GROUP = 33, 17
HUNDRED_MILLION = 10**10  # in hundredths of a yuan


def _subsidiaries(made: World, number: int) -> list[str]:
    """The companies that one of the bank's holders controls itself."""
    holders = [row["holder_id"] for row in made.rows["holding"] if row["owned_id"] == BANK]
    held = (row for row in made.rows["holding"] if row["holder_id"] == holders[number] and row["share"] == "60.000000")
    return [str(row["owned_id"]) for row in held]


@cache
def customers(sample: Sample) -> list[dict[str, Any]]:
    """The customers, with the party that each really is."""
    made = world(sample)
    rng = sample.chance("risk.credit_customer")
    parties = {str(row["party_id"]): row for row in made.rows["party"]}
    planted = [_subsidiaries(made, 4)[0], *_subsidiaries(made, 5)[:3]]
    drawn = rng.permutation(sorted(made.related - set(planted))).tolist()
    others = rng.permutation(sorted(parties.keys() - made.related - {BANK})).tolist()
    chosen = [*planted, *drawn[: KNOWN + UNSURE + NAMESAKES - len(planted)], *others[:OTHERS]]
    rows = []
    for number, id in enumerate(chosen):
        party = parties[id]
        row = {
            "customer_id": f"KH{number + 1:06}",
            "name": party["name"],
            "kind": "person" if party["kind"] == "person" else "company",
            "id_number": party["id_number"],
            "born_on": party["born_on"],
            "phone": party["phone"],
            "address": party["address"],
        }
        if KNOWN <= number < KNOWN + UNSURE:
            row |= {"id_number": None, "phone": None if number % 2 else row["phone"]}
        elif KNOWN + UNSURE <= number < KNOWN + UNSURE + NAMESAKES:
            row |= {"id_number": None, "born_on": date(1931, 1, 1), "phone": f"1380000{number:04}", "address": "南昌市"}
        rows.append(row)
    return [row for row in rows if str(row["name"]).strip()]


def credit_customers(sample: Sample) -> Iterator[pa.Table]:
    """The customers of the credit system."""
    yield pa.Table.from_pylist(customers(sample))


def credit_balances(sample: Sample) -> Iterator[pa.Table]:
    """What each customer owes at the ends of two months, and what secures it."""
    listed = customers(sample)
    rng = sample.chance("risk.credit_balance")
    count = len(listed)
    owed = np.array([rng.integers(5, 300) if row["kind"] == "person" else rng.integers(200, 5_000) for row in listed])
    hundredth = owed * 10_000 * 100  # ten thousands of yuan
    hundredth[0], hundredth[1:4] = ONE * HUNDRED_MILLION, GROUP * HUNDRED_MILLION
    secured = np.where(rng.random(count) < 0.2, hundredth // 10, 0)
    secured[:4] = 0
    for number, day in enumerate(MONTHS):
        grown = hundredth + number * (hundredth // 50)
        grown[:4] = hundredth[:4]
        yield pa.table(
            {
                "as_of": [day] * count,
                "account_id": numbered("ZH", np.arange(1, count + 1), 6),
                "customer_id": [row["customer_id"] for row in listed],
                "product": ["个人贷款" if row["kind"] == "person" else "流动资金贷款" for row in listed],
                "balance": hundredths(grown, 18),
                "off_balance": hundredths(np.where(rng.random(count) < 0.1, hundredth // 20, 0), 18),
                "margin": hundredths(secured, 18),
                "certificates": hundredths(np.zeros(count), 18),
                "bonds": hundredths(np.zeros(count), 18),
            }
        )


def deals(sample: Sample) -> Iterator[pa.Table]:
    """Deals of the year so far: most of them small, one major by itself, some that add up, one further on."""
    listed = customers(sample)
    rng = sample.chance("risk.deal")
    rows = []
    for number in range(160):
        day = date(2023, 1, 3) if number == 0 else (np.datetime64("2023-01-03") + int(rng.integers(0, 115))).item()
        amount = int(rng.integers(10, 900)) * 10_000
        rows.append((listed[4 + number * 3 % (KNOWN - 4)]["customer_id"], day, amount))
    rows.append((listed[0]["customer_id"], date(2023, 4, 12), 4 * 10**8))
    rows += [(listed[1]["customer_id"], date(2023, month, 8), 280_000_000) for month in (1, 2, 2, 3, 3, 4, 4)]
    kinds = ("credit", "service", "transfer", "deposit")
    yield pa.table(
        {
            "deal_id": numbered("JY", np.arange(1, len(rows) + 1), 6),
            "customer_id": [row[0] for row in rows],
            "on": [row[1] for row in rows],
            "kind": [kinds[number % 4] if number < 160 else "credit" for number in range(len(rows))],
            "amount": hundredths(np.array([row[2] for row in rows]) * 100, 18),
            "title": ["授信" if number >= 160 else "日常业务" for number in range(len(rows))],
        }
    )


def net_capital(_sample: Sample) -> Iterator[pa.Table]:
    """Net capital at the ends of quarters."""
    amounts = hundredths(np.array(list(CAPITAL.values())) * HUNDRED_MILLION, 18)
    yield pa.table({"quarter_end": list(CAPITAL), "amount": amounts})
