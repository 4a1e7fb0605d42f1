"""Shareholders of companies listed in Singapore: a real register, loops, gaps and faults included."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse.csgraph import connected_components

from lushan.engines.graph.control import control
from lushan.engines.graph.ownership import integrated_in, scaled, share_matrix

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def register(shared: Path):
    """The matrix of all holdings as filed, the companies' places, and how many have no percentage."""
    with gzip.open(shared / "ownership" / "direct_holders.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = sorted({row[end] for row in rows for end in ("company", "holder")})
    place = {name: at for at, name in enumerate(names)}
    told = [row for row in rows if row["percent"]]
    columns = zip(*((place[r["holder"]], place[r["company"]], float(r["percent"]) / 100) for r in told), strict=True)
    companies = sorted({place[row["company"]] for row in rows})
    return share_matrix(*columns, len(names)), companies, len(rows) - len(told)


def test_the_faults_of_the_register_are_those_it_is_known_for(register) -> None:
    shares, _, untold = register
    assert untold == 27
    assert len(scaled(shares)[1]) == 2


def test_what_everybody_owns_in_the_end_is_what_adding_up_ever_longer_ways_comes_to(register) -> None:
    shares, companies, _ = register
    shares, _ = scaled(shares)
    _, label = connected_components(shares, connection="strong")
    in_loop = (np.bincount(label)[label] > 1) | (shares.diagonal() > 0)  # some hold shares of their own
    assert in_loop.any()
    for held in companies[::40]:
        ways = np.zeros(shares.shape[0])
        step = shares[:, [held]].toarray().ravel()
        for _ in range(200):
            ways += step
            step = shares @ step
        found = integrated_in(shares, held)
        assert found[~in_loop] == pytest.approx(ways[~in_loop], abs=1e-9)
        assert (found <= ways + 1e-9).all()


def test_blocks_control_nothing_without_a_majority(register) -> None:
    shares, _, _ = register
    votes, _ = scaled(shares)
    found = control(votes)
    controlled = np.flatnonzero(~found.head)
    assert len(controlled) > 100
    for node in controlled.tolist():
        members = np.flatnonzero(found.block == found.block[node])
        own = votes[np.setdiff1d(members, [node])][:, [node]].sum()
        assert own >= found.votes[node] - 1e-9 > 0.5
