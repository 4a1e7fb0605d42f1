"""Operations' tables: each system's day, each batch's night, and who used the mobile office."""

from __future__ import annotations

import ibis
from ibis.expr import types as ir

from lushan.runs.clock import local, local_date
from lushan.runs.model import Read, model
from lushan.runs.period import Period


@model("operations.system_day", reads="operations.transaction")
def system_day(transaction: ir.Table, period: Period, *, apdex_ms: int = 500) -> ir.Table:
    """Volume, failures, latency and the busiest minute of each system on each day.

    Percentiles are exact, interpolated between neighbours. Apdex counts up to ``apdex_ms`` as satisfied
    and up to four times that as tolerated.
    """
    latency = transaction.latency_ms.cast("float64")
    rows = transaction.select(
        "system", "result", "latency_ms", latency=latency, day=local_date(transaction.at, period.zone),
        minute=transaction.at.epoch_seconds() // 60,
    )  # fmt: skip

    def ended(*results: str) -> ir.IntegerValue:
        return rows.count(where=rows.result.isin(results))

    days = rows.group_by("day", "system").aggregate(
        transactions=rows.count(),
        technical_failures=ended("technical_failure"),
        business_failures=ended("business_failure"),
        timeouts=ended("timeout"),
        latency_total=rows.latency_ms.sum(),
        latency_p50=rows.latency.quantile(0.5),
        latency_p90=rows.latency.quantile(0.9),
        latency_p95=rows.latency.quantile(0.95),
        latency_p99=rows.latency.quantile(0.99),
        satisfied=rows.count(where=rows.latency <= apdex_ms),
        tolerating=rows.count(where=(rows.latency > apdex_ms) & (rows.latency <= 4 * apdex_ms)),
    )
    minutes = rows.group_by("day", "system", "minute").aggregate(made=rows.count())
    peaks = minutes.group_by("day", "system").aggregate(peak_minute=minutes.made.max())
    return days.inner_join(peaks, ["day", "system"])


@model("operations.batch_day", reads=("operations.batch_job", "operations.batch_dependency"))
def batch_day(jobs: ir.Table, dependencies: ir.Table, period: Period, *, grace_minutes: int = 0) -> ir.Table:
    """How long each job took, how late it ended, and whether it was the first link to be late.

    A late job is the first link when none of the jobs that it needs was late on that day.
    """
    timed = jobs.mutate(
        minutes=(jobs.ended_at.epoch_seconds() - jobs.started_at.epoch_seconds()) / 60,
        late_minutes=(jobs.ended_at.epoch_seconds() - jobs.deadline.epoch_seconds()).clip(lower=0) / 60,
        finished_time=local(jobs.ended_at, period.zone).strftime("%H:%M:%S"),
    )
    timed = timed.mutate(late=timed.late_minutes > grace_minutes)
    late = timed.filter(timed.late).select("run_on", needs="job")
    fed_late = dependencies.inner_join(late, "needs").select("run_on", "job").distinct().mutate(fed_late=True)
    joined = timed.left_join(fed_late, ["run_on", "job"])
    return joined.mutate(first_late=joined.late & joined.fed_late.isnull())


@model("operations.batch_cause", reads=("operations.batch_day", "operations.batch_dependency"))
def batch_cause(days: ir.Table, dependencies: ir.Table, *, depth: int = 8) -> ir.Table:
    """For each late job, itself and the late jobs that it waited for, however far before it.

    Args:
        depth: how many links of the chain are followed.
    """
    reached = days.select("job").distinct()
    step = reached.select("job", link="job", distance=ibis.literal(0, type="int64"))
    steps = [step]
    for distance in range(1, depth + 1):
        feeds = dependencies.select(link="job", fed_by="needs")
        onward = step.inner_join(feeds, "link")
        step = onward.select("job", link="fed_by", distance=ibis.literal(distance, type="int64")).distinct()
        steps.append(step)
    every = ibis.union(*steps)
    chain = every.group_by("job", "link").aggregate(distance=every.distance.min())
    late = days.filter(days.late)
    wanted = late.select("run_on", "job").inner_join(chain, "job")
    links = late.select(
        "run_on", "first_late", "started_at", "ended_at", "deadline", "late_minutes", "period", link="job"
    )
    return wanted.inner_join(links, ["run_on", "link"])


@model("operations.mobile_daily", reads="operations.mobile_day")
def mobile_daily(days: ir.Table) -> ir.Table:
    """The whole bank's active users and logins on each day; a user belongs to one branch and one device."""
    return days.group_by("day").aggregate(active_users=days.active_users.sum(), logins=days.logins.sum())


@model(
    "operations.access_use",
    reads=(Read("operations.access_session"), "operations.access_account", "operations.access_resource"),
)
def access_use(sessions: ir.Table, accounts: ir.Table, resources: ir.Table) -> ir.Table:
    """Each day's connections of an account to a resource from a city, with its department and names."""
    named = resources.select("resource_id", resource="name", resource_kind="kind")
    people = accounts.select("account_id", "department", "kind")
    return sessions.inner_join(people, "account_id").inner_join(named, "resource_id")
