"""Training the ring model, keeping what it was trained on, and scoring every account with it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import numpy as np
import pyarrow as pa

from lushan.domains.risk.rings.labels import Labels
from lushan.domains.risk.rings.transfers import TRANSFERS, Transfers
from lushan.engines.graph.detect import FEWEST, Folds, Trained, dealt, score, train
from lushan.engines.graph.exposure import exposure
from lushan.engines.graph.graph import Weights
from lushan.engines.graph.keep import kept, unkept
from lushan.engines.graph.propagate import propagate
from lushan.runs.computed import Rows
from lushan.runs.model import computed
from lushan.runs.period import Period

READS = (TRANSFERS, "risk.account_flow", "risk.known_bad", "bank.judgement")
CODE = (
    "lushan.domains.risk.rings.labels",
    "lushan.domains.risk.rings.transfers",
    *(f"lushan.engines.graph.{name}" for name in ("graph", "read", "propagate", "exposure", "detect", "keep")),
)
FOLDS, ROUNDS, SEED = 3, 40, 0
#: From which probability on an account is marked: that of the document that this was made after.
THRESHOLD = 0.4


@dataclass(frozen=True)
class Case:
    """Everything that a training and a scoring of a period look at, the same for both."""

    transfers: Transfers
    labels: Labels
    flows: Weights
    bad: np.ndarray
    cleared: np.ndarray

    @classmethod
    def of(cls, transfers: Rows, account_flow: Rows, known_bad: Rows, judgements: Rows, period: Period) -> Case:
        """The case of a period."""
        whole = Transfers.of(transfers, period)
        labels = Labels.of(known_bad, judgements, period)
        bad, cleared = whole.graph.known(labels.bad), whole.graph.known(labels.cleared)
        return cls(whole, labels, whole.flows(account_flow), bad, cleared)

    @property
    def features(self) -> tuple[Weights, Folds]:
        """What the model is shown of each account, and the fold whose labels were hidden from it."""
        fold = dealt(self.bad, FOLDS, SEED)
        return np.hstack([self.flows, exposure(self.transfers.graph, self.bad, fold)]), fold


@computed("risk.ring_training", reads=READS, code=CODE)
def ring_training(
    transfers: Rows,
    account_flow: Rows,
    known_bad: Rows,
    judgements: Rows,
    period: Period,
    *,
    threshold: float = THRESHOLD,
    unknown: float = 0.05,
) -> pa.Table:
    """Each training of the ring model: the model itself, and the versions of the data and of the labels.

    Args:
        threshold: from which probability on an account is marked.
        unknown: the share of all bad accounts that is expected not to be known yet.
    """
    case = Case.of(transfers, account_flow, known_bad, judgements, period)
    model = None
    if case.bad.sum() >= FEWEST:
        features, fold = case.features
        trained = train(features, case.bad, fold, case.cleared, unknown=unknown, rounds=ROUNDS, seed=SEED)
        model = kept({"models": list(trained.models), "calibration": trained.calibration})
    data = _digest(case.transfers.rows.select(["transfer_id", "payer", "payee", "amount", "at"]))
    labels = _digest(pa.table({"bad": case.labels.bad})) + _digest(pa.table({"cleared": case.labels.cleared}))
    row = {
        "training": f"{period}-{data[:6]}{labels[:6]}",
        "accounts": len(case.transfers.graph),
        "transfers": case.transfers.rows.num_rows,
        "known_bad": int(case.bad.sum()),
        "cleared": int(case.cleared.sum()),
        "data_digest": data,
        "label_digest": sha256(labels.encode()).hexdigest(),
        "threshold": threshold,
        "model": model,
        "period": str(period),
    }
    return pa.Table.from_pylist([row])


@computed("risk.ring_score", reads=(*READS, "risk.ring_training"), code=CODE)
def ring_score(
    transfers: Rows, account_flow: Rows, known_bad: Rows, judgements: Rows, training: Rows, period: Period
) -> pa.Table:
    """Each account's probability to be bad, by the model as it was kept, and how near it is to known ones."""
    case = Case.of(transfers, account_flow, known_bad, judgements, period)
    graph = case.transfers.graph
    last = training.fetch(training.table.select("model", "threshold")).to_pylist()[0]
    probability: Weights | None = None
    if last["model"] is not None:
        held = unkept(last["model"])
        probability = score(Trained(tuple(held["models"]), held["calibration"]), *case.features)
    marked = np.zeros(len(graph), bool) if probability is None else probability >= last["threshold"]
    return pa.table(
        {
            "account": graph.ids,
            "standing": case.labels.standing(graph),
            "score": pa.nulls(len(graph), pa.float64()) if probability is None else probability,
            "spread": propagate(graph, case.bad),
            "marked": marked & ~case.bad & ~case.cleared,
            "period": [str(period)] * len(graph),
        }
    )


def _digest(table: pa.Table) -> str:
    """A hash of rows."""
    target = pa.BufferOutputStream()
    with pa.ipc.new_stream(target, table.schema) as stream:
        stream.write_table(table.combine_chunks())
    return sha256(target.getvalue()).hexdigest()
