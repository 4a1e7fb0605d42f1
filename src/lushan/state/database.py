"""Opening the state database: SQLite in the workspace, or any database by its URL."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from lushan.errors import LushanError
from lushan.secrets import expand, safe

#: How long a writer waits for another, in seconds.
PATIENCE = 5
FILE = "state.db"
SETTING = "lushan.toml, state.url"
MIGRATIONS = Path(__file__).parent / "migrations"

#: What lets one process at a time migrate a database.
ALONE = {"sqlite": "BEGIN IMMEDIATE", "postgresql": "SELECT pg_advisory_xact_lock(hashtext('lushan'))"}


def open_database(root: Path, url: str = "") -> Engine:
    """The state database of a workspace, brought to the newest migration.

    Raises:
        LushanError: it cannot be reached, another process holds it, or a newer Lushan has made it.
    """
    engine = _engine(root, url)
    try:
        migrate(engine)
    except DBAPIError as error:
        raise unreachable(engine, error) from error
    return engine


def unreachable(engine: Engine, error: DBAPIError) -> LushanError:
    """The message for a database that does not answer as it should."""
    sqlite = engine.dialect.name == "sqlite"
    where = str(engine.url.database) if sqlite else safe(engine.url.render_as_string())
    said = str(error.orig).strip().splitlines()[0]
    if "locked" in said:
        return LushanError(
            f"another process has held the state database for {PATIENCE} seconds",
            where=where,
            mend="let that process end, then repeat the command; nothing was changed",
        )
    if "not a database" in said or "malformed" in said:
        return LushanError(
            f"the state database is damaged: {said}",
            where=where,
            mend="move it away, or bring back a copy: a new journal begins, tables and editions stay as they are",
        )
    return LushanError(
        f"the state database does not answer: {said}",
        where=where,
        mend="see that it may be written" if sqlite else f"see that the server is there, and that {SETTING} is right",
    )


def migrate(engine: Engine) -> None:
    """Bring the database to the newest migration.

    Raises:
        LushanError: it has a migration that this Lushan does not know.
    """
    known, held = _known(), _revision(engine)
    if held == known[-1]:
        return
    if held is not None and held not in known:
        raise LushanError(
            f"a newer Lushan has made the state database: it is at {held}, this one knows up to {known[-1]}",
            where=engine.url.render_as_string(),
            mend="upgrade Lushan",
        )
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.connect() as connection:
        if lock := ALONE.get(engine.dialect.name):
            connection.exec_driver_sql(lock)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()


def standing(root: Path, url: str = "") -> tuple[str | None, str]:
    """The migration that a workspace's database is at, if it has one, and the newest there is; nothing is changed.

    Raises:
        LushanError: the database cannot be reached, or another process holds it.
    """
    if not url and not (root / FILE).exists():
        return None, _known()[-1]
    engine = _engine(root, url)
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                connection.rollback()
        return _revision(engine), _known()[-1]
    except DBAPIError as error:
        raise unreachable(engine, error) from error


def _known() -> list[str]:
    """All migrations, the oldest first."""
    return sorted(file.stem.split("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def _revision(engine: Engine) -> str | None:
    """The migration that a database is at; nothing for a new one."""
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        held = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(held) if held else None


def _engine(root: Path, url: str) -> Engine:
    try:
        target = make_url(expand(url, SETTING) if url else f"sqlite:///{root / FILE}")
        sqlite = target.get_backend_name() == "sqlite"
        engine = create_engine(
            target,
            json_serializer=lambda value: json.dumps(value, ensure_ascii=False, sort_keys=True),
            connect_args={"timeout": PATIENCE} if sqlite else {},
        )
    except ArgumentError:
        raise LushanError(
            "this is not the URL of a database that Lushan knows",
            where=f"{SETTING} = {safe(url)}",
            expected="for example postgresql+psycopg://user@host/name",
            mend="correct it, or remove it to use a file",
        ) from None
    except ModuleNotFoundError as error:
        raise LushanError(
            f"the driver {error.name} is not installed",
            where=f"{SETTING} = {safe(url)}",
            mend="pip install 'lushan[postgres]', or the driver of that database",
        ) from None
    if sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
