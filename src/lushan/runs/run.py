"""Carrying out a plan: each step's table is published by itself, and a failure stops only what needs it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import pyarrow.parquet as pq

from lushan.contracts import Contract
from lushan.errors import LushanError
from lushan.runs.compute import sql
from lushan.runs.figures import Value, compute_figures, definitions, figure_contract, figure_rows, reach
from lushan.runs.identity import Input, fingerprint, inputs
from lushan.runs.model import Read
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
    """Run what a period needs and is not current.

    Raises:
        LushanError: the plan cannot be made; a step that fails is told of in the outcome instead.
    """
    watcher = watcher or Watcher()
    steps = plan(session, period)
    results: list[Result] = []
    broken: set[str] = set()
    with session.journal.execution("run", str(period)) as execution:
        for number, step in enumerate(steps, 1):
            watcher.begins(step, number, len(steps))
            result = _carry_out(session, step, period, broken)
            if result.status == "failed" or (result.status == "waiting" and step.status == "run"):
                broken.add(step.name)
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


def _carry_out(session: Session, step: Step, period: Period, broken: set[str]) -> Result:
    if step.status != "run":
        return Result(step, step.status, step.reason)
    begun = time.perf_counter()
    work = _model if step.name in session.catalogue.models else _figures
    try:
        result = work(session, step, period, broken)
    except LushanError as error:
        result = Result(step, "failed", str(error))
    except Exception as error:  # an engine's own error: name the step, let the others go on
        result = Result(step, "failed", f"{type(error).__name__}: {error}")
    return replace(result, seconds=time.perf_counter() - begun)


def _model(session: Session, step: Step, period: Period, broken: set[str]) -> Result:
    model = session.catalogue.models[step.name]
    if missing := _missing(model.reads, broken):
        return Result(step, "waiting", f"waits for {missing}")
    contract, reading = session.contract(model.id), session.reading(model.reads, step.period)
    at = step.period or period
    text = sql(session.finished(model, session.tables(model.reads), at))
    session.compute.attach(reading)
    expression = session.finished(model, tuple(session.compute.table(c) for c, _ in reading), at)
    with session.warehouse.staging() as folder:
        files = session.compute.write(expression, folder)
        _check_key(contract, files)
        return _published(session, step, contract, text, reading, files, {"kind": "model"})


def _figures(session: Session, step: Step, period: Period, broken: set[str]) -> Result:
    domain = step.name.split(".")[0]
    metrics = tuple(session.catalogue.domain(domain).metrics.values())
    values: list[Value] = []
    wrong: list[str] = []
    for metric in metrics:
        if missing := _missing(metric.reads, broken):
            wrong.append(f"{metric.id}: waits for {missing}")
            continue
        try:
            values += compute_figures(session, metric, period)
        except Exception as error:  # one wrong metric does not take the others' figures away
            wrong.append(f"{metric.id}: {error}")
    contract = figure_contract(domain)
    reading = [pair for metric in metrics for pair in session.reading(reach(metric), period)]
    with session.warehouse.staging() as folder:
        file = folder / "figures.parquet"
        pq.write_table(figure_rows(values, period, contract), file, compression="zstd")
        # What went wrong is part of the identity, so that the next run tries again.
        text = "\n".join([definitions(session, metrics, period), *wrong])
        result = _published(session, step, contract, text, reading, (file,), {"kind": "figures"})
    return replace(result, status="failed", reason="; ".join(wrong)) if wrong else result


def _published(
    session: Session,
    step: Step,
    contract: Contract,
    text: str,
    reading: Sequence[tuple[Contract, Snapshot | None]],
    files: tuple[Path, ...],
    note: dict[str, Any],
) -> Result:
    """Publish a step's files under the identity of what was really read."""
    reads = inputs(snapshot for _, snapshot in reading)
    identity = identify(text, contract.digest, reads)
    note |= {"name": step.name, "definition": fingerprint(text=text), "reads": _plain(reads)}
    snapshot = session.warehouse.publish(contract, [Draft(step.slice, identity, files)], note)
    rows = sum(part.rows for part in snapshot.parts if part.period == step.slice)
    return Result(replace(step, identity=identity, reads=reads), "done", step.reason, snapshot.version, rows)


def _missing(reads: tuple[Read, ...], broken: set[str]) -> str:
    return ", ".join(sorted({read.table for read in reads} & broken))


def _plain(reads: tuple[Input, ...]) -> list[list[str]]:
    return [[part.table, part.period, part.identity] for part in reads]


def _check_key(contract: Contract, files: tuple[Path, ...]) -> None:
    """See that a model gives one row for each key of its contract.

    Raises:
        LushanError: it gives several, or rows without one.
    """
    key = [name for name in contract.key if name != "period"]
    if not key:
        return
    rows = pq.ParquetDataset([str(file) for file in files]).read(columns=key)
    distinct = rows.group_by(key).aggregate([]).num_rows
    if distinct != rows.num_rows or any(rows[name].null_count for name in key):
        raise LushanError(
            f"{rows.num_rows} rows have {distinct} keys",
            where=contract.id,
            expected=f"one row for each {', '.join(key)}, none of them empty",
            mend="correct the model, or the key in its contract",
        )
