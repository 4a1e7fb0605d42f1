"""Rules asked of one row after another, in plain Python: slow, and written without a look at the engine."""

from __future__ import annotations

import calendar
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lushan.engines.rules import Rule

Row = Mapping[str, Any]
BLANKS = " \t\n\x0b\f\r\xa0\u3000"


def nothing(value: Any) -> bool:
    """Whether there is no value; NaN is none."""
    return value is None or (isinstance(value, float) and math.isnan(value))


def is_day(text: str) -> bool:
    if not re.fullmatch("[0-9]{8}", text) or text[0] == "0":
        return False
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def is_identity_number(text: str) -> bool:
    if not re.fullmatch("[0-9]{17}[0-9X]", text) or text[0] == "0" or not is_day(text[6:14]):
        return False
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return text[17] == "10X98765432"[sum(int(c) * w for c, w in zip(text, weights, strict=False)) % 11]


def is_credit_code(text: str) -> bool:
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    if len(text) != 18 or any(c not in letters for c in text) or not re.fullmatch("[0-9]{6}", text[2:8]):
        return False
    weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    total = sum(letters.index(c) * w for c, w in zip(text, weights, strict=False))
    return text[17] == letters[(31 - total % 31) % 31]


def is_amount(text: str) -> bool:
    sign = text.removeprefix("-")
    whole, dot, rest = sign.partition(".")
    digits = all(c in "0123456789" for c in whole + rest)
    return digits and 1 <= len(whole) <= 18 and (not dot or 1 <= len(rest) <= 2)


def is_clean(text: str) -> bool:
    controls = any(ord(c) < 32 or ord(c) == 127 for c in text)
    return not controls and (not text or (text[0] not in " \u3000" and text[-1] not in " \u3000"))


FORMS: dict[str, Callable[[str], bool]] = {
    "YYYYMMDD": is_day,
    "YYYYMM": lambda text: bool(re.fullmatch("[1-9][0-9]{3}(0[1-9]|1[0-2])", text)),
    "HHMMSS": lambda text: bool(re.fullmatch("[0-9]{6}", text))
    and int(text[:2]) < 24 and int(text[2:4]) < 60 and int(text[4:]) < 60,
    "D20.2": is_amount,
    "clean": is_clean,
    "identity_number": is_identity_number,
    "credit_code": is_credit_code,
}  # fmt: skip


def keeps(rule: Rule, row: Row, tables: Mapping[str, Sequence[Row]]) -> bool | None:
    """Whether a row keeps a rule of one row, or of a reference; nothing where there is nothing to ask."""
    kind: Any = rule.kind
    values = [row[name] for name in rule.columns]
    match rule.name:
        case "not_null":
            return not any(nothing(value) for value in values)
        case "not_blank":
            return not any(nothing(v) or (isinstance(v, str) and not v.strip(BLANKS)) for v in values)
        case "reference":
            if any(nothing(value) for value in values):
                return None
            held = [[other[name] for name in kind.columns] for other in tables[kind.table]]
            return values in held
    (value,) = values
    if value is None:
        return None
    match rule.name:
        case "in_list":
            members = value.split(kind.joined) if kind.joined else [value]
            free = kind.other and (lambda member: member.startswith(kind.other) and len(member) > len(kind.other))
            return all(member in kind.values or bool(free and free(member)) for member in members)
        case "within":
            low = -math.inf if kind.minimum is None else float(kind.minimum)
            high = math.inf if kind.maximum is None else float(kind.maximum)
            return bool(low <= value <= high)
        case "length":
            size = len(value.encode()) if kind.unit == "bytes" else len(value)
            return (kind.minimum or 0) <= size <= (math.inf if kind.maximum is None else kind.maximum)
        case "format":
            return FORMS[kind.name](value)
        case "pattern":
            return re.fullmatch(kind.pattern, value) is not None
    raise AssertionError(rule)


def broken(
    rule: Rule, rows: Sequence[Row], tables: Mapping[str, Sequence[Row]], where: Callable[[Row], bool],
    exempt: Callable[[Row], bool],
) -> tuple[int, list[Any], list[Any]]:  # fmt: skip
    """How many rows a rule asks, and the keys of those that break it, the exempt ones apart."""
    asked = [row for row in rows if where(row)]
    if rule.name == "unique":
        there = [row for row in asked if not any(nothing(row[name]) for name in rule.columns)]
        values = [tuple(row[name] for name in rule.columns) for row in there]
        times, held = Counter(values), Counter(v for v, row in zip(values, there, strict=True) if not exempt(row))
        wrong = [
            row for row, v in zip(there, values, strict=True) if times[v] > 1 and (exempt(row) or held[v] > 1)
        ]  # fmt: skip
    else:
        there = [row for row in asked if keeps(rule, row, tables) is not None]
        wrong = [row for row in there if keeps(rule, row, tables) is False]
    return (
        len(there),
        sorted(str(row["id"]) for row in wrong if not exempt(row)),
        sorted(str(row["id"]) for row in wrong if exempt(row)),
    )
