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
    return {
        "risk.account": [
            {
                "account": name,
                "holder": "person",
                "org_id": random.choice(branches)["org_id"],
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
