"""Where the boxes of a process map stand, and the courses that its paths take between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from lushan.engines.process.paths import Path, forward
from lushan.exhibits.draw.canvas import Place
from lushan.exhibits.draw.layers import APART, Edge, Layout, layout, longest_paths

#: A box's size, the room between two beside each other, between layers, at the sides, and for a path to itself.
WIDTH, HEIGHT, BETWEEN, GAP, SIDE, LOOP = 136.0, 36.0, 22.0, 44.0, 4.0, 34.0
NARROWEST = 84.0
DOT = 7.0
BEGIN, END = "begin", "end"
#: How much of a box's side paths may come to, and how far apart they are kept there.
FRONT, PORT = 0.7, 16.0
#: How far a path back keeps from the path forward between the same boxes.
ASIDE = 8.0


@dataclass(frozen=True)
class Course:
    """The way of a path: a curve from each pair's first place down to its second, and straight lines between pairs."""

    curves: tuple[tuple[Place, Place], ...]
    downward: bool

    @property
    def middles(self) -> list[Place]:
        """Where something may be written on it, the best places first."""
        places = [
            (x1 + (x2 - x1) * part, y1 + (y2 - y1) * part)
            for part in (0.5, 0.36, 0.64)
            for (x1, y1), (x2, y2) in self.curves
        ]
        middle = (self.curves[0][0][1] + self.curves[-1][1][1]) / 2
        return sorted(places, key=lambda place: abs(place[1] - middle))


@dataclass(frozen=True)
class Plan:
    """The places of a map's boxes.

    Args:
        paths: that are drawn, the busiest first.
        keys: the short names by which the layout knows the activities.
        ahead: the paths that run forward.
        placed: the layout.
        scale: how wide one of its units is.
        box: how wide a box is.
        width: that there is; what takes less stands in its middle.
    """

    paths: tuple[Path, ...]
    keys: dict[str, str]
    ahead: frozenset[Path]
    placed: Layout
    scale: float
    box: float
    width: float

    @classmethod
    def of(cls, paths: Sequence[Path], width: float) -> Plan:
        """The places of what is drawn in a given width; boxes become narrower where it has little room."""
        names = dict.fromkeys(name for path in paths for name in (path.source, path.target) if name is not None)
        keys = {name: f"a{number}" for number, name in enumerate(names)}
        between = [path for path in paths if path.source != path.target]
        ahead = frozenset(forward(between))
        edges = list(dict.fromkeys(_edge(path, keys, ahead) for path in between))
        nodes = list(dict.fromkeys([*(end for edge in edges for end in edge), *keys.values()]))
        nodes.sort(key=lambda node: (node != BEGIN, node == END))
        layers = longest_paths(nodes, edges)
        if END in layers:
            layers[END] = max([layers[END], *(layer + 1 for node, layer in layers.items() if node != END)])
        placed = layout(nodes, edges, layers)
        room = width - 2 * SIDE - LOOP
        wanted = placed.height / APART * (WIDTH + BETWEEN) + WIDTH
        step = (WIDTH + BETWEEN) * min(1.0, room / wanted)
        box = max(min(WIDTH, step - BETWEEN * step / (WIDTH + BETWEEN)), NARROWEST)
        return cls(tuple(paths), keys, ahead, placed, max(step, box + 8) / APART, box, width)

    @property
    def size(self) -> tuple[float, float]:
        """How wide and high the whole is."""
        deep = max(self.placed.layer.values(), default=0)
        return max(self._across, self.width), self.top(deep) + HEIGHT + SIDE

    @property
    def _across(self) -> float:
        return 2 * SIDE + self.box + self.placed.height * self.scale + LOOP

    def x(self, at: float) -> float:
        """Where the middle of something is across the drawing."""
        left = max(self.width - self._across, 0) / 2
        return left + SIDE + self.box / 2 + at * self.scale

    def top(self, layer: int) -> float:
        """Where a layer's boxes begin."""
        return SIDE + layer * (HEIGHT + GAP)

    def middle(self, node: str) -> float:
        """The middle of a node across the drawing."""
        return self.x(self.placed.y[node])

    def ends(self, node: str) -> tuple[float, float]:
        """Where a node begins and ends, from above."""
        top = self.top(self.placed.layer[node])
        if node == BEGIN:
            return top + HEIGHT - 2 * DOT, top + HEIGHT
        return (top, top + 2 * DOT) if node == END else (top, top + HEIGHT)

    @cached_property
    def courses(self) -> dict[Path, Course]:
        """The course of each path but those from an activity to itself."""
        ways = {path: self._way(path) for path in self.paths if path.source != path.target}
        above: dict[str, list[tuple[float, int, Path]]] = defaultdict(list)
        below: dict[str, list[tuple[float, int, Path]]] = defaultdict(list)
        for number, (path, (edge, inner)) in enumerate(ways.items()):
            xs = [self.middle(edge[0]), *(x for x, _ in inner), self.middle(edge[1])]
            below[edge[0]].append((xs[1], number, path))
            above[edge[1]].append((xs[-2], number, path))
        leave = {path: x for node, found in below.items() for path, x in self._ports(node, found)}
        come = {path: x for node, found in above.items() for path, x in self._ports(node, found)}
        return {
            path: self._course(path, edge, [leave[path], *(x for x, _ in inner), come[path]], inner)
            for path, (edge, inner) in ways.items()
        }

    def _way(self, path: Path) -> tuple[Edge, list[tuple[float, int]]]:
        """The edge of the layout that a path is, and where it passes: across, and the layer."""
        edge = _edge(path, self.keys, self.ahead)
        aside = 0.0 if path in self.ahead else ASIDE
        return edge, [(self.x(y) + aside, layer) for layer, y in self.placed.ways[edge][1:-1]]

    def _ports(self, node: str, found: list[tuple[float, int, Path]]) -> list[tuple[Path, float]]:
        """Where paths touch a side of a node: spread over it in the order of where they go."""
        ordered = [path for _, _, path in sorted(found, key=lambda item: item[:2])]
        room = 0.0 if node in (BEGIN, END) else self.box * FRONT
        step = min(PORT, room / max(len(ordered) - 1, 1))
        first = self.middle(node) - step * (len(ordered) - 1) / 2
        return [(path, first + step * place) for place, path in enumerate(ordered)]

    def _course(self, path: Path, edge: Edge, xs: list[float], inner: list[tuple[float, int]]) -> Course:
        bands = [self.ends(edge[0]), *((self.top(at), self.top(at) + HEIGHT) for _, at in inner), self.ends(edge[1])]
        curves = tuple(
            ((x1, upper[1]), (x2, lower[0])) for (x1, upper), (x2, lower) in pairwise(zip(xs, bands, strict=True))
        )
        return Course(curves, path in self.ahead)


def _edge(path: Path, keys: dict[str, str], ahead: frozenset[Path]) -> Edge:
    """The layout's edge of a path, which always runs downward."""
    source = BEGIN if path.source is None else keys[path.source]
    target = END if path.target is None else keys[path.target]
    return (source, target) if path in ahead else (target, source)
