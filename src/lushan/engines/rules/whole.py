"""Rules of a whole table: how new it is, how many rows it has, how its values are spread, against its history."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import ibis
import pyarrow.compute as pc
from ibis.expr import types as ir

from lushan.engines.rules.condition import rows_of
from lushan.engines.rules.fetch import Fetch
from lushan.engines.rules.kinds import Distribution, Fresh, Volume
from lushan.engines.rules.outcome import Outcome
from lushan.engines.rules.results import Results
from lushan.engines.rules.rule import Rule

#: A class that no row is in counts as so large a share, because the index has no value for nothing.
NOTHING = 1e-4


def fresh(table: ir.Table, rule: Rule, today: date | None, fetch: Fetch) -> Outcome:
    """How many days old the newest value of a column is; a table without any is never fresh.

    Raises:
        LushanError: the day of the check is not said, or the column has no dates.
    """
    kind, column = rule.kind, table[rule.columns[0]]
    assert isinstance(kind, Fresh)
    if today is None:
        raise rule.fault("the day of the check is not said", mend="say it: --on 2023-04-30")
    if not column.type().is_temporal():
        raise rule.fault(f"{rule.columns[0]} is {column.type()}", expected="a date or a timestamp")
    rows = rows_of(rule, table)
    row = fetch(rows.aggregate(newest=column.max(), checked=column.count())).to_pylist()[0]
    newest = row["newest"].date() if isinstance(row["newest"], datetime) else row["newest"]
    days = None if newest is None else (today - newest).days
    return Outcome(rule, row["checked"], int(days is None or days > kind.days), measure=days)


def volume(table: ir.Table, rule: Rule, before: Results, fetch: Fetch) -> Outcome:
    """How far the number of rows is from its mean over the periods before, as a share of it; nothing without these."""
    kind = rule.kind
    assert isinstance(kind, Volume)
    rows = rows_of(rule, table)
    checked = fetch(rows.aggregate(checked=rows.count())).to_pylist()[0]["checked"]
    counts = [held["checked"] for held in _history(rule, before)][-kind.over :]
    if not sum(counts):
        return Outcome(rule, checked)
    change = checked * len(counts) / sum(counts) - 1
    return Outcome(rule, checked, int(abs(change) > kind.change), measure=change)


def distribution(table: ir.Table, rule: Rule, before: Results, fetch: Fetch) -> Outcome:
    """The population stability index of a column against the period before; nothing without that."""
    kind = rule.kind
    assert isinstance(kind, Distribution)
    rows = rows_of(rule, table)
    classed = rows.select(of=_class(kind, rows[rule.columns[0]])).group_by("of").aggregate(rows=lambda t: t.count())
    now = {str(row["of"]): row["rows"] for row in fetch(classed).to_pylist()}
    profile = json.dumps(dict(sorted(now.items())), ensure_ascii=False)
    held = [json.loads(row["profile"]) for row in _history(rule, before) if row["profile"]]
    if not held:
        return Outcome(rule, sum(now.values()), profile=profile)
    index = stability(now, held[-1])
    return Outcome(rule, sum(now.values()), int(index > kind.limit), measure=index, profile=profile)


def stability(now: Mapping[str, int], before: Mapping[str, int]) -> float:
    """The population stability index between two counts by class.

    >>> round(stability({"a": 50, "b": 50}, {"a": 50, "b": 50}), 3)
    0.0
    >>> round(stability({"a": 60, "b": 40}, {"a": 50, "b": 50}), 3)
    0.041
    """
    shares = [
        tuple(max(counts.get(name, 0) / max(sum(counts.values()), 1), NOTHING) for counts in (now, before))
        for name in sorted({*now, *before})
    ]
    return sum((p - q) * math.log(p / q) for p, q in shares)


def _class(kind: Distribution, value: Any) -> Any:
    """The class of a value: itself, or the number of bounds that it reaches."""
    if not kind.bounds:
        return value.cast("string")
    reached = [ibis.ifelse(value >= bound, 1, 0) for bound in kind.bounds]
    return sum(reached[1:], reached[0]).cast("string")


def _history(rule: Rule, before: Results) -> Sequence[dict[str, Any]]:
    """The rule's own results, the oldest first."""
    held = before.results.filter(pc.equal(before.results["rule"], rule.id)).sort_by("period")
    rows: list[dict[str, Any]] = held.to_pylist()
    return [row for row in rows if row["status"] != "fault"]
