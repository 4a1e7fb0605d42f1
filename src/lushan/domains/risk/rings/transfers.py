"""The transfers of the months that are looked at, as a graph and as what each account's look like by themselves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from ibis.expr import types as ir

from lushan.engines.graph.flow import COLUMNS, flow
from lushan.engines.graph.graph import Graph, Weights
from lushan.engines.graph.read import read_graph
from lushan.runs.clock import local_date, seconds
from lushan.runs.computed import Rows
from lushan.runs.model import Read, model
from lushan.runs.period import Period

#: How many months before the current one are looked at with it.
BACK = 2
TRANSFERS = Read("risk.transfer", back=BACK)
SECONDS_A_DAY = 86_400


@model("risk.account_flow", reads=TRANSFERS)
def account_flow(transfers: ir.Table, *, window_days: int = 7) -> ir.Table:
    """What each account pays and is paid in three months: how much, how suddenly, how unlike what is usual.

    Args:
        window_days: how many days a burst of transfers may last.
    """
    others = transfers.filter(transfers.payer != transfers.payee)
    moves = others.select(
        source="payer",
        target="payee",
        amount=(others.amount * 100).cast("int64"),
        at=seconds(others["at"]) // SECONDS_A_DAY,
    )
    return flow(moves, window=window_days).rename(account="node")


@dataclass(frozen=True)
class Transfers:
    """The graph of the transfers, and the transfers behind its edges."""

    graph: Graph
    rows: pa.Table

    @classmethod
    def of(cls, transfers: Rows, period: Period) -> Transfers:
        """The transfers that a computed model reads, in the order of their numbers."""
        table = transfers.table
        wanted = table.select("transfer_id", "payer", "payee", "amount", "at", on=local_date(table["at"], period.zone))
        rows = transfers.fetch(wanted.order_by("transfer_id"))
        return cls(read_graph(rows, "payer", "payee", weight="amount", since="at"), rows)

    def flows(self, account_flow: Rows) -> Weights:
        """What is known of each account by itself, row by row as the graph numbers them; null becomes NaN."""
        found = account_flow.fetch(account_flow.table.select("account", *COLUMNS))
        values = np.full((len(self.graph), len(COLUMNS)), np.nan)
        columns = np.column_stack([found[name].to_numpy() for name in COLUMNS]).astype(np.float64)
        values[self.graph.numbers(found["account"].combine_chunks())] = columns
        return values
