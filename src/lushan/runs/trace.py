"""Walking a figure back: its definition, its SQL, the versions it was read from, and the rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal

import ibis
import pyarrow as pa
from ibis.expr import types as ir

from lushan.errors import LushanError
from lushan.runs.compute import sql
from lushan.runs.figures import Value, figure_table, read_figures
from lushan.runs.measure import definition
from lushan.runs.metric import Metric
from lushan.runs.model import Read
from lushan.runs.period import FORM, Period
from lushan.runs.session import Session
from lushan.warehouse import Part

Bind = Callable[[tuple[Read, ...], Period], tuple[ir.Table, ...]]
FIGURE = re.compile(r"(?P<metric>[a-z_]+\.[a-z0-9_]+)(\[(?P<words>[^\]]+)\])?")


@dataclass(frozen=True)
class Source:
    """A table behind a figure: landed from sources, or made by a model of other tables.

    ``sql`` is what its model does: its SQL, or the Python of a computed one.
    """

    table: str
    kind: Literal["landing", "model"]
    version: int
    parts: tuple[Part, ...]
    sql: str
    reads: tuple[str, ...]
    landed_from: tuple[str, ...]


@dataclass(frozen=True)
class Trace:
    """Everything that a figure can be walked back to, but for its rows."""

    value: Value
    metric: Metric
    sql: str
    rows_sql: str
    sources: tuple[Source, ...]


def find_figure(session: Session, text: str, period: Period) -> Value:
    """The figure that an id names, as the edition of a period holds it.

    Raises:
        LushanError: there is no such metric, or it has no such value in that period.
    """
    metric = text.split("[")[0]
    if metric not in session.catalogue.metrics:
        near = get_close_matches(metric, session.catalogue.metrics, 3)
        raise LushanError(
            f"no metric is called {metric}",
            where=text,
            expected=", ".join(near) or "a name that lushan figures lists",
            mend="correct the id",
        )
    held = {value.id(period): value for value in read_figures(session, metric.split(".")[0], period)}
    if text not in held:
        near = get_close_matches(text, held, 5) or sorted(held)[:5]
        raise LushanError(
            f"{text} has no value in {period}",
            expected=", ".join(near) or "a period that has been run",
            mend=f"lushan run with --period {period}, or correct the id",
        )
    return held[text]


def measured(session: Session, domain: str, period: Period) -> Session:
    """The session at the versions that a domain's figures of a period were measured from."""
    snapshot = session.snapshot(figure_table(domain))
    if snapshot is None:
        return session
    held = snapshot.only({str(period)})
    (note, *_) = [*session.warehouse.notes(held).values(), {}]
    return session.at({**note.get("versions", {}), snapshot.table: snapshot.version, **session.versions})


def all_figures(session: Session, period: Period) -> list[Value]:
    """Every figure of a period, domain by domain."""
    domains = dict.fromkeys(name.split(".")[0] for name in session.catalogue.metrics)
    return [value for domain in domains for value in read_figures(session, domain, period)]


def split_id(text: str, period: Period) -> tuple[str, tuple[str, ...], Period]:
    """The metric, the values of its cut, and the period that an id names.

    >>> april = Period.parse("2023-04")
    >>> split_id("delivery.throughput_mean_ytd[零售,2023-03]", april)[1:]
    (('零售',), Period(year=2023, month=3, zone='Asia/Shanghai'))
    """
    match = FIGURE.fullmatch(text)
    if not match:
        raise LushanError(f"{text!r} is not the id of a figure", expected="for example delivery.received[企金]")
    words = match["words"].split(",") if match["words"] else []
    if words and FORM.fullmatch(words[-1]):
        period = Period.parse(words.pop(), period.zone)
    return match["metric"], tuple(words), period


def rows_expression(session: Session, value: Value, bind: Bind) -> ir.Table:
    """The rows that make a figure, as an expression; those of a rate of change are of two periods, and say which.

    Args:
        bind: gives the tables of some reads for a period, bound to an engine or to none.
    """
    metric = session.catalogue.metrics[value.metric]
    settings = session.workspace.settings(metric.set_as)

    def of(period: Period) -> ir.Table:
        rows = metric.rows_expression(bind(metric.reads, period), period, settings)
        for column, dim in zip(value.cut, value.dims, strict=True):
            rows = rows.filter(rows[column].cast("string") == dim)
        return rows.mutate(of_period=ibis.literal(str(period))) if metric.change else rows

    return of(value.period).union(of(value.period - 1)) if metric.change else of(value.period)


def figure_rows(session: Session, value: Value) -> pa.Table:
    """The rows that make a figure, sorted so that they come in the same order each time."""
    rows = rows_expression(session, value, session.bound)
    return session.compute.fetch(rows.order_by(list(rows.columns)))


def trace(session: Session, value: Value) -> Trace:
    """Walk a figure back to the sources of its rows."""
    metric = session.catalogue.metrics[value.metric]
    return Trace(
        value=value,
        metric=metric,
        sql=sql(definition(session, metric, value.period)),
        rows_sql=sql(rows_expression(session, value, lambda reads, _: session.tables(reads))),
        sources=sources(session, metric.reads, value.period),
    )


def sources(session: Session, reads: Sequence[Read], period: Period) -> tuple[Source, ...]:
    """The tables that a definition reads, and those that they were made of, nearest first, at the versions read."""
    found: dict[str, Source] = {}
    waiting = [(read, session) for read in reads]
    while waiting:
        read, at = waiting.pop(0)
        if read.table in found:
            continue
        (_, snapshot), *_ = at.reading((read,), period)
        if snapshot is None:
            continue
        notes = session.warehouse.notes(snapshot).values()
        model = session.catalogue.models.get(read.table)
        found[read.table] = Source(
            table=read.table,
            kind="model" if model else "landing",
            version=snapshot.version,
            parts=snapshot.parts,
            sql=session.shown(model, period) if model else "",
            reads=tuple(upstream.table for upstream in model.reads) if model else (),
            landed_from=() if model else _landed_from(notes),
        )
        if model:
            made_of = at.at({**_versions(notes), **session.versions})
            waiting += [(upstream, made_of) for upstream in model.reads]
    return tuple(found.values())


def _versions(notes: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """The newest version of each table that some parts were made from."""
    read: dict[str, int] = {}
    for note in notes:
        for table, version in note.get("versions", {}).items():
            read[table] = max(version, read.get(table, version))
    return read


def _landed_from(notes: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(sorted({str(note["source"]) for note in notes if "source" in note}))
