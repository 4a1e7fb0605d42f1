"""The cross-verification of what was collected last: at the end of the month before, and filed in this one."""

from __future__ import annotations

from functools import partial

from ibis.expr import types as ir

from lushan.runs.metric import metric
from lushan.runs.model import Read
from lushan.runs.period import Period


def collected_last(table: ir.Table, period: Period) -> ir.Table:
    """The rows of the collection that is filed in a period: that of the month before."""
    return table.filter(table.period == str(period - 1))


def default_set(indicator: ir.Table, period: Period) -> ir.Table:
    """The default indicators of the last collection."""
    rows = collected_last(indicator, period)
    return rows.filter(rows.standard)


def extra_set(indicator: ir.Table, period: Period) -> ir.Table:
    """The further indicators of the last collection."""
    rows = collected_last(indicator, period)
    return rows.filter(~rows.standard)


cross = partial(
    metric,
    reads=Read("governance.indicator", back=1),
    owner="数字银行部",
    unit="count",
    rows=default_set,
    by=("as_of",),
)


@cross(
    "governance.cross_indicators_defined",
    zh="交叉验证指标",
    en="Cross-verification indicators",
    formula=("默认的EAST与1104交叉验证指标数", "indicators of the default set that hold EAST against 1104"),
)
def cross_indicators_defined(rows: ir.Table) -> ir.Scalar:
    """Indicators of the default set."""
    return rows.count()


@cross(
    "governance.cross_indicators_passed",
    zh="通过的交叉验证指标",
    en="Indicators that pass",
    better="up",
    formula=("各次比对均一致或在容差内的指标数", "indicators whose comparisons all agree or lie within tolerance"),
)
def cross_indicators_passed(rows: ir.Table) -> ir.Scalar:
    """Indicators whose comparisons all agree or lie within their tolerance."""
    return rows.passed.sum()


@cross(
    "governance.cross_indicators_differing",
    zh="不一致的交叉验证指标",
    en="Indicators that differ",
    better="down",
    formula=("有比对超出容差的指标数", "indicators with a comparison beyond its tolerance"),
)
def cross_indicators_differing(rows: ir.Table) -> ir.Scalar:
    """Indicators with a comparison beyond its tolerance."""
    return rows.count(where=rows.status == "differs")


@cross(
    "governance.cross_indicators_unavailable",
    zh="无法取数的交叉验证指标",
    en="Indicators that cannot be extracted",
    better="down",
    formula=("EAST或1104缺数、无法比对的指标数", "indicators for which a side has no value"),
)
def cross_indicators_unavailable(rows: ir.Table) -> ir.Scalar:
    """Indicators that cannot be extracted from what is filed."""
    return rows.count(where=rows.status == "unavailable")


def default_set_before(indicator: ir.Table, period: Period) -> ir.Table:
    """The default indicators of the collection before the last."""
    return default_set(indicator, period - 1)


@cross(
    "governance.cross_indicators_passed_before",
    zh="上一采集期通过的交叉验证指标",
    en="Indicators that passed in the collection before",
    better="up",
    formula=("上一采集期通过的默认指标数", "indicators that passed in the collection before the last"),
    reads=Read("governance.indicator", back=2),
    rows=default_set_before,
    by=(),
)
def cross_indicators_passed_before(rows: ir.Table) -> ir.Scalar:
    """Indicators of the default set that passed in the collection before the last."""
    return rows.passed.sum()


@cross(
    "governance.extra_indicators_passed",
    zh="通过的扩展指标",
    en="Further indicators that pass",
    better="up",
    formula=("默认指标之外通过的指标数", "indicators beyond the default set that pass"),
    rows=extra_set,
    by=(),
)
def extra_indicators_passed(rows: ir.Table) -> ir.Scalar:
    """Indicators beyond the default set that pass."""
    return rows.passed.sum()


@cross(
    "governance.extra_indicators_defined",
    zh="扩展指标",
    en="Further indicators",
    formula=("默认指标之外的指标数", "indicators beyond the default set"),
    rows=extra_set,
    by=(),
)
def extra_indicators_defined(rows: ir.Table) -> ir.Scalar:
    """Indicators beyond the default set."""
    return rows.count()
