"""What is to be done, and what people say of it: their verdicts are landed like any source, and models read them."""

from __future__ import annotations

from difflib import get_close_matches

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr import types as ir

from lushan.errors import LushanError
from lushan.runs.action import JUDGEMENT, Action
from lushan.runs.identity import fingerprint
from lushan.runs.model import Read
from lushan.runs.period import Period
from lushan.runs.session import Session
from lushan.state.judgements import add_judgement, all_judgements
from lushan.warehouse import Draft


def land_judgements(session: Session) -> None:
    """Bring the verdicts that people gave into the warehouse, if there are any new ones.

    Raises:
        LushanError: the state database cannot be reached, or another process writes the table.
    """
    if JUDGEMENT not in session.catalogue.contracts:
        return
    contract = session.contract(JUDGEMENT)
    rows = [{"judgement_id": row.pop("id"), **row} for row in all_judgements(session.journal.engine)]
    identity = fingerprint(contract=contract.digest, rows=[[str(value) for value in row.values()] for row in rows])
    if not rows:
        return
    with session.warehouse.staging() as folder:
        file = folder / "judgement.parquet"
        pq.write_table(pa.Table.from_pylist(rows, schema=contract.arrow()), file, compression="zstd")
        note = {"kind": "landing", "source": "state"}
        session.warehouse.publish(contract, [Draft(None, identity, (file,))], note)


def latest(judgements: ir.Table, subject: str) -> ir.Table:
    """The last verdict on each key of a subject: its row.

    Args:
        judgements: the table ``bank.judgement``.
        subject: the id of an action.
    """
    mine = judgements.filter(judgements.subject == subject)
    newest = mine.mutate(newest=mine.judgement_id.max().over(ibis.window(group_by="key")))
    return newest.filter(newest.judgement_id == newest.newest).drop("newest")


def open_actions(session: Session, action: Action, period: Period) -> pa.Table:
    """What is to be done, the worst first; the last verdict on each stands beside it, if there is one.

    Returns:
        the columns of the action's table, and ``verdict``, which is null where nobody has said anything.
    """
    rows, judgements = session.bound(action.reads, period)
    said = latest(judgements, action.id).select("key", "verdict")
    joined = rows.left_join(said, "key").drop("key_right")
    waiting = joined.filter(joined.verdict.isnull() | ~joined.verdict.isin(action.closing))
    return session.compute.fetch(waiting.order_by(waiting.weight.desc(), waiting.key))


def judge(session: Session, action: Action, key: str, verdict: str, note: str, judged_by: str) -> None:
    """Write down what a person says of something an action asks, and bring it into the warehouse.

    Args:
        key: of a row that the action's table has, in whatever period.
        judged_by: who says it.

    Raises:
        LushanError: the action knows no such verdict, or asks nothing of that key; nothing is written.
    """
    if verdict not in action.verdicts:
        raise LushanError(
            f"{verdict} is no verdict on {action.id}",
            expected=", ".join(action.verdicts),
            mend="give one of these",
        )
    (rows,) = session.bound((Read(action.table, back=None),), None)
    keys = session.compute.fetch(rows.select("key").distinct().order_by("key"))["key"].to_pylist()
    if key not in keys:
        raise LushanError(
            f"{action.id} asks nothing of {key}",
            expected=", ".join(get_close_matches(key, keys, 3) or keys[:3]) or "a period that has been run",
            mend="give the key as lushan actions lists it",
        )
    add_judgement(session.journal.engine, action.id, key, verdict, note, judged_by)
    land_judgements(session)
