"""What a query on a database gives, as rows; the database is only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from lushan.errors import LushanError
from lushan.secrets import expand, safe
from lushan.warehouse.landing.names import see_names

AHEAD = 10_000


def read_query(url: str, query: str) -> Iterator[dict[str, Any]]:
    """The rows that a query gives, read as a stream.

    Args:
        url: of the database, as SQLAlchemy writes it; ``${NAME}`` stands for the environment's value.

    Raises:
        LushanError: there is no query, no such database or no driver for it, or it refuses.
    """
    shown = safe(url)
    if not query:
        raise LushanError("a database is read by a query", where=shown, mend="write query: in the mapping")
    full = expand(url, shown)
    if full.partition("://")[2].partition("?")[0].count("@") > 1:
        raise LushanError("the password holds an @", where=shown, mend="write it as %40")
    try:
        address = make_url(full)
    except (SQLAlchemyError, ValueError):
        raise LushanError(
            "this is not the URL of a database",
            where=shown,
            expected="such as postgresql://user:${PASSWORD}@host:5432/name",
        ) from None
    try:
        lite = address.get_backend_name() == "sqlite"
        if lite and not Path(address.database or "").is_file():
            raise LushanError("this file is not there", where=shown, mend="see that the path is right")
        engine = create_engine(address, poolclass=NullPool).execution_options(
            stream_results=True, yield_per=AHEAD, no_parameters=True, postgresql_readonly=True
        )
        with engine.connect() as connection:
            if lite:
                connection.exec_driver_sql("PRAGMA query_only = ON")
            result = connection.exec_driver_sql(query)
            names = see_names(list(result.keys()), shown)
            for row in result:
                yield dict(zip(names, row, strict=True))
    except ModuleNotFoundError as error:
        raise LushanError(
            f"the driver {error.name} is not installed",
            where=shown,
            mend="pip install 'lushan[postgres]', or the driver",
        ) from None
    except SQLAlchemyError as error:
        cause = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise LushanError(
            f"the database refused: {cause}", where=shown, mend="see to the URL, the network and query:"
        ) from None
