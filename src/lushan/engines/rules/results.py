"""Results as tables: one row for each rule and period, and the rows that break them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from lushan.engines.rules.outcome import Outcome

RESULTS = pa.schema([
    ("rule", pa.string()),
    ("table", pa.string()),
    ("period", pa.string()),
    ("kind", pa.string()),
    ("columns", pa.string()),
    ("severity", pa.string()),
    ("owner", pa.string()),
    ("message_zh", pa.string()),
    ("message_en", pa.string()),
    ("status", pa.string()),  # passed, failed, or fault where it could not be computed
    ("checked", pa.int64()),
    ("failed", pa.int64()),
    ("exempt", pa.int64()),
    ("failed_before", pa.int64()),  # in the period before; null where there is none
    ("newly", pa.float64()),  # the share of failing keys that did not fail in the period before
    ("measure", pa.float64()),
    ("profile", pa.string()),
    ("fault", pa.string()),
])  # fmt: skip

FAILURES = pa.schema([
    ("rule", pa.string()),
    ("table", pa.string()),
    ("period", pa.string()),
    ("key", pa.string()),
    ("value", pa.string()),
    ("exempt", pa.bool_()),
    ("newly", pa.bool_()),  # null where there is no period before
])  # fmt: skip


@dataclass(frozen=True)
class Results:
    """What came of checking: of one period, or of several put together.

    Args:
        results: one row for each rule and period; see ``RESULTS``.
        failures: the rows that break them, a sample or all; see ``FAILURES``.
    """

    results: pa.Table = field(default_factory=RESULTS.empty_table)
    failures: pa.Table = field(default_factory=FAILURES.empty_table)

    def __add__(self, other: Results) -> Results:
        """These and the results of other periods or tables."""
        return Results(
            pa.concat_tables([self.results, other.results]), pa.concat_tables([self.failures, other.failures])
        )

    @property
    def passed(self) -> bool:
        """Whether no rule of severity error failed, and all could be computed."""
        held = self.results
        bad = pc.and_(pc.equal(held["status"], "failed"), pc.equal(held["severity"], "error"))
        return not pc.any(pc.or_(bad, pc.equal(held["status"], "fault")), min_count=0).as_py()

    def of(self, period: str) -> Results:
        """Those of one period."""
        return Results(*(table.filter(pc.equal(table["period"], period)) for table in (self.results, self.failures)))

    @property
    def latest(self) -> Results:
        """Those of the last period there is."""
        periods = self.results["period"].unique().to_pylist()
        return self.of(max(periods)) if periods else self


def results(outcomes: Sequence[Outcome], period: str, before: Results) -> Results:
    """Outcomes of a period as tables, held against the results of the period before."""
    last = before.latest
    failed = dict(zip(*(last.results[name].to_pylist() for name in ("rule", "failed")), strict=True))
    keys: dict[str, set[str]] = {}
    for rule, key in zip(*(last.failures[name].to_pylist() for name in ("rule", "key")), strict=True):
        keys.setdefault(rule, set()).add(key)
    rows, failures = [], []
    for outcome in outcomes:
        rule, known = outcome.rule, keys.get(outcome.rule.id, set())
        was = failed.get(rule.id)
        found = outcome.failing
        newly = None if was is None else pa.array([key not in known for key in found["key"].to_pylist()], pa.bool_())
        rows.append({
            "rule": rule.id, "table": rule.table, "period": period, "kind": rule.name,
            "columns": ", ".join(rule.columns), "severity": rule.severity, "owner": rule.owner,
            "message_zh": rule.message.zh, "message_en": rule.message.en, "status": outcome.status,
            "checked": outcome.checked, "failed": outcome.failed, "exempt": outcome.exempt,
            "failed_before": was, "newly": None if newly is None or not len(newly) else pc.mean(newly).as_py(),
            "measure": outcome.measure, "profile": outcome.profile,
            "fault": str(outcome.error) if outcome.error else "",
        })  # fmt: skip
        same = [pa.array([text] * found.num_rows, pa.string()) for text in (rule.id, rule.table, period)]
        last_column = newly if newly is not None else pa.nulls(found.num_rows, pa.bool_())
        failures.append(pa.table([*same, *found.columns, last_column], schema=FAILURES))
    return Results(pa.Table.from_pylist(rows, RESULTS), pa.concat_tables([FAILURES.empty_table(), *failures]))
