"""The scans of a landing: type every row once, find the broken ones, write the good ones by period."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa

from lushan.contracts import Contract, Rule
from lushan.contracts.check import ACROSS_ROWS
from lushan.contracts.sql import literal, name
from lushan.errors import LushanError
from lushan.warehouse.commit import Draft
from lushan.warehouse.landing.compile import SOURCE, Query, raw
from lushan.warehouse.landing.quarantine import rows_schema
from lushan.warehouse.snapshot import Snapshot

FORMAT = "(FORMAT parquet, COMPRESSION snappy)"

#: What a staged row holds beside its columns, under names that no column of a contract can bear.
BROKEN, DETAIL = name("row:broken"), name("row:detail")


def typed(connection: duckdb.DuckDBPyConnection, contract: Contract, query: Query, folder: Path) -> Path:
    """Type the source in one scan; returns a file with its rows in order, the broken ones marked and kept whole."""
    file = folder / "staged.parquet"
    columns = ", ".join(name(column) for column in contract.names)
    texts = ", ".join(f"{literal(column.name)}: CAST({raw(column)} AS VARCHAR)" for column in contract.columns)
    dated = contract.period not in ("", "period")
    period = f", strftime({name(contract.period)}, '%Y-%m') AS period" if dated else ""
    connection.execute(
        f"COPY (SELECT {columns}{period}, {BROKEN}, "
        f"CASE WHEN {BROKEN} THEN to_json({{'source': {SOURCE}, 'raw': {{{texts}}}}}) END AS {DETAIL} "
        f"FROM (SELECT *, {query.any_broken()} AS {BROKEN} FROM ({query.typed}))) TO {literal(str(file))} {FORMAT}"
    )
    return file


def count(connection: duckdb.DuckDBPyConnection, staged: Path) -> int:
    """How many rows were staged."""
    found = connection.execute(f"SELECT count(*) FROM {_scan(staged)}").fetchone()
    return int(found[0]) if found else 0


def broken_rows(
    connection: duckdb.DuckDBPyConnection,
    contract: Contract,
    query: Query,
    staged: Path,
    references: dict[str, Snapshot | None],
) -> pa.Table:
    """Each rule that each row breaks: the rows of the quarantine, in order.

    Raises:
        LushanError: a column refers to a table that has not been landed.
    """
    texts = ", ".join(f"{DETAIL}->'raw'->>{literal(c.name)} AS {raw(c)}" for c in contract.columns)
    connection.execute(
        f"CREATE TEMP TABLE bad AS SELECT file_row_number + 1 AS row, *, {texts} FROM {_scan(staged)} WHERE {BROKEN}"
    )
    rules = [
        f"SELECT row, {literal(check.rule)}, {literal(check.column)}, "
        f"{name('raw:' + check.column) if check.column else 'NULL'}, {DETAIL}->>'source' "
        f"FROM bad WHERE {check.told()}"
        for check in query.checks
    ]
    rules += [_duplicates(contract, staged, key) for key in _unique_keys(contract)]
    for rule in contract.rules:
        if rule.kind == "reference":
            if rule.table == contract.id:
                rules.append(_dangling(contract, staged, rule, f"{_scan(staged)} WHERE NOT {BROKEN}"))
            elif (other := references[rule.refers_to]) is not None:
                files = ", ".join(literal(str(file)) for file in other.files)
                scan = f"read_parquet([{files}], hive_partitioning = false, union_by_name = true)"
                rules.append(_dangling(contract, staged, rule, scan))
            else:
                _unlanded(connection, contract, staged, rule)
    names = ", ".join(name(field.name) for field in rows_schema())
    union = " UNION ALL ".join(rules)
    found = connection.execute(f'SELECT * FROM ({union}) AS broken({names}) ORDER BY row, "column", rule')
    return found.to_arrow_table().cast(rows_schema())


def parts(
    connection: duckdb.DuckDBPyConnection, contract: Contract, staged: Path, bad: pa.Table, folder: Path, identity: str
) -> list[Draft]:
    """Write the good rows in their order, a file for each period."""
    rejected = pa.table({"row": pa.array(sorted(set(bad["row"].to_pylist())), pa.int64())})
    connection.register("rejected", rejected)
    good = f"NOT {BROKEN}" + (" AND file_row_number + 1 NOT IN (SELECT row FROM rejected)" if rejected.num_rows else "")
    columns = ", ".join(name(column) for column in contract.names if column != "period")
    periods: list[str | None] = [None]
    if contract.period:
        rows = connection.execute(f"SELECT DISTINCT period FROM {_scan(staged)} WHERE {good} ORDER BY period")
        periods = [row[0] for row in rows.fetchall()]
    drafts = []
    for number, period in enumerate(periods):
        file = folder / f"part-{number}.parquet"
        of = f" AND period = {literal(period)}" if period else ""
        connection.execute(
            f"COPY (SELECT {columns} FROM {_scan(staged)} WHERE {good}{of}) TO {literal(str(file))} {FORMAT}"
        )
        drafts.append(Draft(period, identity, (file,)))
    return drafts


def _scan(staged: Path) -> str:
    return f"read_parquet({literal(str(staged))}, file_row_number = true)"


def _unique_keys(contract: Contract) -> list[tuple[str, ...]]:
    """The columns, or combinations of them, that no two rows may share."""
    alone = [(rule.column,) for rule in contract.rules if rule.kind == ACROSS_ROWS[0]]
    return [key for key in dict.fromkeys([contract.key, *alone]) if key]


def _duplicates(contract: Contract, staged: Path, key: tuple[str, ...]) -> str:
    """Rows whose key an earlier row has: the first is kept.

    Hashes find the few keys in question first, so that whole keys are compared for those alone.
    """
    columns = ", ".join(name(column) for column in key)
    there = " AND ".join([f"NOT {BROKEN}", *(f"{name(column)} IS NOT NULL" for column in key)])
    doubtful = f"SELECT hash({columns}) FROM {_scan(staged)} WHERE {there} GROUP BY 1 HAVING count(*) > 1"
    ranked = (
        f"SELECT file_row_number + 1 AS row, {columns}, {_source(contract)} AS source, "
        f"row_number() OVER (PARTITION BY {columns} ORDER BY file_row_number) AS place "
        f"FROM {_scan(staged)} WHERE {there} AND hash({columns}) IN ({doubtful})"
    )
    value = f"concat_ws(' ', {columns})"
    column = literal(", ".join(key))
    return f"SELECT row, 'unique', {column}, {value}, source FROM ({ranked}) WHERE place > 1"


def _unlanded(connection: duckdb.DuckDBPyConnection, contract: Contract, staged: Path, rule: Rule) -> None:
    """See that no row refers to a table that is not there.

    Raises:
        LushanError: one does.
    """
    query = f"SELECT count({name(rule.column)}) FROM {_scan(staged)} WHERE NOT {BROKEN}"
    if (connection.execute(query).fetchone() or (0,))[0]:
        raise LushanError(
            f"{rule.column} refers to {rule.table}, which has not been landed",
            where=contract.id,
            mend=f"land {rule.table} first",
        )


def _dangling(contract: Contract, staged: Path, rule: Rule, held: str) -> str:
    """Rows whose value the other table, or the rest of this one, does not hold."""
    column, target = rule.column, rule.refers_to.rsplit(".", 1)[-1]
    known = f"SELECT CAST({name(target)} AS VARCHAR) AS known FROM {held}"
    value = f"CAST({name(column)} AS VARCHAR)"
    return (
        f"SELECT file_row_number + 1, 'reference', {literal(column)}, {value}, {_source(contract)} "
        f"FROM {_scan(staged)} ANTI JOIN ({known}) ON {value} = known WHERE NOT {BROKEN} AND {value} IS NOT NULL"
    )


def _source(contract: Contract) -> str:
    """A good row as text, for the quarantine; its source was not kept, but its values are the same."""
    return f"to_json({{{', '.join(f'{literal(c)}: {name(c)}' for c in contract.names)}}})"
