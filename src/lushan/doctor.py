"""What is wrong with a workspace, and how to mend it; nothing is changed by looking."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

import pyarrow.parquet as pq
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from lushan.command import counted
from lushan.domains import catalogue, parameters
from lushan.errors import LushanError
from lushan.magazine.fonts import FONTS, characters
from lushan.runs.figures import figure_contract, figure_table
from lushan.runs.session import Session
from lushan.runs.settings import see_settings
from lushan.state.database import standing
from lushan.warehouse.landing import Entry, read_manifest, read_mapping
from lushan.warehouse.landing.identity import current, fits, landing_identity, references
from lushan.warehouse.landing.manifest import MANIFEST
from lushan.warehouse.landing.mapping import Mapping
from lushan.warehouse.landing.quarantine import quarantine_contract
from lushan.warehouse.warehouse import STAGING
from lushan.workspace import SETTINGS, Workspace

Severity = Literal["error", "warning", "note"]
ORDER = ("error", "warning", "note")
GIGABYTE = 1_000_000_000
#: A file that no version names may be one that is being published; after an hour it is not.
AN_HOUR = 3600
RECENT = 500


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be.

    An ``error`` keeps work from being done or believed; a ``warning`` should be looked at; a ``note`` only costs room.

    >>> print(Finding("warning", "mybank/sources", "this folder is missing", "mkdir mybank/sources"))
    mybank/sources: this folder is missing
            mend: mkdir mybank/sources
    """

    severity: Severity
    where: str
    found: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}: {self.found}\n        mend: {self.mend}"

    @classmethod
    def of(cls, error: LushanError, severity: Severity = "error") -> Finding:
        """A refusal, as something that was found."""
        return cls(severity, error.where, _first_line(error.found), error.mend)


def examine(root: Path, least_free: int = GIGABYTE) -> list[Finding]:
    """Everything that is wrong with a workspace, the worst first.

    Args:
        root: its folder.
        least_free: how many bytes of its disk should be free.
    """
    try:
        workspace = Workspace.open(root)
        see_settings(workspace.parameters, parameters(), str(root / SETTINGS))
    except LushanError as error:
        return [Finding.of(error)]
    session = Session(workspace, catalogue())
    found = list(disk(workspace, least_free))
    for check in CHECKS:
        try:
            found += check(session)
        except LushanError as error:
            found.append(Finding.of(error))
    return sorted(dict.fromkeys(found), key=lambda finding: ORDER.index(finding.severity))


def folders(session: Session) -> Iterator[Finding]:
    """The folders that a workspace has."""
    workspace = session.workspace
    for folder in (workspace.sources, workspace.warehouse, workspace.editions, workspace.articles):
        if not folder.is_dir():
            yield Finding("warning", str(folder), "this folder is missing", f"mkdir {folder}")


def engine(session: Session) -> Iterator[Finding]:
    """Whether the engine that the settings name is installed."""
    if session.workspace.engine != "pyspark":
        return
    where = f"{session.workspace.root / SETTINGS}, compute.engine"
    if find_spec("pyspark") is None:
        yield Finding("error", where, "PySpark is not installed", "pip install 'lushan[spark]'")
    if shutil.which("java") is None:
        yield Finding(
            "error", where, "there is no Java, which PySpark needs", "apt-get install openjdk-17-jre-headless"
        )


def fonts(_session: Session, folder: Path = FONTS) -> Iterator[Finding]:
    """The fonts that editions are printed in."""
    try:
        characters(folder)
    except LushanError as error:
        yield Finding.of(error)


def disk(workspace: Workspace, least_free: int) -> Iterator[Finding]:
    """How much room is left."""
    free = shutil.disk_usage(workspace.root).free
    if free < least_free:
        yield Finding(
            "warning",
            str(workspace.root),
            f"the disk is nearly full: {free / GIGABYTE:.1f} GB are free",
            f"make room; lushan expire {workspace.root} deletes old versions that no edition needs",
        )


def journal(session: Session) -> Iterator[Finding]:
    """The state database, and how the newest execution of each thing ended."""
    root, url = session.workspace.root, session.workspace.state_url
    held, newest = standing(root, url)
    if held is None:
        return
    if held != newest:
        yield Finding(
            "note",
            str(root / "state.db"),
            f"the state database is at migration {held}, this Lushan's newest is {newest}",
            "the next command brings it up; copy it first if you may go back to the older Lushan",
        )
        return
    seen: set[tuple[str, str]] = set()
    for execution in session.journal.executions(RECENT):
        key = (execution["command"], execution["subject"])
        if key in seen:
            continue
        seen.add(key)
        if execution["status"] in ("failed", "interrupted"):
            command, subject = key
            again = {"run": f"run {root} --period {subject}", "publish": f"publish {root} {subject}"}
            yield Finding(
                "warning",
                f"{command} {subject}",
                f"its last execution was {execution['status']}"
                + (f": {_first_line(execution['detail']['error'])}" if "error" in execution["detail"] else ""),
                f"lushan {again.get(command, f'land {root}')}",
            )


def tables(session: Session) -> Iterator[Finding]:
    """Whether each table can be read, has a contract, and still fits it."""
    warehouse, known = session.warehouse, session.catalogue.contracts
    domains = dict.fromkeys(metric.split(".")[0] for metric in session.catalogue.metrics)
    contracts = known | {figure_table(domain): figure_contract(domain) for domain in domains}
    for table in warehouse.tables():
        try:
            snapshot = warehouse.snapshot(table)
        except LushanError as error:
            yield replace(Finding.of(error), mend=_restore(session, table))
            continue
        for file in snapshot.files:
            if fault := _fault(file):
                yield Finding("error", str(file), fault, _restore(session, table))
        if table in contracts:
            try:
                fits(warehouse, contracts[table])
            except LushanError as error:
                yield Finding.of(error)
        elif not table.startswith("quarantine."):
            yield Finding(
                "note",
                table,
                "no contract describes this table",
                f"remove {warehouse.path(table)} if nothing of yours needs it",
            )


def sources(session: Session) -> Iterator[Finding]:
    """The sources that the manifest lists: whether they are there, and have been landed as they are now."""
    workspace = session.workspace
    if not (workspace.sources / MANIFEST).exists():
        return
    again = f"lushan land {workspace.root}"
    for entry in read_manifest(workspace.sources):
        if "://" in entry.source:
            continue
        if not Path(entry.source).exists():
            yield Finding(
                "warning",
                entry.source,
                f"{MANIFEST} lists this file, which is not there",
                f"bring it, or take it off {workspace.sources / MANIFEST}",
            )
            continue
        try:
            changed = _changed(session, entry)
        except LushanError as error:
            yield Finding.of(error)
            continue
        if changed:
            yield Finding("warning", entry.source, f"it is not what {entry.contract} was landed from", again)


def quarantine(session: Session) -> Iterator[Finding]:
    """The rows that broke their contract."""
    for table in session.catalogue.contracts:
        snapshot = session.snapshot(quarantine_contract(table).id)
        if snapshot and snapshot.rows:
            yield Finding(
                "warning",
                table,
                f"in quarantine: {counted(snapshot.rows, 'broken rule')}",
                f"lushan quarantine {session.workspace.root} {table}",
            )


def leftovers(session: Session) -> Iterator[Finding]:
    """What processes that died have left: staging, and files that no version names."""
    warehouse, expire = session.warehouse, f"lushan expire {session.workspace.root}"
    left = [path for path in (warehouse.root / STAGING).glob("*") if _old(path)]
    if left:
        yield Finding("note", str(warehouse.root / STAGING), f"left by processes that died: {len(left)}", expire)
    for table in warehouse.tables():
        try:
            orphans = [file for file in _unnamed(session, table) if _old(file)]
        except DeltaError:
            continue  # it cannot be read, which has been told
        if orphans:
            yield Finding("note", str(warehouse.path(table)), f"files of no version: {len(orphans)}", expire)


def editions(session: Session) -> Iterator[Finding]:
    """Whether each published edition is as it was, and the versions behind it can be read."""
    from lushan.magazine.publish import pinned_versions

    workspace = session.workspace
    printed: dict[str, str] = {}
    for execution in reversed(session.journal.executions(RECENT)):
        if execution["command"] == "publish" and "sha256" in execution["detail"]:
            printed[execution["detail"]["folder"]] = execution["detail"]["sha256"]
    for folder, digest in sorted(printed.items()):
        file = workspace.editions / folder / "edition.json"
        if not file.is_file():
            yield Finding(
                "error", str(file), "the edition that was published here is gone", "bring it back from a copy"
            )
        elif sha256(file.read_bytes()).hexdigest() != digest:
            yield Finding(
                "error",
                str(file),
                "it was altered since it was published",
                "bring it back from a copy; to correct an edition, publish with --revise",
            )
    for table, versions in sorted(pinned_versions(workspace).items()):
        for version in sorted(versions):
            try:
                session.warehouse.snapshot(table, version)
            except LushanError as error:
                yield Finding(
                    "error",
                    f"{table}, version {version}",
                    f"a published edition was made from it: {_first_line(error.found)}",
                    f"bring {session.warehouse.path(table)} back from a copy",
                )


CHECKS: tuple[Callable[[Session], Iterator[Finding]], ...] = (
    folders, engine, fonts, journal, tables, sources, quarantine, leftovers, editions,
)  # fmt: skip


def _changed(session: Session, entry: Entry) -> bool:
    contract = session.contract(entry.contract)
    mapping = read_mapping(entry.mapping, contract) if entry.mapping else Mapping()
    others = references(session.warehouse, contract)
    zone, folder = session.workspace.zone, session.workspace.sources
    identity = landing_identity(entry.source, folder, contract, mapping, zone, others)
    return current(session.warehouse, contract, identity) is None


def _fault(file: Path) -> str:
    """What keeps a data file from being read; nothing when it can be."""
    try:
        pq.read_metadata(file)
    except (OSError, ValueError) as error:
        return f"this file cannot be read: {_first_line(str(error))}"
    return ""


def _restore(session: Session, table: str) -> str:
    """How a table that cannot be read is had again."""
    folder, root = session.warehouse.path(table), session.workspace.root
    if table in session.catalogue.models or table == figure_table(table.split(".")[0]):
        return f"move {folder} away, and lushan run {root}: it is made again"
    return f"bring {folder} back from a copy, or move it away, and lushan land {root}"


def _unnamed(session: Session, table: str) -> list[Path]:
    """The data files of a table that none of its versions names."""
    folder = session.warehouse.path(table)
    delta = DeltaTable(folder)
    every = list(range(delta.version() + 1))
    unnamed = delta.vacuum(0, dry_run=True, enforce_retention_duration=False, full=True, keep_versions=every)
    return [folder / unquote(file) for file in unnamed]


def _old(path: Path) -> bool:
    return time.time() - path.stat().st_mtime > AN_HOUR


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0] if text.strip() else ""
