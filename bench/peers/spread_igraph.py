"""igraph's part: build the graph from arrays, and spread labels until they settle, or until we lose patience.

The spreading is told in seconds of the processor, as patience is, so that others at work do not count.
"""

import json
import multiprocessing
import resource
import sys
import time

import igraph
import numpy as np

edges = np.load(sys.argv[1])
source, target, weight = edges["source"], edges["target"], edges["weight"]
nodes, patience = int(sys.argv[2]), int(sys.argv[3])
begun = time.perf_counter()
graph = igraph.Graph(n=nodes, edges=np.column_stack([source, target]))
built = time.perf_counter()


def spread() -> None:
    """Spread labels for as many seconds of the processor as we have patience; the system ends it then."""
    resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
    graph.community_label_propagation(weights=weight)


child = multiprocessing.get_context("fork").Process(target=spread)
child.start()
child.join()
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(
    json.dumps({"build": built - begun, "spread": used.ru_utime + used.ru_stime, "ended": child.exitcode == 0}),
)
