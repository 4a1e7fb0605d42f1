"""One commit: a draft's files get their final place, and Delta's log is told of them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import CommitProperties, DeltaTable, PostCommitHookProperties, Schema
from deltalake.transaction import AddAction, create_table_with_add_actions

from lushan.contracts import Contract
from lushan.errors import LushanError

NOTE = "lushan"

#: Versions live until `Warehouse.expire` ends them, never by Delta's own clock.
FOREVER = {
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
    "delta.checkpointInterval": "10",
}


@dataclass(frozen=True)
class Draft:
    """A part that has been written to staging and is ready to be published."""

    period: str | None
    identity: str
    files: tuple[Path, ...]


def create(contract: Contract, target: Path, drafts: Sequence[Draft], note: Mapping[str, Any]) -> None:
    """Make a table whose first version holds these drafts."""
    target.mkdir(parents=True, exist_ok=True)
    create_table_with_add_actions(
        str(target),
        Schema.from_arrow(contract.arrow()),
        [action for draft in drafts for action in adopt(target, draft)],
        mode="error",
        partition_by=_partition(contract),
        name=contract.id,
        configuration=dict(FOREVER),
        commit_properties=_said(note),
    )


def replace(contract: Contract, target: Path, drafts: Sequence[Draft], note: Mapping[str, Any]) -> None:
    """Put drafts in the place of the parts of their periods, and new columns into the schema, at one stroke.

    A table whose rows no longer fit its contract is replaced whole: old versions keep the old rows.

    Raises:
        LushanError: the contract has taken up periods, or has given them up.
    """
    delta = DeltaTable(target)
    held, wanted = pa.schema(delta.schema().to_arrow()), contract.arrow()
    if ("period" in held.names) != ("period" in wanted.names):
        raise LushanError(
            "a table that is there cannot be cut into periods, or made whole again",
            where=contract.id,
            expected="periods" if "period" in held.names else "no periods",
            mend="give the changed table a new id",
        )
    periods = [draft.period for draft in drafts if draft.period]
    delta.create_write_transaction(
        [action for draft in drafts for action in adopt(target, draft)],
        mode="overwrite",
        schema=Schema.from_arrow(wanted),
        partition_by=_partition(contract),
        partition_filters=[("period", "in", periods)] if periods and _extends(held, wanted) else None,
        commit_properties=_said(note),
        post_commithook_properties=PostCommitHookProperties(cleanup_expired_logs=False),
    )


def adopt(target: Path, draft: Draft) -> list[AddAction]:
    """Move a draft's files to the folder of its identity, in one rename; one that is there holds the same rows."""
    partition = {"period": draft.period} if draft.period else {}
    folder = target.joinpath(*(f"{name}={value}" for name, value in partition.items()), draft.identity)
    if not folder.exists():
        gathered = draft.files[0].parent / folder.relative_to(target).as_posix().replace("/", "-")
        gathered.mkdir()
        for number, staged in enumerate(draft.files):
            with staged.open("rb") as file:
                os.fsync(file.fileno())
            staged.rename(gathered / f"{number:05}.parquet")
        folder.parent.mkdir(parents=True, exist_ok=True)
        gathered.rename(folder)
    return [_added(target, file, partition) for file in sorted(folder.glob("*.parquet"))]


def identity(path: str) -> str:
    """The identity that a data file's path carries.

    >>> identity("period=2023-04/3f9a/00000.parquet")
    '3f9a'
    """
    return PurePosixPath(path).parent.name


def _added(target: Path, file: Path, partition: Mapping[str, str]) -> AddAction:
    found, rows = file.stat(), pq.read_metadata(file).num_rows
    relative = file.relative_to(target).as_posix()
    stated = json.dumps({"numRecords": rows})
    return AddAction(relative, found.st_size, dict(partition), int(found.st_mtime * 1000), True, stated)


def _partition(contract: Contract) -> list[str]:
    return ["period"] if contract.period else []


def _said(note: Mapping[str, Any]) -> CommitProperties:
    text = json.dumps(note, ensure_ascii=False, sort_keys=True)
    return CommitProperties(custom_metadata={NOTE: text}, max_commit_retries=0)


def _extends(old: pa.Schema, new: pa.Schema) -> bool:
    """Whether a schema keeps every column of another, and at most adds some."""
    return all(field.name in new.names and new.field(field.name).type == field.type for field in old)
