"""Everything that is defined: contracts, models and metrics, by name, checked against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lushan.contracts import Contract
from lushan.errors import LushanError
from lushan.runs.metric import Metric
from lushan.runs.model import Model


@dataclass(frozen=True)
class Catalogue:
    """The definitions that a run works from, by name."""

    contracts: dict[str, Contract] = field(default_factory=dict)
    models: dict[str, Model] = field(default_factory=dict)
    metrics: dict[str, Metric] = field(default_factory=dict)

    @classmethod
    def of(
        cls, contracts: Iterable[Contract], models: Iterable[Model], metrics: Iterable[Metric]
    ) -> Catalogue:
        """A catalogue of these definitions.

        Raises:
            LushanError: two definitions share a name, or one names a table that has no contract.
        """
        made = cls()
        for kind, items, shelf in (
            ("contract", contracts, made.contracts),
            ("model", models, made.models),
            ("metric", metrics, made.metrics),
        ):
            for item in items:
                name = item.name if isinstance(item, Model) else item.id
                if name in shelf:
                    raise LushanError(f"two definitions are called {name}", where=f"{kind}s", mend="rename one of them")
                shelf[name] = item  # type: ignore[index]
        made.check()
        return made

    def check(self) -> None:
        """See that every name leads somewhere.

        Raises:
            LushanError: a model or a metric reads or makes a table without a contract.
        """
        for definition in (*self.models.values(), *self.metrics.values()):
            name = definition.name if isinstance(definition, Model) else definition.id
            wanted = {read.table for read in definition.reads}
            if isinstance(definition, Model):
                wanted.add(definition.name)
            for table in sorted(wanted - self.contracts.keys()):
                raise LushanError(
                    f"{name} names the table {table}, which has no contract",
                    where=name,
                    expected="the id of a contract",
                    mend=f"write contracts/{table.split('.')[-1]}.yaml in its domain, or correct the name",
                )

    def domain(self, name: str) -> Catalogue:
        """The part of the catalogue that one domain defines."""

        def mine(key: str) -> bool:
            return key.split(".")[0] == name

        return Catalogue(
            {k: v for k, v in self.contracts.items() if mine(k)},
            {k: v for k, v in self.models.items() if mine(k)},
            {k: v for k, v in self.metrics.items() if mine(k)},
        )
