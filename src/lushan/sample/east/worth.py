"""What foreign money is worth in yuan at a collection."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from lushan.sample.chance import Sample
from lushan.sample.east.calendar import COLLECTED, RATES, day_text, rate
from lushan.sample.east.filing import Row
from lushan.sample.east.places import places


def in_yuan(fen: int, currency: str, place: int) -> int:
    """An amount in fen of yuan, rounded half up.

    >>> in_yuan(100, "USD", 3)
    687
    """
    return int((fen * rate(currency, place)).quantize(Decimal(1), ROUND_HALF_UP))


def exchange_rates(_sample: Sample, place: int) -> Iterator[Row]:
    """1001: the rates at the end of a month."""
    for currency, rates in RATES.items():
        yield {
            **places()[0].filed_by, "wbsl": "100.00", "wbbz": currency, "zbbsl": rates[place], "bbbz": "CNY",
            "hlrq": day_text(COLLECTED[place]),
        }  # fmt: skip
