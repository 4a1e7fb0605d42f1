"""A workspace opened for work: its definitions, its tables at chosen versions, its engine, its journal."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property

import ibis
import pyarrow as pa
from ibis.expr import types as ir

from lushan.contracts import Contract
from lushan.errors import LushanError
from lushan.runs.catalogue import Catalogue
from lushan.runs.compute import Compute, DuckDB, sql, unbound
from lushan.runs.computed import Rows, digest, written
from lushan.runs.identity import cut, window
from lushan.runs.model import Model, Read, call, told_period
from lushan.runs.period import Period
from lushan.runs.shape import shape
from lushan.state import Journal
from lushan.warehouse import Snapshot, Warehouse
from lushan.workspace import Workspace


@dataclass(frozen=True)
class Session:
    """A workspace opened for work.

    ``versions`` pins tables to versions, as a published edition does; other tables are read at their newest. A
    table that is pinned to nothing is not there, whatever has been landed since.
    ``code`` is a hash of all the code that the definitions are made of, where it is known: what was found of them
    once is then remembered. A session made of another by `at` works with the engine and the journal of that one.
    """

    workspace: Workspace
    catalogue: Catalogue
    versions: Mapping[str, int | None] = field(default_factory=dict)
    origin: Session | None = field(default=None, repr=False, compare=False)
    code: str = ""

    @cached_property
    def warehouse(self) -> Warehouse:
        """The workspace's tables."""
        return self.origin.warehouse if self.origin is not None else Warehouse(self.workspace.warehouse)

    @cached_property
    def journal(self) -> Journal:
        """The workspace's journal."""
        if self.origin is not None:
            return self.origin.journal
        return Journal.open(self.workspace.root, self.workspace.state_url)

    @cached_property
    def compute(self) -> Compute:
        """The engine that ``lushan.toml`` names, started when it is first needed."""
        if self.origin is not None:
            return self.origin.compute
        if self.workspace.engine == "pyspark":
            from lushan.runs.spark import Spark

            return Spark(self.workspace.master)
        return DuckDB(self.workspace.memory, self.workspace.warehouse / f"_spill_{os.getpid()}")

    def progress(self) -> float:
        """How much of the engine's work under way is done, in percent; negative when it cannot be told."""
        return self.compute.progress() if "compute" in vars(self) else -1.0

    def at(self, versions: Mapping[str, int | None]) -> Session:
        """The same workspace, engine and journal, with its tables at these versions."""
        return replace(self, versions=dict(versions), origin=self)

    def pinned(self, tables: Iterable[str]) -> Session:
        """The same with these tables as they are now, so that all of it reads the same rows."""
        newest = {table: self.snapshot(table) for table in tables if table not in self.versions}
        self._pinned.update({(table, found.version): found for table, found in newest.items() if found})
        versions = {table: snapshot.version if snapshot else None for table, snapshot in newest.items()}
        return self.at({**versions, **self.versions})

    def period(self, text: str) -> Period:
        """The period that a text names, in the bank's time zone."""
        return Period.parse(text, self.workspace.zone)

    def contract(self, table: str) -> Contract:
        """The contract of a table.

        Raises:
            LushanError: no domain has one.
        """
        try:
            return self.catalogue.contracts[table]
        except KeyError:
            near = get_close_matches(table, self.catalogue.contracts, 1)
            raise LushanError(
                f"no contract is called {table}",
                expected=", ".join(sorted(self.catalogue.contracts)),
                mend=f"did you mean {near[0]}?" if near else "correct the name, or write the contract",
            ) from None

    def snapshot(self, table: str) -> Snapshot | None:
        """A table at the session's version; nothing when it has never been published."""
        if table not in self.versions:
            return self.warehouse.snapshot(table) if self.warehouse.exists(table) else None
        version = self.versions[table]
        if version is None:
            return None
        if (table, version) not in self._pinned:
            self._pinned[table, version] = self.warehouse.snapshot(table, version)
        return self._pinned[table, version]

    @cached_property
    def _pinned(self) -> dict[tuple[str, int], Snapshot]:
        """The versions that have been opened because they were pinned: they never change."""
        return self.origin._pinned if self.origin is not None else {}

    def reading(self, reads: tuple[Read, ...], period: Period | None) -> list[tuple[Contract, Snapshot | None]]:
        """What a definition reads for a period: each table's contract, and the parts of it that are there."""
        found = []
        for read in reads:
            contract = self.contract(read.table)
            found.append((contract, cut(self.snapshot(read.table), window(read, contract, period))))
        return found

    def tables(self, reads: tuple[Read, ...]) -> tuple[ir.Table, ...]:
        """The tables that a definition reads, bound to no engine."""
        return tuple(unbound(self.contract(read.table)) for read in reads)

    def bound(self, reads: tuple[Read, ...], period: Period | None) -> tuple[ir.Table, ...]:
        """The tables that a definition reads, as the engine reads them for a period."""
        return tuple(self.compute.table(contract, snapshot) for contract, snapshot in self.reading(reads, period))

    def finished(self, model: Model, tables: tuple[ir.Table, ...], period: Period) -> ir.Table:
        """A model's table as its contract wants it: the columns in order, their types, sorted by the key.

        Raises:
            LushanError: the model does not give a column that its contract names.
        """
        contract = self.contract(model.id)
        made = model.expression(tables, period, self.workspace.settings(model.id))
        wanted = dict(ibis.Schema.from_pyarrow(_shape(contract)))
        _see_columns(contract, made.columns)
        selected = made.select(*wanted).cast(wanted)
        return selected.order_by(_sorted_by(contract)) if contract.key else selected

    def computed(self, model: Model, reading: Period | None, period: Period) -> pa.Table:
        """A computed model's rows as its contract wants them, of the tables as the engine reads them.

        Args:
            reading: the period that is read and written; nothing for a table without periods.
            period: the period that the function is told.

        Raises:
            LushanError: the model does not give a column that its contract names, or gives what is not of its type.
        """
        contract = self.contract(model.id)
        tables = tuple(Rows(table, self.compute.fetch) for table in self.bound(model.reads, reading))
        made: pa.Table = call(model.function, tables, period, self.workspace.settings(model.id))
        _see_columns(contract, made.column_names)
        wanted = _shape(contract)
        try:
            cast = made.select(wanted.names).cast(wanted)
        except pa.ArrowException as error:
            raise LushanError(
                f"the model gives what is not of its type: {error}",
                where=model.id,
                expected=f"the types of {contract.path}",
                mend="correct the model or its contract",
            ) from error
        return cast.sort_by([(name, "ascending") for name in _sorted_by(contract)]) if contract.key else cast

    def shown(self, model: Model, period: Period) -> str:
        """What a model does for a period, as readers are shown it: its SQL, or the Python of a computed one."""
        if self.origin is not None:
            return self.origin.shown(model, period)
        key = (model.id, period if told_period(model.function) else None)
        if key not in self._shown:
            self._shown[key] = (
                written(model) if model.code else sql(self.finished(model, self.tables(model.reads), period))
            )
        return self._shown[key]

    @cached_property
    def _shown(self) -> dict[tuple[str, Period | None], str]:
        """What has been shown of models: writing SQL takes long, and every figure behind a model shows the same."""
        return {}

    def definition(self, model: Model, period: Period) -> str:
        """All that decides a model's rows beside what it reads, as text to make a fingerprint of."""
        if not model.code:
            return shape(self.finished(model, self.tables(model.reads), period))
        settings = model.parameters | dict(self.workspace.settings(model.id))
        at = f"{period} {period.zone}" if told_period(model.function) else ""
        return f"{digest(model)} {at} {sorted(settings.items())}"


def _shape(contract: Contract) -> pa.Schema:
    """The columns that a model gives: those of its contract but for the period, which is where they are kept."""
    return pa.schema([field for field in contract.arrow() if field.name != "period"])


def _sorted_by(contract: Contract) -> list[str]:
    return [name for name in contract.key if name != "period"]


def _see_columns(contract: Contract, given: Iterable[str]) -> None:
    if missing := [name for name in _shape(contract).names if name not in set(given)]:
        raise LushanError(
            f"the model gives no column {', '.join(missing)}",
            where=contract.id,
            expected=f"the columns of {contract.path}",
            mend="correct the model or its contract",
        )
