"""What a terminal shows while work goes on; nothing, when no one is looking."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from lushan.runs.plan import Step
from lushan.runs.run import Result, Watcher

MARKS = {"done": "[green]✓[/]", "failed": "[red]✗[/]", "waiting": "[yellow]…[/]"}
BAR, NAME = 20, 38


@contextmanager
def spinner(what: str, quiet: bool = False) -> Iterator[None]:
    """Show that something is under way, and for how long."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield
        return
    columns = (SpinnerColumn(style="green"), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        progress.add_task(what)
        yield


class Bars(Watcher):
    """A bar for each step of a run, moved by what the engine says of the work under way, in percent.

    A step that has ended becomes a line; one that was current already is not worth one.
    """

    def __init__(self, progress: Callable[[], float]) -> None:
        self.done = progress
        self.console = Console(stderr=True)
        self.progress = Progress(
            TextColumn(f"  {{task.description:<{NAME}}}"),
            BarColumn(BAR, complete_style="green"),
            TextColumn("{task.fields[note]}"),
            TimeElapsedColumn(),
            console=self.console,
            transient=True,
            disable=not self.console.is_terminal,
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
        self.task = self.progress.add_task(_name(step), total=100, note=f"{number} of {of}")

    def ends(self, result: Result) -> None:
        """Turn the bar into a line that says what became of the step."""
        if self.task is not None:
            self.progress.remove_task(self.task)
            self.task = None
        if not self.console.is_terminal or result.status not in MARKS:
            return
        said = (
            f"{result.rows:>9,} {'row ' if result.rows == 1 else 'rows'}" if result.rows is not None else result.status
        )
        bar = "━" * BAR if result.status == "done" else " " * BAR
        took = f"{result.seconds:6.1f} s" if result.status == "done" else ""
        self.progress.console.print(
            f"{MARKS[result.status]} {_name(result.step):<{NAME}} [green]{bar}[/] {said} [bright_black]{took}[/]",
            highlight=False,
        )

    def _follow(self) -> None:
        while not self.ended.wait(0.2):
            task = self.task
            if task is not None and (done := self.done()) > 0:
                self.progress.update(task, completed=min(done, 99))


def _name(step: Step) -> str:
    return f"{step.name} {step.slice or ''}".rstrip()
