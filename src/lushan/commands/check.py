"""Tables checked by rules: a workspace's by its contracts and files of rules, or bare files by a file of rules."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lushan.command import IN_PART, Command, counted, done, emit, json_option, working

if TYPE_CHECKING:
    from lushan.engines.rules import Results

COUNTS = ("checked", "failed", "exempt", "failed_before", "newly", "measure")
MARKS = {"passed": ("✓", "green"), "failed": ("✗", "red"), "warning": ("!", "yellow"), "fault": ("?", "magenta")}
file_option = click.Path(dir_okay=False, path_type=Path)


@click.command(cls=Command)
@click.argument("targets", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--table", "tables", multiple=True, metavar="TABLE", help="Only the rules of this table; may be repeated."
)
@click.option("--period", metavar="YYYY-MM", help="Only the rows of this month, held against the months before.")
@click.option("--rules", "rule_files", multiple=True, type=file_option, help="A file of rules; may be repeated.")
@click.option("--history", default=1, show_default=True, help="How many months before are looked at.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day of the check, for rules of freshness.")
@click.option("--text", is_flag=True, help="Read every column of a CSV file as text.")
@click.option("--failing", type=file_option, help="Write all failing rows here, as Parquet.")
@click.option("--html", type=file_option, help="Write a report to read in a browser here.")
@click.option("--language", type=click.Choice(("zh", "en")), default="zh", show_default=True, help="The report's.")
@json_option
def check(
    targets: tuple[Path, ...], tables: tuple[str, ...], period: str | None, rule_files: tuple[Path, ...],
    history: int, on: Any, text: bool, failing: Path | None, html: Path | None, language: str, as_json: bool,
) -> None:  # fmt: skip
    """Check tables by rules: how many rows break each, which, and how many of these are new.

    TARGETS is a workspace, whose tables are checked by their contracts and by files of rules; or files (CSV or
    Parquet), which rules call by their names without the ending. Ends with 3 when a rule of severity error failed
    or could not be computed.

    \b
    Example:
      lushan check mybank --table delivery.ticket --period 2023-04 --html report.html
      lushan check client.csv account.csv --rules bank.rules.yaml --failing rows.parquet
    """
    from lushan.commands.checked import files, workspace

    day: date | None = on.date() if on else None
    sample = None if failing else 100
    with working("checking", quiet=as_json):
        if targets[0].is_dir():
            found = workspace(targets[0], rule_files, tables, period, history, day, sample)
        else:
            found = files(targets, rule_files, tables, day, text, sample)
    if failing is not None:
        import pyarrow.parquet as pq

        pq.write_table(found.failures, failing)
    if html is not None:
        from lushan.commands.check_page import check_page

        html.write_text(check_page(found, "zh" if language == "zh" else "en"), encoding="utf-8")
    if as_json:
        emit({"passed": found.passed, "rules": found.results.drop(["profile"]).to_pylist()})
    else:
        _show(found, failing)
    if not found.passed:
        sys.exit(IN_PART)


@click.command(cls=Command)
@click.argument("source", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--table", default="", help="The table that a suite is of; without it, the file's name.")
@click.option("--standard", "as_standard", is_flag=True, help="Print an Open Data Contract instead.")
def rules(source: Path, table: str, as_standard: bool) -> None:
    """Print the rules of a file as a file of rules, or as a data contract.

    SOURCE is a suite of Great Expectations (JSON), dbt's schema.yml, a data contract, or a file of rules. What no
    rule can say is told on standard error, and the command then ends with 3.

    \b
    Example:
      lushan rules orders_suite.json --table shop.order > orders.rules.yaml
      lushan rules orders.rules.yaml --standard > orders.odcs.yaml
    """
    import yaml

    from lushan.engines.rules.exchange import read_any, standard, written
    from lushan.engines.rules.kinds import Faulty

    taken = read_any(source, table)
    faults = tuple(str(rule.kind.error) for rule in taken.rules if isinstance(rule.kind, Faulty))
    sound = [rule for rule in taken.rules if not isinstance(rule.kind, Faulty)]
    made = standard(sound, source.name.split(".")[0])[0] if as_standard else {"rules": [written(r) for r in sound]}
    click.echo(yaml.safe_dump(made, allow_unicode=True, sort_keys=False), nl=False)
    for said in (left := (*taken.left, *faults)):
        click.echo(click.style("! not taken: ", fg="yellow") + said, err=True)
    if left:
        sys.exit(IN_PART)


def _show(found: Results, failing: Path | None) -> None:
    """Print what came of each rule, and the faults in full."""
    from lushan.listing import print_table

    rows = found.results.to_pylist()
    lines = [(_mark(row), row["rule"], row["table"], *(_number(name, row[name]) for name in COUNTS)) for row in rows]
    print_table(("", "rule", "table", *COUNTS), lines, numbers=COUNTS)
    for row in rows:
        if row["fault"]:
            click.echo(click.style("? ", fg="magenta") + f"{row['rule']}: {row['fault']}", err=True)
    states = [_state(row) for row in rows]
    said = ", ".join(f"{states.count(state)} {state}" for state in MARKS if state in states)
    click.echo(f"{counted(len(rows), 'rule')}: {said or 'none'}.")
    if failing is not None:
        done(f"{counted(found.failures.num_rows, 'failing row')} in {failing}")


def _state(row: dict[str, Any]) -> str:
    return "warning" if row["status"] == "failed" and row["severity"] == "warning" else str(row["status"])


def _mark(row: dict[str, Any]) -> str:
    return MARKS[_state(row)][0]


def _number(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name == "newly":
        return f"{value:.0%}"
    return f"{value:,.3g}" if isinstance(value, float) else f"{value:,}"
