"""The templates, and how they write what they are given."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import PurePath
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined

from lushan.exhibits.code import code_html, with_ids
from lushan.exhibits.format import write, write_day, write_period, write_time
from lushan.runs.metric import Metric
from lushan.words import Language


def moment(at: datetime, zone: str, language: Language) -> str:
    """An instant as the bank's clock shows it.

    >>> moment(datetime(2023, 4, 7, 0, 5, tzinfo=UTC), "Asia/Shanghai", "zh")
    '2023年4月7日 08:05'
    """
    local = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(ZoneInfo(zone))
    return f"{write_day(local.date(), language, year=True)} {write_time(local.replace(second=0))}"


def cell(value: Any, zone: str, language: Language) -> str:
    """A value of a row: instants by the bank's clock, fractions to four places; the file holds them whole.

    >>> cell(None, "Asia/Shanghai", "zh"), cell(True, "Asia/Shanghai", "zh"), cell(2 / 3, "Asia/Shanghai", "zh")
    ('', '是', '0.6667')
    >>> cell(datetime(2023, 4, 7, 0, 5, tzinfo=UTC), "Asia/Shanghai", "zh")
    '2023-04-07 08:05:00'
    """
    match value:
        case None:
            return ""
        case bool():
            return write(value, language=language)
        case float():
            return f"{value:.4f}".rstrip("0").rstrip(".")
        case datetime():
            return f"{value.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S}"
        case _:
            return str(value)


def seconds(value: float, language: Language) -> str:
    """How long something took.

    >>> seconds(0.042, "zh"), seconds(3.21, "en"), seconds(185, "zh")
    ('0.04 秒', '3.2 s', '3 分 5 秒')
    """
    minutes, rest = divmod(round(value), 60)
    if minutes:
        return f"{minutes} 分 {rest} 秒" if language == "zh" else f"{minutes} min {rest} s"
    return f"{value:.{2 if value < 1 else 1}f} {'秒' if language == 'zh' else 's'}"


def instant(milliseconds: int) -> datetime:
    """The instant that a table's log gives in milliseconds since 1970."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def written(value: Decimal, metric: Metric, language: Language) -> str:
    """A value of a metric as a reader sees it."""
    return write(value, metric.unit, metric.decimals, language)


def file_name(source: str) -> str:
    """The name of a landed file; a database is named as it is."""
    return source if "://" in source else PurePath(source).name


def make_environment() -> Environment:
    """The templates of the workbench; a name that is not given is an error, never an empty place."""
    made = Environment(
        loader=PackageLoader(__package__ or "lushan.workbench"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "sql": code_html,
        "with_ids": with_ids,
        "moment": moment,
        "cell": cell,
        "instant": instant,
        "seconds": seconds,
        "period_title": write_period,
        "written": written,
        "file_name": file_name,
    }
    return made


ENVIRONMENT = make_environment()
