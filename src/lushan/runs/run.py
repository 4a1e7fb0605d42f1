"""Carrying out a plan: each step's table is published by itself, and a failure stops only what needs it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import pyarrow.parquet as pq

from lushan.contracts import Contract
from lushan.errors import LushanError
from lushan.runs.figures import Value, figure_contract, figure_rows
from lushan.runs.identity import Input, fingerprint, inputs, window
from lushan.runs.judgement import land_judgements
from lushan.runs.kept import see_kept
from lushan.runs.measure import measure, reach
from lushan.runs.model import Model, Read
from lushan.runs.period import Period
from lushan.runs.plan import Step, identify, plan
from lushan.runs.session import Session
from lushan.warehouse import Draft, Snapshot

Ended = Literal["done", "current", "failed", "waiting"]


@dataclass(frozen=True)
class Result:
    """What became of one step."""

    step: Step
    status: Ended
    reason: str = ""
    version: int | None = None
    rows: int | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class Outcome:
    """What became of a run."""

    period: Period
    results: tuple[Result, ...]

    @property
    def failed(self) -> tuple[Result, ...]:
        """The steps that failed."""
        return tuple(result for result in self.results if result.status == "failed")


class Watcher:
    """What is told of a run as it goes; the command line draws bars from it."""

    def __enter__(self) -> Watcher:
        return self

    def __exit__(self, *error: object) -> None:
        """Nothing is left to do."""

    def begins(self, step: Step, number: int, of: int) -> None:
        """A step begins."""

    def ends(self, result: Result) -> None:
        """A step has ended."""


def run(session: Session, period: Period, watcher: Watcher | None = None) -> Outcome:
    """Run what a period needs and is not current; what people said since the last run is read too.

    Raises:
        LushanError: the plan cannot be made; a step that fails is told of in the outcome instead.
    """
    watcher = watcher or Watcher()
    land_judgements(session)
    steps = plan(session, period)
    work = _Work(session, period)
    results: list[Result] = []
    with session.journal.execution("run", str(period)) as execution:
        for number, step in enumerate(steps, 1):
            watcher.begins(step, number, len(steps))
            result = work.carry_out(step)
            execution.step(
                step.name,
                step.slice,
                result.status,
                identity=result.step.identity,
                version=result.version,
                rows=result.rows,
                seconds=result.seconds,
                reason=result.reason,
                reads={"parts": _plain(result.step.reads)},
            )
            watcher.ends(result)
            results.append(result)
        execution.failed = any(result.status == "failed" for result in results)
    return Outcome(period, tuple(results))


@dataclass
class _Work:
    """A run under way, and the parts that it could not make."""

    session: Session
    period: Period
    broken: set[tuple[str, str | None]] = field(default_factory=set)

    def carry_out(self, step: Step) -> Result:
        """Do what a step says, and say what came of it."""
        if step.status != "run":
            return Result(step, step.status, step.reason)
        begun = time.perf_counter()
        try:
            result = (self._model if step.name in self.session.catalogue.models else self._figures)(step)
        except Exception as error:  # whatever it is, the steps that do not need this one go on
            result = Result(step, "failed", _told(error))
        if result.status != "done":
            self.broken.add((step.name, step.slice))
        return replace(result, seconds=time.perf_counter() - begun)

    def _model(self, step: Step) -> Result:
        session, model = self.session, self.session.catalogue.models[step.name]
        if missing := self._missing(model.reads, step.period):
            return Result(step, "waiting", f"waits for {missing}")
        pinned = session.pinned(read.table for read in model.reads)
        with session.warehouse.staging() as folder:
            files = self._made(pinned, model, step.period, folder)
            see_kept(session.contract(model.id), files)
            reading = pinned.reading(model.reads, step.period)
            return self._published(step, "model", session.contract(model.id), files, reading)

    def _made(self, pinned: Session, model: Model, reading: Period | None, folder: Path) -> tuple[Path, ...]:
        """Write a model's rows to files."""
        if model.code:
            file = folder / "part.parquet"
            pq.write_table(pinned.computed(model, reading, reading or self.period), file, compression="zstd")
            return (file,)
        tables = pinned.bound(model.reads, reading)
        return pinned.compute.write(pinned.finished(model, tables, reading or self.period), folder)

    def _figures(self, step: Step) -> Result:
        domain = step.name.split(".")[0]
        metrics = self.session.catalogue.domain(domain).metrics.values()
        needed = tuple(dict.fromkeys(read for metric in metrics for read in reach(metric)))
        pinned = self.session.pinned(read.table for read in needed)
        values: list[Value] = []
        waiting: Counter[str] = Counter()
        wrong: list[str] = []
        for metric in metrics:
            if missing := self._missing(reach(metric), self.period):
                waiting[missing] += 1
                continue
            try:
                values += measure(pinned, metric, self.period)
            except Exception as error:  # one wrong metric does not take the others' figures away
                wrong.append(f"{metric.id}: {_told(error)}")
        for missing, count in waiting.items():
            wrong.append(f"{count} metrics wait for {missing}" if count > 1 else f"1 metric waits for {missing}")
        if wrong:  # what went wrong is part of the identity, so that the next run tries again
            step = replace(step, definition=fingerprint(text=step.definition, wrong=wrong))
        contract = figure_contract(domain)
        with self.session.warehouse.staging() as folder:
            file = folder / "figures.parquet"
            pq.write_table(figure_rows(values, self.period, contract), file, compression="zstd")
            result = self._published(step, "figures", contract, (file,), pinned.reading(needed, self.period))
        return replace(result, status="failed", reason="; ".join(wrong)) if wrong else result

    def _published(
        self,
        step: Step,
        kind: str,
        contract: Contract,
        files: tuple[Path, ...],
        reading: Sequence[tuple[Contract, Snapshot | None]],
    ) -> Result:
        """Publish a step's files under the identity of what was really read."""
        reads = inputs(snapshot for _, snapshot in reading)
        step = replace(step, identity=identify(step.definition, reads), reads=reads)
        note = {
            "kind": kind,
            "name": step.name,
            "definition": step.definition,
            "reads": _plain(reads),
            "versions": {snapshot.table: snapshot.version for _, snapshot in reading if snapshot},
        }
        snapshot = self.session.warehouse.publish(contract, [Draft(step.slice, step.identity, files)], note)
        rows = sum(part.rows for part in snapshot.parts if part.period == step.slice)
        return Result(step, "done", step.reason, snapshot.version, rows)

    def _missing(self, reads: tuple[Read, ...], period: Period | None) -> str:
        """The tables of which a part is needed that this run could not make."""
        missing = set()
        for read in reads:
            wanted = window(read, self.session.contract(read.table), period)
            parts = {part for table, part in self.broken if table == read.table}
            if parts if wanted is None else parts & wanted:
                missing.add(read.table)
        return ", ".join(sorted(missing))


def _told(error: Exception) -> str:
    return str(error) if isinstance(error, LushanError) else f"{type(error).__name__}: {error}"


def _plain(reads: tuple[Input, ...]) -> list[list[str]]:
    return [[part.table, part.period, part.identity] for part in reads]
