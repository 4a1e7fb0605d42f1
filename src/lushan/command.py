"""What all commands have in common: a workspace opened, exit codes, refusals as messages or JSON, shared options."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lushan.errors import LushanError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from lushan.runs.session import Session

#: Exit codes that scripts can trust.
DONE, REFUSED, WRONG_USAGE, IN_PART = 0, 1, 2, 3

#: What each says, for the reference.
EXIT_CODES = {
    DONE: "done",
    REFUSED: "refused: the message says what was found, where, what was expected and how to mend it; "
    "nothing that was published has changed",
    WRONG_USAGE: "wrong usage: the command line could not be read, and nothing was done",
    IN_PART: "done in part: some steps failed, the others were done; running again takes up what is left. "
    "Of what checks or compares: done, and something was found",
}


class Command(click.Command):
    """A command whose refusals are messages, not tracebacks; with ``--json`` they are JSON on standard output."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; what cannot be read is told to programs too."""
        asked = "--json" in args
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            if not asked:
                raise
            emit({"error": {"found": error.format_message(), "where": ctx.command_path}})
            sys.exit(WRONG_USAGE)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a refusal is printed and ends with exit code 1."""
        try:
            return super().invoke(ctx)
        except LushanError as error:
            refuse(error, as_json=bool(ctx.params.get("as_json")))
            sys.exit(REFUSED)


class Group(click.Group):
    """The group of all commands, which lists them in the order in which they are used."""

    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all commands, as they are defined."""
        return list(self.commands)


def leaves(group: click.Group) -> dict[str, click.Command]:
    """Every command of a group and of the groups in it, by the words that call it, in order."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        inner = leaves(command) if isinstance(command, click.Group) else {"": command}
        found |= {f"{name} {word}".strip(): one for word, one in inner.items()}
    return found


workspace_argument = click.argument("workspace", type=click.Path(file_okay=False, path_type=Path))
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for a program to read.")
period_option = click.option("--period", required=True, metavar="YYYY-MM", help="The month, such as 2023-04.")


def emit(value: Any) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def told(error: LushanError) -> dict[str, str]:
    """A refusal as JSON holds it: only what it says."""
    names = ("found", "where", "expected", "mend", "excerpt")
    return {name: str(said) for name in names if (said := getattr(error, name))}


def refuse(error: LushanError, as_json: bool) -> None:
    """Print a refusal: to a person on standard error, to a program as JSON on standard output."""
    if as_json:
        emit({"error": told(error)})
    else:
        click.echo(click.style("✗ ", fg="red") + str(error), err=True)


def counted(number: int, what: str) -> str:
    """A number of things, in the singular where there is one.

    >>> counted(1, "row"), counted(1250, "row")
    ('1 row', '1,250 rows')
    """
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def done(text: str) -> None:
    """Print that something is done."""
    click.echo(f"{click.style('✓', fg='green')} {text}")


def open_session(root: Path) -> Session:
    """A workspace opened for work with the definitions of all domains."""
    import gc

    from lushan.domains import catalogue, code, parameters
    from lushan.runs.session import Session
    from lushan.runs.settings import see_settings
    from lushan.workspace import SETTINGS, Workspace

    workspace = Workspace.open(root)
    see_settings(workspace.parameters, parameters(), str(root / SETTINGS))
    session = Session(workspace, catalogue(), code=code())
    gc.freeze()  # definitions live to the end: looking through them for garbage took a twentieth of an edition's time
    return session


def working(what: str, quiet: bool = False) -> AbstractContextManager[None]:
    """A spinner for something that takes a while, on a terminal."""
    from lushan.progress import spinner

    return spinner(what, quiet=quiet)
