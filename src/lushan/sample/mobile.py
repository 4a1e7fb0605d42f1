"""The mobile bank's users on each day, by sub-branch and system of their telephone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
import pyarrow as pa

from lushan.sample import targets
from lushan.sample.bank import sub_branches
from lushan.sample.chance import Sample, Whole, level, split
from lushan.sample.days import days_of, months, works

MONTHS = months("2022-04", "2023-04")
SYSTEMS = {"android": 0.56, "ios": 0.27, "harmony": 0.17}
LOGINS_A_USER = 1.72


def mobile_days(sample: Sample) -> Iterator[pa.Table]:
    """Active users and logins of each day, a day at a time."""
    rng = sample.chance("operations.mobile_day")
    places = sub_branches(sample)
    share = np.outer(rng.gamma(6.0, 1.0, len(places)), list(SYSTEMS.values())).ravel()
    for number, month in enumerate(MONTHS):
        for day, users in zip(days_of(month), _users(sample, rng, number, month), strict=True):
            active = split(int(users), share * rng.uniform(0.95, 1.05, len(share)))
            yield pa.table(
                {
                    "day": np.full(len(share), np.datetime64(day)),
                    "org_id": np.repeat(places, len(SYSTEMS)),
                    "os": list(SYSTEMS) * len(places),
                    "active_users": active,
                    "logins": active + rng.binomial(active, LOGINS_A_USER - 1),
                }
            )


def _users(sample: Sample, rng: np.random.Generator, number: int, month: str) -> Whole:
    """The active users of each day of a month: where mean, most and fewest are known, exactly these."""
    days = days_of(month)
    shape = np.array([_busy(day) * rng.uniform(0.97, 1.03) for day in days])
    if month not in targets.MOBILE:
        return split(sample.size((112_000 + 950 * number) * len(days)), shape)
    mean, most, most_on, fewest, fewest_on = targets.MOBILE[month]
    known = {date.fromisoformat(most_on): sample.size(most), date.fromisoformat(fewest_on): sample.size(fewest)}
    others = np.array([day not in known for day in days])
    left = sample.size(mean * len(days)) - sum(known.values())
    users = np.array([known.get(day, 0) for day in days])
    margin = max(sample.size(300), 1)
    users[others] = level(
        left * shape[others] / shape[others].sum(), left, sample.size(fewest) + margin, sample.size(most) - margin
    )
    return users


def _busy(day: date) -> float:
    """How many open the mobile bank on a day, against a plain working day."""
    return (1.0 if works(day) else 0.93) * (1.04 if day.day in (1, 10, 15) else 1.0)
