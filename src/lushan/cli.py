"""The command line; thin: each command opens a workspace, calls one room and prints what came of it."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lushan import __version__
from lushan.errors import LushanError

if TYPE_CHECKING:
    from lushan.runs.session import Session
    from lushan.warehouse.landing import Landed

#: Exit codes that scripts can trust; click itself ends wrong usage with 2.
DONE, REFUSED, INCOMPLETE = 0, 1, 3


class Command(click.Command):
    """A command whose refusals are messages, not tracebacks."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a refusal is printed and ends with exit code 1."""
        try:
            return super().invoke(ctx)
        except LushanError as error:
            if ctx.params.get("as_json"):
                fields = {name: getattr(error, name) for name in ("found", "where", "expected", "mend", "excerpt")}
                click.echo(json.dumps({"error": fields}, ensure_ascii=False))
            else:
                click.echo(click.style("✗ ", fg="red") + str(error), err=True)
            sys.exit(REFUSED)


class Group(click.Group):
    """The group of all commands."""

    command_class = Command


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="lushan")
def main() -> None:
    """Lushan: a bank's own tables in; actions, a workbench and a traceable monthly magazine out.

    Exit codes: 0 done; 1 refused, with the reason; 2 wrong usage; 3 done in part.
    """


workspace_argument = click.argument("workspace", type=click.Path(file_okay=False, path_type=Path))
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for a program to read.")
period_option = click.option("--period", required=True, metavar="YYYY-MM", help="The month, such as 2023-04.")


def open_session(root: Path) -> Session:
    """A workspace opened for work with the definitions of all domains."""
    from lushan.domains import catalogue, parameters
    from lushan.runs.session import Session
    from lushan.runs.settings import see_settings
    from lushan.workspace import SETTINGS, Workspace

    workspace = Workspace.open(root)
    see_settings(workspace.parameters, parameters(), str(root / SETTINGS))
    return Session(workspace, catalogue())


def emit(value: Any) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


@main.command()
@workspace_argument
@click.option("--zh", default="本行", help="The bank's name in Chinese.")
@click.option("--en", default="The Bank", help="The bank's name in English.")
def init(workspace: Path, zh: str, en: str) -> None:
    """Make a workspace: a folder with a commented lushan.toml.

    \b
    Example:
      lushan init mybank --zh 匡庐银行 --en "Kuanglu Bank"
    """
    from lushan.words import Text
    from lushan.workspace import Workspace

    Workspace.create(workspace, Text(zh, en))
    click.echo(f"{workspace}/lushan.toml is written. Next: lushan sample {workspace}, or land a table of your own.")


@main.command()
@workspace_argument
@click.option("--scale", default=1.0, show_default=True, help="1 is a small bank; 100 has tens of millions of rows.")
@click.option("--seed", default=7, show_default=True, help="The same seed gives the same bytes.")
def sample(workspace: Path, scale: float, seed: int) -> None:
    """Write the sample bank's source files into a workspace, dirt included.

    \b
    Example:
      lushan sample mybank --scale 1 --seed 7
      lushan land mybank
    """
    from lushan.sample import write_sample
    from lushan.workspace import Workspace

    opened = Workspace.open(workspace)
    with working("writing the sample bank"):
        written = write_sample(opened.root, scale=scale, seed=seed)
    click.echo(f"{len(written)} files are in {opened.sources}. Next: lushan land {workspace}")


@main.command()
@workspace_argument
@click.argument("source", required=False)
@click.option("--as", "contract", metavar="TABLE", help="The contract that the source is landed under.")
@click.option("--map", "mapping", type=click.Path(dir_okay=False, path_type=Path), help="The mapping, in YAML.")
@click.option("--strict", is_flag=True, help="Refuse the whole source when a row breaks the contract.")
@json_option
def land(
    workspace: Path, source: str | None, contract: str | None, mapping: Path | None, strict: bool, as_json: bool
) -> None:
    """Bring a source in under a contract; without SOURCE, all that sources/sources.yaml lists.

    SOURCE is a CSV, Excel, Parquet, JSON-lines or XES file, or a database's URL whose query the mapping
    holds. Rows that break the contract go to quarantine with the reason. What has landed already changes nothing.

    \b
    Example:
      lushan land mybank tickets.csv --as delivery.ticket --map tickets.map.yaml
      lushan land mybank 'postgresql://reader:${CORE_PASSWORD}@core/bank' --as delivery.ticket --map core.map.yaml
      lushan land mybank
    """
    from lushan.warehouse.landing import Entry, read_manifest

    session = open_session(workspace)
    if source is None:
        entries = read_manifest(session.workspace.sources)
    elif contract is None:
        raise click.UsageError("say under which contract: --as delivery.ticket")
    else:
        entries = [Entry(source, contract, mapping)]
    results = []
    for entry in entries:
        results.append(_land(session, entry.source, entry.contract, entry.mapping, strict, as_json))
        if not as_json:
            _show_landed(results[-1], rows=source is not None)
    if as_json:
        emit([asdict(result) for result in results])
    elif source is None:
        rows, kept = sum(result.rows for result in results), sum(result.quarantined for result in results)
        same = sum(result.unchanged for result in results)
        click.echo(f"{len(results)} sources, {same} of them unchanged: {rows:,} rows, {kept:,} in quarantine.")


def _land(session: Session, source: str, table: str, mapping: Path | None, strict: bool, quiet: bool) -> Landed:
    from lushan.warehouse.landing import land, read_mapping

    contract = session.contract(table)
    mapped = read_mapping(mapping, contract) if mapping else None
    with session.journal.execution("land", table) as execution, working(f"landing {table}", quiet=quiet):
        result = land(
            session.warehouse, contract, source, mapped,
            zone=session.workspace.zone, strict=strict, memory=session.workspace.memory,
        )  # fmt: skip
        execution.detail |= {name: said for name, said in asdict(result).items() if name != "first"}  # no values
    return result


def _show_landed(result: Landed, rows: bool) -> None:
    """Print what became of a source and, where they are wanted, the first of the rows that broke its contract."""
    what = "unchanged" if result.unchanged else f"{result.rows:,} rows"
    click.echo(f"{click.style('✓', fg='green')} {result.table:<32} {what:>16}   version {result.version}")
    if result.quarantined:
        reasons = ", ".join(f"{rule} {count:,}" for rule, count in result.broken.items())
        click.echo(
            click.style(f"  {result.quarantined:,} in quarantine{': ' if reasons else ''}{reasons}", fg="yellow")
        )
    for told in result.first if rows else ():
        click.echo(f"    {told}")


@main.command()
@workspace_argument
@click.argument("table")
@click.option("--csv", "as_csv", is_flag=True, help="Print all of it as CSV.")
@json_option
def quarantine(workspace: Path, table: str, as_csv: bool, as_json: bool) -> None:
    """Show which rows of which files broke the contract of a table, and what in them broke which rule.

    \b
    Example:
      lushan quarantine mybank delivery.ticket
      lushan quarantine mybank delivery.ticket --csv > to_correct.csv
    """
    from lushan.progress import print_told
    from lushan.warehouse.landing import quarantined

    session = open_session(workspace)
    told = quarantined(session.warehouse, session.contract(table))
    if as_json:
        emit(list(told))
    elif as_csv:
        import csv

        writer = csv.DictWriter(sys.stdout, ("file", "row", "rule", "column", "value"))
        writer.writeheader()
        writer.writerows(told)
    elif not print_told(told):
        click.echo(f"{click.style('✓', fg='green')} no row of {table} is in quarantine")


@main.command()
@workspace_argument
@period_option
@json_option
def plan(workspace: Path, period: str, as_json: bool) -> None:
    """Say what a run would do, and why.

    \b
    Example:
      lushan plan mybank --period 2023-04
    """
    from lushan.runs.plan import plan as make_plan

    session = open_session(workspace)
    steps = make_plan(session, session.period(period))
    if as_json:
        emit([{"name": s.name, "period": s.slice, "status": s.status, "reason": s.reason} for s in steps])
        return
    for step in steps:
        colour = {"run": "green", "waiting": "yellow", "current": "bright_black"}[step.status]
        click.echo(f"{click.style(f'{step.status:<8}', fg=colour)} {step.name:<30} {step.slice or '':<8} {step.reason}")
    running = sum(step.status == "run" for step in steps)
    click.echo(f"{running} to run, {sum(step.status == 'current' for step in steps)} current.")


@main.command()
@workspace_argument
@period_option
@json_option
def run(workspace: Path, period: str, as_json: bool) -> None:
    """Run what a period needs and is not current; ends with 3 when a step failed.

    \b
    Example:
      lushan run mybank --period 2023-04
    """
    from lushan.progress import Bars
    from lushan.runs.run import Watcher
    from lushan.runs.run import run as carry_out

    session = open_session(workspace)
    watcher = Watcher() if as_json else Bars(session.progress)
    with watcher:
        outcome = carry_out(session, session.period(period), watcher)
    if as_json:
        fields = ("status", "reason", "version", "rows", "seconds")
        emit([
            {"name": r.step.name, "period": r.step.slice} | {name: getattr(r, name) for name in fields}
            for r in outcome.results
        ])  # fmt: skip
    else:
        count = {
            status: sum(r.status == status for r in outcome.results)
            for status in ("done", "current", "failed", "waiting")
        }
        click.echo(", ".join(f"{number} {status}" for status, number in count.items() if number) + ".")
        for result in outcome.failed:
            click.echo(click.style(f"✗ {result.step.name}: ", fg="red") + result.reason, err=True)
    if outcome.failed:
        sys.exit(INCOMPLETE)


@main.command()
@workspace_argument
@click.argument("figure", nargs=-1)
@period_option
@json_option
def figures(workspace: Path, figure: tuple[str, ...], period: str, as_json: bool) -> None:
    """Print a period's figures, all of them or those that are named.

    \b
    Example:
      lushan figures mybank --period 2023-04 --json
      lushan figures mybank 'delivery.received[企金]' --period 2023-04
    """
    from lushan.runs.trace import all_figures, find_figure

    session = open_session(workspace)
    at = session.period(period)
    values = [find_figure(session, text, at) for text in figure] or all_figures(session, at)
    shown = {value.id(at): value.rounded(session.catalogue.metrics[value.metric].decimals) for value in values}
    if as_json:
        emit(shown)
        return
    for name, value in shown.items():
        click.echo(f"{name:<56} {'—' if value is None else value}")


@main.command()
@workspace_argument
@click.argument("figure")
@period_option
@click.option("--csv", "as_csv", is_flag=True, help="Print the rows as CSV.")
@json_option
def trace(workspace: Path, figure: str, period: str, as_csv: bool, as_json: bool) -> None:
    """Walk a figure back: its definition, SQL, versions and rows.

    \b
    Example:
      lushan trace mybank delivery.throughput --period 2023-04
      lushan trace mybank delivery.throughput --period 2023-04 --csv > rows.csv
    """
    from lushan.access.mask import masked
    from lushan.runs.trace import figure_rows, find_figure
    from lushan.runs.trace import trace as walk

    session = open_session(workspace)
    at = session.period(period)
    value = find_figure(session, figure, at)
    found = walk(session, value)
    contracts = [session.contract(source.table) for source in found.sources]
    rows = masked(figure_rows(session, value), contracts)
    if as_csv:
        import pyarrow.csv as csv

        csv.write_csv(rows, sys.stdout.buffer)
    elif as_json:
        emit({
            "id": figure, "value": value.rounded(found.metric.decimals), "title": asdict(found.metric.title),
            "formula": asdict(found.metric.formula), "sql": found.sql, "rows_sql": found.rows_sql,
            "sources": [asdict(source) for source in found.sources], "rows": rows.num_rows,
        })  # fmt: skip
    else:
        from lushan.progress import print_trace

        print_trace(found, figure, rows)


@main.command()
@workspace_argument
@click.argument("period", metavar="YYYY-MM")
@click.option("--revise", is_flag=True, help="Publish a correction beside the frozen edition, as its next revision.")
@json_option
def publish(workspace: Path, period: str, revise: bool, as_json: bool) -> None:
    """Publish a period's edition: HTML, PDF, JSON and trace pages; what is published once is frozen.

    \b
    Example:
      lushan publish mybank 2023-04
    """
    from lushan.magazine.publish import publish as print_edition

    session = open_session(workspace)
    with working(f"publishing {period}", quiet=as_json), session.journal.execution("publish", period) as execution:
        edition = print_edition(session, session.period(period), revise=revise)
        execution.detail["folder"] = edition.name
    if as_json:
        emit({"folder": str(edition)})
    else:
        click.echo(f"{click.style('✓', fg='green')} {edition}/index.html and {edition}/edition.pdf")


@main.command()
@workspace_argument
@json_option
def doctor(workspace: Path, as_json: bool) -> None:
    """Say what is wrong with a workspace, and how to mend it; ends with 1 when something is.

    \b
    Example:
      lushan doctor mybank
    """
    from lushan.doctor import examine

    findings = examine(workspace)
    if as_json:
        emit([asdict(finding) for finding in findings])
    for finding in findings if not as_json else ():
        click.echo(str(finding))
    if not findings and not as_json:
        click.echo(f"{click.style('✓', fg='green')} nothing is wrong with {workspace}")
    if any(finding.severity == "error" for finding in findings):
        sys.exit(REFUSED)


@main.command()
@workspace_argument
def expire(workspace: Path) -> None:
    """Delete versions that are neither the newest nor behind a published edition.

    \b
    Example:
      lushan expire mybank
    """
    from lushan.magazine.publish import pinned_versions

    session = open_session(workspace)
    gone = session.warehouse.expire(pinned_versions(session.workspace))
    click.echo(f"{len(gone)} files of old versions are deleted.")


@main.command()
@workspace_argument
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8400, show_default=True, help="The port to listen on.")
def serve(workspace: Path, host: str, port: int) -> None:
    """Show editions, the catalogue, runs and lineage in a browser.

    \b
    Example:
      lushan serve mybank
    """
    from lushan.workbench import serve as listen

    session = open_session(workspace)
    click.echo(f"http://{host}:{port}/ shows {session.workspace.bank.zh}; Ctrl-C ends it.")
    listen(session, host=host, port=port)


def working(what: str, quiet: bool = False) -> Any:
    """A spinner for something that takes a while, on a terminal."""
    from lushan.progress import spinner

    return spinner(what, quiet=quiet)
