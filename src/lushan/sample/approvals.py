"""Approvals as the office-automation system logs them, with what is wrong planted: only the tests know where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from lushan.sample.approval_types import FINANCE, HEAD, LEGAL, REVISE, TYPES, type_ids
from lushan.sample.chance import Sample, Whole, draw
from lushan.sample.columns import hundredths, joined, numbered
from lushan.sample.days import HOURS as HOURS_OPEN
from lushan.sample.days import Moments, months, work_clock, work_moment, workdays
from lushan.sample.staff import EXPERTS, LEFT, LEFT_ON, OFFICES, UNCOVERED, away, handler_ids, per_office

MONTHS = months("2022-11", "2023-04")
A_DAY = 50
TODAY = np.datetime64("2023-05-01T00:00:00")
#: A working day has so many hours, of which the clock of the sample knows no noon.
DAY_HOURS = 7.5
#: No ordinary step takes longer, in working days: what does was planted.
LONGEST = 4.2

#: Planted: the node that legal review was until April, when it was given more hands.
CHANGED, CHANGED_IN, SLOWER_BEFORE = LEGAL.name, "2023-04", 1.9
#: Planted: offices whose heads take that many times as long; the second has too few approvals to be listed.
SLOW, TOO_FEW, SLOWNESS = "九江分行", "鹰潭分行", 5.0
#: Planted: the expert of finance who decides within seconds of opening.
HASTY_EXPERT, HASTE = 3, 0.6
#: Planted: approvals that stand still since 17 April, why, and whose they are.
STALLED = (
    ("away", UNCOVERED[0]),
    ("away", UNCOVERED[1]),
    ("left", LEFT),
    ("unread", "新余分行"),
    ("unread", "广州分行"),
    ("unassigned", "萍乡分行"),
    ("revising", "上饶分行"),
    ("undecided", "合肥分行"),
)
REASONS = ("missing_attachment", "wrong_content", "wrong_route", "other")
STALLED_ON = date(2023, 4, 17)

PATHS = [path for _, _, _, path in TYPES.values()]
WEIGHTS = np.array([weight for _, _, weight, _ in TYPES.values()])
DEEPEST = max(map(len, PATHS))


def _of_nodes(value: Any) -> NDArray[Any]:
    """Something of each type's nodes: a table of types by places."""
    return np.array([[value(path[min(place, len(path) - 1)]) for place in range(DEEPEST)] for path in PATHS])


NODES, HOURS, DAYS = (_of_nodes(lambda n, f=f: getattr(n, f)) for f in ("name", "hours", "days"))
RETURNED, SKIPPED = (_of_nodes(lambda n, f=f: getattr(n, f)) for f in ("returned", "skipped"))
OFFICE = _of_nodes(lambda node: OFFICES.index(node.department) if node.department else -1)
LENGTH = np.array([len(path) for path in PATHS])


@dataclass
class Approvals:
    """The approvals started in one month, a column each, as they go from step to step.

    ``at`` is the working clock's reading when the next step arrives, ``arrives`` the moment of that.
    """

    type: Whole
    office: Whole
    initiator: Whole
    at: NDArray[np.float64]
    arrives: Moments
    place: Whole
    revising: NDArray[np.bool_]
    other: NDArray[np.bool_]
    steps: Whole
    state: NDArray[Any]
    ended: Moments
    planted: NDArray[Any]

    @property
    def going(self) -> Whole:
        """Those that have a next step."""
        return np.flatnonzero((self.state == "running") & (self.arrives < TODAY))


@dataclass(frozen=True)
class Desks:
    """Whose desks approvals come to: people's ids, on which working days others stand in for them, and who does."""

    people: pa.Array
    absent: NDArray[np.bool_]
    delegate: Whole
    size: int

    @classmethod
    def of(cls, sample: Sample) -> Desks:
        """The desks of a sample's people."""
        absent, delegate = away(sample)
        return cls(handler_ids(sample), absent, delegate, per_office(sample))


@dataclass(frozen=True)
class Turn:
    """One step of each approval that goes on, a column each: where it is, whose it is, when and how it is decided."""

    node: NDArray[Any]
    office: Whole
    place: Whole
    named: Whole
    handler: Whole
    stands_in: NDArray[np.bool_]
    reading: NDArray[np.float64]
    allowed: NDArray[np.float64]
    opened: Moments
    decided: Moments
    late: NDArray[np.bool_]
    action: NDArray[Any]
    back: NDArray[Any]


def instance_ids(month: str, count: int) -> pa.Array:
    """The ids of the approvals started in a month."""
    return numbered(f"OA{month.replace('-', '')}", np.arange(1, count + 1), 6)


def instances(sample: Sample) -> Iterator[pa.Table]:
    """The approvals, a month of their start at a time."""
    people, types = handler_ids(sample), type_ids()
    for month in MONTHS:
        rng = sample.chance(f"process.instance/{month}")
        found = _start(sample, month)
        started = found.arrives.copy()
        for _ in _go(sample, month, found):
            pass
        count = len(started)
        bears = np.array([bears for _, bears, _, _ in TYPES.values()])[found.type]
        amounts = hundredths(np.round(np.exp(rng.normal(8.5, 1.4, count)) * 100), 18)
        names = pa.array(list(TYPES)).take(found.type)
        yield pa.table(
            {
                "instance_id": instance_ids(month, count),
                "type_id": types.take(found.type),
                "title": joined(pa.array(OFFICES).take(found.office), "的", names),
                "department": pa.array(OFFICES).take(found.office),
                "initiator_id": people.take(found.initiator),
                "started_at": started,
                "ended_at": found.ended,
                "state": found.state.astype(str),
                "urgent": rng.random(count) < 0.08,
                "amount": pa.array([a if b else None for a, b in zip(amounts.to_pylist(), bears, strict=True)]),
            }
        )


def steps(sample: Sample) -> Iterator[pa.Table]:
    """The steps of the approvals, a month of their start at a time."""
    for month in MONTHS:
        found = _start(sample, month)
        made = pa.concat_tables(_go(sample, month, found))
        yield made.sort_by([("instance_id", "ascending"), ("seq", "ascending")])


def _start(sample: Sample, month: str) -> Approvals:
    rng = sample.chance(f"process.step/{month}")
    count = sample.size(A_DAY * len(workdays(month))) + len(STALLED)
    chosen = np.where(np.array(OFFICES) == TOO_FEW, 0.15, 1.0)
    kind = rng.choice(len(TYPES), count, p=WEIGHTS / WEIGHTS.sum())
    office = rng.choice(len(OFFICES), count, p=chosen / chosen.sum())
    at = np.sort(rng.choice(work_clock(workdays(month)), count) + rng.random(count))
    planted = np.full(count, "", dtype=object)
    if month == MONTHS[-1]:
        for number, (why, where) in enumerate(STALLED):
            planted[number], office[number] = why, OFFICES.index(where)
            at[number] = work_clock(STALLED_ON) + 0.1 + number / 100
    size = per_office(sample)
    return Approvals(
        type=kind,
        office=office,
        initiator=office * size + rng.integers(EXPERTS + 1, size, count),
        at=at,
        arrives=work_moment(at),
        place=np.zeros(count, dtype=np.int64),
        revising=np.zeros(count, dtype=bool),
        other=np.zeros(count, dtype=bool),
        steps=np.zeros(count, dtype=np.int64),
        state=np.full(count, "running", dtype=object),
        ended=np.full(count, "NaT", dtype="datetime64[s]"),
        planted=planted,
    )


def _go(sample: Sample, month: str, found: Approvals) -> Iterator[pa.Table]:
    """Every approval's next step, until none has one."""
    rng = sample.chance(f"process.step/{month}/steps")
    desks = Desks.of(sample)
    ids = instance_ids(month, len(found.type))
    number = 0
    while len(going := found.going):
        turn = _turn(rng, found, going, desks, first=number == 0)
        yield from _log(rng, found, going, turn, number, ids.take(going), desks)
        number += 1


def _turn(rng: np.random.Generator, found: Approvals, going: Whole, desks: Desks, first: bool) -> Turn:
    """Who has the next steps, how long they take, and what is decided."""
    count = len(going)
    kind, place, revising = found.type[going], found.place[going], found.revising[going]
    planted, at, arrived = found.planted[going], found.at[going], found.arrives[going]
    place = place + ((rng.random(count) < SKIPPED[kind, place]) & ~revising)
    node = np.where(revising, REVISE, NODES[kind, place])
    office = np.where(revising | (OFFICE[kind, place] < 0), found.office[going], OFFICE[kind, place])

    heads = (node == HEAD.name) & ~found.other[going]
    gone = heads & (office == OFFICES.index(LEFT)) & (arrived >= LEFT_ON) & (planted != "left")
    expert = 1 + (rng.integers(0, EXPERTS, count) + found.other[going]) % EXPERTS
    named = np.where(revising, found.initiator[going], office * desks.size + np.where(heads, gone, expert))
    stands_in = desks.absent[named, np.minimum(at.astype(int), desks.absent.shape[1] - 1)] & ~revising

    slow = np.isin(office, [OFFICES.index(SLOW), OFFICES.index(TOO_FEW)]) & heads
    before = (node == CHANGED) & (arrived.astype("datetime64[M]") < np.datetime64(CHANGED_IN))
    mean = np.where(revising, 0.4, DAYS[kind, place])
    mean = mean * np.where(slow, SLOWNESS, 1.0) * np.where(before, SLOWER_BEFORE, 1.0)
    total = np.clip(mean * rng.gamma(2.0, 0.5, count), 0.004, LONGEST)
    seen = total * rng.uniform(0.5, 0.9, count)
    hasty = (node == FINANCE.name) & (named == OFFICES.index(FINANCE.department) * desks.size + HASTY_EXPERT)
    hasty &= rng.random(count) < HASTE
    total = np.where(hasty, seen + 3 / (HOURS_OPEN * 3600), total)
    opened = np.maximum(work_moment(at + seen), arrived)
    least = opened + np.where(hasty, 2, 20).astype("timedelta64[s]")
    decided = np.maximum(work_moment(at + total), least)
    late = (rng.random(count) < 0.05) & ~hasty
    evening = decided.astype("datetime64[D]") + np.timedelta64(19 * 3600, "s") + rng.integers(0, 9000, count)
    action = _decide(rng, node, revising, RETURNED[kind, place])
    if first:
        action = np.where(planted == "revising", "return", np.where(planted != "", "agree", action))
    earlier = (place > 0) & (rng.random(count) < 0.3)
    return Turn(
        node=node,
        office=office,
        place=place,
        named=named,
        handler=np.where(stands_in, desks.delegate[named], named),
        stands_in=stands_in,
        reading=at + total,
        allowed=at + np.where(revising, 15.0, HOURS[kind, place]) / DAY_HOURS,
        opened=opened,
        decided=np.where(late, evening, decided),
        late=late,
        action=action,
        back=np.where(earlier, NODES[kind, np.maximum(place - 1, 0)], REVISE),
    )


def _log(
    rng: np.random.Generator,
    found: Approvals,
    going: Whole,
    turn: Turn,
    number: int,
    ids: pa.Array,
    desks: Desks,
) -> Iterator[pa.Table]:
    """The steps as the system logs them, with the reminders and withdrawals that come between, and what follows."""
    count, arrived, planted = len(going), found.arrives[going], found.planted[going]
    ordinary = (planted == "") & (turn.node != REVISE)
    withdrawn = (number == 1) & ordinary & (rng.random(count) < 0.02)
    aborted = (number == 1) & ordinary & ~withdrawn & (rng.random(count) < 0.004)
    stands = (planted != "") & (number == (planted == "revising"))
    known = (turn.decided < TODAY) & ~(stands | withdrawn | aborted)
    read = (turn.opened < TODAY) & ~(stands & (planted != "undecided"))
    sent_back = (turn.action == "return") & known
    nothing = np.full(count, "NaT", dtype="datetime64[s]")
    nobody = np.full(count, None, dtype=object)
    yield _rows(
        np.ones(count, dtype=bool),
        instance_id=ids,
        seq=found.steps[going],
        node=turn.node,
        department=pa.array(OFFICES).take(turn.office),
        handler_id=desks.people.take(pa.array(turn.handler, mask=planted == "unassigned")),
        arrived_at=arrived,
        opened_at=np.where(read, turn.opened, nothing),
        decided_at=np.where(known, turn.decided, nothing),
        action=np.where(known, turn.action, nobody),
        returned_to=np.where(sent_back, turn.back, nobody),
        reason=np.where(sent_back, np.array(draw(rng, REASONS, count, (45, 35, 12, 8)), dtype=object), nobody),
        channel=np.where(known, np.where(rng.random(count) < _mobile(arrived), "mobile", "desktop"), nobody),
        on_behalf_of=desks.people.take(pa.array(turn.named, mask=~turn.stands_in)),
    )
    found.steps[going] += 1

    urged_at = work_moment(turn.allowed + 0.3 * np.maximum(turn.reading - turn.allowed, 0))
    urged = (turn.reading > turn.allowed) & (rng.random(count) < 0.35) & ordinary & ~withdrawn & ~aborted
    urged &= (urged_at > arrived) & (urged_at < turn.decided)
    act_at = np.where(urged, urged_at, turn.opened)
    acts = (urged | withdrawn) & (act_at < TODAY)
    yield _rows(
        acts,
        instance_id=ids,
        seq=found.steps[going],
        node=turn.node,
        department=pa.array(OFFICES).take(turn.office),
        handler_id=desks.people.take(found.initiator[going]),
        arrived_at=act_at,
        opened_at=act_at,
        decided_at=act_at,
        action=np.where(urged, "urge", "withdraw").astype(object),
        returned_to=nobody,
        reason=nobody,
        channel=np.full(count, "desktop", dtype=object),
        on_behalf_of=nobody,
    )
    found.steps[going] += acts

    over = (withdrawn | aborted) & (turn.opened < TODAY)
    _move(found, going, turn, np.where(known, turn.action, ""))
    found.state[going[over]] = np.where(withdrawn, "withdrawn", "aborted")[over]
    found.ended[going[over]] = turn.opened[over]
    found.arrives[going[~known & ~over]] = TODAY


def _decide(
    rng: np.random.Generator, node: NDArray[Any], revising: NDArray[np.bool_], returned: NDArray[np.float64]
) -> NDArray[Any]:
    """What each step's handler does."""
    luck = rng.random(len(node))
    aside = node != HEAD.name
    limits = np.cumsum([returned, np.full(len(node), 0.008), 0.02 * aside, 0.015 * aside], axis=0)
    actions = np.array(["return", "reject", "transfer", "cosign", "agree"], dtype=object)
    return np.where(revising, "agree", actions[(luck >= limits).sum(axis=0)])


def _mobile(arrived: Moments) -> NDArray[np.float64]:
    """How likely a decision is made on a phone: a little likelier each month."""
    passed = (arrived.astype("datetime64[M]") - np.datetime64(MONTHS[0])).astype(int)
    share: NDArray[np.float64] = 0.24 + 0.03 * passed
    return share


def _rows(where: NDArray[np.bool_], **columns: Any) -> pa.Table:
    """The rows that are wanted of columns; what bears Python's objects is text."""

    def column(values: Any) -> pa.Array:
        if isinstance(values, pa.Array):
            return values
        return pa.array(values, type=pa.string() if values.dtype.kind in "OU" else None)

    return pa.table({name: column(values) for name, values in columns.items()}).filter(pa.array(where))


def _move(found: Approvals, going: Whole, turn: Turn, action: NDArray[Any]) -> None:
    """Send every approval where its decision sends it."""
    onward = (action == "agree") & (turn.node != REVISE)
    returned = action == "return"
    length = LENGTH[found.type[going]]
    place = turn.place + onward - (returned & (turn.back != REVISE))
    through = onward & (place >= length)
    found.place[going] = np.minimum(place, length - 1)
    found.revising[going] = returned & (turn.back == REVISE)
    found.other[going] = np.isin(action, ("transfer", "cosign"))
    found.at[going] = np.where(turn.late, np.floor(turn.reading) + 1, turn.reading)
    found.arrives[going] = turn.decided
    over = through | (action == "reject")
    found.state[going[over]] = np.where(through, "approved", "rejected")[over]
    found.ended[going[over]] = turn.decided[over]
