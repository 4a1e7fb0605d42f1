"""Random transfers with rings among them, so that there is something to be found: some members nobody knows of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

from tables import Row

ACCOUNTS, RINGS, SIZE, TRANSFERS = 180, 10, 5, 600
DAWN = datetime(2023, 2, 2, tzinfo=UTC)


def gangs(random: Random, branches: list[Row]) -> dict[str, list[Row]]:
    """Accounts, their transfers of three months, and the members of rings but the last of every other ring."""
    names = [f"6217{number:04}" for number in range(ACCOUNTS)]
    rings = [names[place * SIZE : (place + 1) * SIZE] for place in range(RINGS)]
    moves = [(random.choice(names), random.choice(names), random.randrange(2_000, 90_000)) for _ in range(TRANSFERS)]
    moves += [(one, ring[0], random.randrange(5_000_000, 6_000_000)) for ring in rings for one in ring[1:] * 4]
    known = [one for place, ring in enumerate(rings) for one in (ring if place % 2 else ring[:-1])]
    return _made(random, names, rings) | {
        "risk.account": [
            {
                "account": name,
                "holder": "person",
                "org_id": random.choice((None, *(branch["org_id"] for branch in branches))),
                "opened_on": DAWN.date(),
                "closed_on": None,
            }
            for name in names
        ],
        "risk.transfer": [
            {
                "transfer_id": f"Z{number:05}",
                "at": DAWN + timedelta(hours=random.randrange(86 * 24)),
                "payer": payer,
                "payee": payee,
                "amount": Decimal(cents) / 100,
                "channel": "mobile",
            }
            for number, (payer, payee, cents) in enumerate(moves)
        ],
        "risk.known_bad": [
            {"account": name, "marked_on": DAWN.date(), "lifted_on": None, "source": "police"} for name in known
        ],
    }


def _made(random: Random, names: list[str], rings: list[list[str]]) -> dict[str, list[Row]]:
    """What computed models would make of them, at random: the models that read it are asked of any of it."""
    months = ("2023-03", "2023-04")
    scored = [
        {
            "period": month, "account": name, "standing": "unknown", "score": random.random(), "spread": 0.25,
            "marked": random.random() < 0.3,
        }
        for month in months
        for name in names
        if random.random() < 0.8
    ]  # fmt: skip
    inside = [
        {
            "period": month, "ring": ring[0], "account": name, "role": "payer", "standing": "unknown", "score": None,
            "paid": Decimal(1), "received": Decimal(2), "steps": 1,
        }
        for month in months
        for ring in rings
        for name in ring
        if random.random() < 0.8
    ]  # fmt: skip
    return {"risk.ring_score": scored, "risk.ring_member": inside}
