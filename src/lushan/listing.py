"""Tables and traces as a terminal shows them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import click
import pyarrow as pa
from rich.cells import set_cell_size
from rich.console import Console
from rich.markup import escape
from rich.syntax import Syntax
from rich.table import Table

from lushan.command import counted
from lushan.exhibits.format import write
from lushan.runs.figures import Value
from lushan.runs.metric import Metric
from lushan.runs.trace import Trace
from lushan.warehouse.warehouse import Version

ROWS, COLUMNS = 20, 8
#: How wide tables are where no terminal says it.
WIDE = 160
#: How wide an id is written, so that the values after it stand in one column.
ID = 52


def console() -> Console:
    """What is printed to: as wide as the terminal, or wide enough where there is none."""
    made = Console()
    return made if made.is_terminal else Console(width=WIDE)


def indented(text: str, by: int = 2) -> str:
    """A long text in lines that fit the terminal, all of them indented.

    >>> print(indented("a b", 4))
        a b
    """
    room = max(40, console().width)
    return textwrap.fill(text, room, initial_indent=" " * by, subsequent_indent=" " * by, break_long_words=False)


def figure_line(name: str, value: Value, metric: Metric) -> str:
    """One figure as a line: its id, its value as written, and what it is called."""
    held = value.number if value.number is not None else value.text
    written = write(held, metric.unit, metric.decimals, "en")
    return f"{set_cell_size(name, max(ID, len(name)))} {written:>16}  {metric.title.zh}"


def print_table(heads: Sequence[str], rows: Iterable[Sequence[Any]], numbers: Sequence[str] = ()) -> None:
    """Print rows under heads.

    Args:
        numbers: the heads of columns that stand to the right.
    """
    table = Table(box=None, pad_edge=False, header_style="bright_black", padding=(0, 3, 0, 0))
    for head in heads:
        table.add_column(head, justify="right" if head in numbers else "left", no_wrap=True, overflow="ellipsis")
    for row in rows:
        table.add_row(*(_cell(value) for value in row))
    screen = console()
    with screen.capture() as written:
        screen.print(table, highlight=False)
    for line in written.get().splitlines():
        click.echo(line.rstrip())


def print_trace(trace: Trace, figure: str, rows: pa.Table) -> None:
    """Print a trace: what the figure means, how it was computed, from what, and its first rows."""
    screen, metric = console(), trace.metric
    screen.print(f"[bold]{escape(figure)}[/]  {trace.value.rounded(metric.decimals)}")
    screen.print(f"{metric.title.zh} · {metric.title.en}")
    screen.print(f"{metric.formula.zh} · {metric.formula.en}\n", highlight=False)
    screen.print(Syntax(trace.rows_sql, "sql", background_color="default"))
    screen.print("\nread from", style="bold")
    print_table(
        ("table", "version", "made by", "rows", "of"),
        (
            (
                source.table,
                source.version,
                source.kind,
                f"{sum(part.rows for part in source.parts):,}",
                ", ".join(source.reads or source.landed_from),
            )
            for source in trace.sources
        ),
        numbers=("version", "rows"),
    )
    screen.print(f"\n{counted(rows.num_rows, 'row')}", style="bold")
    heads = rows.column_names[:COLUMNS]
    print_table(heads, (tuple(row.values())[:COLUMNS] for row in rows.slice(0, ROWS).to_pylist()))
    if rows.num_rows > ROWS or rows.num_columns > COLUMNS:
        screen.print("all rows and columns: --csv", style="bright_black")


def version_facts(version: Version, kept: bool) -> dict[str, Any]:
    """What a program is told of a version of a table.

    Args:
        kept: whether a published edition keeps it readable.
    """
    note = version.note
    return {
        "version": version.number,
        "written_at": datetime.fromtimestamp(version.at // 1000, UTC).isoformat(),
        "of": note.get("source") or note.get("name") or note.get("kind", ""),
        "periods": [period for period in note.get("periods", ()) if period],
        "kept": kept,
    }


def print_versions(versions: Iterable[Mapping[str, Any]], zone: str) -> None:
    """Print the versions of a table by the bank's clock."""

    def written(facts: Mapping[str, Any]) -> str:
        return f"{datetime.fromisoformat(facts['written_at']).astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S}"

    rows = (
        (v["version"], written(v), v["of"], _span(v["periods"]), "by an edition" if v["kept"] else "") for v in versions
    )
    print_table(("version", "written", "of", "periods", "kept"), rows, numbers=("version",))


def _span(periods: Sequence[str]) -> str:
    """Some periods in few words.

    >>> _span(["2023-01", "2023-02", "2023-03"]), _span(["2023-04"])
    ('2023-01 to 2023-03', '2023-04')
    """
    return f"{periods[0]} to {periods[-1]}" if len(periods) > 2 else ", ".join(periods)


def print_told(told: Iterable[Mapping[str, Any]]) -> bool:
    """Print the first of what is told of rows in quarantine; returns whether there is anything."""
    rows = list(islice(told, ROWS + 1))
    if rows:
        print_table(tuple(rows[0]), (tuple(row.values()) for row in rows[:ROWS]), numbers=("row",))
    if len(rows) > ROWS:
        click.echo(f"the first {ROWS}; all of them: --csv")
    return bool(rows)


def _cell(value: Any) -> str:
    return "" if value is None else escape(str(value))
