"""Integrated ownership against cases worked by hand and against a slow exact oracle in fractions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lushan.engines.graph.ownership import closed_loops, integrated_in, integrated_of, reaches, scaled, share_matrix
from shareholdings import COUNT, Holding, hand, matrix, worlds


def exact(holdings: Sequence[Holding], count: int, holder: int) -> list[Fraction]:
    """What one holder has of each: the equations of the ways that do not come back to him, solved in fractions."""
    a = [[Fraction(0)] * count for _ in range(count)]
    for owner, held, part in holdings:
        a[owner][held] += part
    unknown, grown = set(), {node for node in range(count) if a[holder][node]}
    while grown - unknown - {holder}:
        unknown |= grown - {holder}
        grown = {node for node in range(count) if any(a[k][node] for k in unknown)}
    order = sorted(unknown)
    rows = [[Fraction(j == k) - a[k][j] for k in order] + [a[holder][j]] for j in order]
    for at in range(len(rows)):
        pivot = next(row for row in range(at, len(rows)) if rows[row][at])
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for row in range(len(rows)):
            if row != at and rows[row][at]:
                rows[row] = [x - rows[row][at] * y for x, y in zip(rows[row], rows[at], strict=True)]
    found = [Fraction(0)] * count
    for node, row in zip(order, rows, strict=True):
        found[node] = row[-1]
    found[holder] = a[holder][holder] + sum(found[k] * a[k][holder] for k in order)
    return found


@pytest.mark.parametrize(
    ("holdings", "holder", "held", "expected"),
    [
        # a chain: 60 % of 60 %
        ([("A", "B", 0.6), ("B", "C", 0.6)], "A", "C", 0.36),
        # a diamond: twice 30 % of 30 %
        ([("A", "B", 0.3), ("A", "C", 0.3), ("B", "D", 0.3), ("C", "D", 0.3)], "A", "D", 0.18),
        # B and C hold a fifth of each other; A has 80 % of B: 0.8 / (1 - 0.04)
        ([("A", "B", 0.8), ("B", "C", 0.2), ("C", "B", 0.2)], "A", "B", 0.8 / 0.96),
        # B itself has of C only what it holds of it
        ([("A", "B", 0.8), ("B", "C", 0.2), ("C", "B", 0.2)], "B", "C", 0.2),
        # a company that holds a tenth of itself: the rest is all there is
        ([("A", "B", 0.9), ("B", "B", 0.1)], "A", "B", 1.0),
        # a ring of three, and one who holds 40 % of each
        (
            [("A", "X", 0.4), ("A", "Y", 0.4), ("A", "Z", 0.4), ("X", "Y", 0.6), ("Y", "Z", 0.6), ("Z", "X", 0.6)],
            "A", "X", 1.0,
        ),
    ],
)  # fmt: skip
def test_cases_worked_by_hand(holdings, holder, held, expected):
    shares, place = hand(*holdings)
    assert integrated_of(shares, place[holder])[place[held]] == pytest.approx(expected)
    assert integrated_in(shares, place[held])[place[holder]] == pytest.approx(expected)


def test_two_companies_that_own_each_other_whole_have_no_owner_and_what_they_hold_beyond_is_both_theirs():
    shares, place = hand(("A", "B", 1.0), ("B", "A", 1.0), ("A", "C", 0.1), ("P", "C", 0.9))
    assert [loop.tolist() for loop in closed_loops(shares)] == [[place["A"], place["B"]]]
    found = integrated_in(shares, place["C"])
    assert found[[place[name] for name in "ABP"]] == pytest.approx([0.1, 0.1, 0.9])
    assert integrated_of(shares, place["B"])[place["C"]] == pytest.approx(0.1)


def test_a_threshold_that_products_of_decimals_meet_exactly_is_met():
    for first, second in ((0.1, 0.5), (0.35, 1 / 7), (0.3, 1 / 6), (0.07, 5 / 7)):
        assert reaches(first * second, 0.05)
    assert not reaches(0.049999, 0.05)


@settings(max_examples=150, deadline=None)
@given(worlds())
def test_it_is_what_exact_fractions_give(holdings):
    shares = matrix(holdings, COUNT)
    columns = np.array([integrated_in(shares, held) for held in range(COUNT)])
    for holder in range(COUNT):
        expected = [float(value) for value in exact(holdings, COUNT, holder)]
        assert integrated_of(shares, holder) == pytest.approx(expected, abs=1e-7)
        assert columns[:, holder] == pytest.approx(expected, abs=1e-7)


@settings(max_examples=50, deadline=None)
@given(worlds(), st.permutations(range(COUNT)))
def test_the_order_of_nodes_does_not_matter(holdings, order):
    moved = matrix([(order[owner], order[held], part) for owner, held, part in holdings], COUNT)
    plain = matrix(holdings, COUNT)
    for held in range(COUNT):
        assert integrated_in(moved, order[held])[list(order)] == pytest.approx(integrated_in(plain, held), abs=1e-9)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.floats(0.01, 1.0)), max_size=12))
def test_scaling_leaves_no_company_owned_more_than_whole(holdings):
    shares = share_matrix(*(zip(*holdings, strict=True) if holdings else ((), (), ())), 4)
    fixed, over = scaled(shares)
    before, after = np.asarray(shares.sum(axis=0)).ravel(), np.asarray(fixed.sum(axis=0)).ravel()
    assert (after <= 1 + 1e-9).all()
    assert after[over] == pytest.approx(np.ones(len(over)))
    kept = np.setdiff1d(np.arange(4), over)
    assert after[kept] == pytest.approx(before[kept])
