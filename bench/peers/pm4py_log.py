"""PM4Py's part: ``import LOG`` and ``analyse PARQUET`` say how long it takes, ``tell LOG`` what it finds."""

import json
import sys
import time
import warnings

import pandas as pd
import pm4py

warnings.filterwarnings("ignore")
KEYS = {"case_id": "case_id", "activity_key": "activity", "timestamp_key": "at"}


def imported(path):
    begun = time.perf_counter()
    frame = pm4py.read_xes(path)
    return {"seconds": time.perf_counter() - begun, "events": len(frame)}


def analysed(path):
    begun = time.perf_counter()
    frame = pm4py.format_dataframe(pd.read_parquet(path), **KEYS)
    pm4py.discover_dfg(frame)
    pm4py.discover_performance_dfg(frame)
    pm4py.get_variants(frame)
    pm4py.get_all_case_durations(frame)
    pm4py.get_rework_cases_per_activity(frame)
    return {"seconds": time.perf_counter() - begun}


def told(path):
    frame = pm4py.read_xes(path)
    frame = pm4py.format_dataframe(
        frame, case_id="case:concept:name", activity_key="concept:name", timestamp_key="time:timestamp"
    )
    follows, starts, ends = pm4py.discover_dfg(frame)
    performance, _, _ = pm4py.discover_performance_dfg(frame)
    return {
        "events": len(frame),
        "follows": [[*pair, times] for pair, times in sorted(follows.items())],
        "means": [[*pair, float(told["mean"])] for pair, told in sorted(performance.items())],
        "starts": starts,
        "ends": ends,
        "variants": [[list(path), int(cases)] for path, cases in sorted(pm4py.get_variants(frame).items())],
        "durations": sorted(map(float, pm4py.get_all_case_durations(frame))),
        "rework": {name: int(cases) for name, cases in pm4py.get_rework_cases_per_activity(frame).items()},
    }


if __name__ == "__main__":
    part, path = sys.argv[1:]
    print(json.dumps({"import": imported, "analyse": analysed, "tell": told}[part](path)))
