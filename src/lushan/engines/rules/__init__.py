"""Rules over tables: which rows are wrong, why, since when, and who mends them."""

from lushan.engines.rules.check import check
from lushan.engines.rules.kinds import (
    Distribution,
    Format,
    Fresh,
    Group,
    InList,
    Length,
    NotBlank,
    NotNull,
    Pattern,
    Reference,
    Row,
    Unique,
    Volume,
    Within,
)
from lushan.engines.rules.read import read_rules
from lushan.engines.rules.results import FAILURES, RESULTS, Results
from lushan.engines.rules.rule import Rule

__all__ = [
    "FAILURES",
    "RESULTS",
    "Distribution",
    "Format",
    "Fresh",
    "Group",
    "InList",
    "Length",
    "NotBlank",
    "NotNull",
    "Pattern",
    "Reference",
    "Results",
    "Row",
    "Rule",
    "Unique",
    "Volume",
    "Within",
    "check",
    "read_rules",
]
