"""Voting control against cases worked by hand and against a slow closure in fractions, holder by holder."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lushan.engines.graph.control import control, dominant, reach, votes_by_block
from shareholdings import COUNT, Holding, hand, matrix, worlds


def closure(holdings: Sequence[Holding], start: frozenset[int]) -> frozenset[int]:
    """Those who vote as a start does: itself, and again and again whatever it has more than half of."""
    members = set(start)
    while True:
        tally: dict[int, Fraction] = {}
        for owner, held, part in holdings:
            if owner in members and owner != held:
                tally[held] = tally.get(held, Fraction(0)) + part
        grown = {held for held, part in tally.items() if part > Fraction(1, 2)} - members
        if not grown:
            return frozenset(members)
        members |= grown


def names(place: dict[str, int], nodes: Sequence[int]) -> set[str]:
    back = {at: name for name, at in place.items()}
    return {back[int(node)] for node in nodes}


def test_a_chain_is_controlled_by_its_head():
    votes, place = hand(("A", "B", 0.6), ("B", "C", 0.6))
    found = control(votes)
    assert names(place, found.below(place["A"])) == {"B", "C"}
    assert [int(node) for node in found.path(place["C"])] == [place[name] for name in "ABC"]


def test_a_diamond_of_thirty_per_cent_controls_nothing_and_one_of_sixty_all():
    votes, place = hand(("A", "B", 0.3), ("A", "C", 0.3), ("B", "D", 0.3), ("C", "D", 0.3))
    assert control(votes).head.all()
    votes, place = hand(("A", "B", 0.6), ("A", "C", 0.6), ("B", "D", 0.3), ("C", "D", 0.3))
    assert names(place, control(votes).below(place["A"])) == {"B", "C", "D"}


def test_a_pyramid_of_forty_and_eleven_is_a_majority():
    votes, place = hand(("A", "B", 0.6), ("B", "C", 0.4), ("A", "C", 0.11))
    found = control(votes)
    assert found.votes[place["C"]] == pytest.approx(0.51)
    assert found.by[place["C"]] == place["B"]


def test_exactly_half_is_no_majority():
    votes, _ = hand(("A", "B", 0.5), ("C", "B", 0.5))
    assert control(votes).head.all()


def test_two_that_control_each_other_are_heads_together():
    votes, place = hand(("A", "B", 0.6), ("B", "A", 0.6), ("A", "C", 0.4), ("B", "C", 0.2), ("P", "A", 0.4))
    found = control(votes)
    assert names(place, found.heads(place["C"])) == {"A", "B"}
    assert names(place, found.heads(place["P"])) == {"P"}


def test_a_loop_below_a_head_does_not_hide_it():
    votes, place = hand(("P", "A", 0.45), ("A", "B", 0.9), ("B", "A", 0.1), ("Q", "A", 0.45))
    found = control(votes)
    assert names(place, found.heads(place["B"])) == {"A"}  # ten of its own votes do not make A anyone's
    votes, place = hand(("P", "A", 0.51), ("A", "B", 0.9), ("B", "A", 0.49))
    assert names(place, control(votes).heads(place["B"])) == {"P"}


def test_those_in_concert_vote_as_one_and_take_what_either_controls():
    votes, place = hand(("P", "X", 0.8), ("X", "Z", 0.3), ("Q", "Z", 0.3), ("R", "Z", 0.4))
    assert control(votes).head[place["Z"]]
    pair = (np.array([place["X"]]), np.array([place["Q"]]))
    found = control(votes, pair)
    assert names(place, found.heads(place["Z"])) == {"P", "Q"}


def test_who_dominates_without_a_majority_is_named_for_a_person_to_confirm():
    votes, place = hand(("A", "B", 0.35), ("C", "B", 0.1), ("A", "D", 0.35), ("C", "D", 0.3))
    assert dominant(votes, control(votes)) == [(place["A"], place["B"], 0.35)]


@settings(max_examples=300, deadline=None)
@given(worlds())
def test_blocks_are_the_closures_of_those_whom_nobody_else_controls(holdings):
    found = control(matrix(holdings, COUNT))
    closures = [closure(holdings, frozenset({node})) for node in range(COUNT)]
    for node in range(COUNT):
        above = [other for other in range(COUNT) if node in closures[other]]
        if all(other in closures[node] for other in above):  # nobody above it that is not also below
            members = frozenset(np.flatnonzero(found.block == found.block[node]).tolist())
            assert members == closures[node]
        if not found.head[node]:
            assert any(node in closures[other] for other in range(COUNT) if other != node)
            assert found.head[found.path(node)[0]]
    assert all(found.head[found.block == block].any() for block in set(found.block.tolist()))


@settings(max_examples=200, deadline=None)
@given(worlds(), st.sets(st.integers(0, COUNT - 1), min_size=1, max_size=3))
def test_reach_is_the_closure_of_its_start(holdings, start):
    assert frozenset(reach(matrix(holdings, COUNT), start)) | start == closure(holdings, frozenset(start))


@settings(max_examples=100, deadline=None)
@given(worlds(), st.permutations(range(COUNT)))
def test_the_order_of_nodes_does_not_matter(holdings, order):
    plain = control(matrix(holdings, COUNT))
    moved = control(matrix([(order[owner], order[held], part) for owner, held, part in holdings], COUNT))
    place = list(order)
    assert (moved.head[place] == plain.head).all()
    same = plain.block[:, None] == plain.block[None, :]
    assert (same == (moved.block[place][:, None] == moved.block[place][None, :])).all()


@given(worlds())
def test_the_votes_of_blocks_are_those_of_their_members(holdings):
    votes = matrix(holdings, COUNT)
    found = control(votes)
    tally = votes_by_block(votes, found).toarray()
    for block in range(COUNT):
        members = np.flatnonzero(found.block == block)
        for node in range(COUNT):
            expected = sum(float(p) for o, h, p in holdings if o in members and h == node and o != h)
            assert tally[block, node] == pytest.approx(expected)
