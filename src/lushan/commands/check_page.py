"""The results of checks as one page that needs nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lushan.commands.report import report, say_in
from lushan.words import Language

if TYPE_CHECKING:
    from lushan.engines.rules import Results

#: How many failing rows of a rule are shown; the file of failing rows has them all.
SHOWN = 20

KINDS = {
    "not_null": "非空", "not_blank": "非空白", "unique": "唯一", "in_list": "代码值", "within": "取值范围",
    "length": "长度", "format": "格式", "pattern": "正则", "row": "行内规则", "reference": "关联", "group": "分组汇总",
    "fresh": "时效", "volume": "数量波动", "distribution": "分布变化", "": "无法读取",
}  # fmt: skip
#: The worst first: faults, errors, warnings, and then what passed.
STATES = {
    "fault": ("未能计算", "Not computed"),
    "failed": ("未通过", "Failed"),
    "warning": ("提示", "Warning"),
    "passed": ("通过", "Passed"),
}


def check_page(found: Results, language: Language) -> str:
    """Results as HTML: figures, rules with the worst first, and for each a sample of its failing rows."""
    say = say_in(language)
    rows = sorted(found.results.to_pylist(), key=lambda row: (list(STATES).index(_state(row)), -row["failed"]))
    failing: dict[str, list[Mapping[str, Any]]] = {}
    for row in found.failures.to_pylist():
        failing.setdefault(row["rule"], []).append(row)
    return report(
        "check.html",
        language,
        rows=rows,
        failing=failing,
        counts={state: sum(_state(row) == state for row in rows) for state in STATES},
        shown=SHOWN,
        state=_state,
        said=lambda row: say(*STATES[_state(row)]),
        kind=lambda row: say(KINDS[row["kind"]], row["kind"].replace("_", " ")),
        message=lambda row: say(row["message_zh"], row["message_en"]) or row["columns"],
    )


def _state(row: Mapping[str, Any]) -> str:
    return "warning" if row["status"] == "failed" and row["severity"] == "warning" else str(row["status"])
