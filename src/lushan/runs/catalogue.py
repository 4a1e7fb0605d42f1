"""Everything that is defined: contracts, models, metrics and actions, by name, checked against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from lushan.contracts import Contract
from lushan.errors import LushanError
from lushan.runs.action import COLUMNS, Action
from lushan.runs.metric import Metric
from lushan.runs.model import Model


@dataclass(frozen=True)
class Catalogue:
    """The definitions that a run works from, by name."""

    contracts: dict[str, Contract] = field(default_factory=dict)
    models: dict[str, Model] = field(default_factory=dict)
    metrics: dict[str, Metric] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        contracts: Iterable[Contract],
        models: Iterable[Model],
        metrics: Iterable[Metric],
        actions: Iterable[Action] = (),
    ) -> Catalogue:
        """A catalogue of these definitions.

        Raises:
            LushanError: two definitions share a name, or one names a table that has no contract.
        """
        made = cls(
            _shelf("contracts", contracts),
            _shelf("models", models),
            _shelf("metrics", metrics),
            _shelf("actions", actions),
        )
        definitions: list[Model | Metric | Action] = [
            *made.models.values(),
            *made.metrics.values(),
            *made.actions.values(),
        ]
        for definition in definitions:
            wanted = {read.table for read in definition.reads}
            if isinstance(definition, Model):
                wanted.add(definition.id)
            for table in sorted(wanted - made.contracts.keys()):
                raise LushanError(
                    f"it names the table {table}, which has no contract",
                    where=definition.id,
                    expected="the id of a contract",
                    mend=f"write contracts/{table.split('.')[-1]}.yaml in its domain, or correct the name",
                )
        for action in made.actions.values():
            held = made.contracts[action.table].names
            if lacking := [name for name in COLUMNS if name not in held]:
                raise LushanError(
                    f"its table {action.table} has no column {', '.join(lacking)}",
                    where=action.id,
                    expected=", ".join(COLUMNS),
                    mend=f"add it to the contract and the model of {action.table}",
                )
        return made

    def behind(self, tables: Iterable[str]) -> dict[str, Contract]:
        """The contracts of some tables and of all that models make them of, by name, nearest first."""
        found: dict[str, Contract] = {}
        waiting = list(tables)
        while waiting:
            name = waiting.pop(0)
            if name not in found:
                found[name] = self.contracts[name]
                waiting += [read.table for read in self.models[name].reads] if name in self.models else []
        return found

    def domain(self, name: str) -> Catalogue:
        """The part of the catalogue that one domain defines."""

        def mine(key: str) -> bool:
            return key.split(".")[0] == name

        return Catalogue(
            {k: v for k, v in self.contracts.items() if mine(k)},
            {k: v for k, v in self.models.items() if mine(k)},
            {k: v for k, v in self.metrics.items() if mine(k)},
            {k: v for k, v in self.actions.items() if mine(k)},
        )


class Named(Protocol):
    """A definition that has a name."""

    @property
    def id(self) -> str:
        """Its name: domain and noun."""
        ...


Definition = TypeVar("Definition", bound=Named)


def _shelf(kind: str, items: Iterable[Definition]) -> dict[str, Definition]:
    shelf: dict[str, Definition] = {}
    for item in items:
        if item.id in shelf:
            raise LushanError(f"two definitions are called {item.id}", where=kind, mend="rename one of them")
        shelf[item.id] = item
    return shelf
