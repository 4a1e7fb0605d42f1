"""The graph engine against plain answers, in whatever order edges come."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

import itertools

import graph_plainly as plainly

from lushan.engines.graph.components import communities, components
from lushan.engines.graph.cycles import cycles
from lushan.engines.graph.exposure import NAMES, exposure
from lushan.engines.graph.graph import Graph
from lushan.engines.graph.paths import Ways, neighbourhood, shortest
from lushan.engines.graph.propagate import decayed, propagate
from lushan.engines.graph.read import read_graph
from lushan.errors import LushanError

COUNT = 8
EDGES = st.lists(
    st.tuples(
        st.integers(0, COUNT - 1),
        st.integers(0, COUNT - 1),
        st.integers(1, 50).map(lambda n: n / 10),
        st.integers(1, 9),
    ).filter(lambda edge: edge[0] != edge[1]),
    min_size=1,
    max_size=24,
)


def graph_of(edges: list[plainly.Edge]) -> Graph:
    """A graph of numbered nodes; each node also has an edge of almost nothing, so that all are there."""
    source, target, weight, at = zip(*edges, strict=True)
    table = pa.table({"source": source, "target": target, "weight": weight, "at": at})
    return read_graph(table, weight="weight", since="at")


def renumbered(graph: Graph, edges: list[plainly.Edge]) -> list[plainly.Edge]:
    """The edges as the graph numbers their nodes, with the weights that it holds."""
    place = {node: number for number, node in enumerate(graph.ids.to_pylist())}
    held = np.round(np.array([edge[2] for edge in edges]) * 2**20) / 2**20
    return [(place[a], place[b], float(w), t) for (a, b, _, t), w in zip(edges, held, strict=True)]


@settings(deadline=None)
@given(EDGES)
def test_components_are_those_of_joining_sets(edges: list[plainly.Edge]) -> None:
    graph = graph_of(edges)
    labels = components(graph)
    found = {frozenset(np.flatnonzero(labels == one).tolist()) for one in np.unique(labels)}
    assert found == plainly.parts(set(range(len(graph))), renumbered(graph, edges))


@settings(deadline=None)
@given(EDGES, st.sets(st.integers(0, COUNT - 1)), st.sampled_from([0.0, 0.15, 0.5]))
def test_labels_spread_as_by_a_full_matrix_and_seeds_keep_theirs(
    edges: list[plainly.Edge], seeded: set[int], restart: float
) -> None:
    graph = graph_of(edges)
    seeds = np.array([node in seeded for node in graph.ids.to_pylist()])
    found = propagate(graph, seeds, rounds=7, restart=restart)
    expected = plainly.spread(len(graph), renumbered(graph, edges), seeds.astype(float), 7, restart)
    np.testing.assert_allclose(found, expected, atol=1e-12)
    assert (found[seeds] == 1.0).all()
    assert (found >= 0).all() and (found <= 1).all()


@settings(deadline=None)
@given(EDGES, st.randoms())
def test_nothing_depends_on_the_order_of_edges(edges: list[plainly.Edge], random: object) -> None:
    turned = list(edges)
    random.shuffle(turned)  # type: ignore[attr-defined]
    one, other = graph_of(edges), graph_of(turned)
    bad = np.arange(len(one)) % 3 == 0
    fold = np.arange(len(one)) % 2
    assert one.ids.equals(other.ids)
    for made in (
        lambda graph: graph.matrix.toarray(),
        lambda graph: propagate(graph, bad, weight=decayed(graph, 10, 3.0)),
        lambda graph: exposure(graph, bad, fold),
        components,
        communities,
    ):
        assert np.array_equal(made(one), made(other)), made  # to the last bit


@settings(deadline=None)
@given(EDGES, st.integers(2, 5), st.integers(1, 8))
def test_cycles_are_all_that_trying_finds(edges: list[plainly.Edge], longest: int, within: int) -> None:
    graph = graph_of(edges)
    found = cycles(graph, longest=longest, within=within)
    assert len(found) == len(set(found))
    assert set(found) == plainly.cycles(renumbered(graph, edges), longest, within)


def test_a_cycle_that_loses_too_much_is_none() -> None:
    graph = graph_of([(0, 1, 10, 1), (1, 2, 9, 2), (2, 0, 3, 3)])
    assert cycles(graph, keeps=0.3) == [(0, 1, 2)]
    assert cycles(graph, keeps=0.5) == []


@settings(deadline=None)
@given(EDGES, st.integers(1, 5))
def test_a_shortest_chain_is_as_long_as_the_distance(edges: list[plainly.Edge], at_most: int) -> None:
    graph = graph_of(edges)
    ways, far = Ways(graph), plainly.distances(len(graph), renumbered(graph, edges))
    for node in range(1, len(graph)):
        ends = np.arange(len(graph)) == 0
        chain = shortest(ways, node, ends, at_most)
        if far[node, 0] > at_most:
            assert chain is None
        else:
            assert chain is not None and len(chain) == far[node, 0]
            touched = [{int(graph.source[edge]), int(graph.target[edge])} for edge in chain]
            assert node in touched[0] and 0 in touched[-1]
            assert all(one & two for one, two in itertools.pairwise(touched))


@settings(deadline=None)
@given(EDGES, st.integers(1, 3))
def test_a_neighbourhood_holds_the_edges_that_begin_near(edges: list[plainly.Edge], hops: int) -> None:
    graph = graph_of(edges)
    far = plainly.distances(len(graph), renumbered(graph, edges))[0]
    found = neighbourhood(Ways(graph), np.array([0]), hops)
    near = [one for one in range(len(graph.source)) if min(far[graph.source[one]], far[graph.target[one]]) < hops]
    assert found.num_rows == len(near)


def test_what_cannot_be_an_edge_is_told_of() -> None:
    table = pa.table(
        {
            "source": ["a", "b", None, "a", "b", "c", "c"],
            "target": ["a", "c", "a", "b", "a", "a", "b"],
            "weight": [1.0, None, 1.0, 0.0, 2.0, 3.0, 4.0],
            "since": [date(2023, 4, 1)] * 4 + [date(2023, 4, 3), None, date(2023, 4, 1)],
            "until": [None] * 4 + [date(2023, 4, 2), None, date(2023, 4, 9)],
        }
    )
    graph = read_graph(table, weight="weight", since="since", until="until")
    assert {finding.code: (finding.count, finding.example) for finding in graph.findings} == {
        "no_node": (1, "None → a"),
        "self_loop": (1, "a → a"),
        "no_weight": (2, "a → b"),
        "no_time": (1, "c → a"),
        "ends_before_it_begins": (1, "b → a"),
    }
    assert len(graph.source) == 1 and len(table) == 1 + sum(finding.count for finding in graph.findings)


@settings(deadline=None)
@given(st.lists(st.tuples(*[st.none() | st.integers(-6, 6)] * 2), max_size=9), st.sampled_from([1, 10**9, 2**60]))
def test_whole_numbers_are_numbered_as_texts_are_however_far_apart(
    edges: list[tuple[int | None, ...]], apart: int
) -> None:
    ends = [[None if edge[end] is None else edge[end] * apart for edge in edges] for end in (0, 1)]
    counted = read_graph(pa.table([pa.array(end, pa.int64()) for end in ends], ["source", "target"]))
    order = sorted({end for end in [*ends[0], *ends[1]] if end is not None})
    assert counted.ids.to_pylist() == order
    names = [[None if end is None else f"{order.index(end):04}" for end in side] for side in ends]
    told = read_graph(pa.table([pa.array(side, pa.string()) for side in names], ["source", "target"]))
    assert counted.source.tolist() == told.source.tolist() and counted.target.tolist() == told.target.tolist()
    assert [one.code for one in counted.findings] == [one.code for one in told.findings]


def test_an_unknown_node_and_column_are_refused() -> None:
    graph = read_graph(pa.table({"source": ["a"], "target": ["b"]}))
    with pytest.raises(LushanError, match="the graph has no node x"):
        graph.number("x")
    with pytest.raises(LushanError, match="has no column amount"):
        read_graph(pa.table({"source": ["a"], "target": ["b"]}), weight="amount")


def test_a_graph_may_be_empty_or_without_seeds() -> None:
    empty = read_graph(pa.table({"source": pa.array([], pa.string()), "target": pa.array([], pa.string())}))
    assert len(empty) == 0 and len(components(empty)) == 0 and len(propagate(empty, np.zeros(0, bool))) == 0
    graph = graph_of([(0, 1, 1, 1), (1, 2, 1, 2)])
    nobody = np.zeros(3, bool)
    assert not propagate(graph, nobody).any()
    assert not exposure(graph, nobody, np.zeros(3, np.int64)).any()


def test_edges_are_there_between_their_dates_and_have_kinds() -> None:
    table = pa.table(
        {
            "source": ["a", "b"],
            "target": ["b", "c"],
            "kind": ["office", "holding"],
            "since": [datetime(2023, 1, 1, tzinfo=UTC), datetime(2023, 3, 1, tzinfo=UTC)],
            "until": [datetime(2023, 2, 1, tzinfo=UTC), None],
        }
    )
    graph = read_graph(table, since="since", until="until", kind="kind")
    then = int(datetime(2023, 1, 15, tzinfo=UTC).timestamp())
    assert graph.on(then).edges(np.array([0]))["kind"].to_pylist() == ["office"]
    assert len(graph.on(then + 90 * 86_400).source) == 1


def test_a_label_tells_nothing_to_its_own_fold() -> None:
    graph = graph_of([(0, 1, 1, 1), (1, 2, 1, 2), (2, 0, 1, 3), (2, 3, 1, 4), (3, 4, 1, 5)])
    fold = np.array([0, 0, 1, 1, 0])
    bad = np.array([True, False, False, True, False])
    told = exposure(graph, bad, fold)
    alone = exposure(graph, np.array([False, False, False, True, False]), fold)
    assert np.array_equal(told[fold == 0], alone[fold == 0])
    assert told[2, NAMES.index("bad_payees")] == 1  # node 0 is of another fold, and told of; node 3 is not


def test_time_fades_by_half_each_half_life() -> None:
    graph = graph_of([(0, 1, 4, 1), (1, 2, 4, 5), (2, 3, 4, 9)])
    assert decayed(graph, 9, 4.0).tolist() == [1.0, 2.0, 4.0]
