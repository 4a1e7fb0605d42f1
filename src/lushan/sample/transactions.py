"""The transactions of the key systems, a day at a time, so that any number of them takes the same memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from lushan.sample import targets
from lushan.sample.bank import sub_branches
from lushan.sample.chance import Sample, Whole, draw, split
from lushan.sample.columns import hundredths, numbered
from lushan.sample.days import days_of, months, works

MONTHS = months("2022-11", "2023-04")
RESULTS = ("success", "business_failure", "technical_failure", "timeout")
HAPPENS = (0.9857, 0.0125, 0.0011, 0.0007)
TIMEOUT = RESULTS.index("timeout")
#: Salaries are paid in one run, which makes the core system's busiest minute of a month.
PAYDAY, PAY_MINUTE = 10, 10 * 60 + 5


@dataclass(frozen=True)
class System:
    """A key system: how much it does, when, how fast, and for which channels.

    Args:
        daily: its transactions on a mean day at scale 1.
        day_off: how busy a day off is, against a working day.
        night: the share of its transactions that come evenly around the clock.
        latency_ms: its mean latency.
    """

    name: str
    daily: int
    day_off: float
    night: float
    latency_ms: float
    codes: tuple[str, ...]
    channels: dict[str, float]


SYSTEMS = (
    System(
        "core", 2_950, 0.62, 0.08, 38.6, ("DP0101", "DP0102", "TR0201", "TR0202", "QR0301", "QR0302", "LN0401"),
        {"counter": 14, "mobile": 34, "ebank": 9, "atm": 6, "third_party": 31, "internal": 6},
    ),
    System(
        "credit", 390, 0.12, 0.02, 113.2, ("CR0101", "CR0102", "CR0203", "CR0304", "LN0402"),
        {"counter": 22, "mobile": 18, "ebank": 6, "internal": 54},
    ),
    System(
        "mobile", 1_020, 0.85, 0.12, 176.0, ("MB0101", "MB0102", "MB0203", "MB0304", "MB0405", "QR0303"),
        {"mobile": 100},
    ),
)  # fmt: skip


def transactions(sample: Sample) -> Iterator[pa.Table]:
    """The transactions of each day, in the order of their time."""
    rng = sample.chance("operations.transaction")
    places = sub_branches(sample)
    busy = rng.gamma(6.0, 1.0, len(places))
    for month in MONTHS:
        paid = sample.size(targets.CORE.get(month, (0, int(rng.integers(150, 172))))[1])
        plans = [_plan(sample, rng, system, month) for system in SYSTEMS]
        for number, day in enumerate(days_of(month)):
            made = pa.concat_tables(
                [
                    _day(rng, system, day, int(volume[number]), int(latency[number]), paid)
                    for system, (volume, latency) in zip(SYSTEMS, plans, strict=True)
                ]
            )
            made = made.append_column("org_id", draw(rng, places, len(made), busy))
            made = made.sort_by("at")
            yield made.add_column(0, "txn_id", numbered(f"{day:%Y%m%d}", np.arange(len(made)), 8))


def _plan(sample: Sample, rng: np.random.Generator, system: System, month: str) -> tuple[Whole, Whole]:
    """How many transactions a system carries on each day of a month, and the hundredths of a millisecond they take."""
    days = days_of(month)
    total, mean = round(system.daily * len(days) * rng.uniform(0.97, 1.03)), system.latency_ms * rng.uniform(0.98, 1.02)
    if system.name == "core" and month in targets.CORE:
        total = targets.CORE[month][0]
    if system.name == "credit":
        mean = targets.CREDIT_LATENCY_MS.get(month, mean)
    volume = split(sample.size(total), [_busy(system, day) * rng.uniform(0.93, 1.07) for day in days])
    return volume, split(round(mean * 100 * int(volume.sum())), volume * rng.uniform(0.94, 1.06, len(days)))


def _busy(system: System, day: date) -> float:
    """How busy a system is on a day: days off are quiet, month ends and paydays are not."""
    month_end = 1.22 if day.day >= 28 else 1.0
    return (1.0 if works(day) else system.day_off) * month_end * (1.15 if day.day in (PAYDAY, 21) else 1.0)


def _day(rng: np.random.Generator, system: System, day: date, count: int, latency: int, paid: int) -> pa.Table:
    """A system's transactions of a day, whose latencies add up to what is planned."""
    seconds = _seconds(rng, system, count)
    if system.name == "core":
        seconds = _with_payday(rng, seconds, paid if day.day == PAYDAY else 0)
    result = rng.choice(len(RESULTS), count, p=HAPPENS)
    slowness = rng.lognormal(0.0, 0.75, count) * np.where(result == TIMEOUT, 30.0, 1.0)
    return pa.table(
        {
            "at": np.datetime64(day, "s") + seconds,
            "system": pa.array([system.name]).take(np.zeros(count, dtype=int)),
            "channel": draw(rng, tuple(system.channels), count, tuple(system.channels.values())),
            "code": draw(rng, system.codes, count),
            "latency_ms": hundredths(split(latency, slowness) if count else []),
            "result": pa.array(RESULTS).take(result),
        }
    )


def _seconds(rng: np.random.Generator, system: System, count: int) -> Whole:
    """Seconds of a day: two humps in its working hours, and a few around the clock."""
    humps = np.where(rng.random(count) < 0.55, rng.normal(10.3, 1.3, count), rng.normal(15.4, 1.6, count))
    hours = np.where(rng.random(count) < system.night, rng.uniform(0, 24, count), humps)
    return (np.clip(hours, 0, 23.999) * 3600).astype(np.int64)


def _with_payday(rng: np.random.Generator, seconds: Whole, paid: int) -> Whole:
    """Move so many transactions to the minute in which salaries are paid, and all others out of it."""
    seconds = np.where(seconds // 60 == PAY_MINUTE, seconds + 60, seconds)
    seconds[rng.permutation(len(seconds))[:paid]] = PAY_MINUTE * 60 + rng.integers(0, 60, min(paid, len(seconds)))
    return seconds
