"""Where a table lies, as a command line or a job writes it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from lushan.errors import LushanError

if TYPE_CHECKING:
    from lushan.contracts import Contract
    from lushan.engines.compare import Source

FILES = (".parquet", ".csv", ".csv.gz", ".tsv")
OF_WORKSPACE = re.compile(r"(?P<workspace>.+?):(?P<table>[a-z_]+\.[a-z0-9_]+)(?:@(?P<version>\d+))?")
EXPECTED = (
    "loans.parquet, loans-*.csv, mybank:delivery.ticket@3, duckdb:///bank.duckdb#loan, sqlite:///bank.sqlite#loan, "
    "or postgresql://reader:${PASSWORD}@core/bank#public.loan"
)


def table_at(address: str, query: str = "", folder: Path = Path()) -> Source:
    """The table at an address; it is opened when it is compared.

    Args:
        query: what is compared instead of the whole table; files and the warehouse's tables are its table ``source``.
        folder: what paths are seen from.

    Raises:
        LushanError: nothing lies there, or the address cannot be read.
    """
    from lushan.engines.compare import DuckFile, Files
    from lushan.secrets import safe

    if "://" in address:
        url, _, table = address.partition("#")
        if not table and not query:
            raise LushanError("the address names no table", where=safe(address), expected=EXPECTED, mend="add #table")
        if url.startswith("duckdb:///"):
            return DuckFile(address, folder / url.removeprefix("duckdb:///"), table, query)
        return _database(url, table, query, folder)
    if address.endswith(FILES):
        return Files.at(str(folder / address), query)
    if (match := OF_WORKSPACE.fullmatch(address)) is None:
        raise LushanError("this is not the address of a table", where=address, expected=EXPECTED)
    return _of_workspace(folder / match["workspace"], match["table"], match["version"], query)


def contract_of(address: str) -> Contract | None:
    """The contract of a table of a workspace; none, of other tables."""
    if "://" in address or address.endswith(FILES) or (match := OF_WORKSPACE.fullmatch(address)) is None:
        return None
    from lushan.domains import catalogue

    return catalogue().contracts.get(match["table"])


def _database(url: str, table: str, query: str, folder: Path) -> Source:
    from lushan.engines.compare import Database
    from lushan.secrets import expand, safe

    name = safe(url) + (f"#{table}" if table else "")
    full = expand(url, name)
    if full.partition("://")[2].partition("?")[0].count("@") > 1:
        raise LushanError("the password holds an @", where=name, mend="write it as %40")
    if full.startswith("sqlite:///"):
        path = folder / full.removeprefix("sqlite:///")
        if not path.is_file():
            raise LushanError("this file is not there", where=name, mend="see that the path is right")
        full = f"sqlite:///{path.resolve()}"
    return Database(name, full, table, query)


def _of_workspace(root: Path, table: str, version: str | None, query: str) -> Source:
    """A version of a table of a workspace, in the parts that versions share."""
    from lushan.engines.compare import Files
    from lushan.warehouse import Warehouse
    from lushan.workspace import Workspace

    snapshot = Warehouse(Workspace.open(root).warehouse).snapshot(table, int(version) if version else None)
    parts = {f"{table} {part.period or ''} {part.identity}": part.files for part in snapshot.parts}
    if not parts:
        raise LushanError("this version has no rows and no files", where=f"{root}:{table}@{snapshot.version}")
    hive = ", hive_partitioning = true, hive_types = {'period': VARCHAR}" if snapshot.partitioned else ""
    options = f", union_by_name = true{hive or ', hive_partitioning = false'}"
    return Files(f"{root}:{table}@{snapshot.version}", parts, query, options)
