"""The red and the black list: who decides quickly and well, and who does not, among those who decide enough."""

from __future__ import annotations

from datetime import timedelta
from functools import reduce
from operator import add

import ibis
from ibis import _
from ibis.expr import types as ir

from lushan.runs.metric import of_period
from lushan.runs.model import model
from lushan.runs.period import Period

#: What the score takes off, for each share.
WEIGHTS = {"overdue": 30, "returned": 20, "unread": 10}
RANK_WEIGHT = 40
#: A normal deviate that 95 % lie within.
Z = 1.96
#: What is read of a decision.
COUNTED = ("department", "handler_id", "handler", "dwell_seconds", "overdue", "sent_back", "unread")
#: How wide the margin of a score may be that is called high or medium.
MARGINS = (5, 10)


def judged(tasks: ir.Table, period: Period) -> ir.Table:
    """A period's decisions that are their handler's own: none made for another, none that waited for an absence."""
    return of_period(tasks, period).filter(_.decided & ~_.delegated & ~_.away)


def counted(rows: ir.Table, kind: str, subject: str, name: str, department: str) -> ir.Table:
    """The decisions of each department or person, with their median dwell and what counts against them."""
    named = rows.filter(rows[subject].notnull() & rows[name].notnull() & rows[department].notnull())
    made = named.group_by(subject=named[subject], name=named[name], department=named[department])
    return made.aggregate(
        decisions=_.count(),
        median_seconds=_.dwell_seconds.cast("float64").quantile(0.5),
        overdue=_.overdue.sum(),
        returned=_.sent_back.sum(),
        unread=_.unread.sum(),
    ).mutate(kind=ibis.literal(kind))


def margin(rows: ir.Table) -> ir.FloatingValue:
    """How far the score may be off by chance, from its three shares, with 95 % confidence.

    Each share is a binomial one; by Agresti and Coull two successes and two failures are added, so that nought of a
    few is no certainty. The rank of the median is taken as it is.
    """
    tried = rows.decisions + 4

    def spread(counted: str, weight: int) -> ir.IntegerValue:
        likely = rows[counted] + 2
        return likely * (tried - likely) * weight**2

    total = reduce(add, (spread(*item) for item in WEIGHTS.items()))
    return (total / tried).sqrt() / tried * Z


@model("process.standing", reads=("process.task", "process.handler", "bank.judgement"))
def standing(
    tasks: ir.Table,
    handlers: ir.Table,
    judgements: ir.Table,
    period: Period,
    *,
    at_least: int = 20,
    listed_each: int = 10,
) -> ir.Table:
    """Each department and person by a score of 100, less 40 for the rank of the median dwell, and 30, 20 and 10 for
    the shares overdue, sent back and long unread.

    Only those with enough decisions are ranked, and nobody is listed red and black at once.

    Args:
        at_least: how many decisions make eligible.
        listed_each: how many are listed red, and how many black, at most; never more than half of the eligible.
    """
    own = handlers.select(own_id="handler_id", own_department="department")
    rows = judged(tasks, period)
    rows = rows.left_join(own, rows.handler_id == own.own_id).select(*COUNTED, "own_department")
    departments = counted(rows, "department", "department", "department", "department")
    people = counted(rows, "person", "handler_id", "handler", "own_department")
    found = departments.union(people).mutate(eligible=_.decisions >= at_least)
    among = ibis.window(group_by=["kind", "eligible"], order_by="median_seconds")
    ranked = ibis.ifelse(found.eligible, ibis.percent_rank().over(among), ibis.null())
    shares = {f"{name}_share": found[name].cast("float64") / found.decisions for name in WEIGHTS}
    found = found.mutate(rank_share=ranked, **shares)
    taken = reduce(add, (found[f"{name}_share"] * weight for name, weight in WEIGHTS.items()))
    found = found.mutate(
        score=100 - found.rank_share * RANK_WEIGHT - taken, margin=margin(found), key=answer_key(found, period)
    )
    best = ibis.window(group_by=["kind", "eligible"], order_by=[ibis.desc("score"), "subject"])
    worst = ibis.window(group_by=["kind", "eligible"], order_by=["score", ibis.desc("subject")])
    found = found.mutate(first=ibis.row_number().over(best) + 1, last=ibis.row_number().over(worst) + 1)
    half = (found.first + found.last - 1) // 2
    red = found.eligible & (found.first <= listed_each) & (found.first <= half)
    black = found.eligible & (found.last <= listed_each) & (found.last <= half)
    sure, fair = MARGINS
    joined = found.left_join(appealed(judgements), "key")
    return joined.mutate(
        confidence=ibis.cases((_.margin <= sure, "high"), (_.margin <= fair, "medium"), else_="low"),
        place=ibis.ifelse(_.eligible, _.first, ibis.null()),
        listed=ibis.cases((red, "red"), (black, "black"), else_=ibis.null()),
        appealed=_.appealed.fill_null(False),
    )


def answer_key(rows: ir.Table, period: Period) -> ir.StringValue:
    """What names a department's or a person's standing of one period."""
    return str(period) + "/" + rows.kind + "/" + rows.subject


def appealed(judgements: ir.Table) -> ir.Table:
    """The standings whose newest verdict is an appeal."""
    said = judgements.filter(judgements.subject == "process.answer")
    newest = ibis.window(group_by="key", order_by=[ibis.desc("judged_at"), ibis.desc("judgement_id")])
    last = said.mutate(nth=ibis.row_number().over(newest)).filter(_.nth == 0, _.verdict == "appealed")
    return last.select("key", appealed=ibis.literal(True))


@model("process.answer", reads="process.standing")
def answer(standings: ir.Table, period: Period, *, days: int = 10) -> ir.Table:
    """What those on the black list must answer: how they will mend it, or why they appeal.

    Args:
        days: how many days after the month they have.
    """
    rows = of_period(standings, period).filter(_.listed == "black")
    points = rows.score.round(1).cast("decimal(9,1)").cast("string")
    count = rows.decisions.cast("string")
    return rows.mutate(
        key=answer_key(rows, period),
        owner=rows.name,
        reason_zh="审批得分 " + points + "，本月处理 " + count + " 项，列入黑榜：说明改进或提出申诉",
        reason_en="Scored "
        + points
        + " on "
        + count
        + " decisions, on the black list: say what will change, or appeal",
        due_on=ibis.literal((period + 1).first + timedelta(days=days - 1)),
        weight=100 - rows.score,
    )
