"""Named forms of text: dates, times, amounts, identity numbers and unified social credit codes with check digits."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import ibis
from ibis.expr import types as ir

from lushan.engines.rules.text import whole

#: A day of the calendar, leap years counted, from the year 1000 on; 99991231 is one and stands for an open end.
DAY = (
    r"(?:[1-9]\d{3}(?:(?:0[13578]|1[02])(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)(?:0[1-9]|[12]\d|30)"
    r"|02(?:0[1-9]|1\d|2[0-8]))|(?:[1-9]\d(?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)0229)"
)

#: GB 32100-2015: the characters of a unified social credit code by value, and the weights of the first seventeen.
CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))

#: GB 11643-1999: the weights of an identity number's digits, and the check character by the remainder of their sum.
IDENTITY_WEIGHTS = tuple(pow(2, 17 - place, 11) for place in range(17))
IDENTITY_CHECK = "10X98765432"

AMOUNT = re.compile(r"D(\d+)\.(\d+)")


def _matches(pattern: str) -> Callable[[ir.Value], Any]:
    return lambda value: value.cast("string").re_search(whole(pattern))


def _identity_number(value: ir.Value) -> Any:
    """Six digits of the place, a day of birth, three digits in order, and a check character."""
    text = value.cast("string")
    total = sum(_digit(text, place) * weight for place, weight in enumerate(IDENTITY_WEIGHTS))
    check = ibis.literal(IDENTITY_CHECK).substr(total % 11, 1)
    return text.re_search(whole(rf"[1-9]\d{{5}}{DAY}\d{{3}}[0-9X]")) & (text.substr(17, 1) == check)


def _credit_code(value: ir.Value) -> Any:
    """Eighteen characters without I, O, S, V and Z, of which the last makes the weighted sum divisible by 31."""
    text = value.cast("string")
    total = sum(ibis.literal(CREDIT).find(text.substr(place, 1)) * w for place, w in enumerate(CREDIT_WEIGHTS))
    check = ibis.literal(CREDIT).substr((31 - total % 31) % 31, 1)
    return text.re_search(whole(rf"[{CREDIT}]{{2}}\d{{6}}[{CREDIT}]{{10}}")) & (text.substr(17, 1) == check)


def _digit(text: ir.StringValue, place: int) -> Any:
    """The digit at a place; any number where there is none, which no pattern lets pass."""
    return text.substr(place, 1).ascii_str().cast("int64") - ord("0")


def _amount(name: str) -> Callable[[ir.Value], Any]:
    """An amount of so many digits, so many of them decimals: a number that fits, or a text that writes one."""
    digits, decimals = (int(part) for part in AMOUNT.fullmatch(name).groups())  # type: ignore[union-attr]

    def holds(value: ir.Value) -> Any:
        if value.type().is_string():
            rest = rf"(?:\.\d{{1,{decimals}}})?" if decimals else ""
            return value.re_search(whole(rf"-?\d{{1,{digits - decimals}}}{rest}"))
        return (value.round(decimals) == value) & (value.abs() < 10 ** (digits - decimals))

    return holds


#: What each name asks of a value.
FORMATS: dict[str, Callable[[ir.Value], Any]] = {
    "YYYYMMDD": _matches(DAY),
    "YYYYMM": _matches(r"[1-9]\d{3}(?:0[1-9]|1[0-2])"),
    "HHMMSS": _matches(r"(?:[01]\d|2[0-3])[0-5]\d[0-5]\d"),
    "clean": _matches(r"(?:[^ \x00-\x1f\x7f\x{3000}](?:[^\x00-\x1f\x7f]*[^ \x00-\x1f\x7f\x{3000}])?)?"),
    "identity_number": _identity_number,
    "credit_code": _credit_code,
}


def format_of(name: str) -> Callable[[ir.Value], Any] | None:
    """What a name asks of a value; nothing, where it names no form.

    ``D20.2`` is an amount of twenty digits, two of them decimals.
    """
    if (match := AMOUNT.fullmatch(name)) and int(match[2]) < int(match[1]) <= 38:
        return _amount(name)
    return FORMATS.get(name)
