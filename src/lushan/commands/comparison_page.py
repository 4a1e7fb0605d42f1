"""Comparisons as one page that needs nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lushan.commands.report import report, say_in
from lushan.errors import LushanError
from lushan.words import Language

if TYPE_CHECKING:
    from lushan.engines.compare import Comparison

KINDS = {
    "number": "数值", "float": "浮点数", "boolean": "是否", "date": "日期", "moment": "时间", "instant": "带时区时间",
    "text": "文本", "bytes": "字节",
}  # fmt: skip
SIDES = ("left", "right")
DIFFERENCES = {"missing": ("右侧缺失", "missing"), "extra": ("右侧多出", "extra"), "changed": ("内容不同", "changed")}


def comparison_page(results: Mapping[str, Comparison | LushanError], language: Language) -> str:
    """Comparisons, and what was refused, as HTML."""
    say = say_in(language)
    return report(
        "comparison.html",
        language,
        results=[(name, *_split(result)) for name, result in results.items()],
        kind=lambda kind: say(KINDS[kind], kind),
        difference=lambda found: say(*DIFFERENCES[found]),
        written=_written,
        heads=_heads,
    )


def _split(result: Comparison | LushanError) -> tuple[Comparison | None, str]:
    return (None, str(result)) if isinstance(result, LushanError) else (result, "")


def _heads(result: Comparison) -> list[str]:
    """The columns of the rows that are shown: the key, and what differs; all, where rows only lack or are too many."""
    differing = {column.name for column in result.columns if column.changed}
    same = {f"{c.name}_{side}" for c in result.columns if not c.key and c.name not in differing for side in SIDES}
    return [name for name in result.sample.column_names if not differing or name not in same]


def _written(value: Any) -> str:
    if isinstance(value, list):
        return "、".join(map(str, value))
    return "∅" if value is None else str(value)
