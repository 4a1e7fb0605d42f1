"""What the people of technology worked on, as they report it each day."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from lushan.sample import targets
from lushan.sample.bank import LINES
from lushan.sample.chance import Sample, draw, shuffled, split
from lushan.sample.columns import hundredths, numbered
from lushan.sample.days import months, workdays
from lushan.sample.lives import WEIGHTS
from lushan.sample.projects import project_ids

MONTHS = months("2022-04", "2023-04")
PEOPLE, AT_WORK, VENDORS = 110, 0.93, 0.46
SERVED = [(department, line) for line, (departments, _) in LINES.items() for department in departments]


def timesheets(sample: Sample) -> Iterator[pa.Table]:
    """Who worked how long for whom on which working day, a month at a time."""
    rng = sample.chance("delivery.timesheet")
    people = sample.size(PEOPLE)
    vendor = rng.random(people) < VENDORS
    for month in MONTHS:
        days = np.array(workdays(month), dtype="datetime64[D]")
        present = np.argwhere(rng.random((len(days), people)) < AT_WORK)
        parts = rng.choice((1, 2), len(present), p=(0.8, 0.2))
        halved = np.repeat(parts == 2, parts)
        day, person = np.repeat(present, parts, axis=0).T
        served = np.empty(len(day), dtype=np.int64)
        for of_size in (halved, ~halved):
            served[of_size] = shuffled(rng, split(int(of_size.sum()), _shares(rng)))
        yield pa.table(
            {
                "entry_id": numbered(f"BG{month.replace('-', '')}", np.arange(len(day)), 6),
                "worked_on": days[day],
                "person_id": numbered("S", person + 1, 6),
                "employer": np.where(vendor[person], "vendor", "bank"),
                "department": pa.array([department for department, _ in SERVED]).take(served),
                "line": pa.array([line for _, line in SERVED]).take(served),
                "project_id": draw(rng, (*project_ids(), None), len(day), (*[1] * len(project_ids()), 40)),
                "days": hundredths(np.where(halved, 50, 100), 6),
            }
        )


def _shares(rng: np.random.Generator) -> NDArray[np.float64]:
    """The shares of the departments that are served: the technology department's own is known."""
    weights = {line: sqrt(weight) / len(LINES[line][0]) for line, weight in zip(LINES, WEIGHTS, strict=True)}
    shares = np.array([weights[line] for _, line in SERVED]) * rng.uniform(0.9, 1.1, len(SERVED))
    own = np.array([line == "科技" for _, line in SERVED])
    shares[~own] *= (1 - targets.TECHNOLOGY_SHARE) / shares[~own].sum()
    shares[own] = targets.TECHNOLOGY_SHARE
    return shares
