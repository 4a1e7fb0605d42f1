"""What is filed with the regulator, held against itself."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lushan.command import IN_PART, Command, counted, emit, json_option, open_session, period_option, working
from lushan.command import workspace_argument as workspace_of
from lushan.errors import LushanError

if TYPE_CHECKING:
    from lushan.domains.governance.cross import Cross
    from lushan.domains.governance.reconciliation import Reconciled
    from lushan.runs.session import Session

SHOWN, KEPT = 5, 10_000


@click.command(cls=Command)
@workspace_of
@period_option
@click.option("--indicator", "chosen", multiple=True, metavar="NAME", help="Only this one; may be said several times.")
@click.option("--all", "every", is_flag=True, help="The further indicators too, beyond the default set.")
@click.option(
    "--failing", type=click.Path(dir_okay=False, path_type=Path), help="Write what makes the differences here."
)
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write a report for a browser here.")
@click.option("--language", type=click.Choice(("zh", "en")), default="zh", show_default=True, help="The report's.")
@json_option
def reconcile(
    workspace: Path, period: str, chosen: tuple[str, ...], every: bool, failing: Path | None, html: Path | None,
    language: str, as_json: bool,
) -> None:  # fmt: skip
    """Hold EAST, the one-table filing and the 1104 reports of a month against each other.

    Each indicator agrees, lies within its tolerance, differs, or cannot be extracted; a difference is told by branch
    and, where both sides have rows, by row. Ends with 0 when none differs, and with 3 when one does.

    \b
    Example:
      lushan reconcile mybank --period 2023-03
      lushan reconcile mybank --period 2023-03 --indicator loans --failing rows.parquet --html report.html
    """
    session = open_session(workspace)
    wanted = _wanted(chosen, every)
    with working("reconciling", quiet=as_json):
        found = _reconciled(session, period, wanted)
    if failing is not None:
        _write(found, failing)
    if html is not None:
        from lushan.commands.reconciliation_page import reconciliation_page

        page = reconciliation_page(wanted, found, period, "zh" if language == "zh" else "en")
        html.write_text(page, encoding="utf-8")
    if as_json:
        emit({"period": period, "indicators": found.results, "differences": found.gaps})
    else:
        _show(wanted, found)
    if any(row["status"] == "differs" for row in found.results):
        sys.exit(IN_PART)


def _wanted(chosen: tuple[str, ...], every: bool) -> list[Cross]:
    """The indicators that are asked for.

    Raises:
        LushanError: there is none of a name.
    """
    from lushan.domains.governance.indicators import INDICATORS

    known = {cross.id: cross for cross in INDICATORS}
    if unknown := [name for name in chosen if name not in known]:
        raise LushanError(
            f"no indicator is called {unknown[0]}", expected=", ".join(known), mend="correct the name, or leave it out"
        )
    if chosen:
        return [known[name] for name in chosen]
    return [cross for cross in INDICATORS if every or cross.standard]


def _reconciled(session: Session, period: str, wanted: Sequence[Cross]) -> Reconciled:
    """What came of the indicators in a month.

    Raises:
        LushanError: nothing was filed for it.
    """
    from lushan.domains.governance.filing import EAST
    from lushan.domains.governance.reconciliation import READS, reconciled
    from lushan.runs.computed import Rows

    month = session.period(period)
    there = session.snapshot(EAST[0])
    periods = sorted(part.period for part in there.parts if part.period) if there else []
    if str(month) not in periods:
        raise LushanError(
            f"nothing is filed for {month}",
            where=EAST[0],
            expected=f"one of {', '.join(periods)}" if periods else "a collection of EAST's tables",
            mend="land the collection, or name another month",
        )
    rows = tuple(Rows(table, session.compute.fetch) for table in session.bound(READS, month))
    return reconciled(rows, month, wanted, KEPT)


def _write(found: Reconciled, path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from lushan.domains.governance.reconciliation import GAPS

    pq.write_table(pa.Table.from_pylist(found.gaps, schema=GAPS), path)


def _show(wanted: Sequence[Cross], found: Reconciled) -> None:
    from lushan.commands.reconciliation_page import amount
    from lushan.domains.governance.indicators import verdict
    from lushan.listing import print_table

    heads = ("no", "indicator", "", "sources", "left", "right", "difference", "allowed", "status")
    rows = [
        (
            row["number"], row["indicator"], row["title_zh"] + (f"：{row['cut']}" if row["cut"] else ""),
            f"{row['left']} → {row['right']}", amount(row["left_value"]), amount(row["right_value"]),
            amount(row["difference"]), amount(row["allowed"]), row["status"],
        )
        for row in found.results
    ]  # fmt: skip
    print_table(heads, rows, numbers=("no", "left", "right", "difference", "allowed"))
    for gap in _largest(found.gaps):
        click.echo()
        click.echo(
            click.style(f"{gap[0]['indicator']}: {gap[0]['left']} → {gap[0]['right']}, by {gap[0]['by']}", bold=True)
        )
        parts = ((g["part"], amount(g["left_value"]), amount(g["right_value"]), amount(g["difference"])) for g in gap)
        print_table(("part", "left", "right", "difference"), parts, numbers=("left", "right", "difference"))
    said = [verdict(cross, found.results) for cross in wanted]
    passed = sum(status in ("agrees", "within") for status in said)
    click.echo(f"\n{passed} of {counted(len(said), 'indicator')} pass; {said.count('differs')} differ, "
               f"{said.count('unavailable')} cannot be extracted")  # fmt: skip


def _largest(gaps: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The largest parts of each difference, by each column that tells them."""
    told: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for gap in gaps:
        told.setdefault(tuple(gap[name] for name in ("indicator", "step", "left", "right", "by")), []).append(gap)
    return [parts[:SHOWN] for parts in told.values()]
