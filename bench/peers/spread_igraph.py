"""igraph's part: build the graph from arrays, and spread labels until they settle."""

import json
import sys
import time

import igraph
import numpy as np

edges = np.load(sys.argv[1])
source, target, weight = edges["source"], edges["target"], edges["weight"]
nodes = int(sys.argv[2])
begun = time.perf_counter()
graph = igraph.Graph(n=nodes, edges=np.column_stack([source, target]))
built = time.perf_counter()
graph.community_label_propagation(weights=weight)
print(json.dumps({"build": built - begun, "spread": time.perf_counter() - built}))
