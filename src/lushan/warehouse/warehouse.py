"""The warehouse: versioned Delta tables, published a period at a time, read at any version."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import CommitProperties, DeltaTable, PostCommitHookProperties, Schema
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError
from deltalake.transaction import AddAction, RemoveAction, create_table_with_add_actions

from lushan.contracts import Contract
from lushan.errors import LushanError
from lushan.warehouse.snapshot import Part, Snapshot

STAGING = "_staging"
NOTE = "lushan"
ATTEMPTS = 20

#: Versions live until `Warehouse.expire` ends them, never by Delta's own clock.
FOREVER = {
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
}


@dataclass(frozen=True)
class Draft:
    """A part that has been written to staging and is ready to be published."""

    period: str | None
    identity: str
    files: tuple[Path, ...]


@dataclass(frozen=True)
class Version:
    """One entry of a table's history: when it was committed, and what was said about it."""

    number: int
    at: int  # milliseconds since 1970, UTC
    note: Mapping[str, Any]


class Warehouse:
    """The versioned tables under one folder.

    Readers see a version whole or not at all. A file is named by its part's identity, so the Delta log
    alone tells what is current and what made it.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, table: str) -> Path:
        """The folder of a table."""
        return self.root.joinpath(*table.split("."))

    def tables(self) -> list[str]:
        """The names of all tables, in order."""
        logs = self.root.glob("*/*/_delta_log") if self.root.exists() else ()
        return sorted(".".join(log.parent.relative_to(self.root).parts) for log in logs)

    def exists(self, table: str) -> bool:
        """Whether a table has ever been published."""
        return (self.path(table) / "_delta_log").is_dir()

    def snapshot(self, table: str, version: int | None = None) -> Snapshot:
        """A version of a table; the newest unless one is named.

        Raises:
            LushanError: there is no such table, or no such version any more.
        """
        delta = self._delta(table, version)
        return Snapshot(table, delta.version(), pa.schema(delta.schema().to_arrow()), self._parts(table, delta))

    def versions(self, table: str) -> list[Version]:
        """The history of a table, newest first."""
        return [
            Version(int(entry["version"]), int(entry["timestamp"]), json.loads(entry.get(NOTE, "{}")))
            for entry in self._delta(table, None).history()
        ]

    def note(self, snapshot: Snapshot, identity: str) -> Mapping[str, Any]:
        """What was said of a part when it was published, by the newest commit that wrote it."""
        for version in self.versions(snapshot.table):
            if version.number <= snapshot.version and identity in version.note.get("identities", ()):
                return version.note
        return {}

    @contextmanager
    def staging(self) -> Iterator[Path]:
        """A folder beside the tables to write parts in; it is gone afterwards."""
        folder = self.root / STAGING
        folder.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=folder))
        try:
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)

    def publish(self, contract: Contract, drafts: Sequence[Draft], note: Mapping[str, Any]) -> Snapshot:
        """Make drafts the current parts of a table, all of them in one commit.

        A draft replaces the part of its period, or the whole table where there are no periods; a part that
        is current already is left alone, and when all are, nothing is committed.

        Args:
            contract: what the table looks like.
            drafts: parts in staging, with the contract's columns in its order.
            note: what made them; kept with the commit.

        Raises:
            LushanError: the table has another shape, or other writers never gave way.
        """
        target, said = self.path(contract.id), {**note, "identities": sorted({d.identity for d in drafts})}
        for attempt in range(ATTEMPTS):
            try:
                if not self.exists(contract.id):
                    self._create(contract, target, drafts, said)
                else:
                    self._replace(contract, target, drafts, said)
                return self.snapshot(contract.id)
            except CommitFailedError as error:  # someone committed between our reading and our writing
                refusal = error
                time.sleep(0.01 * (1 + attempt + os.getpid() % 7))
            except (DeltaError, OSError) as error:
                raise LushanError(
                    f"the commit was refused: {error}",
                    where=contract.id,
                    mend="see to the disk (lushan doctor) and repeat the command; nothing was changed",
                ) from error
        raise LushanError(
            f"other writers were faster {ATTEMPTS} times: {refusal}",
            where=contract.id,
            mend="let the other run end and repeat the command; nothing was changed",
        )

    def expire(self, keep: Mapping[str, Collection[int]]) -> list[str]:
        """Delete the files that neither the newest versions nor the versions to keep need.

        Args:
            keep: for each table, versions that must stay readable (those of published editions).

        Returns:
            The paths that were deleted.
        """
        gone: list[str] = []
        for table in self.tables():
            delta = self._delta(table, None)
            versions = sorted({*keep.get(table, ()), delta.version()})
            gone += delta.vacuum(
                retention_hours=0,
                dry_run=False,
                enforce_retention_duration=False,
                full=True,
                keep_versions=versions,
            )
        shutil.rmtree(self.root / STAGING, ignore_errors=True)
        return gone

    def _delta(self, table: str, version: int | None) -> DeltaTable:
        if not self.exists(table):
            raise LushanError(
                f"there is no table {table}",
                where=str(self.root),
                mend="land it, or run the model that makes it",
            )
        try:
            return DeltaTable(self.path(table), version=version)
        except (DeltaError, TableNotFoundError) as error:
            raise LushanError(
                f"version {version} of {table} cannot be read: {error}",
                where=str(self.path(table)),
                mend="lushan doctor lists the versions that can",
            ) from error

    def _parts(self, table: str, delta: DeltaTable) -> tuple[Part, ...]:
        actions = pa.table(delta.get_add_actions(flatten=True)).to_pylist()
        found: dict[tuple[str | None, str], tuple[list[Path], int]] = {}
        for action in actions:
            relative = unquote(action["path"])
            files, rows = found.get((action.get("partition.period"), _identity(relative)), ([], 0))
            found[action.get("partition.period"), _identity(relative)] = (
                [*files, self.path(table) / relative],
                rows + action["num_records"],
            )
        return tuple(
            Part(period, identity, tuple(sorted(files)), rows)
            for (period, identity), (files, rows) in sorted(
                found.items(), key=lambda item: (item[0][0] or "", item[0][1])
            )
        )

    def _create(self, contract: Contract, target: Path, drafts: Sequence[Draft], note: Mapping[str, Any]) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        create_table_with_add_actions(
            str(target),
            Schema.from_arrow(contract.arrow()),
            [action for draft in drafts for action in self._adopt(target, draft)],
            mode="error",
            partition_by=["period"] if contract.period else [],
            name=contract.id,
            configuration=dict(FOREVER),
            commit_properties=CommitProperties(custom_metadata={NOTE: _dump(note)}),
        )

    def _replace(self, contract: Contract, target: Path, drafts: Sequence[Draft], note: Mapping[str, Any]) -> None:
        delta = self._delta(contract.id, None)
        current = {part.period: part for part in self._parts(contract.id, delta)}
        fresh = [d for d in drafts if d.period not in current or current[d.period].identity != d.identity]
        if not fresh:
            return
        reshaped = pa.schema(delta.schema().to_arrow()) != contract.arrow()
        if reshaped and _extends(pa.schema(delta.schema().to_arrow()), contract.arrow()):
            delta.alter.add_columns(
                [f for f in Schema.from_arrow(contract.arrow()).fields if f.name not in _names(delta)]
            )
            reshaped = False
        replaced = current.values() if reshaped else [current[d.period] for d in fresh if d.period in current]
        actions: list[AddAction | RemoveAction] = [a for draft in fresh for a in self._adopt(target, draft)]
        if not reshaped:
            actions += [
                RemoveAction(
                    str(file.relative_to(target)),
                    True,
                    int(time.time() * 1000),
                    file.stat().st_size,
                    {"period": part.period} if part.period else {},
                )
                for part in replaced
                for file in part.files
            ]
        delta.create_write_transaction(
            actions,
            mode="overwrite" if reshaped else "append",
            schema=Schema.from_arrow(contract.arrow()),
            partition_by=["period"] if contract.period else [],
            commit_properties=CommitProperties(custom_metadata={NOTE: _dump(note)}, max_commit_retries=0),
            post_commithook_properties=PostCommitHookProperties(cleanup_expired_logs=False),
        )

    def _adopt(self, target: Path, draft: Draft) -> list[AddAction]:
        """Move a draft's files to their final names; a file that is there already holds the same rows."""
        actions = []
        for number, staged in enumerate(draft.files):
            name = f"{draft.identity}-{number}.parquet"
            relative = f"period={draft.period}/{name}" if draft.period else name
            final = target / relative
            if staged.exists():
                final.parent.mkdir(parents=True, exist_ok=True)
                with staged.open("rb") as file:
                    os.fsync(file.fileno())
                staged.replace(final)
            rows = pq.read_metadata(final).num_rows
            actions.append(
                AddAction(
                    relative,
                    final.stat().st_size,
                    {"period": draft.period} if draft.period else {},
                    int(final.stat().st_mtime * 1000),
                    True,
                    json.dumps({"numRecords": rows}),
                )
            )
        return actions


def _identity(path: str) -> str:
    """The identity that a data file's name carries.

    >>> _identity("period=2023-04/3f9a-0.parquet")
    '3f9a'
    """
    return path.rsplit("/", 1)[-1].rsplit("-", 1)[0]


def _dump(note: Mapping[str, Any]) -> str:
    return json.dumps(note, ensure_ascii=False, sort_keys=True)


def _names(delta: DeltaTable) -> set[str]:
    return {f.name for f in delta.schema().fields}


def _extends(old: pa.Schema, new: pa.Schema) -> bool:
    """Whether a schema only adds columns to another."""
    return set(old.names) < set(new.names) and all(new.field(f.name).type == f.type for f in old)
