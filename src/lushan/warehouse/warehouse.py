"""The warehouse: versioned Delta tables, published a period at a time, read at any version."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pyarrow as pa
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from lushan.contracts import Contract
from lushan.errors import LushanError
from lushan.warehouse import commit
from lushan.warehouse.commit import NOTE, Draft
from lushan.warehouse.lock import holding, writing
from lushan.warehouse.snapshot import Part, Snapshot

STAGING, LOCKS = "_staging", "_locks"
FIRST_COMMIT = "00000000000000000000.json"


@dataclass(frozen=True)
class Version:
    """One entry of a table's history: when it was committed, and what was said about it."""

    number: int
    at: int  # milliseconds since 1970, UTC
    note: Mapping[str, Any]


class Warehouse:
    """The versioned tables under one folder.

    Readers see a version whole or not at all. A file lies in the folder of its part's identity, so the
    Delta log alone tells what is current and what made it.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._said: dict[tuple[str, int], dict[str, Mapping[str, Any]]] = {}

    def path(self, table: str) -> Path:
        """The folder of a table."""
        return self.root.joinpath(*table.split("."))

    def tables(self) -> list[str]:
        """The names of all tables, in order."""
        commits = self.root.glob(f"*/*/_delta_log/{FIRST_COMMIT}")
        return sorted(".".join(found.parts[-4:-2]) for found in commits)

    def exists(self, table: str) -> bool:
        """Whether a table has ever been published."""
        return (self.path(table) / "_delta_log" / FIRST_COMMIT).exists()

    def snapshot(self, table: str, version: int | None = None) -> Snapshot:
        """A version of a table; the newest unless one is named.

        Raises:
            LushanError: there is no such table, or no such version any more.
        """
        delta = self._delta(table, version)
        found = Snapshot(table, delta.version(), pa.schema(delta.schema().to_arrow()), self._parts(table, delta))
        if gone := [file for file in found.files if not file.exists()]:
            raise LushanError(
                f"version {found.version} of {table} has expired: {len(gone)} of its files are gone",
                where=str(self.path(table)),
                mend="read the newest version, or one that a published edition keeps",
            )
        return found

    def versions(self, table: str) -> list[Version]:
        """The history of a table, newest first; of versions that have expired, only the entry is left."""
        return [
            Version(int(entry["version"]), int(entry["timestamp"]), json.loads(entry.get(NOTE, "{}")))
            for entry in self._delta(table, None).history()
        ]

    def notes(self, snapshot: Snapshot) -> dict[str, Mapping[str, Any]]:
        """What was said of each part when it was published, by identity."""
        said = self._said_until(snapshot.table, snapshot.version)
        return {part.identity: said[part.identity] for part in snapshot.parts if part.identity in said}

    def _said_until(self, table: str, last: int) -> dict[str, Mapping[str, Any]]:
        """The latest note of each identity in the history up to a version, which never changes and is read once."""
        if (table, last) not in self._said:
            said = self._said[table, last] = {}
            for version in self.versions(table):
                if version.number <= last:
                    for identity in version.note.get("identities", ()):
                        said.setdefault(identity, version.note)
        return self._said[table, last]

    @contextmanager
    def staging(self) -> Iterator[Path]:
        """A folder beside the tables to write parts in; it is gone afterwards."""
        folder = self.root / STAGING
        folder.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=folder))
        try:
            with holding(made):
                yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)

    def publish(self, contract: Contract, drafts: Sequence[Draft], note: Mapping[str, Any]) -> Snapshot:
        """Make drafts the current parts of a table, all of them in one commit.

        A draft replaces the part of its period, or the whole table where there are no periods; a part that
        is current already is left alone, and when all are, nothing is committed. Writers of one table wait
        for each other; what each of them published stays a version.

        Args:
            contract: what the table looks like.
            drafts: parts in staging, with the contract's columns in its order.
            note: what made them; kept with the commit.

        Raises:
            LushanError: the disk refused, or another writer never gave way; nothing was changed.
        """
        target, note = self.path(contract.id), {**note, "identities": sorted({d.identity for d in drafts})}
        with self._writing(contract.id):
            try:
                if not self.exists(contract.id):
                    commit.create(contract, target, drafts, note)
                elif fresh := self._fresh(contract.id, drafts):
                    commit.replace(contract, target, fresh, note)
            except (DeltaError, OSError) as error:
                raise LushanError(
                    f"the commit was refused: {error}",
                    where=contract.id,
                    mend="make room or see to the disk, and repeat the command; nothing was changed",
                ) from error
            return self.snapshot(contract.id)

    def expire(self, keep: Mapping[str, Collection[int]], *, after_hours: int = 1) -> list[Path]:
        """Delete the files that neither the newest versions nor the versions to keep need.

        Args:
            keep: for each table, versions that must stay readable (those of published editions).
            after_hours: how long a file has been out of use before it goes, so that readers under way can end.

        Returns:
            The folders of parts that were deleted.
        """
        gone: list[Path] = []
        self._sweep(after_hours)
        for table in self.tables():
            with self._writing(table), self.staging() as bin:
                delta = self._delta(table, None)
                files = delta.vacuum(
                    retention_hours=after_hours,
                    enforce_retention_duration=False,
                    full=True,
                    keep_versions=sorted({*keep.get(table, ()), delta.version()}),
                )
                folders = {(self.path(table) / unquote(file)).parent for file in files}
                for folder in sorted(folder for folder in folders if folder.exists()):
                    folder.rename(bin / str(len(gone)))  # a part goes whole, or may be adopted again by half
                    gone.append(folder)
        return gone

    def _sweep(self, after_hours: int) -> None:
        """Delete what processes that died left in staging."""
        for left in (self.root / STAGING).glob("*"):
            old = time.time() - left.stat().st_mtime >= 3600 * after_hours
            with holding(left) as free:
                if old and free:
                    shutil.rmtree(left, ignore_errors=True)

    def _writing(self, table: str) -> AbstractContextManager[None]:
        return writing(self.root / LOCKS / table, table)

    def _fresh(self, table: str, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts that are not current already."""
        current = {(part.period, part.identity) for part in self.snapshot(table).parts}
        return [draft for draft in drafts if (draft.period, draft.identity) not in current]

    def _delta(self, table: str, version: int | None) -> DeltaTable:
        if not self.exists(table):
            raise LushanError(
                f"there is no table {table}",
                where=str(self.root),
                mend="land it, or run the model that makes it",
            )
        try:
            return DeltaTable(self.path(table), version=version)
        except DeltaError as error:
            named = "the newest version" if version is None else f"version {version}"
            raise LushanError(
                f"{named} of {table} cannot be read: {str(error).splitlines()[0]}",
                where=str(self.path(table)),
                expected="a version that it has",
                mend="read the newest version, or one that a published edition keeps",
            ) from error

    def _parts(self, table: str, delta: DeltaTable) -> tuple[Part, ...]:
        files: dict[tuple[str, str], list[Path]] = {}
        rows: dict[tuple[str, str], int] = {}
        actions = pa.RecordBatchReader.from_stream(delta.get_add_actions(flatten=True)).read_all()
        for action in actions.to_pylist():
            relative = unquote(action["path"])
            part = (action.get("partition.period") or "", commit.identity(relative))
            files.setdefault(part, []).append(self.path(table) / relative)
            rows[part] = rows.get(part, 0) + action["num_records"]
        return tuple(
            Part(period or None, identity, tuple(sorted(files[period, identity])), rows[period, identity])
            for period, identity in sorted(files)
        )
