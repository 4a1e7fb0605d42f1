"""The lineage drawn: layers from left to right, a band for each domain, each node a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from markupsafe import Markup

from lushan.domains import domains
from lushan.exhibits.draw.layers import Edge, layout, longest_paths
from lushan.exhibits.draw.text import shorten
from lushan.words import Text
from lushan.workbench.graph import Graph, Node
from lushan.workbench.page import Page

#: The size of a node, the room between layers, and over and under a domain's band.
WIDTH, HEIGHT, GAP = 196.0, 26.0, 92.0
TOP, BAND, BELOW = 34.0, 30.0, 22.0
HEADS: dict[str, Text] = {
    "source": Text("来源表", "Landed tables"),
    "model": Text("模型", "Models"),
    "figures": Text("数字", "Figures"),
}

#: Where an edge passes: a layer, and a height in it.
Way = tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class Focus:
    """The node that is looked at, all that it is made of, and all that is made of it."""

    node: str
    up: frozenset[str]
    down: frozenset[str]

    @classmethod
    def on(cls, graph: Graph, node: str) -> Focus:
        """The focus on a node; on none, where its id is empty."""
        return cls(node, graph.upstream(node), graph.downstream(node)) if node else cls("", frozenset(), frozenset())

    def of_node(self, node: str) -> str:
        """How a node is marked."""
        return " focus" if node == self.node else " up" if node in self.up else " down" if node in self.down else ""

    def of_edge(self, start: str, end: str) -> str:
        """How an edge is marked."""
        if start in self.up and (end in self.up or end == self.node):
            return " up"
        return " down" if end in self.down and (start in self.down or start == self.node) else ""


def draw_lineage(graph: Graph, page: Page, focus: str = "") -> Markup:
    """A graph as SVG; with a focus, what it is made of and what is made of it stand out.

    Args:
        focus: the id of a node.
    """
    marked, layers = Focus.on(graph, focus), _layers(graph)
    bands = [domain for domain in domains() if any(node.domain == domain.name for node in graph.nodes.values())]
    y: dict[str, float] = {}
    ways: dict[Edge, Way] = {}
    parts = _heads(graph, layers, page)
    top = TOP
    for domain in bands:
        if len(bands) > 1:
            parts.append(f'<text class="band" x="0" y="{top + 14:g}">{escape(page.say(domain.title))}</text>')
            top += BAND
        mine = [node.id for node in graph.nodes.values() if node.domain == domain.name]
        placed = layout(mine, [edge for edge in graph.edges if set(edge) <= set(mine)], layers)
        middle = top + HEIGHT / 2
        y |= {node: at + middle for node, at in placed.y.items()}
        ways |= {edge: tuple((layer, at + middle) for layer, at in way) for edge, way in placed.ways.items()}
        top += placed.height + HEIGHT + BELOW
    across = [edge for edge in graph.edges if edge not in ways]
    ways |= {edge: tuple((layers[node], y[node]) for node in edge) for edge in across}
    parts += [_edge(edge, way, marked) for edge, way in ways.items()]
    parts += [_node(node, layers[node.id], y[node.id], marked, page) for node in graph.nodes.values()]
    return _svg(graph, parts, _x(max(layers.values(), default=0)) + WIDTH, top, focus, page)


def _layers(graph: Graph) -> dict[str, int]:
    """The layer of each node: sources first, models by how they follow each other, figures last."""
    layers = longest_paths(list(graph.nodes), graph.edges)
    models = [layers[node.id] for node in graph.nodes.values() if node.kind == "model"]
    last = max(models, default=0) + 1
    return {name: last if graph.nodes[name].kind == "figures" else layer for name, layer in layers.items()}


def _x(layer: int) -> float:
    return layer * (WIDTH + GAP)


def _heads(graph: Graph, layers: Mapping[str, int], page: Page) -> list[str]:
    """A word over the first column of each kind."""
    first: dict[str, int] = {}
    for node in graph.nodes.values():
        first[node.kind] = min(layers[node.id], first.get(node.kind, layers[node.id]))
    return [
        f'<text class="head" x="{_x(layer):g}" y="14">{escape(page.say(HEADS[kind]))}</text>'
        for kind, layer in first.items()
    ]


def _edge(edge: Edge, way: Way, marked: Focus) -> str:
    start, end = edge
    path = f"M{_x(way[0][0]) + WIDTH:g} {way[0][1]:g}"
    for (left, y1), (right, y2) in pairwise(way):
        x1, x2 = _x(left) + WIDTH, _x(right)
        middle = (x1 + x2) / 2
        path += f"H{x1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}"
    ends = f'data-from="{escape(start)}" data-to="{escape(end)}"'
    return f'<path class="edge{marked.of_edge(start, end)}" {ends} d="{path}"/>'


def _node(node: Node, layer: int, y: float, marked: Focus, page: Page) -> str:
    title, count = page.say(node.title), "" if node.count is None else str(node.count)
    hint = title if count else f"{title} {node.id}"
    shown = escape(shorten(title, WIDTH - 24 - 9 * len(count)))
    number = f'<text class="count" x="{WIDTH - 10:g}" y="17.5">{count}</text>' if count else ""
    return (
        f'<a class="node {node.kind}{marked.of_node(node.id)}" data-id="{escape(node.id)}" '
        f'href="{escape(page.follow(node.path))}" transform="translate({_x(layer):g} {y - HEIGHT / 2:g})">'
        f'<title>{escape(hint)}</title><rect width="{WIDTH:g}" height="{HEIGHT:g}" rx="3"/>'
        f'<text x="10" y="17.5">{shown}</text>{number}</a>'
    )


def _svg(graph: Graph, parts: list[str], width: float, height: float, focus: str, page: Page) -> Markup:
    title = page.t("血缘图", "Lineage")
    about = page.t(
        f"从左到右：来源表、模型与数字，共 {len(graph.nodes)} 个节点、{len(graph.edges)} 条关系。",
        f"From left to right: landed tables, models and figures; {len(graph.nodes)} nodes, {len(graph.edges)} edges.",
    )
    return Markup(
        f'<svg class="lineage{" focused" if focus else ""}" role="group" width="{width + 2:g}" height="{height:g}" '
        f'viewBox="-1 0 {width + 2:g} {height:g}"><title>{title}</title><desc>{about}</desc>{"".join(parts)}</svg>'
    )
