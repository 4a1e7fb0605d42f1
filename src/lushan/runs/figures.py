"""Figures: what a metric's value for one cut in one period is called, and the table that keeps them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lushan.contracts import Column, Contract
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.words import Text


@dataclass(frozen=True)
class Value:
    """One figure: a metric's value for one cut in one period.

    ``named`` says that its id names the columns of its cut, because another cut of the metric has the same
    values, as a municipality is a city and a province.
    """

    metric: str
    cut: tuple[str, ...]
    dims: tuple[str, ...]
    period: Period
    number: Decimal | None
    text: str | None
    rows: int
    named: bool = False

    def id(self, current: Period) -> str:
        """What the figure is called in an edition of a period.

        >>> april = Period.parse("2023-04")
        >>> Value("delivery.received", ("line",), ("企金",), april - 1, Decimal(41), None, 41).id(april)
        'delivery.received[企金,2023-03]'
        >>> Value("delivery.received", ("system",), ("企金",), april, Decimal(7), None, 7, named=True).id(april)
        'delivery.received[system=企金]'
        """
        words = [f"{column}={dim}" if self.named else dim for column, dim in zip(self.cut, self.dims, strict=True)]
        words += [] if self.period == current else [str(self.period)]
        return f"{self.metric}[{','.join(words)}]" if words else self.metric

    def rounded(self, decimals: int) -> int | float | str | None:
        """The value to so many places, half up, as JSON holds it."""
        if self.number is None:
            return self.text
        value = self.number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        return float(value) if decimals > 0 else int(value)


def figure_table(domain: str) -> str:
    """The table that holds a domain's figures."""
    return f"{domain}.figure"


def figure_contract(domain: str) -> Contract:
    """What the table of a domain's figures looks like; the same for every domain."""

    def column(name: str, type: str, zh: str, en: str, key: bool = False) -> Column:
        return Column(name, type, Text(zh, en), required=key, key=key)

    return Contract(
        id=figure_table(domain),
        version="1",
        title=Text("数字", "Figures"),
        about=Text("每项指标在一期中的取值", "The values of every metric in a period"),
        owner="lushan",
        columns=(
            column("id", "string", "编号", "Figure", key=True),
            column("metric", "string", "指标", "Metric"),
            column("cut", "string", "维度", "Cut"),
            column("dims", "string", "维度取值", "Values of the cut"),
            column("of_period", "string", "所属期", "Period"),
            column("value", "decimal(38,10)", "数值", "Value"),
            column("text", "string", "文本值", "Text"),
            column("rows", "integer", "行数", "Rows"),
            column("named", "boolean", "编号含维度名", "Id names the cut"),
        ),
        period="period",
    )


def figure_rows(values: Sequence[Value], period: Period, contract: Contract) -> pa.Table:
    """Figures as rows of their table, in the order of their ids."""
    records: list[dict[str, Any]] = [
        {
            "id": value.id(period),
            "metric": value.metric,
            "cut": json.dumps(value.cut, ensure_ascii=False),
            "dims": json.dumps(value.dims, ensure_ascii=False),
            "of_period": str(value.period),
            "value": value.number,
            "text": value.text,
            "rows": value.rows,
            "named": value.named,
        }
        for value in values
    ]
    schema = pa.schema([field for field in contract.arrow() if field.name != "period"])
    return pa.Table.from_pylist(sorted(records, key=lambda record: record["id"]), schema=schema)


def told_apart(values: Iterable[Value]) -> Iterator[Value]:
    """Figures whose ids are all different: where two cuts of a metric have the same values, the later is named."""
    seen: set[tuple[str, tuple[str, ...], Period]] = set()
    for value in values:
        key = (value.metric, value.dims, value.period)
        yield replace(value, named=True) if key in seen else value
        seen.add(key)


def read_figures(session: Session, domain: str, period: Period) -> list[Value]:
    """The figures of a domain in a period, as they were published, in the order of their ids.

    They are few and come from one file, so no engine is started for them.
    """
    snapshot = session.snapshot(figure_table(domain))
    files = snapshot.only({str(period)}).files if snapshot else ()
    return [
        Value(
            metric=row["metric"],
            cut=tuple(json.loads(row["cut"])),
            dims=tuple(json.loads(row["dims"])),
            period=session.period(row["of_period"]),
            number=row["value"],
            text=row["text"],
            rows=row["rows"],
            named=row["named"],
        )
        for file in files
        for row in pq.ParquetFile(file).read().to_pylist()
    ]
