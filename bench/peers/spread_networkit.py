"""NetworKit's part: build the graph from arrays, and spread labels until they settle."""

import json
import sys
import time

import networkit as nk
import numpy as np

edges = np.load(sys.argv[1])
source, target, weight = edges["source"], edges["target"], edges["weight"]
nodes = int(sys.argv[2])
begun = time.perf_counter()
graph = nk.GraphFromCoo((weight, (source, target)), n=nodes, weighted=True, directed=False)
built = time.perf_counter()
nk.community.PLP(graph).run()
print(json.dumps({"build": built - begun, "spread": time.perf_counter() - built}))
