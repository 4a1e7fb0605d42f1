"""An indicator, and the sides on which it is computed: definitions over tables, and no figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from ibis.expr import types as ir

from lushan.errors import LushanError
from lushan.words import Text


@dataclass(frozen=True)
class Unit:
    """What a value is counted in; values are converted between units of one kind only.

    Args:
        worth: how many of its kind's smallest unit it is.
    """

    title: Text
    kind: Literal["money", "count", "ratio"]
    worth: int

    def convert(self, value: Decimal, to: Unit) -> Decimal:
        """A value of this unit in another.

        >>> YUAN.convert(Decimal("123456.78"), TEN_THOUSAND_YUAN)
        Decimal('12.345678')
        """
        return value * self.worth / to.worth


YUAN = Unit(Text("元", "yuan"), "money", 1)
TEN_THOUSAND_YUAN = Unit(Text("万元", "ten thousand yuan"), "money", 10_000)
HUNDRED_MILLION_YUAN = Unit(Text("亿元", "hundred million yuan"), "money", 100_000_000)
COUNT = Unit(Text("个", ""), "count", 1)
PERCENT = Unit(Text("%", "%"), "ratio", 1)
SHARE = Unit(Text("", ""), "ratio", 100)


@dataclass(frozen=True)
class Tolerance:
    """How far two values may lie apart and still count as one; the three allowances are added.

    Args:
        id: what the class is called, such as T1.
        absolute: in the indicator's unit.
        per_row: in the indicator's unit, for each row that was summed (of the side that has more): rounding only.
        relative: share of the later side's value, such as 0.0001 for 0.01 %.

    >>> Tolerance("T1", relative=Decimal("0.0001")).allowed(Decimal(-50_000), rows=7)
    Decimal('5.0000')
    """

    id: str
    absolute: Decimal = Decimal(0)
    per_row: Decimal = Decimal(0)
    relative: Decimal = Decimal(0)

    def allowed(self, value: Decimal, rows: int) -> Decimal:
        """The largest difference that is let pass beside a value."""
        return self.absolute + self.per_row * rows + self.relative * abs(value)


@dataclass(frozen=True)
class Side:
    """One way to compute an indicator: the sum of an amount over rows, or one sum divided by another.

    Args:
        source: where the rows come from, such as EAST.
        rows: the rows that make the value and no others; none where the source cannot give it.
        unit: what ``amount`` is counted in.
        amount: the column that is summed up; decimal or whole, never float.
        over: for a quotient, the column whose sum divides it: a rate, a mean of days.
        cell: whether the value is a cell that is filled in or not, as in a report. Without rows, a cell has no
            value; a sum of details is 0.
        missing: why the source cannot give it, where it cannot.
    """

    source: str
    rows: ir.Table | None = field(compare=False)
    unit: Unit
    amount: str = "amount"
    over: str = ""
    cell: bool = False
    missing: Text = Text("来源不含所需数据", "the source does not hold it")

    def __post_init__(self) -> None:
        if self.rows is None:
            return
        for column in filter(None, (self.amount, self.over)):
            if column not in self.rows.columns:
                raise LushanError(
                    f"its rows have no column {column}",
                    where=f"the side {self.source}",
                    expected=", ".join(self.rows.columns),
                    mend="name the column that is summed up: amount=…",
                )
            if not (self.rows[column].type().is_decimal() or self.rows[column].type().is_integer()):
                raise LushanError(
                    f"{column} is {self.rows[column].type()}, whose sum depends on the order of rows",
                    where=f"the side {self.source}",
                    expected="a decimal or a whole number",
                    mend='cast it: .cast("decimal(20, 2)")',
                )

    def lacks(self, columns: tuple[str, ...]) -> Text | None:
        """Why it cannot be cut or filtered by these columns, if it cannot."""
        gone = [column for column in columns if self.rows is None or column not in self.rows.columns]
        names = ", ".join(gone)
        return Text(f"{self.source} 不区分 {names}", f"{self.source} does not tell {names}") if gone else None


@dataclass(frozen=True)
class Indicator:
    """A figure that two or more sources should give alike.

    Args:
        id: its name, such as ``east_1104.loans``.
        title: what it is called.
        sides: where it is computed, from the source to the report; each is held against the next.
        tolerance: how far two neighbours may lie apart.
        unit: what it is told in.
        places: how many decimals it is told with; values that are then the same agree.
    """

    id: str
    title: Text
    sides: tuple[Side, ...]
    tolerance: Tolerance
    unit: Unit = TEN_THOUSAND_YUAN
    places: int = 2

    def __post_init__(self) -> None:
        names = [side.source for side in self.sides]
        if len(names) < 2 or len(set(names)) < len(names):
            raise LushanError(
                f"its sides are {', '.join(names) or 'none'}",
                where=f"the indicator {self.id}",
                expected="two or more, each of another source",
            )
        if other := [side.source for side in self.sides if side.unit.kind != self.unit.kind]:
            raise LushanError(
                f"{', '.join(other)} cannot be told in its unit",
                where=f"the indicator {self.id}",
                expected=f"sides that give {self.unit.kind}",
            )

    def side(self, source: str) -> Side:
        """The side of a source.

        Raises:
            LushanError: it has no such side.
        """
        for side in self.sides:
            if side.source == source:
                return side
        raise LushanError(
            f"it has no side {source}",
            where=f"the indicator {self.id}",
            expected=", ".join(side.source for side in self.sides),
        )
