"""Looking into an event log, without a workspace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lushan.command import Command, Group, counted, done, emit, json_option, working
from lushan.errors import LushanError

if TYPE_CHECKING:
    from lushan.engines.process.open import Opened
    from lushan.engines.process.overview import Indicator

#: The columns of a log that may be told, under the names of `event_log`'s arguments.
COLUMNS = {
    "case": "What names the case.",
    "activity": "What was done.",
    "at": "When.",
    "resource": "Who did it.",
    "department": "Where it was done.",
    "action": "How it was decided.",
    "lifecycle": "Start, complete and the like.",
    "place": "The event's number in its source.",
}
FITTING = "A list of activities, such as 'apply,decide,pay', or a BPMN 2.0 file."
#: How many names are written out in a line.
MANY = 5
PLACES = ("times", "mean", "median", "P90")


def log_options(command: Callable[..., None]) -> Callable[..., None]:
    """The argument and the options by which every command here takes a log."""
    for name, text in reversed(COLUMNS.items()):
        command = click.option(f"--{name}", metavar="COLUMN", help=f"{text} Guessed where not told.")(command)
    for option in (
        click.option("--end", "ends", multiple=True, metavar="ACTIVITY", help="What ends a case; may be repeated."),
        click.option("--working", "working_time", is_flag=True, help="Tell durations in China's working time."),
        click.option("--zone", default="Asia/Shanghai", show_default=True, help="Where office hours are kept."),
        click.argument("log", type=click.Path(path_type=Path)),
    ):
        command = option(command)
    return command


@click.group(cls=Group)
def process() -> None:
    """Look into an event log (XES, CSV or Parquet) that no workspace knows.

    \b
    Example:
      lushan process map loans.xes.gz -o loans.html
    """


@process.command("map", cls=Command)
@log_options
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="An .svg, or an .html page.")
@click.option("--paths", type=click.FloatRange(0.01, 1), help="Of all steps, the share that paths shall hold.")
@click.option("--show", type=click.Choice(["count", "time"]), default="count", show_default=True, help="On paths.")
@click.option("--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Of the picture.")
@json_option
def draw(
    log: Path, output: Path | None, paths: float | None, show: Any, language: Any, as_json: bool, **told: Any
) -> None:
    """Draw the process: its activities, and how cases go from one to another.

    \b
    Example:
      lushan process map loans.xes.gz -o loans.html
      lushan process map approvals.csv --case 单号 --activity 节点 --at 处理时间 --show time
    """
    from lushan.engines.process.graph import flow
    from lushan.exhibits.paths import draw_map, map_page
    from lushan.exhibits.style import for_print
    from lushan.listing import print_table

    opened = _opened(log, told, as_json)
    with working("drawing", quiet=as_json):
        ordered = flow(opened.followed, opened.cases).order_by(["times", "source", "target"])
        rows = ordered.to_pyarrow()
    busiest = rows.to_pylist()[::-1]
    written = output or Path(f"{log.name.partition('.')[0]}.svg")
    if written.suffix == ".html":
        picture = map_page(rows, language, log.name)
    elif written.suffix == ".svg":
        picture = for_print(draw_map(rows, language, show, paths or 0))
    else:
        raise LushanError("a map is an .svg or an .html", where=str(written), mend="name the file so")
    if output or not as_json:
        written.write_text(picture, encoding="utf-8")
    if as_json:
        emit({"columns": opened.columns, "remarks": opened.remarks, "paths": busiest})
        return
    _remark(opened)
    named = ((row["source"] or "(begin)", row["target"] or "(end)", *_lasting(row)) for row in busiest[:20])
    print_table(("from", "to", *PLACES), named, PLACES)
    done(f"{written} is drawn of {counted(len(busiest), 'path')}")


@process.command(cls=Command)
@log_options
@click.option("--limit", default=20, show_default=True, help="How many to list.")
@json_option
def variants(log: Path, limit: int, as_json: bool, **told: Any) -> None:
    """List the ways that cases take, the most frequent first.

    \b
    Example:
      lushan process variants loans.xes.gz --limit 5
    """
    from lushan.engines.process.variants import variants as ways
    from lushan.listing import print_table

    opened = _opened(log, told, as_json)
    with working("following each case", quiet=as_json):
        rows = ways(opened.followed).to_pyarrow().to_pylist()
    if as_json:
        emit({"columns": opened.columns, "remarks": opened.remarks, "count": len(rows), "variants": rows[:limit]})
        return
    _remark(opened)
    heads = ("", "cases", "share", *PLACES[1:], "path")
    listed = (
        (row["variant"], f"{row['cases']:,}", f"{row['share']:.1%}", *_lasting(row)[1:], _listed(row["path"], " → "))
        for row in rows[:limit]
    )
    print_table(heads, listed, heads[:-1])
    click.echo(counted(len(rows), "variant"))


@process.command(cls=Command)
@log_options
@json_option
def indicators(log: Path, as_json: bool, **told: Any) -> None:
    """Tell a log's indicators, and where its cases spend their time.

    \b
    Example:
      lushan process indicators loans.xes.gz --working --zone Europe/Amsterdam
    """
    from lushan.engines.process.overview import overview
    from lushan.engines.process.steps import bottlenecks, steps, timed
    from lushan.listing import print_table

    opened = _opened(log, told, as_json)
    with working("measuring", quiet=as_json):
        found = overview(opened.log, opened.followed, opened.cases, opened.clock)
        places = bottlenecks(timed(steps(opened.log), opened.clock)).limit(10).to_pyarrow().to_pylist()
    if as_json:
        listed = [asdict(indicator) for indicator in found]
        emit({"columns": opened.columns, "remarks": opened.remarks, "indicators": listed, "bottlenecks": places})
        return
    _remark(opened)
    rows = ((each.title.zh, each.title.en, _written(each), each.formula) for each in found)
    print_table(("indicator", "", "value", "formula"), rows, ("value",))
    click.echo("\nwhere cases spend their time")
    heads = ("activity", "steps", "pending", "share", "of it waiting", *PLACES[1:])
    listed_places = (
        (row["activity"], f"{row['steps']:,}", f"{row['pending']:,}", *_shares(row), *_lasting(row)[1:])
        for row in places
    )
    print_table(heads, listed_places, heads[1:])


@process.command(cls=Command)
@log_options
@click.option("--model", "path", required=True, metavar="LIST|FILE", help=FITTING)
@click.option("--limit", default=20, show_default=True, help="How many variants to list.")
@json_option
def conformance(log: Path, path: str, limit: int, as_json: bool, **told: Any) -> None:
    """Hold a log against a model: how many cases keep to it, and what the others leave out or do besides.

    \b
    Example:
      lushan process conformance approvals.csv --model 发起,部门审批,法务审查,用印,归档
      lushan process conformance loans.xes.gz --model loans.bpmn
    """
    from lushan.engines.process.bpmn import read_bpmn
    from lushan.engines.process.conformance import conformance as hold
    from lushan.engines.process.model import Model
    from lushan.engines.process.variants import variants as ways
    from lushan.listing import print_table

    is_file = path.endswith((".bpmn", ".xml"))
    model = read_bpmn(Path(path)) if is_file else Model.of([name.strip() for name in path.split(",")])
    opened = _opened(log, told, as_json)
    with working("holding each variant against the model", quiet=as_json):
        rows = hold(ways(opened.followed).to_pyarrow(), model).to_pylist()
    cases = sum(row["cases"] for row in rows)
    fitting = sum(row["cases"] for row in rows if row["fits"])
    fitness = sum(row["cases"] * row["fitness"] for row in rows) / cases if cases else None
    if as_json:
        told_of = {"cases": cases, "fitting": fitting, "fitness": fitness, "variants": rows[:limit]}
        emit({"columns": opened.columns, "remarks": opened.remarks} | told_of)
        return
    _remark(opened)
    heads = ("", "cases", "fitness", "left out", "besides")
    listed = (
        (
            row["variant"],
            f"{row['cases']:,}",
            f"{row['fitness']:.3f}",
            _listed(row["skipped"]),
            _listed(row["extra"]),
        )
        for row in rows[:limit]
    )
    print_table(heads, listed, heads[:3])
    kept = fitting / cases if cases else 0
    click.echo(
        f"{fitting:,} of {counted(cases, 'case')} keep to the model ({kept:.1%}); mean fitness {fitness or 0:.3f}"
    )


def _opened(log: Path, told: dict[str, Any], quiet: bool) -> Opened:
    from lushan.engines.process.open import open_log
    from lushan.runs.clock import local

    columns = {name: told[name] for name in COLUMNS}
    zone = told["zone"]
    with working(f"reading {log.name}", quiet=quiet):
        shown = (lambda moment: local(moment, zone)) if told["working_time"] else None
        return open_log(log, columns, ends=told["ends"], office=shown)


def _remark(opened: Opened) -> None:
    read = ", ".join(f"{name}: {column}" for name, column in opened.columns.items() if column)
    click.echo(click.style(f"read {read}", fg="bright_black"))
    for remark in opened.remarks:
        click.echo(click.style(f"! {remark}", fg="yellow"))


def _listed(names: Sequence[str], between: str = ", ") -> str:
    """Names in a line, the middle of a long one left out."""
    if len(names) > MANY:
        names = [*names[: MANY - 2], f"… {len(names) - MANY + 1} …", names[-1]]
    return between.join(names)


def _lasting(row: dict[str, Any]) -> Sequence[str]:
    """How often something happened, and how long it took."""
    times = row.get("times", row.get("cases", row.get("steps")))
    return f"{times:,}", *(_duration(row[f"{name}_seconds"]) for name in ("mean", "median", "p90"))


def _shares(row: dict[str, Any]) -> Sequence[str]:
    return tuple("" if row[name] is None else f"{row[name]:.1%}" for name in ("share", "waiting_share"))


def _duration(seconds: float | None) -> str:
    from lushan.exhibits.paths import write_duration

    return "" if seconds is None else write_duration(seconds, "en")


def _written(indicator: Indicator) -> str:
    value = indicator.value
    if value is None:
        return "—"
    return {
        "count": f"{value:,.0f}",
        "seconds": _duration(value),
        "share": f"{value:.2%}",
        "mean": f"{value:,.2f}",
    }[indicator.kind]
