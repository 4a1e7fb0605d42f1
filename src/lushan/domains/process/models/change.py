"""What changed on last month: each node's dwell, and whether chance alone would change it so."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc
from ibis import _

from lushan.domains.process.metrics.rows import SECONDS_AN_HOUR
from lushan.engines.process.comparison import compare_each
from lushan.runs.computed import Rows
from lushan.runs.metric import of_period
from lushan.runs.model import Read, computed
from lushan.runs.period import Period


@computed(
    "process.node_change",
    reads=Read("process.task", back=1),
    code=("lushan.engines.process.comparison",),
)
def node_change(tasks: Rows, period: Period, *, at_most: float = 0.05) -> pa.Table:
    """The median dwell of each node's decisions in a period and in the one before, by the rank test of Mann and
    Whitney; sure is what may be false in few of those that are called so.

    Args:
        at_most: the share of false ones among the changes that are called sure.
    """

    def dwells(at: Period) -> pa.Table:
        rows = of_period(tasks.table, at).filter(_.decided & _.dwell_seconds.notnull())
        return tasks.fetch(rows.select("node", "dwell_seconds").order_by("node", "dwell_seconds"))

    found = compare_each(dwells(period - 1), dwells(period), "node", "dwell_seconds")
    hours = {name: pc.divide(found[name], SECONDS_AN_HOUR) for name in ("before", "after")}
    return pa.table(
        {
            "node": found["node"],
            "hours_before": hours["before"],
            "hours_after": hours["after"],
            "decisions_before": found["before_count"],
            "decisions_after": found["after_count"],
            "p": found["p"],
            "q": found["q"],
            "sure": pc.fill_null(pc.less_equal(found["q"], at_most), False),
        }
    )
