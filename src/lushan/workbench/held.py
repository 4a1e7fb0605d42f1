"""What the warehouse holds of a table, and which definitions name it."""

from __future__ import annotations

from dataclasses import dataclass

from lushan.contracts import Column
from lushan.runs.catalogue import Catalogue
from lushan.runs.metric import Metric
from lushan.runs.model import Model
from lushan.runs.session import Session
from lushan.warehouse.landing.quarantine import quarantine_contract


@dataclass(frozen=True)
class Readers:
    """The models and the metrics that read a table."""

    models: tuple[Model, ...]
    metrics: tuple[Metric, ...]


def readers(catalogue: Catalogue, table: str) -> Readers:
    """The models and the metrics that read a table."""

    def reads(definition: Model | Metric) -> bool:
        return any(read.table == table for read in definition.reads)

    return Readers(
        tuple(model for model in catalogue.models.values() if reads(model)),
        tuple(metric for metric in catalogue.metrics.values() if reads(metric)),
    )


def referred(catalogue: Catalogue, table: str) -> list[tuple[str, Column]]:
    """The columns of other tables that refer to a table."""
    return [
        (contract.id, contract.column(rule.column))
        for contract in catalogue.contracts.values()
        for rule in contract.rules
        if rule.kind == "reference" and rule.table == table
    ]


def quarantined(session: Session, table: str) -> int:
    """How many rows a table has in quarantine, counted once for each rule that they break."""
    snapshot = session.snapshot(quarantine_contract(table).id)
    return snapshot.rows if snapshot else 0


def all_quarantined(session: Session) -> dict[str, int]:
    """The tables that have rows in quarantine, the most first."""
    counts = {table: quarantined(session, table) for table in session.catalogue.contracts}
    return dict(sorted(((table, n) for table, n in counts.items() if n), key=lambda item: (-item[1], item[0])))
