"""Who ties organisations together: persons in office in several, and the pairs of organisations that share some."""

from __future__ import annotations

from ibis.expr import types as ir

from lushan.runs.model import model
from lushan.runs.period import Period


def in_office(offices: ir.Table, period: Period) -> ir.Table:
    """Who is in office where on the last day of a period; boards and other offices of one person are one row."""
    held = offices.filter(
        (offices.from_on.isnull() | (offices.from_on <= period.last))
        & (offices.to_on.isnull() | (offices.to_on >= period.last))
        & (offices.person_id != offices.org_id)
    )
    return held.group_by("person_id", "org_id").aggregate(director=(held.role == "director").any())


@model("risk.board_tie", reads=("risk.office", "risk.party"))
def board_tie(offices: ir.Table, parties: ir.Table, period: Period) -> ir.Table:
    """The persons who hold offices in two organisations or more on the last day of the period."""
    held = in_office(offices, period)
    counted = held.group_by("person_id").aggregate(organisations=held.count(), boards=held.director.cast("int64").sum())
    names = parties.select("name", person_id="party_id")
    return counted.filter(counted.organisations > 1).left_join(names, "person_id")


@model("risk.interlock", reads=("risk.office", "risk.party"))
def interlock(offices: ir.Table, parties: ir.Table, period: Period) -> ir.Table:
    """The pairs of organisations that have persons in office in common on the last day of the period."""
    held = in_office(offices, period)
    names = parties.select("name", person_id="party_id")
    one = held.left_join(names, "person_id").select("person_id", "name", "org_id", "director")
    other = held.select("person_id", other_id="org_id", other_director="director")
    pairs = one.inner_join(other, "person_id")
    pairs = pairs.filter(pairs.org_id < pairs.other_id)
    return pairs.group_by("org_id", "other_id").aggregate(
        persons=pairs.count(),
        directors=(pairs.director & pairs.other_director).cast("int64").sum(),
        name=pairs.name.min(),
    )
