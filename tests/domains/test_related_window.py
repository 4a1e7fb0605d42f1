"""The months around a day: looking at few days, in a part of the world, finds what looking at all of it does."""

from __future__ import annotations

from datetime import date
from random import Random

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lushan.domains.risk.related.apply import apply
from lushan.domains.risk.related.listing import Listing
from lushan.domains.risk.related.rules import rule_table
from lushan.domains.risk.related.steps import Limits
from lushan.domains.risk.related.view import View
from lushan.domains.risk.related.window import months_off
from lushan.domains.risk.related.world import World
from parties import parties
from worlds import DAY, of_rows

TABLES = ("party", "holding", "office", "kinship", "agreement", "own_staff")


def random_world(seed: int, count: int) -> World:
    rows = parties(Random(seed), count)
    return of_rows({name: rows[f"risk.{name}"] for name in TABLES})


def of_all_days(world: World) -> set[tuple[str, str]]:
    """Party and rule of whatever an article demands on any day of the window on which things are not as before."""
    table = rule_table()
    first, last = months_off(DAY, -12), months_off(DAY, 12)
    days = {first, DAY, last}
    for ties in world.ties.values():
        days |= {
            day.astype(date)
            for day in (*np.unique(ties.since), *(np.unique(ties.until[ties.until < np.datetime64(last)]) + 1))
        }
    found = set()
    for day in sorted(day for day in days if first <= day <= last):
        agreed = world
        if day > DAY:  # what is to come counts if a document speaks of it
            kept = {}
            for name, ties in world.ties.items():
                told = np.array([bool(ties.rows["document"][int(at)].as_py()) for at in ties.at], dtype=bool)
                kept[name] = ties.where(told | (ties.since <= np.datetime64(DAY, "D")))
            agreed = World(world.ids, world.parties, kept)
        view = View(agreed.at(np.datetime64(day, "D")), min(day, DAY))  # growing up is no agreement
        hits = apply(table, view, Limits())
        for rule, party in zip(hits.rule.tolist(), hits.party.tolist(), strict=True):
            if table.rules[rule].must:
                found.add((world.id(party), table.rules[rule].id))
    return found


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**32), count=st.integers(8, 12))
@example(seed=445, count=8)  # where more than all is held, who goes leaves to the others
@example(seed=428, count=8)  # what comes meets what is there today and goes before the window ends
def test_few_days_and_a_part_of_the_world_are_enough(seed: int, count: int) -> None:
    world = random_world(seed, count)
    found = {
        (str(reason["party_id"]), str(reason["basis"]))
        for reason in Listing.of(world, DAY).reasons()
        if reason["held"] != "now" or reason["certainty"] == "must"
    }
    assert found == of_all_days(world)


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**32), count=st.integers(8, 20))
def test_every_reason_can_be_told_and_its_days_hold_the_day(seed: int, count: int) -> None:
    for reason in Listing.of(random_world(seed, count), DAY).reasons():
        assert reason["path"] and reason["path_en"]
        since, until = reason["held_from"] or date.min, reason["held_to"] or date.max
        assert since <= until
        if reason["held"] != "coming":
            assert (since <= DAY <= until) == (reason["held"] == "now")
