"""Asking the graph of parties: who somebody is, who is around, what ties two together, who controls whom."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lushan.command import (
    Command,
    Group,
    counted,
    done,
    emit,
    json_option,
    open_session,
    period_option,
    workspace_argument,
)

if TYPE_CHECKING:
    from lushan.domains.risk.related.knowledge import Knowledge, Owner, Part


#: How those are told of who may decide without a majority.
TO_CONFIRM = "may be controlled by, for a person to confirm"


def on_a_day(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments by which every command here takes a workspace and a day."""
    day = click.option(
        "--at",
        "at",
        type=click.DateTime(["%Y-%m-%d"]),
        help="The day; the last day there is a list of, where not told.",
    )
    for option in (json_option, day, workspace_argument):
        command = option(command)
    return command


def opened(workspace: Path, at: datetime | None) -> Knowledge:
    """What a workspace knows on a day."""
    from lushan.domains.risk.related.knowledge import Knowledge, last_day

    session = open_session(workspace)
    return Knowledge.of(session, at.date() if at else last_day(session))


@click.group(cls=Group)
def graph() -> None:
    """Ask who is tied to whom: by shares, offices, kinship and agreements.

    \b
    Example:
      lushan graph find mybank 九江 --at 2023-04-30
    """


@graph.command(cls=Command)
@on_a_day
@click.argument("text")
def find(workspace: Path, at: datetime | None, text: str, as_json: bool) -> None:
    """Find entities by their id or a part of their name.

    \b
    Example:
      lushan graph find mybank 置业
    """
    from lushan.listing import print_table

    found = opened(workspace, at).find(text)
    if as_json:
        emit([asdict(entity) for entity in found])
    elif found:
        print_table(("id", "name", "kind", "clauses"), ((e.id, e.name, e.kind, e.clauses) for e in found))
    else:
        click.echo(f"nobody's name holds {text}")


@graph.command(cls=Command)
@on_a_day
@click.argument("entity")
@click.option("--relation", "relations", multiple=True, help="holding, office, kinship, agreement or own_staff.")
@click.option("--most", default=40, show_default=True, help="How many ties at most.")
def around(
    workspace: Path, at: datetime | None, entity: str, relations: tuple[str, ...], most: int, as_json: bool
) -> None:
    """Show what an entity is tied to, with the days and the documents.

    \b
    Example:
      lushan graph around mybank ZT000000 --relation holding
    """
    _show(opened(workspace, at).around(entity, relations, most), as_json)


@graph.command(cls=Command)
@on_a_day
@click.argument("one")
@click.argument("other")
def path(workspace: Path, at: datetime | None, one: str, other: str, as_json: bool) -> None:
    """Show the shortest evidence that ties two entities together.

    \b
    Example:
      lushan graph path mybank ZT000000 ZT001371
    """
    _show(opened(workspace, at).path(one, other), as_json)


@graph.command(cls=Command)
@on_a_day
@click.argument("entity")
def control(workspace: Path, at: datetime | None, entity: str, as_json: bool) -> None:
    """Show who controls an entity on a day, and what it controls.

    \b
    Example:
      lushan graph control mybank ZT001371 --at 2022-12-31
    """
    from lushan.listing import print_table

    known = opened(workspace, at)
    sides = {
        "controllers": known.controllers(entity),
        "presumed": known.presumed(entity),
        "controlled": known.controlled(entity),
    }
    if as_json:
        emit({side: [asdict(owner) for owner in owners] for side, owners in sides.items()})
        return

    def rows(owners: list[Owner]) -> list[tuple[str, ...]]:
        return [(o.entity.id, o.entity.name, f"{o.votes:.2%}", f"{o.owned:.2%}", " → ".join(o.path)) for o in owners]

    for side, title in (("controllers", "controlled by"), ("presumed", TO_CONFIRM), ("controlled", "controls")):
        owners = sides[side]
        if side == "presumed" and not owners:
            continue
        click.echo(f"{title}: {counted(len(owners), 'entity') if len(owners) == 1 else f'{len(owners):,} entities'}")
        if owners:
            print_table(("id", "name", "votes", "owned", "way"), rows(owners))


@graph.command(cls=Command)
@workspace_argument
@click.argument("form", type=click.Choice(["east106", "bods"]))
@period_option
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file; printed where not told."
)
def export(workspace: Path, form: str, period: str, output: Path | None) -> None:
    """Write the list of related parties as EAST's table 106 (CSV) or as BODS 0.4 (JSON).

    \b
    Example:
      lushan graph export mybank east106 --period 2023-04 -o 106.csv
    """
    import csv
    import io
    import json

    from lushan.domains.risk.related.export import EAST_106, bods, east_106

    session = open_session(workspace)
    at = session.period(period)
    if form == "bods":
        text = json.dumps(list(bods(session, at)), ensure_ascii=False, indent=1)
    else:
        written = io.StringIO()
        writer = csv.DictWriter(written, tuple(EAST_106), lineterminator="\n")
        writer.writeheader()
        writer.writerows(east_106(session, at))
        text = written.getvalue()
    if output is None:
        sys.stdout.write(text)
        return
    output.write_text(text, encoding="utf-8")
    done(f"{output}")


def _show(part: Part, as_json: bool) -> None:
    from lushan.listing import print_table

    if as_json:
        emit(asdict(part))
        return
    if not part.edges:
        click.echo("nothing ties them together" if not part.entities else "it is tied to nobody")
        return
    names = {entity.id: entity.name for entity in part.entities}
    heads = ("from", "tie", "to", "since", "until", "document")
    rows = [
        (f"{names[e.start]} {e.start}", e.said.zh, f"{names[e.end]} {e.end}", _day(e.since), _day(e.until), e.document)
        for e in part.edges
    ]
    print_table(heads, rows)
    for id, left in part.more.items():
        click.echo(f"{counted(left, 'tie')} of {id} left off; --most shows more")


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
