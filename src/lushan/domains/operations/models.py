"""Operations' tables: each system's day and month, each batch's night, and who used the mobile office."""

from __future__ import annotations

import ibis
from ibis.expr import types as ir

from lushan.runs.clock import elapsed, local, local_date, seconds
from lushan.runs.model import model
from lushan.runs.period import Period

SECONDS_A_MINUTE = 60


def percentiles(latency: ir.FloatingColumn) -> dict[str, ir.FloatingScalar]:
    """The exact percentiles that latencies are told by, interpolated between neighbours."""
    return {f"latency_p{share}": latency.quantile(share / 100) for share in (50, 90, 95, 99)}


@model("operations.system_day", reads="operations.transaction")
def system_day(transaction: ir.Table, period: Period, *, apdex_ms: int = 500) -> ir.Table:
    """Volume, failures, latency and the busiest minute of each system on each day.

    Apdex counts up to ``apdex_ms`` as satisfied and up to four times that as tolerated.
    """
    rows = transaction.select(
        "system",
        "result",
        "latency_ms",
        day=local_date(transaction.at, period.zone),
        minute=seconds(transaction.at) // SECONDS_A_MINUTE,
        latency=transaction.latency_ms.cast("float64"),
    )

    def ended(result: str) -> ir.IntegerValue:
        return rows.count(where=rows.result == result)

    days = rows.group_by("day", "system").aggregate(
        transactions=rows.count(),
        technical_failures=ended("technical_failure"),
        business_failures=ended("business_failure"),
        timeouts=ended("timeout"),
        latency_total=rows.latency_ms.sum(),
        satisfied=rows.count(where=rows.latency <= apdex_ms),
        tolerating=rows.count(where=(rows.latency > apdex_ms) & (rows.latency <= 4 * apdex_ms)),
        **percentiles(rows.latency),
    )
    minutes = rows.group_by("day", "system", "minute").aggregate(made=rows.count())
    peaks = minutes.group_by("day", "system").aggregate(peak_minute=minutes.made.max())
    return days.inner_join(peaks, ["day", "system"])


@model("operations.system_month", reads="operations.transaction")
def system_month(transaction: ir.Table) -> ir.Table:
    """The latency percentiles of each system over the whole period, which no mean of days can give."""
    latency = transaction.latency_ms.cast("float64")
    return transaction.group_by("system").aggregate(transactions=transaction.count(), **percentiles(latency))


@model("operations.batch_day", reads=("operations.batch_job", "operations.batch_dependency"))
def batch_day(jobs: ir.Table, dependencies: ir.Table, period: Period, *, grace_minutes: int = 0) -> ir.Table:
    """How long each job took, how late it ended, and whether it was the first link to be late.

    A late job is the first link when none of the jobs that it needs was late on that day.

    Args:
        grace_minutes: how long after its deadline a job may end and not be called late.
    """

    def minutes(earlier: ir.TimestampValue, later: ir.TimestampValue) -> ir.FloatingValue:
        return elapsed(earlier, later) / SECONDS_A_MINUTE

    timed = jobs.mutate(
        minutes=minutes(jobs.started_at, jobs.ended_at),
        late_minutes=minutes(jobs.deadline, jobs.ended_at).clip(lower=0),
        finished_time=local(jobs.ended_at, period.zone).strftime("%H:%M:%S"),
    )
    timed = timed.mutate(late=timed.late_minutes > grace_minutes)
    late = timed.filter(timed.late).select("run_on", needs="job")
    fed_late = dependencies.inner_join(late, "needs").select("run_on", "job").distinct().mutate(fed_late=True)
    joined = timed.left_join(fed_late, ["run_on", "job"])
    return joined.mutate(first_late=joined.late & joined.fed_late.isnull())


@model("operations.batch_cause", reads=("operations.batch_day", "operations.batch_dependency"))
def batch_cause(days: ir.Table, dependencies: ir.Table, *, depth: int = 8) -> ir.Table:
    """For each late job, itself and the late jobs that it waited for, link by late link.

    Args:
        depth: how many links before a job are looked at.
    """
    late = days.filter(days.late)
    feeds = dependencies.select(link="job", feeder="needs")
    reached = late.select("run_on", "job", link="job", distance=ibis.literal(0, type="int64"))
    steps = [reached]
    for distance in range(1, depth + 1):
        onward = reached.inner_join(feeds, "link").select("run_on", "job", link="feeder").distinct()
        reached = onward.semi_join(late, [onward.run_on == late.run_on, onward.link == late.job]).mutate(
            distance=ibis.literal(distance, type="int64")
        )
        steps.append(reached)
    chain = ibis.union(*steps)
    nearest = chain.group_by("run_on", "job", "link").aggregate(distance=chain.distance.min())
    links = late.select("run_on", "first_late", "started_at", "ended_at", "deadline", "late_minutes", link="job")
    return nearest.inner_join(links, ["run_on", "link"])


@model("operations.mobile_daily", reads="operations.mobile_day")
def mobile_daily(days: ir.Table) -> ir.Table:
    """The whole bank's active users and logins on each day; a user belongs to one branch and one device."""
    return days.group_by("day").aggregate(active_users=days.active_users.sum(), logins=days.logins.sum())


@model(
    "operations.access_use",
    reads=("operations.access_session", "operations.access_account", "operations.access_resource"),
)
def access_use(sessions: ir.Table, accounts: ir.Table, resources: ir.Table) -> ir.Table:
    """Each day's connections of an account to a resource from a city, with its department and names."""
    people = accounts.select("account_id", "department", "kind")
    named = resources.select("resource_id", resource="name", resource_kind="kind")
    return sessions.inner_join(people, "account_id").inner_join(named, "resource_id")
