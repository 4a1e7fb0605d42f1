"""Work that does not fit into the memory it may use goes on by way of the disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import ibis
import pyarrow.parquet as pq

from lushan.domains import catalogue
from lushan.runs.session import Session
from lushan.workspace import Workspace
from workspaces import BANK


def test_a_sort_larger_than_memory_spills_into_the_workspace_and_leaves_nothing(tmp_path: Path) -> None:
    session = Session(replace(Workspace.create(tmp_path / "bank", BANK), memory="100MB"), catalogue())
    numbers = ibis.range(0, 3_000_000).unnest().name("number").as_table()
    texts = numbers.mutate(text=numbers.number.cast("string").lpad(40, "0").reverse())
    with session.warehouse.staging() as folder:
        (file,) = session.compute.write(texts.order_by("text"), folder)
        assert pq.read_metadata(file).num_rows == 3_000_000
    vars(session)["compute"]._connection.close()
    assert not list(session.workspace.warehouse.glob("_spill*"))
