"""What must hold of every layout, whatever the graph."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lushan.domains import catalogue
from lushan.exhibits.draw.layers import APART, PASSING, layout, longest_paths
from lushan.words import Text
from lushan.workbench.graph import Graph, Node, lineage_graph


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[str], list[tuple[str, str]]]:
    """Some nodes, and edges that all run one way."""
    count = draw(st.integers(1, 14))
    nodes = [f"n{number}" for number in range(count)]
    pairs = [(a, b) for place, a in enumerate(nodes) for b in nodes[place + 1 :]]
    return nodes, draw(st.lists(st.sampled_from(pairs), unique=True, max_size=30)) if pairs else []


@given(graphs())
def test_edges_run_to_the_right_and_nodes_keep_apart(graph: tuple[list[str], list[tuple[str, str]]]) -> None:
    nodes, edges = graph
    layers = longest_paths(nodes, edges)
    found = layout(nodes, edges, layers)
    assert all(layers[start] < layers[end] for start, end in edges)
    assert found.y.keys() == set(nodes)
    for layer in set(layers.values()):
        heights = sorted(found.y[node] for node in nodes if layers[node] == layer)
        assert all(lower - upper >= APART - 0.2 for upper, lower in pairwise(heights))
    for (start, end), way in found.ways.items():
        assert way[0] == (layers[start], found.y[start]) and way[-1] == (layers[end], found.y[end])
        assert [layer for layer, _ in way] == list(range(layers[start], layers[end] + 1))


@given(graphs())
def test_an_edge_passes_no_node(graph: tuple[list[str], list[tuple[str, str]]]) -> None:
    nodes, edges = graph
    layers = longest_paths(nodes, edges)
    found = layout(nodes, edges, layers)
    for way in found.ways.values():
        for layer, height in way[1:-1]:
            beside = [abs(found.y[node] - height) for node in nodes if layers[node] == layer]
            assert all(distance >= PASSING - 0.2 for distance in beside)


@given(graphs())
def test_the_same_graph_is_laid_out_the_same(graph: tuple[list[str], list[tuple[str, str]]]) -> None:
    nodes, edges = graph
    layers = longest_paths(nodes, edges)
    assert layout(nodes, edges, layers) == layout(nodes, list(edges), dict(layers))


@given(graphs())
def test_what_is_before_and_after_is_all_that_paths_lead_to(graph: tuple[list[str], list[tuple[str, str]]]) -> None:
    """Against the plain way: follow every path."""
    names, edges = graph
    nodes = {name: Node(name, "model", Text(name, name), f"/{name}") for name in names}
    held = Graph(nodes, tuple(edges))

    def follow(name: str) -> set[str]:
        return {end for start, end in edges if start == name} | {
            far for start, end in edges if start == name for far in follow(end)
        }

    for name in names:
        assert held.downstream(name) == follow(name)
        assert all(name in held.upstream(far) for far in follow(name))
        assert held.around(name).nodes.keys() == {name} | held.upstream(name) | held.downstream(name)


def test_the_lineage_of_the_bank_crosses_little() -> None:
    """Every metric is in it once, and few lines cross."""
    graph = lineage_graph(catalogue())
    assert sum(node.count or 0 for node in graph.nodes.values()) == len(catalogue().metrics)
    mine = [node.id for node in graph.nodes.values() if node.domain == "operations"]
    edges = [edge for edge in graph.edges if set(edge) <= set(mine)]
    found = layout(mine, edges, longest_paths(mine, edges))
    steps = [(a, b) for way in found.ways.values() for a, b in pairwise(way)]
    crossings = sum(
        (a1 - b1) * (a2 - b2) < 0
        for at, ((layer, a1), (_, a2)) in enumerate(steps)
        for (other, b1), (_, b2) in steps[at + 1 :]
        if layer == other
    )
    assert crossings <= 4
