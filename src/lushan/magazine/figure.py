"""A figure as an edition holds it: its value, how it is written, how it moved, and whether that is unusual."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from lushan.exhibits.format import unit_word, write, write_change, write_period
from lushan.magazine.dims import say_dim
from lushan.magazine.shelf import Shelf
from lushan.runs.figures import Value
from lushan.runs.metric import Metric
from lushan.runs.period import Period
from lushan.words import LANGUAGES, Language, Text


def figure_data(value: Value, shelf: Shelf, code: str, usual: Mapping[str, tuple[Decimal, Decimal]]) -> dict[str, Any]:
    """A figure as plain data.

    Args:
        value: the figure.
        shelf: where the same of the month before is.
        code: its short id.
        usual: the usual ranges of metrics as a whole.
    """
    metric, before = shelf.metric(value.metric), shelf.before(value)
    known = usual.get(value.metric) if not value.dims and value.period == shelf.period else None

    def written(shown: Value) -> dict[str, str]:
        raw = shown.text if shown.number is None else shown.number
        return each(lambda language: write(raw, metric.unit, metric.decimals, language))

    data: dict[str, Any] = {
        "code": code,
        "metric": value.metric,
        "period": str(value.period),
        "cut": list(value.cut),
        "dims": list(value.dims),
        "value": value.rounded(metric.decimals),
        "rows": value.rows,
        "written": written(value),
        "label": each(lambda language: label(metric, value, shelf.period, language)),
    }
    if before is not None and value.number is not None and before.number is not None:
        was, now = before.number, value.number
        data["before"] = {"value": before.rounded(metric.decimals), "written": written(before)}
        data["change"] = each(lambda language: write_change(was, now, metric.unit, language))
    if known is not None and value.number is not None and not known[0] <= value.number <= known[1]:
        data["unusual"] = "high" if value.number > known[1] else "low"
        data["usual"] = each(
            lambda language: "–".join(write(end, metric.unit, metric.decimals, language) for end in known)
        )
    return data


def metric_data(metric: Metric) -> dict[str, Any]:
    """The definition of a metric as plain data."""
    return {
        "title": said(metric.title),
        "formula": said(metric.formula),
        "unit": each(lambda language: unit_word(metric.unit, language)),
        "decimals": metric.decimals,
        "better": metric.better,
        "owner": metric.owner,
    }


def label(metric: Metric, value: Value, current: Period, language: Language) -> str:
    """What a figure is called: its metric, and what it is cut to."""
    domain = metric.id.split(".")[0]
    parts = [say_dim(domain, column, dim, language) for column, dim in zip(value.cut, value.dims, strict=True)]
    if value.period != current:
        parts.append(write_period(value.period, language))
    title = metric.title.say(language)
    if not parts:
        return title
    return f"{title}（{'，'.join(parts)}）" if language == "zh" else f"{title} ({', '.join(parts)})"


def said(text: Text) -> dict[str, str]:
    """A text in both languages as plain data."""
    return {"zh": text.zh, "en": text.en}


def each(write: Callable[[Language], str]) -> dict[str, str]:
    """What is written in each language."""
    return {language: write(language) for language in LANGUAGES}
