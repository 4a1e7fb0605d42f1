"""The rows behind figures and exhibits: fetched once for all figures that share them, masked, and written as files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from ibis.expr import operations as ops
from ibis.expr import types as ir
from markupsafe import Markup, escape

from lushan.access.mask import masked
from lushan.contracts import Contract
from lushan.exhibits.format import write
from lushan.exhibits.sheet import SIZE, Head, as_csv, heads
from lushan.runs.figures import Value
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.runs.trace import rows_expression
from lushan.words import Language

#: How many rows an edition keeps of one figure, and how many are fetched for all cuts at once.
MOST, SHARED = 10_000, 200_000


class Rows:
    """The rows behind the figures of an edition; metrics that are computed from the same rows share them."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.of_metric: dict[tuple[str, Period], pa.Table] = {}
        self.fetched: dict[ops.Node, pa.Table] = {}

    def behind(self, value: Value) -> pa.Table:
        """The rows that make a figure, in a fixed order; of very many, the first that an edition keeps."""
        rows = self._whole(value.metric, value.period)
        if rows.num_rows > SHARED:
            return self._fetch(self._expression(value), MOST)
        for column, dim in zip(value.cut, value.dims, strict=True):
            rows = rows.filter(pc.equal(pc.cast(rows[column], pa.string()), dim))
        return rows

    def _whole(self, metric: str, period: Period) -> pa.Table:
        """The rows of a metric, and one more where there are too many to be shared by all of its cuts."""
        if (metric, period) not in self.of_metric:
            rows = self._expression(Value(metric, (), (), period, None, None, 0))
            if rows.op() not in self.fetched:
                self.fetched[rows.op()] = self._fetch(rows, SHARED + 1)
            self.of_metric[metric, period] = self.fetched[rows.op()]
        return self.of_metric[metric, period]

    def _expression(self, value: Value) -> ir.Table:
        return rows_expression(self.session, value, self.session.bound)

    def _fetch(self, rows: ir.Table, most: int) -> pa.Table:
        return self.session.compute.fetch(rows.order_by(list(rows.columns)).limit(most))


@dataclass(frozen=True)
class Sheet:
    """Rows as a trace page shows them: the first of them, how many there are, and the files that hold them."""

    heads: tuple[Head, ...]
    first: tuple[tuple[Any, ...], ...]
    held: int
    name: str

    @property
    def paged(self) -> bool:
        """Whether there are more than a page shows."""
        return self.held > SIZE

    def body(self, language: Language) -> Markup:
        """The first rows as HTML."""
        ends = ["end" if head.number else "start" for head in self.heads]
        lines = (
            "".join(
                f'<td class="{end}">{escape(cell(value, language))}</td>' for end, value in zip(ends, row, strict=True)
            )
            for row in self.first
        )
        return Markup("".join(f"<tr>{line}</tr>\n" for line in lines))


class Sheets:
    """The files of rows that an edition keeps, each content once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written: dict[str, Sheet] = {}

    def write(self, rows: pa.Table, contracts: Iterable[Contract]) -> Sheet:
        """Write rows as CSV, and as a script that pages show them by.

        Args:
            rows: as they were fetched.
            contracts: those of every table that the rows come from: they say what is masked and what columns mean.
        """
        contracts = list(contracts)
        shown = masked(rows.slice(0, MOST), contracts)
        data = b"".join(as_csv(shown))
        name = hashlib.sha256(data).hexdigest()[:16]
        if name not in self.written:
            (self.folder / f"{name}.csv").write_bytes(data)
            kept = [tuple(map(_plain, row.values())) for row in shown.to_pylist()]
            titled = tuple(heads(rows.schema, contracts))
            sheet = self.written[name] = Sheet(titled, tuple(kept[:SIZE]), len(kept), name)
            if sheet.paged:
                script = f"lushanRows({json.dumps(kept, ensure_ascii=False, separators=(',', ':'))});\n"
                (self.folder / f"{name}.js").write_text(script, encoding="utf-8")
        return self.written[name]


def cell(value: str | bool | None, language: Language) -> str:
    """A value of a row as it is: nothing added, nothing rounded.

    >>> cell(None, "zh"), cell(True, "en"), cell("12.5", "zh")
    ('', 'yes', '12.5')
    """
    if value is None:
        return ""
    return write(value, language=language) if isinstance(value, bool) else value


def _plain(value: Any) -> str | bool | None:
    return value if value is None or isinstance(value, bool) else str(value)
