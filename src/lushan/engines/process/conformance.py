"""Conformance: how far cases keep to a model, and what they leave out or do besides."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

import pyarrow as pa

from lushan.engines.process.model import Marking, Model
from lushan.errors import LushanError

#: How many pairs of a place and a marking may be tried for one way, and how many tokens may lie about at once: a model
#: that has no end, or makes tokens without end, would take for ever.
PATIENCE, TOKENS = 200_000, 100
SCHEMA = pa.schema(
    {
        "variant": pa.int64(),
        "path": pa.list_(pa.string()),
        "cases": pa.int64(),
        "fits": pa.bool_(),
        "fitness": pa.float64(),
        "skipped": pa.list_(pa.string()),
        "extra": pa.list_(pa.string()),
    }
)


@dataclass(frozen=True)
class Alignment:
    """The best match of a path and a model: what the path left out, and what it did besides."""

    skipped: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def cost(self) -> int:
        """How many steps do not match."""
        return len(self.skipped) + len(self.extra)


def align(path: tuple[str, ...], model: Model) -> Alignment:
    """The match of a path and a model with the fewest steps that do not match.

    The shortest way through the pairs of a place in the path and a marking of the model, as van der Aalst, Adriansyah
    and van Dongen (2012) describe it. Of equal ones the first found is taken, in the order of the model's moves.

    Raises:
        LushanError: no way was found in reasonable time, as where a model's end cannot be reached.

    >>> align(("apply", "wait", "pay"), Model.of(["apply", "decide", "pay"]))
    Alignment(skipped=('decide',), extra=('wait',))
    """
    tie = count()
    start = (0, model.begins)
    waiting: list[tuple[int, int, tuple[int, Marking]]] = [(0, next(tie), start)]
    came: dict[tuple[int, Marking], tuple[tuple[int, Marking] | None, str, str]] = {start: (None, "", "")}
    least = {start: 0}
    done: set[tuple[int, Marking]] = set()
    while waiting and len(done) < PATIENCE:
        cost, _, state = heappop(waiting)
        if state in done:
            continue
        done.add(state)
        at, marking = state
        if at == len(path) and marking == model.ends:
            return _traced(state, came)
        steps = [((at + 1, marking), 1, "extra", path[at])] if at < len(path) else []
        for move, after in model.onward(marking):
            if move.activity is None:
                steps.append(((at, after), 0, "", ""))
                continue
            if at < len(path) and move.activity == path[at]:
                steps.append(((at + 1, after), 0, "", ""))
            steps.append(((at, after), 1, "skipped", move.activity))
        for following, price, kind, activity in steps:
            if len(following[1]) <= TOKENS and cost + price < least.get(following, cost + price + 1):
                least[following] = cost + price
                came[following] = (state, kind, activity)
                heappush(waiting, (cost + price, next(tie), following))
    raise LushanError(
        "no way through the model was found",
        where=f"a case of {len(path)} events",
        expected="a model whose end can be reached from its beginning",
        mend="see that each split of the model is joined again",
    )


def _traced(
    state: tuple[int, Marking], came: dict[tuple[int, Marking], tuple[tuple[int, Marking] | None, str, str]]
) -> Alignment:
    found: dict[str, list[str]] = {"skipped": [], "extra": [], "": []}
    at: tuple[int, Marking] | None = state
    while at is not None:
        at, kind, activity = came[at]
        found[kind].append(activity)
    return Alignment(tuple(reversed(found["skipped"])), tuple(reversed(found["extra"])))


def conformance(variants: pa.Table, model: Model) -> pa.Table:
    """How each variant keeps to a model.

    ``fits`` says whether it does; ``skipped`` and ``extra`` are the activities that it leaves out and does besides;
    ``fitness`` is one less the steps that do not match over all steps of the path and of the model's shortest way.

    Args:
        variants: fetched from `lushan.engines.process.variants.variants`.
        model: how the process should run.
    """
    shortest = align((), model).cost
    rows = []
    for row in variants.select(["variant", "path", "cases"]).to_pylist():
        found = align(tuple(row["path"]), model)
        whole = len(row["path"]) + shortest
        fitness = 1 - found.cost / whole if whole else 1.0
        told = {"fits": found.cost == 0, "fitness": fitness, "skipped": found.skipped, "extra": found.extra}
        rows.append(row | told)
    return pa.Table.from_pylist(rows, schema=SCHEMA)
