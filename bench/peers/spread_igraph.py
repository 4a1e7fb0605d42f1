"""igraph's part: build the graph from arrays, and spread labels until they settle, or until we lose patience."""

import json
import multiprocessing
import sys
import time

import igraph
import numpy as np

edges = np.load(sys.argv[1])
source, target, weight = edges["source"], edges["target"], edges["weight"]
nodes, patience = int(sys.argv[2]), float(sys.argv[3])
begun = time.perf_counter()
graph = igraph.Graph(n=nodes, edges=np.column_stack([source, target]))
built = time.perf_counter()
child = multiprocessing.get_context("fork").Process(
    target=graph.community_label_propagation, kwargs={"weights": weight}
)
child.start()
child.join(patience)
spread, ended = time.perf_counter() - built, not child.is_alive()
child.kill()
print(json.dumps({"build": built - begun, "spread": spread, "ended": ended}))
