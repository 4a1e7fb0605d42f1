"""Lineage as a graph: landed tables, the models made of them, and the figures computed from both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lushan.runs.catalogue import Catalogue
from lushan.runs.metric import Metric
from lushan.words import Text


@dataclass(frozen=True)
class Node:
    """A thing in the lineage.

    Args:
        path: of its page.
        count: how many figures it stands for; nothing for a table.
    """

    id: str
    kind: Literal["source", "model", "figures"]
    title: Text
    path: str
    count: int | None = None

    @property
    def domain(self) -> str:
        """The domain that it belongs to."""
        return self.id.split(".")[0]


@dataclass(frozen=True)
class Graph:
    """Nodes by id, and edges from what is read to what reads it."""

    nodes: dict[str, Node]
    edges: tuple[tuple[str, str], ...]

    def upstream(self, node: str) -> frozenset[str]:
        """All that a node is made of, however far back; not the node itself."""
        return self._reached(node, [(after, before) for before, after in self.edges])

    def downstream(self, node: str) -> frozenset[str]:
        """All that is made of a node, however far on; not the node itself."""
        return self._reached(node, self.edges)

    def around(self, node: str) -> Graph:
        """The part of the graph that is made of a node, or that it is made of."""
        kept = {node} | self.upstream(node) | self.downstream(node)
        return Graph(
            {name: held for name, held in self.nodes.items() if name in kept},
            tuple(edge for edge in self.edges if kept.issuperset(edge)),
        )

    def _reached(self, node: str, edges: Iterable[tuple[str, str]]) -> frozenset[str]:
        following: dict[str, list[str]] = defaultdict(list)
        for before, after in edges:
            following[before].append(after)
        found: set[str] = set()
        waiting = list(following[node])
        while waiting:
            if (name := waiting.pop()) not in found:
                found.add(name)
                waiting += following[name]
        return frozenset(found)


def lineage_graph(catalogue: Catalogue) -> Graph:
    """The lineage of everything that is defined; metrics that read the same table first are one node."""
    nodes = _tables(catalogue)
    edges = _model_edges(catalogue)
    gathered: dict[str, list[Metric]] = defaultdict(list)
    for metric in catalogue.metrics.values():
        gathered[f"{metric.id.split('.')[0]}.figures:{metric.reads[0].table}"].append(metric)
    for name, metrics in gathered.items():
        table = metrics[0].reads[0].table
        title, domain = catalogue.contracts[table].title, metrics[0].id.split(".")[0]
        path = f"/metrics?domain={domain}&reads={table}"
        nodes[name] = Node(name, "figures", title, path, len(metrics))
        edges += sorted({(read.table, name) for metric in metrics for read in metric.reads})
    return Graph(nodes, tuple(dict.fromkeys(edges)))


def metric_graph(catalogue: Catalogue, metric: Metric) -> Graph:
    """What one metric is made of."""
    nodes, edges = _tables(catalogue), _model_edges(catalogue)
    nodes[metric.id] = Node(metric.id, "figures", metric.title, f"/metrics/{metric.id}")
    edges += [(read.table, metric.id) for read in metric.reads]
    return Graph(nodes, tuple(dict.fromkeys(edges))).around(metric.id)


def _tables(catalogue: Catalogue) -> dict[str, Node]:
    return {
        name: Node(name, "model", contract.title, f"/models/{name}")
        if name in catalogue.models
        else Node(name, "source", contract.title, f"/contracts/{name}")
        for name, contract in catalogue.contracts.items()
    }


def _model_edges(catalogue: Catalogue) -> list[tuple[str, str]]:
    return [(read.table, model.id) for model in catalogue.models.values() for read in model.reads]
