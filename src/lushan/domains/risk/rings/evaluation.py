"""How well the ring model finds known bad accounts that were hidden from it, beside two plainer ways."""

from __future__ import annotations

import pyarrow as pa

from lushan.domains.risk.rings.scores import CODE, FOLDS, READS, ROUNDS, Case
from lushan.engines.graph.detect import FEWEST, Mask, detect
from lushan.engines.graph.evaluate import SCHEMA, Method, repeated, summary
from lushan.engines.graph.graph import Weights
from lushan.engines.graph.propagate import propagate
from lushan.runs.computed import Rows
from lushan.runs.model import computed
from lushan.runs.period import Period


@computed("risk.ring_evaluation", reads=READS, code=(*CODE, "lushan.engines.graph.evaluate"))
def ring_evaluation(
    transfers: Rows,
    account_flow: Rows,
    known_bad: Rows,
    judgements: Rows,
    period: Period,
    *,
    hidden_share: float = 0.05,
    repeats: int = 20,
) -> pa.Table:
    """Precision and recall on hidden known bad accounts at every threshold, with intervals, for three methods.

    Accounts that nobody knows of yet count as good here, so that precision is rather told as too low.

    Args:
        hidden_share: of the known bad accounts that is hidden in each repeat.
        repeats: how many times.
    """
    case = Case.of(transfers, account_flow, known_bad, judgements, period)
    if case.bad.sum() * (1 - hidden_share) < FEWEST + 1:
        return pa.Table.from_pylist([], SCHEMA.append(pa.field("period", pa.string())))
    found = repeated(methods(case, hidden_share), case.bad, share=hidden_share, repeats=repeats)
    table = summary(found)
    return table.append_column("period", pa.array([str(period)] * len(table)))


def methods(case: Case, unknown: float) -> dict[str, Method]:
    """The model itself; the same model without the labels of others; and labels spread without restart."""
    graph = case.transfers.graph

    def model(surroundings: bool) -> Method:
        def scores(known: Mask, seed: int) -> Weights:
            return detect(
                graph,
                case.flows,
                known,
                case.cleared,
                surroundings=surroundings,
                unknown=unknown,
                folds=FOLDS,
                rounds=ROUNDS,
                seed=seed,
            )

        return scores

    return {
        "combined": model(True),
        "flow_alone": model(False),
        "propagation": lambda known, _: propagate(graph, known, restart=0.0),
    }
