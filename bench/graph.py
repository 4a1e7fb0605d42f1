"""Building a graph and spreading labels from seeds for 20 rounds, beside NetworKit and igraph spreading theirs.

NetworKit and we may use every core, so that the two are held against each other by the clock, taking turns. igraph
uses one: it is held against us by the seconds of all processors, which do not grow when others are at work; so is
an edge of a large graph against an edge of a small one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np

from bench.measure import python
from bench.peer import ask
from bench.report import Line

#: Nodes have so many edges in the mean, are in groups of so many, and so often deal within their group.
DEGREE, GROUP, NEAR = 10, 500, 0.8
#: igraph is stopped when it has taken so many times as long as we did.
PATIENCE = 60
#: An edge may cost so many times as much at ten times the edges, whose nodes fit no cache any more.
GROWTH = 2.5
#: How often each size is measured for the growth of its cost.
OFTEN = 3

OURS = """
import json, sys, time
import numpy as np
import pyarrow as pa
from lushan.engines.graph.propagate import propagate
from lushan.engines.graph.read import read_graph
edges = np.load(sys.argv[1])
table = pa.table({name: edges[name] for name in ("source", "target", "weight")})
begun, worked = time.perf_counter(), time.process_time()
graph = read_graph(table, weight="weight")
graph.matrix
seeds = np.zeros(len(graph), bool)
seeds[::1000] = True
found = propagate(graph, seeds, rounds=20)
assert found.max() == 1.0
spent = {"clock": time.perf_counter() - begun, "processors": time.process_time() - worked}
open(sys.argv[2], "w").write(json.dumps(spent))
"""


@dataclass(frozen=True)
class Spent:
    """What building and spreading took once all is imported and read, in seconds, and the process's memory."""

    clock: float
    processors: float
    megabytes: float


def measure(build: Path, edges: int, rounds: int) -> list[Line]:
    """Measure at so many edges, and at a tenth, a fifth and a half of them."""
    folder, nodes = build / "graph", edges // DEGREE
    folder.mkdir(parents=True, exist_ok=True)
    file = write_edges(folder, edges)
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(spread(file, folder))
        said = ask("spread_networkit", str(file), str(nodes)).said
        theirs.append(said["build"] + said["spread"])
    mine, networkit = median(one.clock for one in ours), median(theirs)
    worked, megabytes = median(one.processors for one in ours), max(one.megabytes for one in ours)
    said = ask("spread_igraph", str(file), str(nodes), str(round(PATIENCE * worked + 1))).said
    igraph = "igraph's label propagation" + ("" if said["ended"] else f", stopped after {PATIENCE} times as long")
    what = f"graph of {nodes:,} nodes and {edges:,} edges, 20 rounds of labels"
    lines = [
        Line(what, "NetworKit's build and PLP", mine, networkit, mine / networkit, 0.5),
        Line("  the same, of all processors", igraph, worked, said["spread"], worked / said["spread"], 0.02),
        Line("  its memory at most, MB", "", megabytes, None, megabytes, 4096),
    ]
    first = 0.0
    for share in (10, 5, 2, 1):
        part = write_edges(folder, edges // share)
        seconds = median(spread(part, folder).processors for _ in range(OFTEN))
        each = seconds / (edges // share)
        first = first or each
        lines.append(
            Line(f"  {edges // share:,} edges, an edge against the first", "", seconds, None, each / first, GROWTH)
        )
    return lines


def spread(file: Path, folder: Path) -> Spent:
    """What we take for a file of edges, in a process of its own."""
    told = folder / "ours.json"
    cost = python(OURS, str(file), str(told))
    return Spent(**json.loads(told.read_text()), megabytes=cost.megabytes)


def write_edges(folder: Path, edges: int) -> Path:
    """Edges between nodes of which some are busy, most within groups; the peers are spared numbering the nodes."""
    file = folder / f"{edges}.npz"
    if file.exists():
        return file
    nodes, rng = edges // DEGREE, np.random.default_rng(7)
    place = rng.permutation(nodes)

    def busy(count: int) -> np.ndarray:
        return (nodes * rng.random(count) ** 3).astype(np.int64)

    source = busy(edges)
    friend = (source // GROUP) * GROUP + (GROUP * rng.random(edges) ** 2).astype(np.int64)
    target = np.where(rng.random(edges) < NEAR, np.minimum(friend, nodes - 1), busy(edges))
    weight = np.round(rng.lognormal(6, 1, edges), 2)
    np.savez(file, source=place[source], target=place[target], weight=weight)
    return file
