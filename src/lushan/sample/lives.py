"""The lives of work orders, planned month by month so that what is received, released and left adds up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from lushan.sample import targets
from lushan.sample.bank import LINES
from lushan.sample.chance import Sample, Whole, shuffled, split
from lushan.sample.days import Moments, months, work_clock, work_moment, workdays

FIRST, LAST = "2021-01", "2023-04"
SPAN = months(FIRST, LAST)
NEW_YEAR = SPAN.index("2023-01")
#: The platform's first release comes two months after its first order.
LAG = 2

CLASSES = ("routine", "technical", "project")
SHARES = (0.86, 0.12, 0.02)
#: How much of the demand comes from each line.
WEIGHTS = np.array([14, 30, 4, 16, 12, 14, 10])
VOIDED = -1


@dataclass(frozen=True)
class Lives:
    """Every work order in the order of receipt, a column each.

    Args:
        line: its line's place in `LINES`.
        month: the month of its receipt, as a place in `SPAN`.
        kind: its class's place in `CLASSES`.
        received: when it was received, by the working clock.
        closed: when it was released or voided; not a time while it is open.
        released: whether that was a release.
    """

    line: Whole
    month: Whole
    kind: Whole
    received: NDArray[np.float64]
    closed: Moments
    released: NDArray[np.bool_]

    def of(self, month: int) -> slice:
        """The orders received in a month."""
        return slice(*np.searchsorted(self.month, [month, month + 1]))


@dataclass(frozen=True)
class Closings:
    """What is closed in a month: the line, the class (or `VOIDED`) and the moment of each."""

    line: Whole
    kind: Whole
    moment: Moments


def windows(month: str) -> list[date]:
    """The planned release windows of a month: those that are known, else in its second and its last week.

    >>> [day.day for day in windows("2023-04")], [day.day for day in windows("2022-12")]
    ([7, 25], [8, 20])
    """
    known = [date.fromisoformat(day) for day in targets.WINDOWS if day.startswith(month)]
    days, last = workdays(month), 20 if month.endswith("-12") else 26
    return known or [next(d for d in days if d.day >= 8), next(d for d in reversed(days) if d.day <= last)]


def plan_lives(sample: Sample) -> Lives:
    """Every work order from 2021 on: received, and released or voided or still open."""
    rng = sample.chance("delivery.ticket")
    closings = [_closings(sample, rng, month, voids) for month, voids in zip(SPAN[LAG:], _voids(sample), strict=True)]
    closed = np.zeros((len(SPAN), len(LINES)), dtype=np.int64)
    closed[LAG:] = [np.bincount(of_month.line, minlength=len(LINES)) for of_month in closings]
    lives = _receive(rng, _received(sample, rng, closed))
    for month, of_month in enumerate(closings, LAG):
        _close(rng, lives, month, of_month)
    return lives


def _closings(sample: Sample, rng: np.random.Generator, month: str, voids: Whole) -> Closings:
    kind, day = _releases(sample, rng, month)
    line = shuffled(rng, _by_line(sample, rng, len(kind), targets.RELEASED_BY_LINE.get(month, {})))
    released = day.astype("datetime64[s]") + np.timedelta64(21, "h") + rng.integers(0, 150 * 60, len(day))
    count = int(voids.sum())
    voided = work_moment(rng.choice(work_clock(workdays(month)), count) + rng.random(count))
    return Closings(
        np.concatenate([line, np.repeat(np.arange(len(LINES)), voids)]),
        np.concatenate([kind, np.full(count, VOIDED)]),
        np.concatenate([released, voided]),
    )


def _releases(sample: Sample, rng: np.random.Generator, month: str) -> tuple[Whole, Moments]:
    """The class and the day of each release of a month: in its windows, and where they are not known a few outside."""
    days = np.array(windows(month), dtype="datetime64[D]")
    known = [targets.WINDOWS[str(day)] for day in days if str(day) in targets.WINDOWS]
    if known:
        cells = np.array([[sample.size(count) for count in window] for window in known])
        place, kind = np.divmod(np.repeat(np.arange(cells.size), cells.ravel()), len(CLASSES))
        return kind, days[place]
    wanted = targets.RELEASED.get(month) or rng.integers((225, 28, 3), (265, 42, 9)).tolist()
    kind = np.repeat(np.arange(len(CLASSES)), [sample.size(count) for count in wanted])
    others = np.array([d for d in workdays(month) if d.day > 3], dtype="datetime64[D]")
    out = rng.random(len(kind)) < 0.03
    return kind, np.where(out, rng.choice(others, len(kind)), days[(rng.random(len(kind)) < 0.55).astype(int)])


def _by_line(sample: Sample, rng: np.random.Generator, total: int, known: dict[str, int]) -> Whole:
    """A total by line: what is known, and the rest by weight with a little chance."""
    found = np.array([sample.size(known.get(line, 0)) for line in LINES])
    free = np.array([line not in known for line in LINES])
    found[free] = split(max(total - int(found.sum()), 0), WEIGHTS[free] * rng.uniform(0.9, 1.1, int(free.sum())))
    return found


def _voids(sample: Sample) -> Whole:
    """How many orders of each line are voided in each month that closes any; the corporate line's are known in sum."""
    voids = np.full((len(SPAN) - LAG, len(LINES)), sample.size(2))
    growing = [*np.ones(len(SPAN) - LAG - 4), 1.5, 1.5, 2.0, 4.0]
    voids[:, list(LINES).index("企金")] = split(sample.size(targets.VOIDED_CORPORATE), growing)
    return voids


def _received(sample: Sample, rng: np.random.Generator, closed: Whole) -> Whole:
    """How many orders of each line are received in each month.

    Before 2023 each month receives what is closed two months later, so that there is always something to
    release, and its part of what the years leave open besides; so the number carried into 2023 is exact.
    """
    received = np.zeros_like(closed)
    received[:NEW_YEAR] = closed[LAG : NEW_YEAR + LAG]
    left = split(sample.size(targets.CARRIED) - closed[NEW_YEAR : NEW_YEAR + LAG].sum(), WEIGHTS)
    for line, count in enumerate(left):
        received[:NEW_YEAR, line] += split(count, rng.uniform(0.6, 1.4, NEW_YEAR))
    for place in range(NEW_YEAR, len(SPAN)):
        month = SPAN[place]
        received[place] = _by_line(sample, rng, sample.size(targets.RECEIVED[month]), targets.RECEIVED_BY_LINE[month])
    return received


def _receive(rng: np.random.Generator, received: Whole) -> Lives:
    """The orders as they come in, all open and of a class of chance."""
    line = np.concatenate([shuffled(rng, counts) for counts in received])
    month = np.repeat(np.arange(len(SPAN)), received.sum(axis=1))
    days = [work_clock(workdays(of_month)) for of_month in SPAN]
    moments = [
        np.sort(rng.choice(of_month, count) + rng.random(count))
        for of_month, count in zip(days, received.sum(axis=1), strict=True)
    ]
    count = len(line)
    return Lives(
        line=line,
        month=month,
        kind=rng.choice(len(CLASSES), count, p=SHARES),
        received=np.concatenate(moments),
        closed=np.full(count, "NaT", dtype="datetime64[s]"),
        released=np.zeros(count, dtype=bool),
    )


def _close(rng: np.random.Generator, lives: Lives, month: int, closings: Closings) -> None:
    """Close as many orders as a month closes, the younger likelier, each received in a month before it."""
    waiting = np.isnat(lives.closed) & (lives.month < month)
    for line in range(len(LINES)):
        of_line = np.flatnonzero(closings.line == line)
        candidates = np.flatnonzero(waiting & (lives.line == line))
        order = np.argsort(rng.random(len(candidates)) * (month - lives.month[candidates]), kind="stable")
        chosen = candidates[order[: len(of_line)]]
        of_line = of_line[: len(chosen)]
        kind = closings.kind[of_line]
        lives.closed[chosen] = closings.moment[of_line]
        lives.released[chosen] = kind != VOIDED
        lives.kind[chosen] = np.where(kind == VOIDED, lives.kind[chosen], kind)
