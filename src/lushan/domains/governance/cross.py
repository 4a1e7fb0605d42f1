"""An indicator of cross-verification: what is compared with which cells of 1104, and how far the two may lie apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ibis.expr import types as ir

from lushan.domains.governance.east import East
from lushan.engines.reconcile import TEN_THOUSAND_YUAN, YUAN, Indicator, Side, Tolerance, Unit
from lushan.words import Text

#: How many of the indicators are the default set.
STANDARD = 31

#: What the cells of branches may be off by their own rounding, in ten thousand yuan.
ROUNDING = Decimal("0.10")

#: Rounding only, 0.01 %, 0.5 %, 2 %, not at all, a hundredth of a percentage point.
T0 = Tolerance("T0", per_row=Decimal("0.01"))
T1 = Tolerance("T1", absolute=ROUNDING, relative=Decimal("0.0001"))
T2 = Tolerance("T2", absolute=ROUNDING, relative=Decimal("0.005"))
T3 = Tolerance("T3", absolute=ROUNDING, relative=Decimal("0.02"))
EXACT = Tolerance("CNT")
RATE = Tolerance("RATE", absolute=Decimal("0.01"))

FILED, EAST, ONE_TABLE = "1104", "EAST", "一表通"


@dataclass(frozen=True)
class Step:
    """One comparison of an indicator.

    Args:
        report, rows, column: the cells of 1104.
        tolerance: how far the two may lie apart.
        east: the rows of EAST that make the value; none where EAST does not hold them.
        before: what is compared with EAST first, by its source: the one-table filing, or another table of EAST.
        amount: the column of EAST's rows that is summed up, and ``unit`` what it is counted in.
        over: the column that divides it, for a rate.
        told: what 1104 files it in.
        cut: whether each value of the column ``cut`` is compared by itself.
        name: how the cells' rows are called as EAST calls them, for a cut.
        missing: why EAST does not hold it.
        id: which of several comparisons it is.
    """

    report: str
    rows: tuple[str, ...]
    tolerance: Tolerance
    east: Callable[[East], ir.Table] | None
    column: str = "C"
    before: tuple[tuple[str, Callable[[East], ir.Table]], ...] = ()
    amount: str = "amount"
    unit: Unit = YUAN
    over: str = ""
    told: Unit = TEN_THOUSAND_YUAN
    cut: bool = False
    name: Callable[[ir.Table], ir.Table] | None = None
    missing: Text = Text("", "")
    id: str = "value"

    def over_tables(self, of: str, title: Text, east: East) -> Indicator:
        """The comparison over the tables of a month.

        Args:
            of: the indicator that it belongs to.
        """
        cells = east.cells(self.report, *self.rows, column=self.column)
        made = self.east(east) if self.east else None
        sides = (
            *(Side(source, rows(east), YUAN) for source, rows in self.before),
            Side(EAST, made, self.unit, self.amount, self.over, missing=self.missing),
            Side(FILED, self.name(cells) if self.name else cells, self.told, cell=True),
        )
        return Indicator(f"{of}.{self.id}", title, sides, self.tolerance, self.told)


@dataclass(frozen=True)
class Cross:
    """An indicator: it passes when all its comparisons agree or lie within their tolerance."""

    number: int
    id: str
    title: Text
    steps: tuple[Step, ...]

    @property
    def standard(self) -> bool:
        """Whether it is one of the default set."""
        return self.number <= STANDARD


def cross(number: int, id: str, zh: str, en: str, *steps: Step) -> Cross:
    """Make an indicator of its comparisons."""
    return Cross(number, id, Text(zh, en), steps)
