"""Opening the state database: SQLite in the workspace, or any database by its URL."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from lushan.errors import LushanError
from lushan.secrets import expand, safe

#: How long a writer waits for another, in seconds.
PATIENCE = 5


def open_database(root: Path, url: str = "") -> Engine:
    """The state database of a workspace, brought to the newest migration.

    Raises:
        LushanError: it cannot be reached, or another process holds it.
    """
    where = safe(url) or str(root / "state.db")
    try:
        target = make_url(expand(url, "lushan.toml, state.url")) if url else make_url(f"sqlite:///{root / 'state.db'}")
    except ArgumentError:
        raise LushanError(
            "this is not a database URL",
            where="lushan.toml, state.url",
            expected="for example postgresql+psycopg://user@host/name",
            mend="correct it, or remove it to use a file",
        ) from None
    sqlite = target.get_backend_name() == "sqlite"
    engine = create_engine(
        target,
        json_serializer=lambda value: json.dumps(value, ensure_ascii=False, sort_keys=True),
        connect_args={"timeout": PATIENCE} if sqlite else {},
    )
    if sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
    try:
        migrate(engine)
    except OperationalError as error:
        raise unreachable(where, error) from error
    return engine


def unreachable(where: str, error: OperationalError) -> LushanError:
    """The message for a database that does not answer."""
    if "locked" in str(error.orig):
        return LushanError(
            f"another process has held the state database for {PATIENCE} seconds",
            where=where,
            mend="let that process end, then repeat the command; nothing was changed",
        )
    return LushanError(
        f"the state database does not answer: {error.orig}",
        where=where,
        mend="see that the path or the server in lushan.toml is right and may be written",
    )


def migrate(engine: Engine) -> None:
    """Bring the database to the newest migration."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()
