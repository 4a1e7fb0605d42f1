"""What is checked: the tables of a workspace by contracts and rules, month after month, or files by rules alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click
import duckdb
import ibis
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from ibis.expr import types as ir

from lushan.contracts import Contract
from lushan.contracts import Rule as Stated
from lushan.contracts.contract import MASK
from lushan.contracts.sql import literal
from lushan.engines.rules import (
    InList,
    Length,
    NotNull,
    Pattern,
    Reference,
    Results,
    Row,
    Rule,
    Unique,
    Within,
    read_rules,
)
from lushan.engines.rules import check as check_tables
from lushan.engines.rules.condition import told_by
from lushan.engines.rules.exchange import read_any
from lushan.engines.rules.kinds import Kind
from lushan.errors import LushanError
from lushan.runs.identity import cut, fingerprint
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.warehouse import Snapshot

#: What is said of a table whose every period is read: landing asks a contract's references of all that is there, so
#: that what began in an earlier month is known.
WHOLE = ", every period"

#: The column that numbers the rows of a file, from 1.
LINE = "row"


def files(
    paths: Sequence[Path], rule_files: Sequence[Path], only: Sequence[str], on: date | None, text: bool,
    sample: int | None,
) -> Results:  # fmt: skip
    """Check files by files of rules, which call each by its name without endings.

    Raises:
        LushanError: no rules are given, or a file cannot be read.
    """
    rules = _of(_read(rule_files), only)
    if not rules:
        raise LushanError("there are no rules to check by", mend="give a file of them: --rules bank.rules.yaml")
    connection = ibis.duckdb.connect()
    connection.raw_sql("SET enable_progress_bar = false")  # it would be drawn into what the command prints
    named = {path.name.split(".")[0]: _file(connection, path, text) for path in paths}
    wanted = {rule.table for rule in rules if rule.table}
    if len(named) == len(wanted) == 1:  # one file and one table: no need for one name
        named = dict.fromkeys(wanted, *named.values())
    keyed = [rule if rule.key else replace(rule, key=(LINE,)) for rule in rules]
    return check_tables(named, keyed, today=on, sample=sample)


def workspace(
    root: Path, rule_files: Sequence[Path], only: Sequence[str], period: str | None, history: int, on: date | None,
    sample: int | None,
) -> Results:  # fmt: skip
    """Check the tables of a workspace by their contracts and by files of rules; those named, by their domain's too.

    With a period, its rows are held against those of the months before. Results are kept in the workspace and are
    taken from there while rules and rows are the same.
    """
    from lushan.command import open_session

    session = open_session(root)
    there = [table for table in session.warehouse.tables() if table in session.catalogue.contracts]
    stated = [rule for table in there for rule in of_contract(session.contract(table))]
    rules = _of([*_keyed(_read(rule_files), session), *_of_domains(session, only), *stated], only)
    if not rules:
        raise LushanError("there are no rules to check by", where=str(root), expected=", ".join(there))
    months = [session.period(period) - back for back in range(history, -1, -1)] if period else [None]
    found = Results()
    for month in months:
        found += _month(session, rules, month, found, on, sample)
    return _covered(found.latest, rules, session)


def _covered(found: Results, rules: Sequence[Rule], session: Session) -> Results:
    """Failing rows to show, without values that a contract calls confidential; the key stays, to find a row by."""
    known = session.catalogue.contracts
    hidden = {
        rule.id
        for rule in rules
        if rule.table in known
        and told_by(rule).keys() & {column.name for column in known[rule.table].columns if column.hidden}
    }
    rows = found.failures
    covered = pc.and_(pc.is_in(rows["rule"], pa.array(hidden, pa.string())), pc.not_equal(rows["value"], ""))
    values = pc.if_else(covered, MASK, rows["value"])
    return replace(found, failures=rows.set_column(rows.schema.get_field_index("value"), "value", values))


def _of_domains(session: Session, only: Sequence[str]) -> list[Rule]:
    """The rules that domains state of some tables in their folder ``rules``, as far as these ask tables alone."""
    from lushan.domains import domains

    paths = [path for domain in domains() for path in sorted((domain.folder / "rules").glob("*.yaml"))] if only else []
    asked = [rule for path in paths for rule in read_rules(path) if rule.table in only]
    known = session.catalogue.contracts
    return [rule for rule in asked if not isinstance(rule.kind, Reference) or rule.kind.table in known]


def of_contract(contract: Contract) -> list[Rule]:
    """A contract's rules as rules to check by; its key, in each period, is one more.

    >>> from lushan.contracts import Column
    >>> from lushan.words import Text
    >>> title = Text("任务单", "Work order")
    >>> orders = Contract("d.order", "1", title, title, "IT", (Column("id", "string", title, key=True),))
    >>> [(rule.id, rule.name) for rule in of_contract(orders)]
    [('d.order.key', 'unique')]
    """
    found = [
        Rule(
            f"{contract.id}.{stated.id}", contract.id, _kind(stated), (stated.column,) if stated.column else (),
            contract.key, owner=contract.owner, message=stated.title,
        )
        for stated in contract.rules
    ]  # fmt: skip
    if contract.key:
        key = tuple(dict.fromkeys((*contract.key, *(("period",) if contract.period else ()))))
        found.append(Rule(f"{contract.id}.key", contract.id, Unique(), key, key, owner=contract.owner))
    return found


def _kind(stated: Stated) -> Kind:
    low, high = stated.minimum, stated.maximum
    match stated.kind:
        case "not_null":
            return NotNull()
        case "unique":
            return Unique()
        case "in_set":
            return InList(stated.values)
        case "range":
            return Within(low, high)
        case "length" | "bytes":
            unit = "bytes" if stated.kind == "bytes" else "characters"
            return Length(int(low) if low else None, int(high) if high else None, unit)  # type: ignore[arg-type]
        case "pattern":
            return Pattern(stated.pattern)
        case "expression":
            return Row(stated.expression)
        case "reference":
            return Reference(stated.table + WHOLE, (stated.refers_to.rpartition(".")[2],))


def _month(
    session: Session, rules: Sequence[Rule], period: Period | None, before: Results, on: date | None, sample: int | None
) -> Results:
    """Results of one month, or of all rows: each table's kept ones while nothing has changed."""
    found = Results()
    for table in dict.fromkeys(rule.table for rule in rules):
        of = [rule for rule in rules if rule.table == table]
        named = {table, *(rule.kind.table for rule in of if isinstance(rule.kind, Reference))}
        snapshots = {
            name: _cut(session, name, period) for name in sorted(named) if _id(name) in session.catalogue.contracts
        }
        day = on or (period.last if period else None)
        history = Results(*(held.filter(pc.equal(held["table"], table)) for held in (before.results, before.failures)))
        identity = fingerprint(
            rules=[[rule.digest, repr(rule)] for rule in of], of=[s.identity if s else "" for s in snapshots.values()],
            day=str(day), sample=sample, before=history.results.to_pylist(),
        )  # fmt: skip
        kept = session.workspace.root / "checks" / (table or "_") / identity
        if (kept / "failures.parquet").exists():  # written last
            found += Results(pq.read_table(kept / "results.parquet"), pq.read_table(kept / "failures.parquet"))
            continue
        bound = {name: session.compute.table(session.contract(_id(name)), s) for name, s in snapshots.items()}
        made = check_tables(
            bound, of, period=str(period or ""), before=history, today=day, sample=sample, fetch=session.compute.fetch
        )
        if not pc.any(pc.equal(made.results["status"], "fault"), min_count=0).as_py():
            kept.mkdir(parents=True, exist_ok=True)
            pq.write_table(made.results, kept / "results.parquet")
            pq.write_table(made.failures, kept / "failures.parquet")
        found += made
    return found


def _cut(session: Session, table: str, period: Period | None) -> Snapshot | None:
    """A table as it is now, or the part of it that belongs to a month."""
    monthly = period is not None and session.contract(_id(table)).period and not table.endswith(WHOLE)
    return cut(session.snapshot(_id(table)), frozenset({str(period)}) if monthly else None)


def _id(table: str) -> str:
    return table.removesuffix(WHOLE)


def _read(paths: Iterable[Path]) -> list[Rule]:
    """The rules of some files; what a file states that no rule can say is told."""
    taken = [read_any(path) for path in paths]
    for said in (said for one in taken for said in one.left):
        click.echo(click.style("! not taken: ", fg="yellow") + said, err=True)
    return [rule for one in taken for rule in one.rules]


def _of(rules: Sequence[Rule], only: Sequence[str]) -> list[Rule]:
    """The rules of some tables; of all, when none is named.

    Raises:
        LushanError: no rule is of a table that is named.
    """
    known = {rule.table for rule in rules}
    if unknown := [table for table in only if table not in known]:
        raise LushanError(f"no rule is of {', '.join(unknown)}", where="--table", expected=", ".join(sorted(known)))
    return [rule for rule in rules if not only or rule.table in only]


def _keyed(rules: Sequence[Rule], session: Session) -> list[Rule]:
    """Rules with the key of their table's contract, where they say none."""
    known = session.catalogue.contracts
    return [replace(r, key=known[r.table].key) if not r.key and r.table in known else r for r in rules]


def _file(connection: ibis.BaseBackend, path: Path, text: bool) -> ir.Table:
    """A CSV or Parquet file as a table whose rows are numbered.

    Raises:
        LushanError: it cannot be read.
    """
    if not path.exists():
        raise LushanError("this file is not there", where=str(path), mend="see that the path is right")
    try:
        return connection.sql(_numbered(connection, path, text))
    except duckdb.Error as error:
        raise LushanError(
            f"this file cannot be read: {str(error).splitlines()[0]}",
            where=str(path),
            expected="a CSV file in UTF-8 with a head, or a Parquet file",
        ) from None


def _numbered(connection: ibis.BaseBackend, path: Path, text: bool) -> str:
    """The SQL that reads a file, its rows numbered."""
    name = literal(str(path))
    if path.suffix == ".parquet":
        return f"SELECT *, file_row_number + 1 AS {LINE} FROM read_parquet({name}, file_row_number = true)"
    between = connection.raw_sql(f"SELECT Delimiter FROM sniff_csv({name})").fetchone()[0]
    # a line that is cut short becomes a row that lacks values, for rules to find, and stops nothing
    form = f"delim = {literal(between)}, quote = '\"', strict_mode = false, null_padding = true"
    return f"SELECT *, row_number() OVER () AS {LINE} FROM read_csv({name}, all_varchar = {text}, {form})"
