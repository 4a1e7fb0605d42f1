"""The loans of the sample bank: their notes, how far each is overdue, and the grade that follows from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from lushan.sample.chance import Sample
from lushan.sample.east.calendar import COLLECTED, month_end
from lushan.sample.east.customers import INDUSTRIES, Company, Person, customers
from lushan.sample.east.places import pick

PERSONAL = {"住房按揭贷款": "130101", "消费贷款": "130102", "个人经营性贷款": "130103"}
CORPORATE = {
    "流动资金贷款": "130301", "一般固定资产贷款": "130302", "项目贷款": "130302", "贸易融资业务": "130303",
    "票据贴现": "130304", "垫款": "130305", "委托贷款": "7001",
}  # fmt: skip
CORPORATE_SHARES = (48, 18, 10, 8, 8, 3, 5)
MEAN = {"住房按揭贷款": 600_000_00, "消费贷款": 120_000_00, "个人经营性贷款": 350_000_00}

#: A loan is graded by the days that it is overdue: more than so many is at best this.
GRADES = ((360, "损失"), (180, "可疑"), (90, "次级"), (30, "关注"))
OVERDUE, WATCHED, EXTENDED, RESTRUCTURED, SETTLED, GRANTED_LATE = 0.05, 0.02, 0.03, 0.02, 0.05, 0.06
WRITTEN_OFF, NEVER = 3, 99
EARLY, SLIPPING, LOST = date(2020, 5, 6), date(2022, 12, 10), date(2021, 11, 20)


@dataclass(frozen=True)
class Note:
    """A loan note, with its balances before all that is collected and at each collection, in fen."""

    number: str
    contract: str
    account: str
    borrower: Person | Company
    kind: str
    leaf: str
    currency: str
    amount: int
    granted: date
    due: date
    overdue_since: date | None
    watched: bool
    settled: int
    written_off: int
    extensions: int
    how: str
    guarantee: str
    flags: frozenset[str]
    balances: tuple[int, ...]

    @property
    def industry(self) -> str:
        """The industry that it goes to, or that it goes to a person."""
        return self.borrower.industry if isinstance(self.borrower, Company) else "个人贷款"

    @property
    def ends(self) -> int:
        """The collection in which it is listed for the last time."""
        return min(self.settled, self.written_off)

    def listed(self, place: int) -> bool:
        """Whether a collection holds it: it is owed, or was ended since the collection before."""
        return self.granted <= month_end(place) and place <= self.ends

    def state(self, place: int) -> str:
        """Its state at a collection."""
        if place == self.written_off:
            return "核销"
        if place == self.settled:
            return "结清"
        return "逾期" if self.days_overdue(place) else "正常"

    def owed(self, place: int) -> bool:
        """Whether it is still owed at a collection, and the bank's own money."""
        return self.listed(place) and place != self.ends and self.kind != "委托贷款"

    def days_overdue(self, place: int) -> int:
        """The days that it is overdue at a collection; none once it has ended."""
        if self.overdue_since is None or place == self.ends:
            return 0
        return max((month_end(place) - self.overdue_since).days, 0)

    def grade(self, place: int) -> str:
        """Its five-class grade at a collection."""
        if place == self.written_off:
            return "损失"
        days = self.days_overdue(place)
        return next((grade for over, grade in GRADES if days > over), "关注" if self.watched else "正常")

    def balance(self, place: int) -> int:
        """What is owed at a collection, in fen; place −1 is the day before all that is collected."""
        return self.balances[place + 1]


@lru_cache(maxsize=1)
def notes(sample: Sample) -> tuple[Note, ...]:
    """All loan notes: those of persons, then those of companies."""
    rng = sample.chance("governance.east_note")
    people, companies = customers(sample)
    found: list[Note] = []
    for person in people:
        if person.borrows:
            kind = pick(rng, tuple(PERSONAL), (45, 30, 25))
            amount = 1_000_00 * max(10, int(rng.gamma(3.0, MEAN[kind] / 3.0)) // 1_000_00)
            contract = f"HT{person.number}01"
            found.append(_note(rng, f"JJ{len(found):08}", contract, person, kind, PERSONAL[kind], amount))
    lent = len(found)
    for company in companies:
        if company.line:
            count = 1 + int(rng.random() < 0.4)
            for number in range(count):
                kind = pick(rng, tuple(CORPORATE), CORPORATE_SHARES)
                amount = 10_000_00 * max(1, int(company.line * rng.uniform(0.3, 0.9) / count) // 10_000_00)
                contract = f"HT{company.number}{number + 1:02}"
                found.append(_note(rng, f"JJ{len(found):08}", contract, company, kind, CORPORATE[kind], amount))
    return _with_the_worst(found, lent)


def _note(
    rng: np.random.Generator,
    number: str,
    contract: str,
    borrower: Person | Company,
    kind: str,
    leaf: str,
    amount: int,
) -> Note:
    late = int(rng.integers(0, len(COLLECTED))) if rng.random() < GRANTED_LATE else -1
    if late >= 0:
        granted = month_end(late - 1) + timedelta(days=int(rng.integers(1, 28)))
    else:
        granted = date(2020, 1, 10) + timedelta(days=int(rng.integers(0, 700)))
    overdue = late < 0 and rng.random() < OVERDUE
    since = date(2021, 12, 20) + timedelta(days=int(rng.integers(0, 455))) if overdue else None
    settled = int(rng.integers(0, len(COLLECTED))) if not overdue and late < 0 and rng.random() < SETTLED else NEVER
    due = date(2023, 6, 20) + timedelta(days=int(rng.integers(0, 600 if isinstance(borrower, Company) else 5000)))
    foreign = kind == "贸易融资业务" and rng.random() < 0.4
    amount = amount // 7 if foreign else amount
    paid = 0.0 if late >= 0 else rng.uniform(0.02, 0.45)
    monthly = int(amount * 0.004) if isinstance(borrower, Person) and not overdue else 0
    balances = []
    for place in range(-1, len(COLLECTED)):
        gone = granted > month_end(place) or place >= settled
        balances.append(0 if gone else int(amount * (1 - paid)) - monthly * max(place - max(late, -1), 0))
    return Note(
        number=number,
        contract=contract,
        account=f"D{number[2:]}",
        borrower=borrower,
        kind=kind,
        leaf=leaf,
        currency="USD" if foreign else "CNY",
        amount=amount,
        granted=granted,
        due=due,
        overdue_since=since,
        watched=not overdue and rng.random() < WATCHED,
        settled=settled,
        written_off=NEVER,
        extensions=int(rng.random() < EXTENDED),
        how="重组贷款" if rng.random() < RESTRUCTURED else pick(rng, ("新增", "借新还旧", "无还本续贷"), (90, 5, 5)),
        guarantee=_guarantee(rng, kind),
        flags=_flags(rng, borrower, kind),
        balances=tuple(balances),
    )


def _guarantee(rng: np.random.Generator, kind: str) -> str:
    if kind == "住房按揭贷款":
        return "抵押"
    return pick(rng, ("抵押", "质押", "保证", "信用"), (40, 10, 30, 20))


def _flags(rng: np.random.Generator, borrower: Person | Company, kind: str) -> frozenset[str]:
    """What the regulator wants to know of a loan: the columns in which it answers yes."""
    company = isinstance(borrower, Company)
    farming = borrower.industry == INDUSTRIES[0] if isinstance(borrower, Company) else borrower.farmer
    small = borrower.is_small if isinstance(borrower, Company) else kind == "个人经营性贷款"
    found = {
        "sfhlwdk": not company and kind == "消费贷款" and rng.random() < 0.3,
        "sflsdk": company and rng.random() < 0.15,
        "sfsndk": farming,
        "sfphxsndk": farming and small,
        "sfphxxwqydk": small,
        "sfkjdk": company and rng.random() < 0.1,
    }
    return frozenset(name for name, holds in found.items() if holds)


def _with_the_worst(found: list[Note], lent: int) -> tuple[Note, ...]:
    """The notes, of which in every bank one slips within the year, and a corporate one is written off each month."""
    owed = len(COLLECTED) + 1
    slipping = replace(
        found[0],
        granted=EARLY,
        overdue_since=SLIPPING,
        watched=False,
        settled=NEVER,
        balances=(found[0].amount,) * owed,
    )
    corporate = [note for note in found[lent:] if note.kind != "委托贷款"]
    worst = sorted(corporate, key=lambda note: (note.overdue_since or date.max, note.number))[:WRITTEN_OFF]
    lost = {
        note.number: replace(
            note,
            granted=EARLY,
            overdue_since=LOST,
            watched=False,
            settled=NEVER,
            written_off=place,
            balances=(note.amount,) * (place + 1) + (0,) * (owed - place - 1),
        )
        for place, note in enumerate(worst, 1)
    }
    return (slipping, *(lost.get(note.number, note) for note in found[1:]))
