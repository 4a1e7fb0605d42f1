"""Fingerprints: what a result is made of, so that the same is never computed twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lushan.contracts import Contract
from lushan.runs.model import Read
from lushan.runs.period import Period
from lushan.warehouse import Snapshot


@dataclass(frozen=True, order=True)
class Input:
    """One part of a table that a computation reads."""

    table: str
    period: str
    identity: str


def window(read: Read, contract: Contract, period: Period | None) -> frozenset[str] | None:
    """The periods of a table that a read covers; nothing when it is read whole.

    >>> from lushan.words import Text
    >>> day = Contract("operations.core_day", "1", Text("", ""), Text("", ""), "", (), period="period")
    >>> sorted(window(Read("operations.core_day", back=1), day, Period.parse("2023-01")))
    ['2022-12', '2023-01']
    """
    if not contract.period or read.back is None or period is None:
        return None
    return frozenset(str(period - months) for months in range(read.back + 1))


def cut(snapshot: Snapshot | None, periods: frozenset[str] | None) -> Snapshot | None:
    """The parts of a snapshot that a window covers."""
    return snapshot if snapshot is None or periods is None else snapshot.only(periods)


def inputs(snapshots: Iterable[Snapshot | None]) -> tuple[Input, ...]:
    """The parts that some snapshots hold, each once and in order."""
    return tuple(sorted({Input(s.table, part.period or "", part.identity) for s in snapshots if s for part in s.parts}))


def fingerprint(**ingredients: Any) -> str:
    """A short hash of everything that decides a result.

    >>> fingerprint(sql="SELECT 1", reads=[]) == fingerprint(reads=[], sql="SELECT 1")
    True
    """
    text = json.dumps(ingredients, sort_keys=True, ensure_ascii=False, default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _plain(value: Any) -> Any:
    if isinstance(value, Input):
        return [value.table, value.period, value.identity]
    raise TypeError(f"{type(value).__name__} has no place in a fingerprint")
