"""The world on one day as ownership and control see it: shares, votes, who votes as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

from lushan.domains.risk.related.world import Flags, Ties, World
from lushan.engines.graph.control import Control, control, reach, votes_by_block
from lushan.engines.graph.ownership import Nodes, Parts, integrated_in, scaled, share_matrix


@dataclass(frozen=True)
class View:
    """A world on a day.

    Args:
        world: with the ties that hold on that day.
        majority: the part of the votes that control must exceed.
    """

    world: World
    day: date
    majority: float = 0.5

    @classmethod
    def on(cls, world: World, day: date, majority: float = 0.5) -> View:
        """The view of a world on a day."""
        return cls(world.at(np.datetime64(day, "D")), day, majority)

    def ties(self, name: str) -> Ties:
        """The ties of a kind that hold on the day."""
        return self.world.ties[name]

    @cached_property
    def holdings(self) -> Ties:
        """The holdings that own something other than themselves, by somebody that is there."""
        found = self.ties("holding")
        return found.where((found.end >= 0) & (found.start != found.end))

    @cached_property
    def shares(self) -> csr_array:
        """Who holds which part of whom; what adds up to more than all is brought down to all."""
        found = self.holdings
        return scaled(share_matrix(found.start, found.end, found.numbers("share"), self.world.count))[0]

    @cached_property
    def votes(self) -> csr_array:
        """Who has which part of whose votes; who obeys by agreement has given all of them away."""
        found = self.holdings
        parts = scaled(share_matrix(found.start, found.end, found.numbers("votes", "share"), self.world.count))[0]
        obeyed = self.ties("agreement").having("kind", "control")
        obeyed = obeyed.where(obeyed.end >= 0)
        return (parts + share_matrix(obeyed.start, obeyed.end, np.ones(len(obeyed.at)), self.world.count)).tocsr()

    @cached_property
    def concert(self) -> tuple[Nodes, Nodes]:
        """Pairs of parties that act in concert: the first party of an agreement with each of the others."""
        found = self.ties("agreement").having("kind", "concert")
        return found.first_agreed(), found.start

    @cached_property
    def partners(self) -> Nodes:
        """For each party the lowest place among those that it acts in concert with, however far."""
        links = coo_array((np.ones(len(self.concert[0])), self.concert), shape=(self.world.count,) * 2)
        number, label = connected_components(links, directed=False)
        lowest = np.full(number, self.world.count)
        np.minimum.at(lowest, label, np.arange(self.world.count))
        found: Nodes = lowest[label]
        return found

    @cached_property
    def control(self) -> Control:
        """Who votes as one."""
        return control(self.votes, self.concert, self.majority)

    @cached_property
    def tally(self) -> csr_array:
        """The votes that each block has in each party."""
        return votes_by_block(self.votes, self.control)

    def with_partners(self, party: int) -> Nodes:
        """A party and those that it acts in concert with."""
        return self._groups.get(int(self.partners[party]), np.array([party]))

    @cached_property
    def _groups(self) -> dict[int, Nodes]:
        """The parties of each concert, by the lowest place among them."""
        acting = np.unique(np.concatenate(self.concert))
        groups: dict[int, list[int]] = {}
        for party, low in zip(acting.tolist(), self.partners[acting].tolist(), strict=True):
            groups.setdefault(low, []).append(party)
        return {low: np.array(parties) for low, parties in groups.items()}

    def controlled(self, party: int) -> dict[int, float]:
        """What a party, and those in concert with it, control: with how many votes."""
        if party not in self._controlled:
            self._controlled[party] = reach(self.votes, self.with_partners(party).tolist(), self.majority)
        return self._controlled[party]

    @cached_property
    def _controlled(self) -> dict[int, dict[int, float]]:
        return {}

    def above(self, party: int) -> Nodes:
        """All that hold something of a party, directly or through others, and those in concert with them."""
        if party not in self._above:
            found = breadth_first_order(self._upwards, party, return_predecessors=False)
            partners = [self.with_partners(place) for place in found.tolist()] if len(self.concert[0]) else [found]
            self._above[party] = np.setdiff1d(np.unique(np.concatenate(partners)), [party])
        return self._above[party]

    @cached_property
    def _above(self) -> dict[int, Nodes]:
        return {}

    @cached_property
    def _upwards(self) -> csr_array:
        return (self.votes + self.shares).T.tocsr()

    def voters(self, held: int) -> list[tuple[int, float]]:
        """Who has votes in a party, and how many."""
        column = slice(*self._by_held.indptr[held : held + 2])
        return list(zip(self._by_held.indices[column].tolist(), self._by_held.data[column].tolist(), strict=True))

    @cached_property
    def _by_held(self) -> csr_array:
        return self.votes.tocsc()

    def way(self, party: int, held: int) -> list[int]:
        """The links of control from one party down to another that it controls."""
        if self.control.head[party]:
            way = self.control.path(held)
            return way if way[0] == party else [party, *way]
        below = {party, *self.with_partners(party).tolist(), *self.controlled(party)}
        way = [held]
        while way[-1] != party:
            voters = [(part, -voter) for voter, part in self.voters(way[-1]) if voter in below and voter not in way]
            if not voters:
                return [party, *way[::-1]]
            way.append(-max(voters)[1])
        return way[::-1]

    def votes_in(self, party: int, held: int) -> float:
        """The votes that a party has in another, with those in concert with it and all whom they control."""
        members = {*self.with_partners(party).tolist(), *self.controlled(party)} - {held}
        return sum(part for voter, part in self.voters(held) if voter in members)

    def owned_in(self, held: int, least: float) -> Parts:
        """What each party owns of one, through all chains and loops, as far as it is at least so much."""
        return integrated_in(self.shares, held, least)

    def among(self, places: Iterable[int]) -> Flags:
        """Which parties are among some."""
        found = np.zeros(self.world.count, dtype=bool)
        found[list(places)] = True
        return found
