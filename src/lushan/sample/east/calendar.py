"""The days on which the sample bank's tables are collected, and the rates of those days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

#: What is not ended has this day.
OPEN = "99991231"

#: The month end that all begins from, and after it those that are collected.
BEFORE = date(2022, 11, 30)
COLLECTED = (date(2022, 12, 31), date(2023, 1, 31), date(2023, 2, 28), date(2023, 3, 31))

#: Yuan for a hundred units of a foreign currency on each day that is collected.
RATES = {
    "USD": ("696.46", "676.04", "695.19", "687.17"),
    "EUR": ("742.29", "734.70", "735.90", "748.90"),
    "JPY": ("5.2358", "5.1900", "5.0900", "5.1685"),
    "HKD": ("89.33", "86.25", "88.56", "87.53"),
}


def day_text(day: date) -> str:
    """A day as EAST writes it.

    >>> day_text(date(2023, 3, 31))
    '20230331'
    """
    return day.strftime("%Y%m%d")


def rate(currency: str, place: int) -> Decimal:
    """Yuan for one unit of a currency on a day that is collected.

    >>> rate("USD", 3), rate("CNY", 0)
    (Decimal('6.8717'), Decimal('1'))
    """
    return Decimal(1) if currency == "CNY" else Decimal(RATES[currency][place]) / 100


def month_end(place: int) -> date:
    """The day of a place; place −1 is the day before all that is collected."""
    return COLLECTED[place] if place >= 0 else BEFORE
