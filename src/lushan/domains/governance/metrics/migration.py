"""The warehouse that moves: whether the new one holds what the old one does."""

from __future__ import annotations

from functools import partial

from ibis.expr import types as ir

from lushan.runs.metric import metric

compared = partial(metric, reads="governance.migration_result", owner="信息科技部", unit="count")


def differing(rows: ir.Table) -> ir.BooleanColumn:
    """Whether a table's batch is not the same on both sides."""
    return (rows.missing_rows > 0) | (rows.extra_rows > 0) | (rows.changed_rows > 0)


@compared(
    "governance.migration_batches",
    zh="比对批次",
    en="Batches compared",
    formula=("本期比对的批次日数", "days whose batch was compared in the period"),
)
def migration_batches(rows: ir.Table) -> ir.Scalar:
    """Days whose batch was compared."""
    return rows.batch_on.nunique()


@compared(
    "governance.migration_tables",
    zh="比对数据表",
    en="Tables compared",
    formula=("本期比对的数据表数", "tables that were compared in the period"),
)
def migration_tables(rows: ir.Table) -> ir.Scalar:
    """Tables that were compared."""
    return rows.table_name.nunique()


@compared(
    "governance.migration_rows",
    zh="比对行数",
    en="Rows compared",
    formula=("原仓参与比对的行数之和", "rows of the old warehouse that were compared"),
)
def migration_rows(rows: ir.Table) -> ir.Scalar:
    """Rows of the old warehouse that were compared."""
    return rows.left_rows.sum()


@compared(
    "governance.migration_equal_rate",
    zh="迁移一致率",
    en="Comparisons without a difference",
    unit="percent",
    decimals=4,
    better="up",
    formula=("两侧完全一致的表次 ÷ 比对表次", "comparisons of a table and batch without a difference ÷ all"),
    by=("table_name",),
)
def migration_equal_rate(rows: ir.Table) -> ir.Scalar:
    """The share of comparisons of a table and a batch without a difference."""
    return rows.count(where=~differing(rows)) / rows.count()


@compared(
    "governance.migration_rows_differing",
    zh="迁移不一致行数",
    en="Rows that differ",
    better="down",
    formula=("缺少、多出与不一致行数之和", "rows missing, extra or changed in the new warehouse"),
    by=("table_name",),
)
def migration_rows_differing(rows: ir.Table) -> ir.Scalar:
    """Rows that are missing, extra or changed in the new warehouse."""
    return (rows.missing_rows + rows.extra_rows + rows.changed_rows).sum()
