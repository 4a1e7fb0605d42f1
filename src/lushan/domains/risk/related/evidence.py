"""The evidence of a reason: the way from the bank to the party, the arithmetic, the days and the documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import heappop, heappush
from itertools import pairwise

import numpy as np

from lushan.domains.risk.related.apply import Hits
from lushan.domains.risk.related.rules import BANK, RuleTable
from lushan.domains.risk.related.steps import STEPS, TURNED, Limits
from lushan.domains.risk.related.view import View
from lushan.domains.risk.related.world import FIRST, LAST, Ties
from lushan.engines.graph.ownership import Nodes, Parts, reaches
from lushan.words import Text

WORDS = {
    "director": Text("董事", "director"),
    "supervisor": Text("监事", "supervisor"),
    "senior_manager": Text("高级管理人员", "senior manager"),
    "representative": Text("法定代表人", "legal representative"),
    "spouse": Text("配偶", "spouse"),
    "parent": Text("父母", "parent"),
    "child": Text("子女", "child"),
    "sibling": Text("兄弟姐妹", "sibling"),
    "spouse_parent": Text("配偶的父母", "spouse's parent"),
    "child_spouse": Text("子女的配偶", "child's spouse"),
    "sibling_spouse": Text("兄弟姐妹的配偶", "sibling's spouse"),
    "spouse_sibling": Text("配偶的兄弟姐妹", "spouse's sibling"),
    "other": Text("其他", "other"),
    "large_credit": Text("大额授信审批", "approves large credit"),
    "asset_transfer": Text("资产转移审批", "approves asset transfers"),
    "insurance_funds": Text("保险资金运用", "uses insurance funds"),
    "other_core": Text("核心业务决策", "decides core business"),
    "none": Text("员工", "employee"),
    "concert": Text("一致行动", "in concert"),
    "benefit": Text("受益", "benefits"),
    "control": Text("协议控制", "controls by agreement"),
    "joint": Text("共同控制", "controls jointly"),
    "named": Text("认定", "named"),
    "nominated": Text("提名", "nominated"),
}
#: Which column of a table says what a row's tie is.
SAYS = {"office": "role", "kinship": "kind", "own_staff": "authority", "agreement": "kind"}
#: How many ways a sum writes out; the rest is in the total.
WRITTEN = 6
#: How many ways are looked at for these.
TRIED = 2_000


@dataclass(frozen=True)
class Link:
    """One step of a way: over what, to whom; ``up`` where the arrow points back, to who owns or runs."""

    over: Text
    to: str
    up: bool


@dataclass(frozen=True)
class Reason:
    """Why a party is related, as a reviewer reads it."""

    links: tuple[Link, ...]
    arithmetic: str
    since: date | None
    until: date | None
    documents: tuple[str, ...]

    def path(self, start: str, language: str) -> str:
        """The way in one line.

        >>> link = Link(Text("董事", "director"), "张三", up=True)
        >>> Reason((link, Link(Text("60%", "60%"), "甲公司", up=False)), "", None, None, ()).path("本行", "zh")
        '本行 ←董事— 张三 —60%→ 甲公司'
        """
        said = [start]
        for link in self.links:
            word = link.over.zh if language == "zh" else link.over.en
            said.append(f"←{word}— {link.to}" if link.up else f"—{word}→ {link.to}")
        return " ".join(said)


def percent(part: float) -> str:
    """A part as percent, to four places at most.

    >>> percent(0.051), percent(1 / 3)
    ('5.1%', '33.3333%')
    """
    return f"{100 * part:.4f}".rstrip("0").rstrip(".") + "%"


@dataclass
class _Trail:
    """What a way was made of, gathered on the way."""

    links: list[Link] = field(default_factory=list)
    rows: list[tuple[Ties, int]] = field(default_factory=list)
    arithmetic: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Evidence:
    """The evidence of a day's reasons."""

    table: RuleTable
    view: View
    hits: Hits
    limits: Limits

    def reason(self, hit: int) -> Reason:
        """The evidence of one reason."""
        trail = _Trail()
        self._lead(hit, trail, frozenset())
        since = max((ties.since[at] for ties, at in trail.rows), default=FIRST)
        until = min((ties.until[at] for ties, at in trail.rows), default=LAST)
        documents = dict.fromkeys(self._document(ties, at) for ties, at in trail.rows)
        return Reason(
            links=tuple(trail.links),
            arithmetic="; ".join(dict.fromkeys(trail.arithmetic)),
            since=None if since == FIRST else since.astype(date),
            until=None if until == LAST else until.astype(date),
            documents=tuple(said for said in documents if said),
        )

    def _lead(self, hit: int, trail: _Trail, seen: frozenset[int]) -> None:
        """Follow a reason back to the bank, and write it down from there on."""
        rule = self.table.rules[self.hits.rule[hit]]
        way = rule.ways[self.hits.way[hit]]
        via, party = int(self.hits.via[hit]), int(self.hits.party[hit])
        if via != self.view.world.bank or BANK not in way.of:
            before = next(h for h in self._of(via, way.of) if int(self.hits.via[h]) not in seen)
            self._lead(before, trail, seen | {via})
        match way.step:
            case "controllers":
                self._up(self._strongest(party, via), trail)
                self._tell_votes(party, via, self.view.majority, ">", trail)
            case "holders":
                self._up(self._strongest(party, via), trail)
                self._tell_owned(party, via, trail)
            case "beneficiaries" if self.hits.row[hit] < 0:
                self._up(self._strongest(party, via), trail)
                self._tell_sum(party, via, self.limits.benefit, trail)
            case "controlled":
                self._down(via, party, trail)
            case "influenced" if self.hits.row[hit] < 0:
                self._down_to(via, party, trail)
            case "joint" if self.hits.row[hit] < 0:
                self._below_joint(via, party, trail)
            case _:
                self._row(way.step, int(self.hits.row[hit]), via, party, trail)

    def _of(self, party: int, rules: Iterable[str]) -> Iterator[int]:
        """The reasons for which rules found a party, the first rule first."""
        start, end = np.searchsorted(self._sorted, [party, party + 1])
        wanted = {number for number, rule in enumerate(self.table.rules) if rule.id in rules}
        found = [int(hit) for hit in self._order[start:end] if int(self.hits.rule[hit]) in wanted]
        yield from sorted(found, key=lambda hit: (self.hits.rule[hit], self.hits.way[hit], hit))

    @cached_property
    def _order(self) -> Nodes:
        return np.argsort(self.hits.party, kind="stable")

    @cached_property
    def _sorted(self) -> Nodes:
        return self.hits.party[self._order]

    def _row(self, step: str, row: int, via: int, party: int, trail: _Trail) -> None:
        """A tie that one row of a table makes."""
        name = STEPS[step][1]
        if not name or row < 0:
            trail.links.append(Link(WORDS[step], self.view.world.name(party), up=False))
            trail.rows += self._agreed(step, via, party)
            return
        ties = self.view.ties(name)
        at = int(np.searchsorted(ties.at, row))
        code = str(ties.rows[SAYS[name]][row].as_py())
        if step == "influenced" or step == "influencers":
            word = Text(f"提名{WORDS[code].zh}", f"nominated a {WORDS[code].en}")
        elif name == "kinship" and int(ties.end[at]) != party:
            word = WORDS[TURNED[code]]
        else:
            word = WORDS[code]
        up = int(ties.start[at]) == party if step == "joint" else step not in ("relatives", "influenced", "named")
        trail.links.append(Link(word, self.view.world.name(party), up))
        trail.rows.append((ties, at))

    def _agreed(self, kind: str, via: int, party: int) -> list[tuple[Ties, int]]:
        """The agreements of a kind that both are parties to, or one alone where others stand between them."""
        ties = self.view.ties("agreement")
        mine = np.flatnonzero(np.isin(ties.start, [via, party])).tolist()
        return [(ties, at) for at in mine if ties.rows["kind"][int(ties.at[at])].as_py() == kind]

    def _up(self, way: list[int], trail: _Trail) -> None:
        """From what is held up to who holds it; the way is told from the holder down."""
        for holder, held in zip(way[-2::-1], way[:0:-1], strict=True):
            trail.links.append(Link(self._held(holder, held, trail), self.view.world.name(holder), up=True))

    def _down(self, via: int, party: int, trail: _Trail) -> None:
        """From who controls down to what is controlled."""
        way = self.view.way(via, party)
        for holder, held in pairwise(way):
            trail.links.append(Link(self._held(holder, held, trail), self.view.world.name(held), up=False))
        self._tell_votes(via, party, self.view.majority, ">", trail)

    def _below_joint(self, via: int, party: int, trail: _Trail) -> None:
        """From who controls together with others, over what they so control, down to what that controls."""
        ties = self.view.ties("agreement").having("kind", "joint")
        mine = np.flatnonzero((ties.start == via) & (ties.end >= 0)).tolist()
        first = next(at for at in mine if party in self.view.controlled(int(ties.end[at])))
        self._row("joint", int(ties.at[first]), via, int(ties.end[first]), trail)
        self._down(int(ties.end[first]), party, trail)

    def _down_to(self, via: int, party: int, trail: _Trail) -> None:
        """From who influences to what is influenced, through the member of its block with the most votes there."""
        members = self._voters(via, party)
        first = max(members, key=lambda pair: (pair[1], -pair[0]))[0] if members else via
        if first != via:
            way = self.view.way(via, first)
            for holder, held in pairwise(way):
                trail.links.append(Link(self._held(holder, held, trail), self.view.world.name(held), up=False))
        trail.links.append(Link(self._held(first, party, trail), self.view.world.name(party), up=False))
        self._tell_votes(via, party, self.limits.influence, "≥", trail)

    def _held(self, holder: int, held: int, trail: _Trail) -> Text:
        """What a holder has of what is held, in words; its rows are kept."""
        ties = self.view.holdings
        start, end = np.searchsorted(self._pairs[0], [holder * self.view.world.count + held + at for at in (0, 1)])
        if start == end:
            word = WORDS["control"] if self.view.votes[holder, held] else WORDS["concert"]
            trail.rows += self._agreed("control", holder, held) if self.view.votes[holder, held] else []
            return word
        trail.rows += [(ties, int(at)) for at in self._pairs[1][start:end]]
        part, votes = float(self.view.shares[holder, held]), float(self.view.votes[holder, held])
        if abs(part - votes) < 1e-9:
            return Text(percent(part), percent(part))
        return Text(f"{percent(part)}，表决权{percent(votes)}", f"{percent(part)}, votes {percent(votes)}")

    @cached_property
    def _pairs(self) -> tuple[Nodes, Nodes]:
        """Holder and held of each holding as one number, in order, and the holdings in that order."""
        ties = self.view.holdings
        key = ties.start * self.view.world.count + ties.end
        order = np.argsort(key, kind="stable")
        return key[order], order

    def _voters(self, via: int, held: int) -> list[tuple[int, float]]:
        """Those who vote in a party as another does."""
        if self.view.control.head[via]:
            block = self.view.control.block
            return [(node, part) for node, part in self.view.voters(held) if block[node] == block[via] and node != held]
        members = {*self.view.with_partners(via).tolist(), *self.view.controlled(via)}
        return [(node, part) for node, part in self.view.voters(held) if node in members and node != held]

    def _tell_votes(self, via: int, held: int, least: float, sign: str, trail: _Trail) -> None:
        voters = sorted(self._voters(via, held), key=lambda pair: (-pair[1], pair[0]))
        if not voters:
            return
        total = sum(part for _, part in voters)
        shown = " + ".join(f"{self.view.world.name(node)} {percent(part)}" for node, part in voters[:WRITTEN])
        more = " + …" if len(voters) > WRITTEN else ""
        equals = f" = {percent(total)}" if len(voters) > 1 else ""
        if not total > least and reaches(total, least):
            sign = "≥"  # half of the bank itself
        trail.arithmetic.append(f"{shown}{more}{equals} {sign} {percent(least)}")

    def _tell_owned(self, party: int, held: int, trail: _Trail) -> None:
        owned = float(self._owned(held)[party])
        if reaches(owned, self.limits.hold):
            self._tell_sum(party, held, self.limits.hold, trail)
        else:
            self._tell_votes(party, held, self.limits.hold, "≥", trail)

    def _tell_sum(self, party: int, held: int, least: float, trail: _Trail) -> None:
        """The sum of the products along the ways; what loops add is in the total."""
        ways = self._ways(party, held)
        owned = float(self._owned(held)[party])
        shown = " + ".join(" × ".join(percent(part) for part in parts) for parts in ways[:WRITTEN])
        written = sum(float(np.prod(parts)) for parts in ways[:WRITTEN])
        more = "" if abs(written - owned) < 1e-6 else " + …"
        equals = f" = {percent(owned)}" if len(ways) > 1 or any(len(parts) > 1 for parts in ways) else ""
        trail.arithmetic.append(f"{shown}{more}{equals} ≥ {percent(least)}")

    def _owned(self, held: int) -> Parts:
        if held not in self._memo:
            self._memo[held] = self.view.owned_in(held, min(self.limits.hold, self.limits.benefit))
        return self._memo[held]

    @cached_property
    def _memo(self) -> dict[int, Parts]:
        return {}

    def _strongest(self, party: int, held: int) -> list[int]:
        """The way from a holder down to what is held along which it holds most."""
        best: dict[int, tuple[float, list[int]]] = {held: (1.0, [held])}
        waiting = [held]
        while waiting:
            node = waiting.pop(0)
            part, way = best[node]
            for holder, own in self.view.voters(node):
                if holder not in way and part * own > best.get(holder, (0.0, []))[0] + 1e-12:
                    best[holder] = (part * own, [holder, *way])
                    waiting.append(holder)
        return best[party][1] if party in best else [party, held]

    def _ways(self, party: int, held: int) -> list[list[float]]:
        """The parts along the ways from a holder down that pass no party twice, the largest product first."""
        above = set(self.view.above(held).tolist())
        found: list[list[float]] = []
        waiting: list[tuple[float, tuple[int, ...], list[float]]] = [(-1.0, (party,), [])]
        for _ in range(TRIED):
            if not waiting or len(found) > WRITTEN:
                break
            product, passed, parts = heappop(waiting)
            if passed[-1] == held:
                found.append(parts)
                continue
            row = slice(*self.view.shares.indptr[passed[-1] : passed[-1] + 2])
            steps = zip(self.view.shares.indices[row].tolist(), self.view.shares.data[row].tolist(), strict=True)
            for onward, part in steps:
                if onward == held or (onward in above and onward not in passed):
                    heappush(waiting, (product * part, (*passed, onward), [*parts, part]))
        return found

    @staticmethod
    def _document(ties: Ties, at: int) -> str:
        return str(ties.rows["document"][int(ties.at[at])].as_py() or "")
