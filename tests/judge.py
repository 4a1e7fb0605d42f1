"""The contract of orders once more, in plain Python and one row at a time: what lands, what does not, and why."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

CHINA = timezone(timedelta(hours=8))
BRANCHES = {"001", "002"}

Row = dict[str, str]
Break = tuple[int, str, str, str | None]  # row, rule, column, value


def judge(rows: Iterable[Row]) -> tuple[list[dict[str, Any]], list[Break]]:
    """The rows that land, typed and in their order; and each rule that each other row breaks."""
    typed: dict[int, dict[str, Any]] = {}
    broken: list[Break] = []
    for number, row in enumerate(rows, start=1):
        texts = {column: text.strip(" \u3000") or None for column, text in row.items()}
        values, found = _row(texts)
        broken += [(number, *each) for each in found]
        if not found:
            typed[number] = values
    across = [*_twice(typed, ("order_id", "line_no")), *_twice(typed, ("serial",)), *_dangling(typed)]
    kept = [values for number, values in typed.items() if number not in {each[0] for each in across}]
    return kept, sorted([*broken, *across], key=lambda each: (each[0], each[2], each[1]))


def _row(texts: dict[str, str | None]) -> tuple[dict[str, Any], list[tuple[str, str, str | None]]]:
    found: list[tuple[str, str, str | None]] = []
    values: dict[str, Any] = {}
    for column, text in texts.items():
        values[column], faults = _value(column, text)
        found += [(fault, column, text) for fault in faults]
    paid, ordered = values["paid_at"], values["ordered_on"]
    unread = any(fault == "type" for fault, _, _ in found)  # then nothing is said of the row as a whole
    if not unread and paid is not None and ordered is not None and paid.astimezone(CHINA).date() < ordered:
        found.append(("paid_after_order", "", None))
    return values, found


def _value(column: str, text: str | None) -> tuple[Any, list[str]]:
    required = column in ("order_id", "line_no", "state", "ordered_on")
    if text is None:
        return None, ["required"] if required else []
    faults: list[str] = []
    value: Any = text
    match column:
        case "order_id":
            faults += ["pattern"] if not re.fullmatch(r"[A-Z]{2}[0-9]{4}", text) else []
        case "line_no":
            value = int(text.partition(".")[0]) if re.fullmatch(r"[+-]?[0-9]{1,18}([.]0*)?", text) else None
            faults += ["type"] if value is None else ["range"] if not 1 <= value <= 99 else []
        case "state":
            faults += ["codes"] if text not in ("01", "02", "作废") else []
        case "title":
            faults += ["length"] if not 2 <= len(text) <= 6 else []
            faults += ["bytes"] if len(text.encode()) > 12 else []
        case "amount":
            value, faults = _amount(text)
        case "weight":
            value = float(text) if re.fullmatch(r"[+-]?[0-9.]+(e[+-]?[0-9]+)?", text) else None
            faults += ["type"] if value is None or math.isinf(value) else []
        case "urgent":
            value = {"true": True, "1": True, "否": None, "false": False, "no": False}[text]
            faults += ["type"] if value is None else []
        case "ordered_on":
            value = _day(text)
            faults += ["type"] if value is None else ["range"] if value < date(2000, 1, 1) else []
        case "paid_at":
            value = _moment(text)
            late = datetime(2099, 12, 31, 23, 59, 59, tzinfo=CHINA)
            faults += ["type"] if value is None else ["range"] if value > late else []
    return value, faults


def _amount(text: str) -> tuple[Decimal | None, list[str]]:
    if not re.fullmatch(r"[+-]?[0-9]*([.][0-9]*)?", text):
        return None, ["type"]
    amount = Decimal(text)
    rounded = amount.quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")
    if abs(rounded) >= Decimal(10) ** 7:
        return None, ["type"]
    faults = ["places"] if rounded != amount else []
    return rounded, faults + (["range"] if rounded < 0 else [])


def _day(text: str) -> date | None:
    match = re.fullmatch(r"(\d{4})[-/](\d\d?)[-/](\d\d?)", text, re.ASCII)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d)(\.\d+)?(Z|\+\d\d)?)?", text, re.ASCII)
    if match is None:
        return None
    zone = {None: CHINA, "Z": UTC}.get(match[4]) or timezone(timedelta(hours=int(match[4])))
    try:
        moment = datetime.fromisoformat(f"{match[1]} {match[2] or '00:00:00'}{(match[3] or '')[:7]}")
    except ValueError:
        return None
    return moment.replace(tzinfo=zone).astimezone(UTC)


def _twice(typed: dict[int, dict[str, Any]], key: tuple[str, ...]) -> list[Break]:
    """Rows whose key an earlier row has."""
    seen: set[tuple[Any, ...]] = set()
    found: list[Break] = []
    for number, values in typed.items():
        held = tuple(values[column] for column in key)
        if None in held:
            continue
        if held in seen:
            found.append((number, "unique", ", ".join(key), " ".join(map(str, held))))
        seen.add(held)
    return found


def _dangling(typed: dict[int, dict[str, Any]]) -> list[Break]:
    return [
        (number, "reference", "branch", values["branch"])
        for number, values in typed.items()
        if values["branch"] not in (None, *BRANCHES)
    ]
