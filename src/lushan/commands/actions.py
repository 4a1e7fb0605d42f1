"""What is to be done, and what people say of it."""

from __future__ import annotations

import getpass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lushan.command import Command, counted, done, emit, json_option, open_session, period_option, workspace_argument
from lushan.errors import LushanError

if TYPE_CHECKING:
    from lushan.runs.action import Action
    from lushan.runs.session import Session


@click.command(cls=Command)
@workspace_argument
@click.argument("action", required=False)
@period_option
@json_option
def actions(workspace: Path, action: str | None, period: str, as_json: bool) -> None:
    """List what is to be done, the worst first: why, by whom, until when.

    What contracts hide is masked, but for the key by which a thing to do is named.

    \b
    Example:
      lushan actions mybank --period 2023-04
      lushan actions mybank process.reminder --period 2023-04 --json
    """
    from lushan.access.mask import masked
    from lushan.listing import print_table
    from lushan.runs.judgement import open_actions

    session = open_session(workspace)
    chosen = [named(session, action)] if action else list(session.catalogue.actions.values())
    listed = {
        each.id: masked(
            open_actions(session, each, session.period(period)),
            session.catalogue.behind([each.table]).values(),
            spared=("key",),
        ).to_pylist()
        for each in chosen
    }
    if as_json:
        emit(listed)
        return
    for each in chosen:
        rows = listed[each.id]
        click.echo(f"{click.style(each.title.zh, bold=True)} {each.id}: {counted(len(rows), 'open action')}")
        if rows:
            heads = ("due", "owner", "key", "why")
            print_table(heads, ((row["due_on"], row["owner"], row["key"], row["reason_zh"]) for row in rows))


@click.command(cls=Command)
@workspace_argument
@click.argument("action")
@click.argument("key")
@click.argument("verdict")
@click.option("--note", default="", help="Why.")
@click.option(
    "--by", "judged_by", default=getpass.getuser, show_default="the user of this machine", help="Who says it."
)
def judge(workspace: Path, action: str, key: str, verdict: str, note: str, judged_by: str) -> None:
    """Say what became of something that an action asks.

    A verdict is added to those before it and never changes them; the next run reads it.

    \b
    Example:
      lushan judge mybank process.reminder OA-2023-00417/3 done --note 已电话催办
    """
    from lushan.runs.judgement import judge as write_down

    session = open_session(workspace)
    asked = named(session, action)
    write_down(session, asked, key, verdict, note, judged_by)
    done(f"{asked.id} {key}: {verdict}, by {judged_by}")


def named(session: Session, action: str) -> Action:
    """The action that a command names.

    Raises:
        LushanError: there is none.
    """
    known = session.catalogue.actions
    if action not in known:
        raise LushanError(
            f"no action is called {action}",
            expected=", ".join(get_close_matches(action, known, 3) or sorted(known)) or "none is defined",
            mend="correct the name",
        )
    return known[action]
