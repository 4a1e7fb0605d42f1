"""Two tables held against each other, wherever they lie."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lushan.command import IN_PART, REFUSED, Command, emit, json_option, refuse, told, working
from lushan.errors import LushanError

if TYPE_CHECKING:
    import pyarrow as pa

    from lushan.commands.jobs import Job
    from lushan.engines.compare import Comparison


@click.command(cls=Command)
@click.argument("left", required=False)
@click.argument("right", required=False)
@click.option("--key", metavar="COLUMNS", help="What names a row, with commas; without it, whole rows are compared.")
@click.option("--columns", metavar="COLUMNS", help="The columns to compare beside the key; without it, all.")
@click.option("--ignore", metavar="COLUMNS", help="Columns to leave out.")
@click.option("--map", "renamed", multiple=True, metavar="LEFT=RIGHT", help="A column of another name on the right.")
@click.option(
    "--tolerance", "tolerances", multiple=True, metavar="COLUMN=T",
    help="How far its values may lie apart: 0.01, or for times 2s, 5min, 1d.",
)  # fmt: skip
@click.option("--zone", default="UTC", show_default=True, help="Where a time without a zone is read.")
@click.option(
    "--job", type=click.Path(dir_okay=False, path_type=Path), help="Make the comparisons of this file instead."
)
@click.option("--keep", type=click.Path(dir_okay=False, path_type=Path), help="Keep checksums here for the next time.")
@click.option("--failing", type=click.Path(dir_okay=False, path_type=Path), help="Write all rows that differ here.")
@click.option(
    "--html", type=click.Path(dir_okay=False, path_type=Path), help="Write a report to read in a browser here."
)
@click.option("--language", type=click.Choice(("zh", "en")), default="zh", show_default=True, help="The report's.")
@click.option("--memory", default="2GB", show_default=True, help="How much may be held before the disk is used.")
@json_option
def compare(
    left: str | None, right: str | None, key: str | None, columns: str | None, ignore: str | None,
    renamed: tuple[str, ...], tolerances: tuple[str, ...], zone: str, job: Path | None, keep: Path | None,
    failing: Path | None, html: Path | None, language: str, memory: str, as_json: bool,
) -> None:  # fmt: skip
    """Compare two tables by key: which rows are missing, extra or changed, and in which columns.

    LEFT and RIGHT are Parquet or CSV files, a table of a workspace at a version, or a table of a database. Both sides
    are hashed where they lie, and only segments that differ are read. Ends with 0 when they hold the same, and with 3
    when they differ.

    \b
    Example:
      lushan compare old.parquet new.parquet --key loan_id
      lushan compare mybank:delivery.ticket@3 mybank:delivery.ticket --key ticket_id
      lushan compare 'postgresql://reader:${CORE_PASSWORD}@core/bank#public.loan' loan.parquet \\
        --key loan_id --tolerance balance=0.01 --keep loan.kept --failing differ.parquet --html differ.html
      lushan compare --job migration.yaml --json
    """
    from lushan.commands.jobs import read_jobs

    if job is not None:
        if left or key or failing or keep:
            raise click.UsageError("--job says what is compared: leave out the tables, --key, --keep and --failing")
        jobs = read_jobs(job)
    else:
        jobs = [_asked(left, right, key, columns, ignore, renamed, tolerances, zone, keep)]
    for path in filter(None, (keep, failing, html)):
        if not path.parent.is_dir():
            raise LushanError("this folder is not there", where=str(path.parent), mend="make it, or name another")
    results: dict[str, Comparison | LushanError] = {}
    for each in jobs:
        try:
            results[each.name] = _compared(each, failing, memory, as_json)
        except LushanError as error:
            results[each.name] = error
    if html is not None:
        from lushan.commands.comparison_page import comparison_page

        html.write_text(comparison_page(results, "zh" if language == "zh" else "en"), encoding="utf-8")
    _told(results, as_json, named=job is not None)
    refused = sum(isinstance(result, LushanError) for result in results.values())
    if refused == len(results):
        sys.exit(REFUSED)
    if not all(not isinstance(result, LushanError) and result.same for result in results.values()):
        sys.exit(IN_PART)


def _asked(
    left: str | None, right: str | None, key: str | None, columns: str | None, ignore: str | None,
    renamed: tuple[str, ...], tolerances: tuple[str, ...], zone: str, keep: Path | None,
) -> Job:  # fmt: skip
    from lushan.commands.jobs import Job, is_zone, tolerance
    from lushan.engines.compare import Terms

    if left is None or right is None:
        raise click.UsageError("name two tables, or a file of comparisons: --job migration.yaml")
    if not is_zone(zone):
        raise click.UsageError(f"there is no time zone {zone}: say such as Asia/Shanghai")
    pairs = [pair.partition("=") for pair in (*renamed, *tolerances)]
    if wrong := [name for name, _, value in pairs if not name or not value]:
        raise click.UsageError(f"{wrong[0]} is not of the form COLUMN=VALUE")
    names, values = pairs[: len(renamed)], pairs[len(renamed) :]
    try:
        apart = tuple((name, tolerance(value)) for name, _, value in values)
    except ValueError as error:
        raise click.UsageError(f"{error} is no tolerance: say a number above nought, or a time such as 2s") from None
    terms = Terms(
        _listed(key), _listed(columns), _listed(ignore), tuple((ours, theirs) for ours, _, theirs in names), apart, zone
    )
    return Job("", (left, ""), (right, ""), terms, keep)


def _listed(text: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (text or "").split(",") if name.strip())


def _compared(job: Job, failing: Path | None, memory: str, quiet: bool) -> Comparison:
    from lushan.engines.compare import compare as carry_out

    left, right = job.sides
    with working(f"comparing {job.name or left.name}", quiet=quiet):
        return carry_out(
            left, right, job.terms, keep=job.keep, failing=failing, cover=partial(_covered, job), memory=memory
        )


def _covered(job: Job, rows: pa.Table) -> pa.Table:
    """Rows to show, without what a contract calls confidential; the key stays, for without it no row is found."""
    from lushan.access.mask import masked
    from lushan.commands.tables import contract_of

    contracts = [found for address, _ in (job.left, job.right) if (found := contract_of(address)) is not None]
    keys = {name.lower() for name in job.terms.key}
    for place, name in enumerate(rows.column_names if contracts else ()):
        if name.lower() in keys:
            continue
        bare = name.removesuffix("_left").removesuffix("_right")
        for called in (bare, dict(job.terms.renamed).get(bare, bare)):
            covered = masked(rows.select([place]).rename_columns([called]), contracts)
            rows = rows.set_column(place, name, covered.column(0))
    return rows


def _told(results: dict[str, Comparison | LushanError], as_json: bool, named: bool) -> None:
    if as_json:
        facts = [
            ({"name": name} if named else {})
            | (
                {"error": told(result)}
                if isinstance(result, LushanError)
                else result.facts | {"sample": result.sample.to_pylist()}
            )
            for name, result in results.items()
        ]
        emit(facts if named else facts[0])
        return
    for name, result in results.items():
        if named:
            click.echo(click.style(name, bold=True))
        if isinstance(result, LushanError):
            refuse(result, as_json=False)
        else:
            _show(result)


def _show(result: Comparison) -> None:
    from lushan.listing import print_table

    mark = click.style("✓ the same", fg="green") if result.same else click.style("✗ they differ", fg="red")
    click.echo(f"{mark}: {result.left} and {result.right}")
    counts = {
        "rows on the left": result.left_rows,
        "rows on the right": result.right_rows,
        "missing on the right": result.missing,
        "extra on the right": result.extra,
        "changed": result.changed,
    }
    print_table(("", "rows"), ((what, f"{number:,}") for what, number in counts.items()), numbers=("rows",))
    for side, names in (("left", result.left_only), ("right", result.right_only)):
        if names:
            click.echo(f"only on the {side}: {', '.join(names)}")
    if result.repeated_keys:
        click.echo(
            click.style("! a key names several rows; they were paired in the order of their values", fg="yellow")
        )
    differing = [
        column for column in result.columns if column.changed or column.left_type.upper() != column.right_type.upper()
    ]
    if differing:
        click.echo()
        columns = ("column", "left", "right", "compared as", "tolerance", "rows changed")
        rows = (
            (c.name, c.left_type, c.right_type, c.compared_as, c.tolerance or "", f"{c.changed:,}") for c in differing
        )
        print_table(columns, rows, numbers=("rows changed",))
    if result.sample.num_rows:
        click.echo("\nthe first of them")
        heads = ("", *result.key, "changes")
        print_table(heads, (_row(result, row) for row in result.sample.to_pylist()))
        click.echo(click.style("all of them: --failing rows.parquet", fg="bright_black"))
    segments, differ = result.segments
    of = f"{sum(result.hashed):,} of {result.left_rows + result.right_rows:,} rows hashed now"
    click.echo(f"segments that differ: {differ:,} of {segments:,}; {of}")


def _row(result: Comparison, row: dict[str, Any]) -> list[Any]:
    """A row that differs: its key, and what became of each value; of a row without a key, its values."""
    changes = [f"{name}: {_value(row[f'{name}_left'])} → {_value(row[f'{name}_right'])}" for name in row["columns"]]
    whole = [] if result.key else [_value(row[column.name]) for column in result.columns]
    return [row["difference"], *(_value(row[name]) for name in result.key), "; ".join(changes or whole)]


def _value(value: Any) -> str:
    return "∅" if value is None else repr(value) if value == "" else str(value)
