"""The steps that rules take: from some parties to those who own, run, marry, control or are controlled by them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lushan.domains.risk.related.view import View
from lushan.domains.risk.related.world import Flags, Ties
from lushan.engines.graph.ownership import NEAR, Nodes, reaches

PartyKind = Literal["person", "organisation", "any"]
AUTHORITIES = ("large_credit", "asset_transfer", "insurance_funds", "other_core")
OFFICES = ("director", "supervisor", "senior_manager")
#: The state's organs: those are not related to each other only because the state controls them all.
STATE = "state"


@dataclass(frozen=True)
class Limits:
    """The numbers that the steps compare with.

    Args:
        hold: the part of the bank from which on a holder counts, itself included.
        influence: the votes from which on there is significant influence.
        benefit: the part of a company from which on an owner is its beneficiary.
        adult: the age of being grown up, in years.
        important: the branches that are important; none means all of them, until the bank has decided.
        joint: whether who controls together with others controls; the order does not say.
    """

    hold: float = 0.05
    influence: float = 0.20
    benefit: float = 0.25
    adult: int = 18
    important: tuple[str, ...] = ()
    joint: bool = False


@dataclass(frozen=True)
class Found:
    """What a step found: from whom, whom, and by which row of the step's table (-1 where by none alone)."""

    via: Nodes
    party: Nodes
    row: Nodes

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> Found:
        """Pairs that no single row makes."""
        listed = list(pairs)
        via, party = (np.array([pair[at] for pair in listed], dtype=np.int64) for at in (0, 1))
        return cls(via, party, np.full(len(listed), -1))

    @classmethod
    def together(cls, parts: Iterable[Found]) -> Found:
        """What several steps found."""
        listed = list(parts)
        none = np.array([], dtype=np.int64)
        via, party, row = (
            np.concatenate([none, *(getattr(part, name) for part in listed)]) for name in ("via", "party", "row")
        )
        return cls(via, party, row)


def controllers(view: View, sources: Nodes, _limits: Limits, *, direct: bool | None = None) -> Found:
    """Who controls an organisation, through any number of others; or holds at least half of it himself."""
    pairs = []
    block = view.control.block
    for held in sources.tolist():
        own = dict(view.voters(held))
        above = view.above(held)
        for party in above.tolist():
            directly = own.get(party, 0.0) >= view.majority - NEAR
            one = block[party] == block[held]  # who controls it votes as one with it
            if (directly or (one and held in view.controlled(party))) and direct in (None, directly):
                pairs.append((held, party))
    return Found.of(pairs)


def holders(view: View, sources: Nodes, limits: Limits) -> Found:
    """Who owns so much of an organisation, or has so many of its votes, with concert partners and all they control."""
    pairs = []
    block = view.control.block
    for held in sources.tolist():
        owned = reaches(view.owned_in(held, limits.hold), limits.hold)
        voting = np.isin(block, block[[voter for voter, _ in view.voters(held)]])  # nobody else has any votes in it
        for party in view.above(held).tolist():
            if owned[party] or (voting[party] and reaches(view.votes_in(party, held), limits.hold)):
                pairs.append((held, party))
    return Found.of(pairs)


def influencers(view: View, sources: Nodes, _limits: Limits) -> Found:
    """Who has sent an organisation a director, supervisor or senior manager."""
    named = view.ties("office").having("role", *OFFICES)
    return _nominated(named.where(view.among(sources)[named.end]), by_org=True)


def officers(
    view: View, sources: Nodes, limits: Limits, *, roles: tuple[str, ...] = OFFICES, important: bool = False
) -> Found:
    """Who holds an office in some organisations; with ``important``, in head office or an important branch only."""
    found = view.ties("office").having("role", *roles)
    found = found.where((found.end >= 0) & view.among(sources)[found.end])
    if important and limits.important:
        branch = found.codes("branch")
        found = found.where(np.array([not name or name in limits.important for name in branch], dtype=bool))
    return Found(found.end, found.start, found.at)


def authorised(view: View, sources: Nodes, _limits: Limits) -> Found:
    """Which of the bank's staff may approve or decide large credit, asset transfer or other core business."""
    staff = view.ties("own_staff").having(
        "authority", "large_credit", "asset_transfer", "insurance_funds", "other_core"
    )
    return Found(np.full(len(staff.at), sources.max(initial=-1)), staff.start, staff.at)


def employees(view: View, sources: Nodes, _limits: Limits) -> Found:
    """The bank's own staff."""
    staff = view.ties("own_staff")
    return Found(np.full(len(staff.at), sources.max(initial=-1)), staff.start, staff.at)


#: What a person is to his relative, when the relative is this to him.
TURNED = {
    "spouse": "spouse",
    "parent": "child",
    "child": "parent",
    "sibling": "sibling",
    "spouse_parent": "child_spouse",
    "child_spouse": "spouse_parent",
    "sibling_spouse": "spouse_sibling",
    "spouse_sibling": "sibling_spouse",
    "other": "other",
}


def relatives(view: View, sources: Nodes, limits: Limits, *, kinds: tuple[str, ...]) -> Found:
    """Who is so related to some persons, whoever of the two declared it; of children, the grown-up ones."""
    kin = view.ties("kinship")
    kin = kin.where((kin.end >= 0) & (kin.start != kin.end))
    start = view.among(sources)
    grown = view.world.adults(view.day, limits.adult)
    parts = []
    for kind in kinds:
        told, heard = kin.having("kind", kind), kin.having("kind", TURNED[kind])
        for via, party, rows in ((told.start, told.end, told.at), (heard.end, heard.start, heard.at)):
            wanted = start[via] & (grown[party] if kind == "child" else True)
            parts.append(Found(via[wanted], party[wanted], rows[wanted]))
    return Found.together(parts)


def concert(view: View, sources: Nodes, _limits: Limits) -> Found:
    """Who acts in concert with some parties by agreement."""
    pairs = []
    for party in sources.tolist():
        pairs += [(party, other) for other in view.with_partners(party).tolist() if other != party]
    return Found.of(pairs)


def beneficiaries(view: View, sources: Nodes, limits: Limits) -> Found:
    """Who owns a quarter of some parties in the end, or enjoys their income by agreement."""
    agreed = view.ties("agreement").having("kind", "benefit")
    agreed = agreed.where((agreed.end >= 0) & view.among(sources)[agreed.end])
    pairs = []
    for held in sources.tolist():
        owned = view.owned_in(held, limits.benefit)
        pairs += [(held, party) for party in np.flatnonzero(reaches(owned, limits.benefit)).tolist() if party != held]
    return Found.together([Found(agreed.end, agreed.start, agreed.at), Found.of(pairs)])


def controlled(view: View, sources: Nodes, _limits: Limits) -> Found:
    """What some parties control, through any number of levels; not what the state controls besides."""
    sources = sources[~view.world.kind(STATE)[sources]]
    head = view.control.head[sources]
    heads, others = sources[head], sources[~head]
    block = view.control.block
    of = np.full(view.world.count, -1)
    of[block[heads[::-1]]] = heads[::-1]  # of several heads of a block, the first
    below = np.flatnonzero(~view.control.head & (of[block] >= 0))
    pairs = [(party, held) for party in others.tolist() for held in view.controlled(party)]
    whole = Found(of[block[below]], below, np.full(len(below), -1))
    return Found.together([whole, Found.of(pairs)])


def influenced(view: View, sources: Nodes, limits: Limits) -> Found:
    """Where some parties have many votes without control, or have sent a director, supervisor or senior manager.

    It is one step: what is only influenced passes no influence on.
    """
    sources = sources[~view.world.kind(STATE)[sources]]
    head = view.control.head[sources]
    heads, others = sources[head], sources[~head]
    block = view.control.block
    of = np.full(view.world.count, -1)
    of[block[heads[::-1]]] = heads[::-1]
    rows = np.flatnonzero(of >= 0)
    much = view.tally[rows].tocoo()
    wanted = reaches(much.data, limits.influence) & (block[much.col] != rows[much.row])
    pairs = list(zip(of[rows[much.row[wanted]]].tolist(), much.col[wanted].tolist(), strict=True))
    for party in others.tolist():
        members = np.union1d(view.with_partners(party), list(view.controlled(party)))
        part = np.asarray(view.votes[members].sum(axis=0)).ravel()
        reached = np.setdiff1d(np.flatnonzero(reaches(part, limits.influence)), members)
        pairs += [(party, held) for held in reached.tolist()]
    named = view.ties("office").having("role", *OFFICES)
    sent = _nominated(named, by_org=False)
    return Found.together([Found.of(pairs), _from(sent, view.among(sources))])


def joint(view: View, sources: Nodes, limits: Limits, *, up: bool = False, controls: bool = False) -> Found:
    """What some parties control together with others by agreement, so that each must consent; or who so controls them.

    None of them controls alone. To have to consent is influence at least; it is control where the bank takes it for
    such, and then reaches what is controlled from there.

    Args:
        up: to those who control together, and not to what they control.
        controls: nothing is found unless joint control is control.
    """
    agreed = view.ties("agreement").having("kind", "joint")
    agreed = agreed.where((agreed.end >= 0) & (agreed.start != agreed.end) & (limits.joint or not controls))
    if up:
        return _from(Found(agreed.end, agreed.start, agreed.at), view.among(sources))
    found = _from(Found(agreed.start, agreed.end, agreed.at), view.among(sources[~view.world.kind(STATE)[sources]]))
    if not controls:
        return found
    below = [(via, held) for via, own in zip(found.via, found.party, strict=True) for held in view.controlled(own)]
    return Found.together([found, Found.of(below)])


def named(view: View, sources: Nodes, _limits: Limits) -> Found:
    """Whom the bank or the regulator has named."""
    found = view.ties("agreement").having("kind", "named")
    return Found(np.full(len(found.at), sources.max(initial=-1)), found.start, found.at)


def _nominated(offices: Ties, by_org: bool) -> Found:
    """Who sent whom where: from the organisation to who sent, or from who sent to the organisation."""
    sent = offices.by
    known = (sent >= 0) & (offices.end >= 0) & (sent != offices.end)
    via, party = (offices.end, sent) if by_org else (sent, offices.end)
    return Found(via[known], party[known], offices.at[known])


def _from(found: Found, start: Flags) -> Found:
    wanted = start[found.via]
    return Found(found.via[wanted], found.party[wanted], found.row[wanted])


#: Every step by its name, and the table whose rows it can name.
STEPS: Mapping[str, tuple[Callable[..., Found], str]] = {
    "controllers": (controllers, ""),
    "holders": (holders, ""),
    "influencers": (influencers, "office"),
    "officers": (officers, "office"),
    "authorised": (authorised, "own_staff"),
    "employees": (employees, "own_staff"),
    "relatives": (relatives, "kinship"),
    "concert": (concert, ""),
    "beneficiaries": (beneficiaries, "agreement"),
    "controlled": (controlled, ""),
    "influenced": (influenced, "office"),
    "joint": (joint, "agreement"),
    "named": (named, "agreement"),
}
