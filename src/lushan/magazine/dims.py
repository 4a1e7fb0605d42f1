"""Values of cuts as readers say them."""

from __future__ import annotations

import re
from datetime import date

from lushan.domains.codes import say_code
from lushan.exhibits.format import write_day, write_period
from lushan.runs.period import FORM, Period
from lushan.words import Language

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def say_dim(domain: str, column: str, dim: str, language: Language) -> str:
    """A value of a cut as a reader says it: a day, a month, a coded value, or what it is.

    >>> say_dim("delivery", "window_on", "2023-04-07", "en"), say_dim("delivery", "line", "企金", "en")
    ('7 April', 'Corporate')
    """
    if DAY.fullmatch(dim):
        return write_day(date.fromisoformat(dim), language)
    if FORM.fullmatch(dim):
        return write_period(Period.parse(dim), language)
    return say_code(domain, column, dim, language)
