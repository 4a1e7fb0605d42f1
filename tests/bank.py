"""A small bank of random rows for every source contract, for tests that ask what models make of any rows."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from lushan.contracts import Contract
from lushan.runs.catalogue import Catalogue
from lushan.runs.session import Session
from tables import Row, put, random_rows

JOBS = ("信贷批量", "银行间批量", "总账批量", "核心批量", "报表批量")


def sources(catalogue: Catalogue) -> list[Contract]:
    """The contracts that no model makes, each after those that it refers to."""
    waiting = {id: contract for id, contract in catalogue.contracts.items() if id not in catalogue.models}
    ordered: list[Contract] = []
    while waiting:
        for contract in list(waiting.values()):
            wanted = {rule.refers_to.rpartition(".")[0] for rule in contract.rules if rule.kind == "reference"}
            if not wanted & (waiting.keys() - {contract.id}):
                ordered.append(waiting.pop(contract.id))
    return ordered


def random_bank(catalogue: Catalogue, random: Random, count: int = 40) -> dict[str, list[Row]]:
    """Rows for each source, at most so many of each; the rows of events and batches hang together."""
    bank: dict[str, list[Row]] = {}
    for contract in sources(catalogue):
        bank[contract.id] = random_rows(contract, random, count, bank)
    for number, row in enumerate(bank["operations.batch_job"]):
        row["job"] = JOBS[number % len(JOBS)]
    bank["operations.batch_job"] = list({(r["run_on"], r["job"]): r for r in bank["operations.batch_job"]}.values())
    bank["operations.batch_dependency"] = [
        {"job": job, "needs": needs}
        for place, job in enumerate(JOBS)
        for needs in JOBS[:place]
        if random.random() < 0.6
    ]
    return bank


def put_bank(session: Session, bank: Mapping[str, list[Row]]) -> None:
    """Publish a bank's rows as if they had been landed."""
    for table, rows in bank.items():
        put(session.warehouse, session.contract(table), rows)
