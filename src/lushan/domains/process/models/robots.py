"""Robots: what each run did and saved, and each scenario's month."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.runs.clock import elapsed
from lushan.runs.model import model
from lushan.runs.period import Period


@model("process.robot_use", reads=("process.robot_run", "process.robot_scenario"))
def robot_use(runs: ir.Table, scenarios: ir.Table) -> ir.Table:
    """Each run in a period, and the time that it saved: its cases by hand, less the time that it ran."""
    named = scenarios.select("scenario_id", "department", "minutes_before", scenario="name")
    rows = runs.inner_join(named, "scenario_id")
    busy = elapsed(rows.started_at, rows.ended_at)
    hundredths = (rows.minutes_before * 100).cast("int64")  # exact; engines round a fraction differently
    by_hand = rows.cases * hundredths * 60 // 100
    return rows.mutate(
        busy_seconds=busy,
        queue_seconds=elapsed(rows.queued_at, rows.started_at),
        recovery_seconds=elapsed(rows.ended_at, rows.recovered_at),
        saved_seconds=ibis.ifelse(rows.result == "success", by_hand.cast("int64") - busy, 0),
    )


def live(scenarios: ir.Table, period: Period) -> ir.Table:
    """The scenarios that are live at a period's end."""
    on = (scenarios.live_on <= period.last) & (scenarios.retired_on.isnull() | (scenarios.retired_on > period.last))
    return scenarios.filter(on)


@model("process.robot_month", reads=("process.robot_scenario", "process.robot_use"))
def robot_month(scenarios: ir.Table, uses: ir.Table, period: Period) -> ir.Table:
    """Each live scenario's month: cases, minutes before and after, success, hours saved, and its main failure."""
    good = uses.result == "success"
    counts = uses.group_by(scenario=uses.scenario).aggregate(
        runs=uses.count(),
        successes=uses.count(where=good),
        cases=uses.cases.sum(),
        good_cases=uses.cases.sum(where=good),
        busy=uses.busy_seconds.sum(where=good),
        saved=uses.saved_seconds.sum(),
    )
    causes = uses.filter(uses.cause.notnull()).group_by("scenario", "cause").aggregate(times=_.count())
    worst = ibis.window(group_by="scenario", order_by=[ibis.desc("times"), "cause"])
    top = causes.mutate(nth=ibis.row_number().over(worst)).filter(_.nth == 0).select("scenario", top_cause="cause")
    rows = live(scenarios, period).rename(scenario="name").left_join(counts, "scenario").drop("scenario_right")
    rows = rows.left_join(top, "scenario").drop("scenario_right")
    return rows.mutate(
        newly_live=rows.live_on >= period.first,
        **{name: rows[name].fill_null(0) for name in ("runs", "successes", "cases")},
        minutes_after=rows.busy / 60 / rows.good_cases.nullif(0),
        saved_seconds=rows.saved.fill_null(0),
    )
