"""Trace pages: what each figure and exhibit of an edition means, how and of what it was made, and its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath
from textwrap import indent
from typing import Any, Literal

from ibis.expr import operations as ops
from jinja2 import Template

from lushan.contracts import Contract
from lushan.contracts.sql import literal
from lushan.contracts.sql import name as quoted
from lushan.domains import domains
from lushan.exhibits.code import code_html
from lushan.exhibits.rows import exhibit_rows
from lushan.exhibits.sheet import SIZE
from lushan.magazine.edition import Edition
from lushan.magazine.html import Press, environment
from lushan.magazine.making import making, write_makings
from lushan.magazine.rows import Rows, Sheet, Sheets
from lushan.runs.compute import sql
from lushan.runs.figures import Value, figure_table
from lushan.runs.measure import definition
from lushan.runs.metric import Metric
from lushan.runs.model import Parameter, Read, parameters
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.runs.trace import Source, rows_expression, sources
from lushan.words import LANGUAGES


@dataclass(frozen=True)
class Traced:
    """One trace: of a figure, or of an exhibit."""

    kind: Literal["figure", "exhibit"]
    name: str
    code: str
    value_sql: str
    rows_sql: str
    parameters: Mapping[str, Parameter]
    sources: tuple[Source, ...]
    sheet: Sheet
    total: int


def write_traces(session: Session, edition: Edition, folder: Path) -> None:
    """Write the trace pages of an edition in each language, and the rows that they show.

    Args:
        session: at the versions that the edition was made from.
        edition: its data.
        folder: the edition's.
    """
    (folder / "trace" / "rows").mkdir(parents=True)
    (folder / "en" / "trace").mkdir(parents=True)
    tracer = _Tracer(session, edition, folder)
    traces = [*tracer.figures(), *tracer.exhibits()]
    template = environment().get_template("trace.html")
    for language in LANGUAGES:
        press = Press(edition, language)
        target = folder / "trace" if language == "zh" else folder / language / "trace"
        for traced in traces:
            page = _page(template, press, traced, tracer.run(traced.name))
            (target / f"{traced.code}.html").write_text(page, encoding="utf-8")
        write_makings((source for traced in traces for source in traced.sources), press, target / "made")


def _page(template: Template, press: Press, traced: Traced, run: Mapping[str, Any] | None) -> str:
    context = press.context() | {
        "traced": traced,
        "sheet": traced.sheet,
        "figure": press.edition["figures"][traced.name] if traced.kind == "figure" else None,
        "exhibit": press.edition["exhibits"][traced.name] if traced.kind == "exhibit" else None,
        "run": run,
        "size": SIZE,
        "sql": code_html,
        "making": making,
        "file_name": file_name,
        "home": "../",
        "assets": "../" if press.language == "zh" else "../../",
        "rows": "rows/" if press.language == "zh" else "../../trace/rows/",
    }
    return template.render(context)


class _Tracer:
    """Walks an edition's figures and exhibits back; what several of them share is walked once."""

    def __init__(self, session: Session, edition: Edition, folder: Path) -> None:
        self.session, self.edition = session, edition
        self.period = session.period(edition["period"])
        self.rows, self.sheets = Rows(session), Sheets(folder / "trace" / "rows")
        self.walked: dict[tuple[Read, Period], tuple[Source, ...]] = {}
        self.queries: dict[ops.Node, str] = {}
        self.told: dict[tuple[str, Period], tuple[str, str]] = {}
        self.runs: dict[str, Mapping[str, Any] | None] = {}

    def figures(self) -> Iterator[Traced]:
        """The traces of figures."""
        for name, data in self.edition["figures"].items():
            metric, at = self.session.catalogue.metrics[data["metric"]], self.session.period(data["period"])
            value = Value(metric.id, tuple(data["cut"]), tuple(data["dims"]), at, None, None, data["rows"])
            value_sql, rows_sql = self._metric_sql(metric, at)
            yield Traced(
                kind="figure",
                name=name,
                code=data["code"],
                value_sql=value_sql,
                rows_sql=only(rows_sql, value),
                parameters={**metric.parameters, **self.session.workspace.settings(metric.set_as)},
                sources=(found := self._sources(metric.reads, at)),
                sheet=self.sheets.write(self.rows.behind(value), self._contracts(found)),
                total=data["rows"],
            )

    def exhibits(self) -> Iterator[Traced]:
        """The traces of exhibits."""
        known = {exhibit.id: exhibit for domain in domains() for exhibit in domain.exhibits}
        for name, data in self.edition["exhibits"].items():
            exhibit, settings = known[name], self.session.workspace.settings(name)
            rows = exhibit_rows(self.session, exhibit, self.period)
            yield Traced(
                kind="exhibit",
                name=name,
                code=data["code"],
                value_sql="",
                rows_sql=sql(exhibit.expression(self.session.tables(exhibit.reads), self.period, settings)),
                parameters={**parameters(exhibit.rows), **settings},
                sources=(found := self._sources(exhibit.reads, self.period)),
                sheet=self.sheets.write(rows, self._contracts(found)),
                total=rows.num_rows,
            )

    def run(self, name: str) -> Mapping[str, Any] | None:
        """The execution that published the figures of a trace's domain as the edition has them."""
        domain = name.split(".")[0]
        if domain not in self.runs:
            self.runs[domain] = next(self._runs(figure_table(domain)), None)
        return self.runs[domain]

    def _runs(self, table: str) -> Iterator[Mapping[str, Any]]:
        snapshot = self.session.snapshot(table)
        made = {part.identity for part in snapshot.parts if part.period == str(self.period)} if snapshot else set()
        for execution in self._executions:
            for step in self.session.journal.steps(execution["id"]):
                if step["name"] == table and step["identity"] in made:
                    yield execution

    @cached_property
    def _executions(self) -> list[dict[str, Any]]:
        """The runs of the period that the journal remembers, newest first."""
        return [
            execution
            for execution in self.session.journal.executions(500)
            if execution["command"] == "run" and execution["subject"] == str(self.period)
        ]

    def _metric_sql(self, metric: Metric, at: Period) -> tuple[str, str]:
        """The queries that give a metric's value and its rows, in a period."""
        if (metric.id, at) not in self.told:
            every = Value(metric.id, (), (), at, None, None, 0)
            rows = rows_expression(self.session, every, lambda reads, _: self.session.tables(reads))
            if rows.op() not in self.queries:
                self.queries[rows.op()] = sql(rows)
            self.told[metric.id, at] = sql(definition(self.session, metric, at)), self.queries[rows.op()]
        return self.told[metric.id, at]

    def _sources(self, reads: tuple[Read, ...], at: Period) -> tuple[Source, ...]:
        """The tables behind some reads, each once."""
        found: dict[str, Source] = {}
        for read in reads:
            if (read, at) not in self.walked:
                self.walked[read, at] = sources(self.session, (read,), at)
            for source in self.walked[read, at]:
                found.setdefault(source.table, source)
        return tuple(found.values())

    def _contracts(self, found: Sequence[Source]) -> list[Contract]:
        return [self.session.contract(source.table) for source in found]


def only(rows_sql: str, value: Value) -> str:
    """The query that gives the rows of a figure, from that which gives the rows of its metric.

    >>> print(only("SELECT *\\nFROM flow", Value("d.m", ("line",), ("企金",), Period(2023, 4), None, None, 1)))
    SELECT
      *
    FROM (
      SELECT *
      FROM flow
    ) AS "rows"
    WHERE
      CAST("line" AS TEXT) = '企金'
    """
    if not value.cut:
        return rows_sql
    kept = " AND\n  ".join(
        f"CAST({quoted(column)} AS TEXT) = {literal(dim)}" for column, dim in zip(value.cut, value.dims, strict=True)
    )
    return f'SELECT\n  *\nFROM (\n{indent(rows_sql, "  ")}\n) AS "rows"\nWHERE\n  {kept}'


def file_name(source: str) -> str:
    """What a landed source is called: a file by its name, a database by its address."""
    return source if "://" in source else PurePath(source).name
