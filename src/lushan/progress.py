"""What a terminal shows while work goes on, and how a trace is printed there."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

import pyarrow as pa
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.syntax import Syntax
from rich.table import Table

from lushan.runs.plan import Step
from lushan.runs.run import Result, Watcher
from lushan.runs.trace import Trace

ROWS = 20
MARKS = {"done": "[green]✓[/]", "current": "[bright_black]·[/]", "failed": "[red]✗[/]", "waiting": "[yellow]…[/]"}


@contextmanager
def spinner(what: str, quiet: bool = False) -> Iterator[None]:
    """Show that something is under way; nothing is written when no one is looking."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield
        return
    with console.status(what):
        yield


class Bars(Watcher):
    """A bar for each step of a run, moved by what the engine says of the work under way, in percent."""

    def __init__(self, progress: Callable[[], float]) -> None:
        self.done = progress
        self.progress = Progress(
            TextColumn("{task.fields[mark]} {task.description:<40}"),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[note]}"),
            TimeElapsedColumn(),
        )
        self.task: TaskID | None = None
        self.ended = threading.Event()

    def __enter__(self) -> Bars:
        self.progress.start()
        threading.Thread(target=self._follow, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self.ended.set()
        self.progress.stop()

    def begins(self, step: Step, number: int, of: int) -> None:
        """Add a bar."""
        name = f"{step.name} {step.slice or ''}"
        self.task = self.progress.add_task(name, total=100, mark=" ", note=f"{number}/{of}")

    def ends(self, result: Result) -> None:
        """Fill the bar and say what became of the step."""
        note = f"{result.rows:,} rows" if result.rows is not None else result.status
        if self.task is not None:
            self.progress.update(self.task, completed=100, mark=MARKS[result.status], note=note)
            self.progress.stop_task(self.task)

    def _follow(self) -> None:
        while not self.ended.wait(0.2):
            if self.task is not None:
                done = self.done()
                task = next((task for task in self.progress.tasks if task.id == self.task), None)
                if task and not task.finished and done > task.completed:
                    self.progress.update(self.task, completed=min(done, 99))


def print_trace(trace: Trace, figure: str, rows: pa.Table) -> None:
    """Print a trace: what the figure means, how it was computed, from what, and its first rows."""
    console, metric = Console(), trace.metric
    console.print(f"[bold]{figure}[/]  {trace.value.rounded(metric.decimals)}")
    console.print(f"{metric.title.zh} · {metric.title.en}\n{metric.formula.zh} · {metric.formula.en}\n")
    console.print(Syntax(trace.rows_sql, "sql", background_color="default"))
    tables = Table("table", "version", "kind", "rows", "made of", title="read from", title_justify="left")
    for source in trace.sources:
        rows_held = sum(part.rows for part in source.parts)
        made_of = ", ".join(source.reads or source.landed_from)
        tables.add_row(source.table, str(source.version), source.kind, f"{rows_held:,}", made_of)
    console.print(tables)
    shown = Table(*rows.column_names[:8], title=f"{rows.num_rows:,} rows", title_justify="left")
    for record in rows.slice(0, ROWS).to_pylist():
        shown.add_row(*(_cell(value) for value in list(record.values())[:8]))
    console.print(shown)
    if rows.num_rows > ROWS:
        console.print(f"the first {ROWS} rows; all of them: --csv")


def print_told(told: Iterable[Mapping[str, Any]]) -> bool:
    """Print the first of what is told of rows in quarantine; returns whether there is anything."""
    rows = list(islice(told, ROWS + 1))
    if rows:
        shown = Table(*rows[0])
        for row in rows[:ROWS]:
            shown.add_row(*(_cell(value) for value in row.values()))
        Console().print(shown)
    if len(rows) > ROWS:
        Console().print(f"the first {ROWS}; all of them: --csv")
    return bool(rows)


def _cell(value: Any) -> str:
    return "" if value is None else escape(str(value))
