"""Masking: columns that a contract calls confidential or restricted are not shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pyarrow as pa
import pyarrow.compute as pc

from lushan.contracts import Contract
from lushan.contracts.contract import MASK


def masked(rows: pa.Table, contracts: Iterable[Contract], spared: Collection[str] = ()) -> pa.Table:
    """Rows with their sensitive columns masked; what is empty stays empty.

    Args:
        contracts: those of every table that the rows come from, however far back.
        spared: columns that are shown all the same, such as the key by which people name a row.

    >>> from lushan.contracts import Column
    >>> from lushan.words import Text
    >>> title = Text("经办人", "Actor")
    >>> events = Contract("d.t", "1", title, title, "", (Column("actor", "string", title, sensitivity="confidential"),))
    >>> masked(pa.table({"actor": ["张三", None], "seq": [1, 2]}), [events]).to_pylist()
    [{'actor': '●●●', 'seq': 1}, {'actor': None, 'seq': 2}]
    """
    hidden = {column.name for contract in contracts for column in contract.columns if column.hidden}
    hidden -= set(spared)
    for place, name in enumerate(rows.schema.names):
        if name in hidden:
            covered = pc.if_else(pc.is_null(rows[name]), pa.scalar(None, pa.string()), MASK)
            rows = rows.set_column(place, name, covered)
    return rows
