"""One indicator computed two or three times: do its sources agree, and if not, which rows make the difference."""

from lushan.engines.reconcile.attribute import attribute, suspects
from lushan.engines.reconcile.indicator import (
    COUNT,
    HUNDRED_MILLION_YUAN,
    PERCENT,
    SHARE,
    TEN_THOUSAND_YUAN,
    YUAN,
    Indicator,
    Side,
    Tolerance,
    Unit,
)
from lushan.engines.reconcile.reconcile import reconcile
from lushan.engines.reconcile.status import Status

__all__ = [
    "COUNT",
    "HUNDRED_MILLION_YUAN",
    "PERCENT",
    "SHARE",
    "TEN_THOUSAND_YUAN",
    "YUAN",
    "Indicator",
    "Side",
    "Status",
    "Tolerance",
    "Unit",
    "attribute",
    "reconcile",
    "suspects",
]
