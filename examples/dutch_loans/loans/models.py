"""The log's pieces of work, its applications, and what changed since its first month."""

from __future__ import annotations

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr import types as ir

from lushan.engines.process.cases import cases
from lushan.engines.process.clock import SECOND
from lushan.engines.process.comparison import compare_each
from lushan.engines.process.log import event_log, follow
from lushan.engines.process.steps import steps, timed
from lushan.runs.clock import local
from lushan.runs.computed import Rows
from lushan.runs.model import computed, model
from lushan.runs.period import Period

#: How an application ended: by the first of these states that it came to.
OUTCOMES = {"A_APPROVED": "accepted", "A_DECLINED": "declined", "A_CANCELLED": "cancelled"}
HOUR, DAY = 3600 * SECOND, 86400 * SECOND


def log_of(events: ir.Table) -> ir.Table:
    """The events as the engine reads them."""
    return event_log(
        events,
        case="application_id",
        activity="activity",
        at="at",
        resource="resource",
        lifecycle="transition",
        place="seq",
    )


def month_of(moment: ir.TimestampValue, period: Period) -> ir.StringValue:
    """The month in which an instant falls, by the bank's clock."""
    return local(moment, period.zone).strftime("%Y-%m")


@model("loans.step", reads="loans.event")
def step(events: ir.Table, period: Period) -> ir.Table:
    """Each piece of work that people do; the other events are states that the system sets."""
    work = events.filter(events.activity.startswith("W_"))
    found = timed(steps(log_of(work)))
    return found.mutate(application_id=found.case_id, month=month_of(found.decided_at, period))


@model("loans.application", reads="loans.event")
def application(events: ir.Table, period: Period) -> ir.Table:
    """Each application, how it ended and how many offers it was made."""
    came = {outcome: _.count(where=_.activity == activity) for activity, outcome in OUTCOMES.items()}
    offers = _.count(where=_.activity == "O_CREATED")
    reached = events.group_by("application_id").aggregate(**came, offers=offers, amount=_.amount.max())
    lives = cases(follow(log_of(events))).rename(application_id="case_id")
    joined = lives.inner_join(reached, "application_id")
    outcome = ibis.cases(*((joined[name] > 0, name) for name in OUTCOMES.values()), else_="open")
    return joined.mutate(outcome=outcome, month=month_of(joined.started_at, period), days=joined.seconds * SECOND / DAY)


@computed("loans.change", reads="loans.step", code=("lushan.engines.process.comparison",))
def change(steps: Rows, period: Period, *, at_most: float = 0.05) -> pa.Table:
    """How long each kind of work took in the first month of the log and in this one, by the rank test.

    Args:
        at_most: the share of false ones among the changes that are called sure.
    """
    done = steps.table.filter(_.month.notnull() & _.dwell.notnull())
    hours = done.select("activity", "month", hours=_.dwell / HOUR).order_by("activity", "hours")
    first = steps.fetch(done.aggregate(month=_.month.min()))["month"][0].as_py()
    found = compare_each(
        steps.fetch(hours.filter(_.month == first)),
        steps.fetch(hours.filter(_.month == str(period))),
        "activity",
        "hours",
    ).to_pylist()

    def verdict(row: dict[str, float | None]) -> str:
        if row["q"] is None or row["q"] > at_most or row["effect"] is None:
            return "chance"
        return "longer" if row["effect"] > 0.5 else "shorter"

    names = {"before": "first_hours", "after": "last_hours", "before_count": "first_steps", "after_count": "last_steps"}
    rows = [{names.get(name, name): value for name, value in row.items()} | {"verdict": verdict(row)} for row in found]
    columns = ["activity", *names.values(), "effect", "q", "verdict"]
    return pa.table({name: [row[name] for row in rows] for name in columns}) if rows else EMPTY


EMPTY = pa.table(
    {
        "activity": pa.array([], pa.string()),
        "first_hours": pa.array([], pa.float64()),
        "last_hours": pa.array([], pa.float64()),
        "first_steps": pa.array([], pa.int64()),
        "last_steps": pa.array([], pa.int64()),
        "effect": pa.array([], pa.float64()),
        "q": pa.array([], pa.float64()),
        "verdict": pa.array([], pa.string()),
    }
)
