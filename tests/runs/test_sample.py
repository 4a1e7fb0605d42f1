"""Figures of the sample bank, computed again in plain Python from the rows that their traces show."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lushan.runs.figures import Value
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.runs.trace import all_figures, figure_rows, find_figure
from oracles import quantile
from tables import Row
from workspaces import open_session

APRIL = Period.parse("2023-04")
Rows = list[Row]


def total(column: str, **where: Any) -> Callable[[Rows], Any]:
    """The sum of a column, of the rows that have these values."""
    return lambda rows: sum(row[column] for row in rows if all(row[name] == value for name, value in where.items()))


def share(condition: Callable[[Row], Any]) -> Callable[[Rows], float]:
    """The share of the rows of which something holds."""
    return lambda rows: sum(bool(condition(row)) for row in rows) / len(rows)


def ratio(above: Callable[[Rows], Any], below: Callable[[Rows], Any]) -> Callable[[Rows], float]:
    return lambda rows: float(above(rows)) / float(below(rows))


def days(rows: Rows) -> int:
    return len({row["day"] for row in rows})


def mean(column: str) -> Callable[[Rows], float]:
    return lambda rows: sum(row[column] for row in rows) / len(rows)


def growth(of: Callable[[Rows], Any]) -> Callable[[Rows], float]:
    """The rate by which the newer of two months differs from the older."""

    def rate(rows: Rows) -> float:
        newer, older = ([row for row in rows if row["of_period"] == month] for month in ("2023-04", "2023-03"))
        return float(of(newer)) / float(of(older)) - 1

    return rate


PLAIN: dict[str, Callable[[Rows], Any]] = {
    "delivery.received": len,
    "delivery.received[企金]": len,
    "delivery.received[零售,2023-03]": len,
    "delivery.released": len,
    "delivery.backlog": len,
    "delivery.backlog_carried": len,
    "delivery.handled_total": len,
    "delivery.throughput": ratio(total("released"), total("received")),
    "delivery.throughput[企金]": ratio(total("released"), total("received")),
    "delivery.throughput_mean_ytd[零售]": lambda rows: sum(r["released"] / r["received"] for r in rows) / len(rows),
    "delivery.void_rate": share(lambda row: row["voided_on"] == row["closed_on"]),
    "delivery.digestion": share(lambda row: row["closed_on"] and row["closed_on"] <= APRIL.last),
    "delivery.cycle_median": lambda rows: quantile((row["cycle_days"] for row in rows), 0.5),
    "delivery.cycle_p85": lambda rows: quantile((row["cycle_days"] for row in rows), 0.85),
    "delivery.cycle_p95[零售]": lambda rows: quantile((row["cycle_days"] for row in rows), 0.95),
    "delivery.waiting_share": ratio(total("waiting_days"), total("lead_days")),
    "delivery.first_pass_rate": share(lambda row: row["test_returns"] == 0),
    "delivery.test_return_rate": ratio(total("test_returns"), total("test_submissions")),
    "delivery.on_time_rate": share(lambda row: row["released_on"] and row["released_on"] <= row["committed_on"]),
    "delivery.released_change[企金]": growth(len),
    "delivery.window_released[2023-04-07]": len,
    "delivery.windows_used": lambda rows: len({row["window_on"] for row in rows}),
    "delivery.monthly_mean_routine_6m": lambda rows: len(rows) / 6,
    "delivery.investment_share[信息科技部]": lambda rows: float(total("days")(rows)) / float(rows[0]["all_days"]),
    "delivery.investment_vendor_share": ratio(total("days", employer="vendor"), total("days")),
    "delivery.projects_on_plan": lambda rows: sum(row["state"] == "on_plan" for row in rows),
    "delivery.ux_solved_rate": share(lambda row: row["solved"]),
    "delivery.ux_systems": lambda rows: len({row["system"] for row in rows}),
    "delivery.ux_days_to_solve": lambda rows: sum((r["solved_on"] - r["raised_on"]).days for r in rows) / len(rows),
    "delivery.review_adoption_rate": share(lambda row: row["accepted"]),
    "delivery.baseline_compliance": share(lambda row: row["allowed"]),
    "delivery.large_tables_governed_rate": share(lambda row: row["governed"]),
    "delivery.large_tables_growth": lambda rows: sum(row["grown_gb"] for row in rows if row["grown_gb"] is not None),
    "operations.core_volume": ratio(total("transactions"), days),
    "operations.core_volume_change": growth(ratio(total("transactions"), days)),
    "operations.core_peak": lambda rows: max(row["peak_minute"] for row in rows),
    "operations.core_headroom": lambda rows: 1 - max(row["peak_minute"] for row in rows) / 600,
    "operations.credit_latency_ms": ratio(total("latency_total"), total("transactions")),
    "operations.latency_p99[core]": lambda rows: max(row["latency_p99"] for row in rows),
    "operations.success_rate[core]": lambda rows: (
        1 - sum(row["technical_failures"] + row["timeouts"] for row in rows) / total("transactions")(rows)
    ),
    "operations.apdex[mobile]": lambda rows: (
        sum(row["satisfied"] + row["tolerating"] / 2 for row in rows) / total("transactions")(rows)
    ),
    "operations.batch_minutes_mean": mean("minutes"),
    "operations.batch_minutes[2023-04-07]": lambda rows: max(row["minutes"] for row in rows),
    "operations.report_batch_finished": lambda rows: max(row["finished_time"] for row in rows),
    "operations.jobs_late_share": share(lambda row: row["late"]),
    "operations.mobile_dau_mean": ratio(total("active_users"), days),
    "operations.mobile_dau_peak_day": lambda rows: str(max(rows, key=lambda row: row["active_users"])["day"]),
    "operations.mobile_dau_mean_change": growth(ratio(total("active_users"), days)),
    "operations.access_dau": lambda rows: len({(row["day"], row["account_id"]) for row in rows}) / 30,
    "operations.access_stickiness": lambda rows: (
        len({(row["day"], row["account_id"]) for row in rows}) / 30 / len({row["account_id"] for row in rows})
    ),
    "operations.access_logins[武汉]": total("connections"),
    "operations.access_cities": lambda rows: len({row["city"] for row in rows}),
    "operations.availability": lambda rows: 1 - sum(row["down_seconds"] for row in rows) / (30 * 86_400),
    "operations.incident_minutes": lambda rows: (
        sum((row["resolved_at"] - row["began_at"]).total_seconds() for row in rows) / len(rows) / 60
    ),
    "operations.dr_items_done_rate": share(lambda row: row["state"] == "done"),
}


@pytest.fixture(scope="module")
def sample(sample_bank: Path) -> Session:
    session = open_session(sample_bank)
    return session.pinned(session.warehouse.tables())


@pytest.mark.parametrize("name", PLAIN)
def test_a_figure_is_what_its_rows_make(sample: Session, name: str) -> None:
    value = find_figure(sample, name, APRIL)
    rows = figure_rows(sample, value).to_pylist()
    assert len(rows) == value.rows
    again = PLAIN[name](rows)
    if value.text is not None:
        assert value.text == again
    else:
        assert value.number == pytest.approx(Decimal(str(again)), rel=Decimal("1e-9"), abs=Decimal("1e-9"))


def test_every_figure_has_as_many_rows_as_it_says(sample: Session) -> None:
    """Of every metric, and each of its cuts, in both months: the first, the last and the middle figure."""
    cuts: dict[tuple[Any, ...], list[Value]] = {}
    for value in all_figures(sample, APRIL):
        cuts.setdefault((value.metric, value.cut, value.period), []).append(value)
    chosen = {values[place] for values in cuts.values() for place in (0, len(values) // 2, -1)}
    wrong = {
        value.id(APRIL): (found, value.rows)
        for value in chosen
        if (found := figure_rows(sample, value).num_rows) != value.rows
    }
    assert len({value.metric for value in chosen}) == len(sample.catalogue.metrics)
    assert wrong == {}
