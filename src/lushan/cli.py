"""The command line; thin: each command opens a workspace, calls one room and prints what came of it."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lushan import __version__
from lushan.command import (
    IN_PART,
    REFUSED,
    Group,
    counted,
    done,
    emit,
    json_option,
    open_session,
    period_option,
    refuse,
    told,
    working,
    workspace_argument,
)
from lushan.commands.actions import actions, judge
from lushan.commands.check import check, rules
from lushan.commands.compare import compare
from lushan.commands.graph import graph
from lushan.commands.process import process
from lushan.commands.reconcile import reconcile
from lushan.errors import LushanError

if TYPE_CHECKING:
    from lushan.runs.session import Session
    from lushan.warehouse.landing import Entry, Landed


@click.group("lushan", cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="lushan")
def main() -> None:
    """Lushan: a bank's own tables in; actions, a workbench and a traceable monthly magazine out.

    Exit codes: 0 done; 1 refused, with the reason; 2 wrong usage; 3 done in part.
    """


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
    done(f"{workspace}/lushan.toml is written. Next: lushan sample {workspace}, or land a table of your own.")


@main.command()
@workspace_argument
@click.option("--scale", default=1.0, show_default=True, help="1 is a small bank; 100 has tens of millions of rows.")
@click.option("--seed", default=7, show_default=True, help="The same seed gives the same bytes.")
@click.option("--faults", is_flag=True, help="Plant faults of every class in what is filed with the regulator.")
def sample(workspace: Path, scale: float, seed: int, faults: bool) -> None:
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
        written = write_sample(opened.root, scale=scale, seed=seed, faults=faults)
    done(f"{counted(len(written), 'file')} in {opened.sources}. Next: lushan land {workspace}")


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
    """Bring a source in under a contract, or all that the workspace lists.

    SOURCE is a CSV, Excel, Parquet, JSON-lines or XES file, or a database's URL whose query the mapping
    holds. Rows that break the contract go to quarantine with the reason. What has landed already changes nothing.
    Without SOURCE, all that sources/sources.yaml lists is landed in its order.

    \b
    Example:
      lushan land mybank tickets.csv --as delivery.ticket --map tickets.map.yaml
      lushan land mybank 'postgresql://reader:${CORE_PASSWORD}@core/bank' --as delivery.ticket --map core.map.yaml
      lushan land mybank
    """
    from lushan.warehouse.landing import Entry, read_manifest

    if source is not None and contract is None:
        raise click.UsageError("say under which contract: --as delivery.ticket")
    session = open_session(workspace)
    if source is not None and contract is not None:
        landed = _land(session, Entry(source, contract, mapping), strict, quiet=as_json)
        if as_json:
            emit([asdict(landed)])
        else:
            _show_landed(landed, rows=True)
    else:
        _land_all(session, read_manifest(session.workspace.sources), strict, as_json)


def _land_all(session: Session, entries: list[Entry], strict: bool, as_json: bool) -> None:
    """Land a manifest: a source that is refused stops only those that refer to its table."""
    results: list[Landed] = []
    failed: dict[str, LushanError] = {}
    for entry in entries:
        try:
            wanted = {rule.table for rule in session.contract(entry.contract).rules if rule.kind == "reference"}
            if waits := sorted(wanted & (failed.keys() - {entry.contract})):
                raise LushanError(
                    f"it refers to {', '.join(waits)}, which did not land",
                    where=entry.contract,
                    mend="mend that first; this was not landed",
                )
            results.append(_land(session, entry, strict, quiet=as_json))
        except LushanError as error:
            failed[entry.contract] = error
            if not as_json:
                refuse(error, as_json=False)
        else:
            if not as_json:
                _show_landed(results[-1], rows=False)
    if as_json:
        refusals = [{"table": table, "error": told(error)} for table, error in failed.items()]
        emit([*(asdict(result) for result in results), *refusals])
    else:
        rows, kept = sum(result.rows for result in results), sum(result.quarantined for result in results)
        same = sum(result.unchanged for result in results)
        refused = f", {len(failed)} refused" if failed else ""
        count = f"{counted(len(entries), 'source')}, {same} unchanged{refused}"
        click.echo(f"{count}: {counted(rows, 'row')}, {kept:,} in quarantine.")
    if failed:
        sys.exit(IN_PART if results else REFUSED)


def _land(session: Session, entry: Entry, strict: bool, quiet: bool) -> Landed:
    from lushan.warehouse.landing import land, read_mapping

    contract = session.contract(entry.contract)
    mapped = read_mapping(entry.mapping, contract) if entry.mapping else None
    with session.journal.execution("land", contract.id) as execution, working(f"landing {contract.id}", quiet=quiet):
        result = land(
            session.warehouse, contract, entry.source, mapped,
            zone=session.workspace.zone, strict=strict, memory=session.workspace.memory,
        )  # fmt: skip
        execution.detail |= {name: said for name, said in asdict(result).items() if name != "first"}  # no values
    return result


def _show_landed(result: Landed, rows: bool) -> None:
    """Print what became of a source and, where they are wanted, the first of the rows that broke its contract."""
    from lushan.listing import indented

    what = "unchanged" if result.unchanged else counted(result.rows, "row")
    done(f"{result.table:<32} {what:>16}   version {result.version}")
    if result.quarantined:
        reasons = ", ".join(f"{rule} {count:,}" for rule, count in result.broken.items())
        said = f"{result.quarantined:,} in quarantine{': ' if reasons else ''}{reasons}"
        click.echo(click.style(indented(said), fg="yellow"))
    for line in result.first if rows else ():
        click.echo(indented(line, 4))


@main.command()
@workspace_argument
@click.argument("table")
@click.option("--csv", "as_csv", is_flag=True, help="Print all of it as CSV.")
@json_option
def quarantine(workspace: Path, table: str, as_csv: bool, as_json: bool) -> None:
    """Show which rows of which files broke the contract of a table.

    Each is told with the rule, the column and the value, which is masked where the contract says so.

    \b
    Example:
      lushan quarantine mybank delivery.ticket
      lushan quarantine mybank delivery.ticket --csv > to_correct.csv
    """
    from lushan.listing import print_told
    from lushan.warehouse.landing import quarantined

    session = open_session(workspace)
    held = quarantined(session.warehouse, session.contract(table))
    if as_json:
        emit(list(held))
    elif as_csv:
        import csv

        writer = csv.DictWriter(sys.stdout, ("file", "row", "rule", "column", "value"))
        writer.writeheader()
        writer.writerows(held)
    elif not print_told(held):
        done(f"no row of {table} is in quarantine")


@main.command()
@workspace_argument
@click.argument("table")
@json_option
def versions(workspace: Path, table: str, as_json: bool) -> None:
    """List the versions of a table, the newest first.

    Each is told with when it was written, of what, and whether a published edition keeps it.

    \b
    Example:
      lushan versions mybank delivery.ticket
    """
    from lushan.listing import print_versions, version_facts
    from lushan.magazine.publish import pinned_versions

    session = open_session(workspace)
    kept = pinned_versions(session.workspace).get(table, set())
    listed = [version_facts(version, version.number in kept) for version in session.warehouse.versions(table)]
    if as_json:
        emit(listed)
    else:
        print_versions(listed, session.workspace.zone)


@main.command()
@workspace_argument
@period_option
@json_option
def plan(workspace: Path, period: str, as_json: bool) -> None:
    """Say what a run would do, and why.

    A domain whose steps all wait is told of in one line; with --json every step is.

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
    active = {step.name.split(".")[0] for step in steps if step.status != "waiting"}
    idle = Counter(name for step in steps if (name := step.name.split(".")[0]) not in active)
    for domain, count in sorted(idle.items()):  # one line for a part of the bank that has landed nothing
        steps_of = counted(count, "step")
        click.echo(f"{click.style('waiting ', fg='yellow')} {domain:<39} {steps_of}: the tables they need hold nothing")
    for step in (step for step in steps if step.name.split(".")[0] in active):
        colour = {"run": "green", "waiting": "yellow", "current": "bright_black"}[step.status]
        click.echo(f"{click.style(f'{step.status:<8}', fg=colour)} {step.name:<30} {step.slice or '':<8} {step.reason}")
    running = sum(step.status == "run" for step in steps)
    click.echo(f"{running} to run, {sum(step.status == 'current' for step in steps)} current.")


@main.command()
@workspace_argument
@period_option
@json_option
def run(workspace: Path, period: str, as_json: bool) -> None:
    """Run what a period needs and is not current.

    A step that fails stops only what depends on it; the command then ends with 3.

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
        sys.exit(IN_PART)


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
    from lushan.listing import figure_line

    for value in values:
        click.echo(figure_line(value.id(at), value, session.catalogue.metrics[value.metric]))


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
    from lushan.runs.trace import figure_rows, find_figure, measured
    from lushan.runs.trace import trace as walk

    session = open_session(workspace)
    at = session.period(period)
    value = find_figure(session, figure, at)
    session = measured(session, value.metric.split(".")[0], at)
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
        from lushan.listing import print_trace

        print_trace(found, figure, rows)


@main.command()
@workspace_argument
@click.argument("period", metavar="YYYY-MM")
@click.option("--revise", is_flag=True, help="Publish a correction beside the frozen edition, as its next revision.")
@json_option
def publish(workspace: Path, period: str, revise: bool, as_json: bool) -> None:
    """Publish a period's edition: HTML, PDF, JSON and trace pages.

    What is published once is frozen: publishing it again gives the same bytes.

    \b
    Example:
      lushan publish mybank 2023-04
    """
    from hashlib import sha256

    from lushan.magazine.publish import publish as print_edition

    session = open_session(workspace)
    with working(f"publishing {period}", quiet=as_json), session.journal.execution("publish", period) as execution:
        edition = print_edition(session, session.period(period), revise=revise)
        printed = sha256((edition / "edition.json").read_bytes()).hexdigest()
        execution.detail |= {"folder": edition.name, "sha256": printed}
    if as_json:
        emit({"folder": str(edition)})
    else:
        done(f"{edition}/index.html and {edition}/edition.pdf")


@main.command()
@workspace_argument
@json_option
def doctor(workspace: Path, as_json: bool) -> None:
    """Say what is wrong with a workspace, and how to mend it.

    Ends with 1 when something keeps work from being done or believed.

    \b
    Example:
      lushan doctor mybank
    """
    from lushan.doctor import examine

    findings = examine(workspace)
    wrong = any(finding.severity == "error" for finding in findings)
    if as_json:
        emit([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            colour = {"error": "red", "warning": "yellow", "note": "bright_black"}[finding.severity]
            click.echo(f"{click.style(f'{finding.severity:<8}', fg=colour)}{finding}")
        if not wrong:
            done(f"nothing keeps {workspace} from work" if findings else f"nothing is wrong with {workspace}")
    if wrong:
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
    done(f"{counted(len(gone), 'part')} of old versions deleted")


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
    from lushan.workbench.listen import LOOPBACK

    session = open_session(workspace)

    def ready() -> None:
        bank = session.workspace.bank
        click.echo(f"http://{host}:{port}/ shows {bank.zh} {bank.en}; Ctrl-C ends it.")
        if host not in LOOPBACK:
            click.echo(
                click.style("! Everyone who reaches this address can read it: there is no sign-in.", fg="yellow")
            )

    listen(session, host, port, ready)


for command in (actions, judge, check, rules, compare, reconcile, process, graph):
    main.add_command(command)
