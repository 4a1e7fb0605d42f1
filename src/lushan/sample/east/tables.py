"""EAST's tables, by the name that their contracts have, each after those that it refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lushan.sample.chance import Sample
from lushan.sample.east import accounting, credit, parties, worth
from lushan.sample.east.calendar import COLLECTED, day_text
from lushan.sample.east.faults import faulty
from lushan.sample.east.filing import Row

TABLES = {
    "institution": parties.institutions,
    "post": parties.posts,
    "employee": parties.employees,
    "shareholder": parties.shareholders,
    "personal_customer": parties.personal_customers,
    "corporate_customer": parties.corporate_customers,
    "group_customer": parties.group_customers,
    "relation": parties.relations,
    "exchange_rate": worth.exchange_rates,
    "ledger": accounting.ledger,
    "ledger_map": accounting.ledger_map,
    "personal_deposit": accounting.personal_deposits,
    "personal_deposit_entry": accounting.personal_entries,
    "corporate_deposit": accounting.corporate_deposits,
    "corporate_deposit_entry": accounting.corporate_entries,
    "internal_account": accounting.internal_accounts,
    "personal_credit": accounting.personal_credit,
    "corporate_credit": accounting.corporate_credit,
    "credit_contract": credit.contracts,
    "personal_note": credit.personal_notes,
    "corporate_note": credit.corporate_notes,
    "guarantee": credit.guarantees,
    "collateral": credit.collateral,
    "credit_line": credit.credit_lines,
    "write_off": credit.write_offs,
    "class_change": credit.class_changes,
}


def collected(table: str) -> Callable[[Sample], Iterator[Row]]:
    """The rows of all collections of a table, with the day of each, planted faults among them."""

    def rows(sample: Sample) -> Iterator[Row]:
        for place, day in enumerate(COLLECTED):
            for row, _ in faulty(table, TABLES[table](sample, place), sample, place):
                yield {**row, "bbz": row.get("bbz"), "cjrq": day_text(day)}

    return rows
