"""The deposits of the sample bank: their kinds, what moves them each month, and what they hold at its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from lushan.sample.chance import Sample
from lushan.sample.east.calendar import COLLECTED, month_end
from lushan.sample.east.customers import Company, Person, customers
from lushan.sample.east.places import pick

#: Kinds of deposits: how often, in which ledger account, at which rate in percent, whether it is moved at will.
Kind = tuple[str, float, str, str, bool]
PERSONAL: tuple[Kind, ...] = (
    ("个人活期存款", 50, "200301", "0.25", True),
    ("个人定期存款", 30, "200302", "2.15", False),
    ("定活两便存款", 5, "200302", "0.90", False),
    ("个人通知存款", 5, "200303", "1.10", False),
    ("个人结构性存款(不含保本理财)", 6, "200305", "3.05", False),
    ("个人保证金存款", 4, "200304", "0.25", False),
)
CORPORATE: tuple[Kind, ...] = (
    ("单位活期存款", 50, "200101", "0.25", True),
    ("单位定期存款", 22, "200102", "1.95", False),
    ("单位通知存款", 8, "200103", "1.00", False),
    ("单位协定存款", 6, "200106", "0.90", True),
    ("单位结构性存款(不含保本理财)", 6, "200105", "2.95", False),
    ("单位保证金存款", 8, "200104", "0.25", False),
)
INTERBANK: Kind = ("同业存放款", 1, "2011", "1.62", True)
MARGIN = ("个人保证金存款", "单位保证金存款")
FOREIGN, OPENED_LATE, CLOSED = 0.12, 0.05, 0.04


@dataclass(frozen=True)
class Move:
    """A transaction: what it added to the balance, in fen, and what the balance was after it."""

    number: str
    day: date
    time: str
    amount: int
    after: int
    kind: str


@dataclass(frozen=True)
class Deposit:
    """A deposit account, with its balances before all that is collected and at each collection, in fen."""

    number: str
    owner: Person | Company
    kind: str
    leaf: str
    rate: str
    currency: str
    opened: date
    closed: date | None
    balances: tuple[int, ...]
    moves: tuple[tuple[Move, ...], ...]

    @property
    def is_margin(self) -> bool:
        """Whether it secures something."""
        return self.kind in MARGIN

    def listed(self, place: int) -> bool:
        """Whether a collection holds it: it is open, or was closed since the collection before."""
        return self.opened <= month_end(place) and (self.closed is None or self.closed > month_end(place - 1))

    def last_moved(self, place: int) -> date:
        """The day on which it was last moved, up to a collection."""
        days = [move.day for month in self.moves[: place + 1] for move in month]
        return max([self.opened, *days])


@lru_cache(maxsize=1)
def deposits(sample: Sample) -> tuple[Deposit, ...]:
    """All deposit accounts: those of persons, then those of companies and banks."""
    rng = sample.chance("governance.east_deposit")
    people, companies = customers(sample)
    found: list[Deposit] = []
    for person in people:
        for _ in range(1 + int(rng.random() < 0.35)):
            found.append(_deposit(rng, f"62{len(found):014}", person, PERSONAL, 400_000_00))
    for company in companies:
        kinds = (INTERBANK,) if company.is_bank else CORPORATE
        for _ in range(1 + int(not company.is_bank and rng.random() < 0.5)):
            found.append(_deposit(rng, f"36{len(found):014}", company, kinds, 8_000_000_00))
    return tuple(found)


def _deposit(
    rng: np.random.Generator, number: str, owner: Person | Company, kinds: tuple[Kind, ...], mean: int
) -> Deposit:
    names = tuple(kind[0] for kind in kinds)
    kind, _, leaf, rate, busy = kinds[names.index(pick(rng, names, tuple(kind[1] for kind in kinds)))]
    foreign = isinstance(owner, Company) and not owner.is_bank and kind == "单位活期存款" and rng.random() < FOREIGN
    late = rng.random() < OPENED_LATE
    opens = int(rng.integers(0, len(COLLECTED))) if late else -1
    closes = int(rng.integers(1, len(COLLECTED))) if not late and rng.random() < CLOSED else len(COLLECTED)
    opened = date(2016, 1, 1) + timedelta(days=int(rng.integers(0, 2400)))
    balance = 0 if late else int(rng.gamma(1.2, mean / 1.2))
    balances, months, closed = [balance], [], None
    for place in range(len(COLLECTED)):
        first, last = month_end(place - 1) + timedelta(days=1), month_end(place)
        moves: list[Move] = []
        if opens <= place < closes:
            count = int(rng.integers(0, 3)) if busy or place == opens else int(rng.random() < 0.15)
            days = np.sort(rng.integers(0, (last - first).days + 1, max(count, int(place == opens))))
            for day in days:
                if place == opens and not moves:
                    opened, amount, said = (
                        first + timedelta(days=int(day)),
                        int(rng.gamma(1.2, mean / 1.2)) + 100,
                        "转账",
                    )
                else:
                    amount, said = _amount(rng, balance, mean)
                balance += amount
                moves.append(
                    _move(rng, number, place, len(moves), first + timedelta(days=int(day)), amount, balance, said)
                )
        elif place == closes and balance:
            closed = first + timedelta(days=int(rng.integers(0, (last - first).days + 1)))
            moves.append(_move(rng, number, place, 0, closed, -balance, 0, "转账"))
            balance = 0
        balances.append(balance)
        months.append(tuple(moves))
    currency = "USD" if foreign else "CNY"
    return Deposit(number, owner, kind, leaf, rate, currency, opened, closed, tuple(balances), tuple(months))


def _amount(rng: np.random.Generator, balance: int, mean: int) -> tuple[int, str]:
    """What a transaction adds, and what it is for; none takes more than there is."""
    if rng.random() < 0.5:
        return 100 + int(rng.gamma(1.2, mean / 8)), pick(rng, ("转账", "代发", "存现", "结息"), (5, 3, 1, 1))
    return -int(balance * rng.uniform(0.05, 0.4)) or 1, pick(rng, ("转账", "消费", "代扣", "取现"), (5, 3, 1, 1))


def _move(
    rng: np.random.Generator, account: str, place: int, order: int, day: date, amount: int, after: int, kind: str
) -> Move:
    clock = f"{8 + min(order, 9):02}{int(rng.integers(0, 60)):02}{int(rng.integers(0, 60)):02}"
    return Move(f"{day:%Y%m%d}{account[-8:]}{place}{order:02}", day, clock, amount, after, kind)
