"""Opening a log of any kind and guessing which of its columns say what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import ibis
from ibis.expr import types as ir

from lushan.engines.process.xes import read_xes
from lushan.errors import LushanError

if TYPE_CHECKING:
    from ibis.backends.duckdb import Backend

#: What columns are called, the surest names first; case, spaces and signs do not matter.
NAMES: Mapping[str, tuple[str, ...]] = {
    "case": (
        "case:concept:name", "case id", "case", "trace id", "instance id", "案件编号", "实例编号", "流程编号", "单号",
    ),
    "activity": (
        "concept:name", "activity", "activity name", "task", "node", "event", "step", "环节", "节点", "活动", "步骤",
    ),
    "at": (
        "time:timestamp", "timestamp", "complete timestamp", "end time", "decided at", "at", "time", "datetime",
        "start time", "date", "完成时间", "处理时间", "时间", "日期",
    ),
    "resource": ("org:resource", "resource", "handler id", "handler", "user", "employee", "处理人", "办理人", "操作人"),
    "department": ("org:group", "department", "group", "team", "org:role", "role", "部门", "机构"),
    "action": ("action", "decision", "处理动作", "动作", "处理意见"),
    "lifecycle": ("lifecycle:transition", "lifecycle", "transition"),
    "place": ("event:index", "event index", "seq", "序号"),
}  # fmt: skip
NEEDED = ("case", "activity", "at")


def guess(names: Sequence[str], told: Mapping[str, str | None]) -> dict[str, str | None]:
    """Which columns say what: those that are told, and for the others the first that has a usual name.

    Args:
        names: of the columns.
        told: what the caller knows, under the names of `event_log`'s arguments.

    Raises:
        LushanError: a column that is told is not there, or nothing looks like a case, an activity or a time.

    >>> guess(["Case ID", "Activity", "Complete Timestamp"], {})["at"]
    'Complete Timestamp'
    """
    plain = {_plain(name): name for name in reversed(names)}
    found = {}
    for what, usual in NAMES.items():
        wanted = told.get(what)
        if wanted and wanted not in names:
            raise LushanError(f"there is no column {wanted}", where=f"the {what} of a log", expected=", ".join(names))
        found[what] = wanted or next((plain[_plain(name)] for name in usual if _plain(name) in plain), None)
    for what in NEEDED:
        if found[what] is None:
            raise LushanError(
                f"no column looks like the {what}",
                expected=f"a column such as {', '.join(NAMES[what][:3])}; it has {', '.join(names)}",
                mend=f"name it: --{what} COLUMN",
            )
    return found


def open_events(connection: Backend, path: Path) -> ir.Table:
    """The rows of a log: XES, CSV or Parquet, compressed or not.

    Args:
        connection: DuckDB by Ibis.
        path: of the file; its ending tells its kind.

    Raises:
        LushanError: the file is not there, is of no known kind, or cannot be read.
    """
    if not path.is_file():
        raise LushanError("this file is not there", where=str(path), mend="see that the path is right")
    kind = path.name.lower().removesuffix(".gz").rpartition(".")[-1]
    if kind == "xes":
        return connection.create_table(ibis.util.gen_name("log"), read_xes(path), temp=True)
    try:
        if kind == "parquet":
            return connection.read_parquet(path)
        if kind in ("csv", "tsv", "txt"):
            return connection.read_csv(path)
    except Exception as error:  # DuckDB's, through Ibis, of many kinds
        raise LushanError(f"it cannot be read: {error}", where=str(path), mend="see that the file is whole") from error
    raise LushanError(
        f"a log of the kind .{kind} is not known",
        where=str(path),
        expected=".xes, .csv or .parquet (also .gz)",
        mend="save it as one of these",
    )


def timed(table: ir.Table, at: str) -> ir.Table:
    """The rows with their time as an instant; text that is none is empty."""
    column = table[at]
    if column.type().is_string():
        return table.mutate(**{at: column.try_cast("timestamp('UTC')")})
    return table if column.type().is_timestamp() else table.mutate(**{at: column.cast("timestamp")})


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.lower())
