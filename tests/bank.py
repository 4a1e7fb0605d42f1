"""A small bank of random rows for every source contract, for tests that ask what models make of any rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random

from approvals import appeals, calendar, machines, office, signing
from filings import filings
from gangs import gangs
from lushan.contracts import Contract
from lushan.runs.catalogue import Catalogue
from lushan.runs.session import Session
from parties import parties
from tables import Row, put, random_rows

JOBS = ("信贷批量", "银行间批量", "总账批量", "核心批量", "报表批量")
STEPS = (
    "received", "accepted", "test_submitted", "test_returned", "tested", "released", "voided", "changed", "postponed",
)  # fmt: skip
#: Rows of a table with so many columns that few rows will do.
WIDE = 9
DAWN = datetime(2023, 1, 20, 14, tzinfo=UTC)


def sources(catalogue: Catalogue) -> list[Contract]:
    """The contracts that no model makes, each after those that it refers to."""
    waiting = {
        id: contract
        for id, contract in catalogue.contracts.items()
        if id not in catalogue.models or catalogue.models[id].code
    }
    ordered: list[Contract] = []
    while waiting:
        for contract in list(waiting.values()):
            wanted = {rule.refers_to.rpartition(".")[0] for rule in contract.rules if rule.kind == "reference"}
            if not wanted & (waiting.keys() - {contract.id}):
                ordered.append(waiting.pop(contract.id))
    return ordered


def random_bank(catalogue: Catalogue, random: Random, count: int = 40) -> dict[str, list[Row]]:
    """Rows for each source, about so many of each; the steps of tickets and the batches of a night hang together."""
    bank: dict[str, list[Row]] = {}
    for contract in sources(catalogue):
        wide = contract.id.startswith("governance.east_")
        bank[contract.id] = random_rows(contract, random, min(count, WIDE) if wide else count, bank)
    bank |= filings(random, count, bank)
    bank["delivery.ticket_event"] = [event for ticket in bank["delivery.ticket"] for event in steps(ticket, random)]
    for instance in bank["delivery.instance"][::2]:
        listed = random.choice(bank["delivery.baseline"])
        instance |= {"component": listed["component"], "version": listed["version"]}
    bank["delivery.large_table"] = measurements(random)
    bank["operations.batch_job"] = nights(random, count)
    bank["operations.batch_dependency"] = [
        {"job": job, "needs": needs}
        for place, job in enumerate(JOBS)
        for needs in JOBS[:place]
        if random.random() < 0.6
    ]
    bank["bank.judgement"] += appeals(random, count)
    bank |= office(random, 2 * count) | signing(random, count) | machines(random, 2 * count)
    bank["bank.calendar"] = calendar()
    bank |= parties(random, count)
    bank |= gangs(random, bank["bank.organisation"])
    return bank


def steps(ticket: Row, random: Random) -> Iterator[Row]:
    """Some steps of a ticket, in an order that may make no sense."""
    for seq in range(random.randrange(1, 9)):
        yield {
            "ticket_id": ticket["ticket_id"],
            "seq": seq,
            "at": DAWN + timedelta(seconds=random.randrange(110 * 86_400)),
            "step": random.choice(STEPS),
            "actor": random.choice((None, "李雷")),
        }


def measurements(random: Random) -> list[Row]:
    """Very large tables, measured on some days of spring."""
    return [
        {
            "system": system,
            "table_name": name,
            "measured_on": (DAWN + timedelta(days=day)).date(),
            "row_count": random.randrange(10**9),
            "size_gb": Decimal(random.randrange(10**5)) / 100,
            "partitioned": random.random() < 0.7,
            "archived_on": random.choice((None, date(2023, 1, 1))),
            "index_count": random.randrange(9),
        }
        for system in ("核心系统", "信贷系统")
        for name in ("流水", "余额", "客户")
        for day in sorted(random.sample(range(110), random.randrange(1, 9)))
    ]


def nights(random: Random, count: int) -> list[Row]:
    """The batches of some nights, some of them late."""

    def job(night: datetime, name: str) -> Row:
        started = night + timedelta(seconds=random.randrange(4 * 3600))
        return {
            "run_on": night.date(),
            "job": name,
            "system": name[:2],
            "planned_start": night,
            "deadline": night + timedelta(hours=5),
            "started_at": started,
            "ended_at": started + timedelta(seconds=random.randrange(60, 4 * 3600)),
        }

    days = sorted(random.sample(range(100), min(count, 100)))
    return [job(DAWN + timedelta(days=day), name) for day in days for name in JOBS if random.random() < 0.9]


def put_bank(session: Session, bank: Mapping[str, list[Row]]) -> None:
    """Publish a bank's rows as if they had been landed."""
    for table, rows in bank.items():
        put(session.warehouse, session.contract(table), rows)
