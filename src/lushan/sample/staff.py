"""The people who start and decide approvals, and the days on which others decide for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from lushan.sample.bank import BRANCHES, DEPARTMENTS, names
from lushan.sample.chance import Sample, Whole
from lushan.sample.columns import numbered
from lushan.sample.days import WORKDAYS, Moments, work_clock

OFFICES = (*DEPARTMENTS, *(f"{city}分行" for city in BRANCHES))
#: Everyone of an office starts approvals; its first decides as its head, the next as its experts.
STAFF, EXPERTS = 6, 3
FIRST, LAST = date(2022, 11, 1), date(2023, 4, 10)
AWAY_SHARE = 0.5

#: Planted: offices whose head is away at the end of April and has named nobody, and one whose head has left.
UNCOVERED = ("审计部", "赣州分行")
UNCOVERED_FROM, UNCOVERED_TO = np.datetime64("2023-04-17"), np.datetime64("2023-05-12")
LEFT, LEFT_ON = "吉安分行", np.datetime64("2023-04-14")


@dataclass(frozen=True)
class Absences:
    """When people are away: who, from when to when, and who decides for them; below zero nobody does."""

    person: Whole
    begins: Moments
    ends: Moments
    delegate: Whole


def per_office(sample: Sample) -> int:
    """How many people an office has."""
    return max(sample.size(STAFF), EXPERTS + 2)


def handler_ids(sample: Sample) -> pa.Array:
    """The ids of the people, office by office, each office's head first."""
    return numbered("H", np.arange(1, len(OFFICES) * per_office(sample) + 1), 6)


def handlers(sample: Sample) -> Iterator[pa.Table]:
    """The people, office by office."""
    rng = sample.chance("process.handler")
    ids = handler_ids(sample)
    office = np.repeat(np.arange(len(OFFICES)), per_office(sample))
    left = np.full(len(ids), "NaT", dtype="datetime64[D]")
    left[OFFICES.index(LEFT) * per_office(sample)] = LEFT_ON
    yield pa.table(
        {
            "handler_id": ids,
            "name": names(rng, len(ids)),
            "department": pa.array(OFFICES).take(office),
            "joined_on": np.datetime64("2010-01-01") + rng.integers(0, 4000, len(ids)),
            "left_on": left,
        }
    )


def plan_absences(sample: Sample) -> Absences:
    """Half of the heads and experts are away for some days, a colleague of theirs decides; two name nobody."""
    rng = sample.chance("process.absence")
    size = per_office(sample)
    deciders = np.flatnonzero(np.arange(len(OFFICES) * size) % size <= EXPERTS)
    person = deciders[rng.random(len(deciders)) < AWAY_SHARE]
    heads = np.array([OFFICES.index(office) * size for office in UNCOVERED])
    person = np.setdiff1d(person, heads)
    day = rng.integers(int(work_clock(FIRST)), int(work_clock(LAST)), len(person))
    begins, ends = WORKDAYS[day], WORKDAYS[day + rng.integers(0, 5, len(person))]
    return Absences(
        np.concatenate([person, heads]),
        np.concatenate([begins, np.repeat(UNCOVERED_FROM, len(heads))]),
        np.concatenate([ends, np.repeat(UNCOVERED_TO, len(heads))]),
        np.concatenate([(person // size) * size + size - 1, np.full(len(heads), -1)]),
    )


def absences(sample: Sample) -> Iterator[pa.Table]:
    """Leave, travel and training."""
    plan, rng = plan_absences(sample), sample.chance("process.absence/kinds")
    ids = handler_ids(sample)
    yield pa.table(
        {
            "handler_id": ids.take(plan.person),
            "from_on": plan.begins,
            "to_on": plan.ends,
            "kind": rng.choice(("leave", "travel", "training"), len(plan.person), p=(0.5, 0.35, 0.15)),
            "delegate_id": ids.take(pa.array(plan.delegate, mask=plan.delegate < 0)),
        }
    )


def away(sample: Sample) -> tuple[NDArray[np.bool_], Whole]:
    """For each person and working day whether someone else decides, and for each person who that is."""
    plan = plan_absences(sample)
    people = len(OFFICES) * per_office(sample)
    absent = np.zeros((people, len(WORKDAYS)), dtype=bool)
    delegate = np.arange(people)
    for person, begins, ends, other in zip(plan.person, plan.begins, plan.ends, plan.delegate, strict=True):
        if other >= 0:
            absent[person, np.searchsorted(WORKDAYS, begins) : np.searchsorted(WORKDAYS, ends, side="right")] = True
            delegate[person] = other
    return absent, delegate
