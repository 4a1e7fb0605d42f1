"""Every indicator of approvals against a plain oracle, on random logs, for the whole and for each cut."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import ibis
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from ibis.expr import types as ir

from approval_oracle import figures
from approvals import calendar, office
from hand import written
from lushan.domains import catalogue
from lushan.runs.compute import DuckDB
from lushan.runs.measure import aggregate
from lushan.runs.period import Period
from tables import Row, month_of

APRIL = Period.parse("2023-04")
MADE = ("process.task", "process.case", "process.urging")
PERIODS = {"process.instance": "started_at", "process.step": "arrived_at"}


class Tables:
    """A random office as tables, and what the models make of it."""

    def __init__(self, engine: DuckDB, folder: Path, sources: dict[str, list[Row]]) -> None:
        self.engine, self.folder = engine, folder
        self.tables: dict[str, ir.Table] = {}
        for name, rows in sources.items():
            self.put(name, rows)
        for name in MADE:
            model = catalogue().models[name]
            made = model.expression(tuple(self.tables[read.table] for read in model.reads), APRIL)
            columns = [column for column in catalogue().contracts[name].names if column != "period"]
            self.put(name, [row | {"period": "2023-04"} for row in engine.fetch(made.select(*columns)).to_pylist()])

    def put(self, name: str, rows: list[Row]) -> None:
        contract = catalogue().contracts[name]
        if name in PERIODS:
            rows = [row | {"period": month_of(row[PERIODS[name]])} for row in rows]
        self.tables[name] = self.engine.table(contract, written(self.folder / name, contract, rows))

    def figures(self, id: str) -> list[tuple[tuple[str, ...], tuple[str, ...], float | None]]:
        """A metric's values for the whole and for each cut: the cut, what it is cut by, and the value."""
        metric = catalogue().metrics[id]
        rows = metric.rows_expression(tuple(self.tables[read.table] for read in metric.reads), APRIL)
        value = metric.value_expression(rows, APRIL)
        cuts = ([()] if metric.whole else []) + list(metric.by)

        def marked(place: int, cut: tuple[str, ...]) -> ir.Table:
            made = aggregate(rows, cut, value)
            dims = ibis.array([made[name] for name in cut]) if cut else ibis.null("array<string>")
            return made.select(value=made.value.cast("float64"), cut=ibis.literal(place), dims=dims)

        found = self.engine.fetch(ibis.union(*(marked(*item) for item in enumerate(cuts))))
        return [(cuts[row["cut"]], tuple(row["dims"] or ()), row["value"]) for row in found.to_pylist()]


@given(st.integers(0, 2**32 - 1), st.sampled_from([1, 8, 40]))
@settings(max_examples=3, deadline=None, phases=[Phase.generate])
def test_every_indicator_is_what_it_says(seed: int, count: int) -> None:
    sources = office(Random(seed), count) | {"bank.calendar": calendar()}
    if not sources["process.step"]:
        return
    with TemporaryDirectory() as folder:
        tables = Tables(DuckDB(), Path(folder), sources)
        for name, expected in figures(sources).items():
            for cut, dims, value in tables.figures(f"process.{name}"):
                wanted = expected(lambda row, cut=cut, dims=dims: tuple(row[c] for c in cut) == dims)
                assert value == (None if wanted is None else pytest.approx(wanted, rel=1e-9)), (name, cut, dims)


def test_a_type_that_nobody_starts_any_more_is_idle() -> None:
    sources = office(Random(3), 40) | {"bank.calendar": calendar()}
    used = {row["type_id"] for row in sources["process.instance"]}
    with TemporaryDirectory() as folder:
        tables = Tables(DuckDB(), Path(folder), sources)
        assert tables.figures("process.idle_types") == [((), (), len(sources["process.type"]) - len(used))]


def test_all_thirty_three_indicators_have_a_metric() -> None:
    named = {
        1: "started", 2: "finished", 3: "open", 4: "tasks_pending", 5: "tasks_decided", 6: "cycle_median",
        7: "dwell_median", 8: "wait_median", 9: "touch_median", 10: "wait_share", 11: "node_share", 12: "overdue_rate",
        13: "overdue_pending", 14: "finish_rate", 15: "same_day_rate", 16: "usage", 17: "idle_types",
        18: "return_rate", 19: "returns_mean", 20: "node_return_rate", 21: "rework_hours", 22: "rework_share",
        23: "first_time_through", 24: "reject_rate", 25: "withdraw_rate", 26: "transfer_rate", 27: "cosign_rate",
        28: "steps_mean", 29: "urging_response", 30: "instant_rate", 31: "mobile_share", 32: "off_hours_share",
        33: "load_gini",
    }  # fmt: skip
    assert sorted(named) == list(range(1, 34))
    assert {f"process.{name}" for name in named.values()} <= catalogue().metrics.keys()
