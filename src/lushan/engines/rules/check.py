"""Checking tables by rules: many rules in few scans, and one that cannot be computed does not stop the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial

import pyarrow as pa
from ibis.expr import types as ir

from lushan.engines.rules.asked import asked
from lushan.engines.rules.engine import Engine
from lushan.engines.rules.fetch import Fetch, fetch_here
from lushan.engines.rules.group import group
from lushan.engines.rules.kinds import Distribution, Faulty, Fresh, Group, Volume
from lushan.engines.rules.outcome import Outcome
from lushan.engines.rules.results import Results, results
from lushan.engines.rules.rows import Numbers, of_rows
from lushan.engines.rules.rule import Rule
from lushan.engines.rules.see import see
from lushan.engines.rules.whole import distribution, fresh, volume

#: How many failing rows of a rule are kept, where not all of them are asked for.
SAMPLE = 100


def check(
    tables: Mapping[str, ir.Table],
    rules: Iterable[Rule],
    *,
    period: str = "",
    before: Results | None = None,
    today: date | None = None,
    sample: int | None = SAMPLE,
    counted: pa.Table | None = None,
    fetch: Fetch = fetch_here,
) -> Results:
    """Check tables by rules.

    Args:
        tables: the tables that rules name, as Ibis expressions on one engine, cut to the period.
        period: what the results are of; a label such as ``2023-04``.
        before: the results of earlier periods, which tell what is new and what has changed.
        today: the day of the check, for rules that ask how new a table is.
        sample: how many failing rows of each rule are kept; none for all of them, nought to count them only.
        counted: the results of the same rules over the same rows, where they were counted before: only those that
            rows break are asked again, for these rows.
        fetch: how an expression is carried out; without it, by the engine that its tables are of.

    >>> import ibis
    >>> from lushan.engines.rules import NotNull, Rule
    >>> clients = ibis.memtable({"id": [1, 2, 3], "name": ["甲", None, "丙"]})
    >>> found = check({"client": clients}, [Rule("name", "client", NotNull(), ("name",), key=("id",))])
    >>> found.results.select(["checked", "failed"]).to_pylist(), found.failures["key"].to_pylist()
    ([{'checked': 3, 'failed': 1}], ['2'])
    """
    known = see(rules, tables)
    held, numbers = before or Results(), None if counted is None else _numbers(counted)
    outcomes: dict[str, Outcome] = {}
    for table in dict.fromkeys(rule.table for rule in known):
        of = [rule for rule in known if rule.table == table]
        for outcome in _table(table, of, tables, held, today, sample, numbers, fetch):
            outcomes[outcome.rule.id] = outcome
    return results([outcomes[rule.id] for rule in known], period, held)


def _numbers(counted: pa.Table) -> Numbers:
    return {row["rule"]: (row["checked"], row["failed"], row["exempt"]) for row in counted.to_pylist()}


def _table(
    name: str,
    rules: Sequence[Rule],
    tables: Mapping[str, ir.Table],
    before: Results,
    today: date | None,
    sample: int | None,
    counted: Numbers | None,
    fetch: Fetch,
) -> list[Outcome]:
    """What comes of the rules of one table."""
    faulty = [Outcome(rule, error=rule.kind.error) for rule in rules if isinstance(rule.kind, Faulty)]
    sound = [rule for rule in rules if not isinstance(rule.kind, Faulty)]
    if not sound:
        return faulty
    wide = [rule for rule in sound if isinstance(rule.kind, Group | Fresh | Volume | Distribution)]
    found = asked(name, [rule for rule in sound if rule not in wide], tables)
    engine = Engine(partial(fetch, given=found.given(tables)), tables[name])
    return [
        *faulty,
        *found.faults,
        *of_rows(found.table, found.conditions, sample, counted, engine),
        *(engine.one(rule, partial(_wide, tables[name], rule, before, today, sample)) for rule in wide),
    ]


def _wide(
    table: ir.Table, rule: Rule, before: Results, today: date | None, sample: int | None, fetch: Fetch
) -> Outcome:
    """What comes of a rule of groups or of the whole table."""
    match rule.kind:
        case Group():
            return group(table, rule, sample, fetch)
        case Fresh():
            return fresh(table, rule, today, fetch)
        case Volume():
            return volume(table, rule, before, fetch)
        case _:
            return distribution(table, rule, before, fetch)
