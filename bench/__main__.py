"""Measure: ``python -m bench [PART …] [--rows N] [--rounds N] [--scale X] [--write]``; without a part, all of them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from bench import compare, graph, indicators, landing, models, ownership, process, rules, workspace
from bench.report import Line, table

ROOT = Path(__file__).parents[1]
PAGE = """# Benchmarks

Written by `make bench`, in one run on {cores} cores. A ratio is of medians of {rounds} runs that take turns with the peer's; the machine is shared and noisy, so read the ratios and not the seconds.

{table}

- **Landing**: the whole process, from reading the file to the commit, against DuckDB copying the same CSV to Parquet with nothing checked, typed or kept.
- **Models**: `operations.system_day` and `operations.system_month` in a process of their own, start-up included, against the same SQL typed by hand over the same files.
- **Comparing**: the whole process, from two folders of Parquet files to the counts of every column, beside datacompy (in memory, on Polars) and reladiff (on two DuckDB files that it did not have to load); again, with the checksums that were kept, beside the first time.
- **Event logs**: reading, and from Parquet to every result, once all is imported; the peer is given the same files. One day more is added to a summary that is kept, and the cases it touches are looked at again.
- **Indicators**: the tables of approvals and all their figures, cut by department, process and node, in one process; a step is three events.
- **Graph**: from arrays in memory to the labels of every node after 20 rounds from seeds, numbering the nodes included, once all is imported; the peers are given numbered nodes, and spread theirs until they settle. NetworKit may use every core as we may, and is compared by the clock; igraph uses one, and is compared, its building left out, by seconds of all processors, ours with the building. How cost grows, by the same seconds, is told as the cost of an edge against that at a tenth of the edges.
- **Related parties**: the whole process, from Parquet files of parties and relations to every reason with its evidence, the twelve months before and after included; a tenth as many entities as rows, three times as many relations.
- **Rules**: whole processes over the same Parquet file, each as its peer's users would write it, with a sample of failing keys; cuallee, which gives no keys, is followed by the queries for them. Soda Core is 3.5, the last under Apache-2.0. Great Expectations holds all rows in pandas and gets fewer.
- **Running again** and **publishing** are whole processes too, on the sample bank at scale {scale:g}.
"""  # noqa: E501

Part = Callable[[Path, argparse.Namespace], list[Line]]

#: What can be measured, by name, in the order of the page.
PARTS: dict[str, Part] = {
    "landing": lambda build, asked: landing.measure(build, asked.rows, asked.rounds),
    "models": lambda build, asked: models.measure(build, asked.rows, asked.rounds),
    "compare": lambda build, asked: compare.measure(build, asked.rows, asked.rounds),
    "rules": lambda build, asked: rules.measure(build, asked.rows * 2, asked.rounds),
    "process": lambda build, asked: process.measure(build, asked.rows, asked.rounds),
    "indicators": lambda build, asked: indicators.measure(build, asked.rows, asked.rounds),
    "graph": lambda build, asked: graph.measure(build, asked.rows, asked.rounds),
    "ownership": lambda build, asked: ownership.measure(build, asked.rows // 10),
    "workspace": lambda build, asked: workspace.measure(build, asked.scale),
}


def main() -> None:
    """Measure, print the table and keep it in ``build/bench.json``."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    asked = parser.parse_args()
    if unknown := [part for part in asked.parts if part not in PARTS]:
        parser.error(f"there is no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    build = ROOT / "build" / "bench"
    lines: list[Line] = []
    for name in asked.parts or PARTS:
        lines += PARTS[name](build, asked)
        print(table(lines), "\n", flush=True)
    (ROOT / "build" / "bench.json").write_text(json.dumps([asdict(line) for line in lines], indent=2))
    if asked.write:
        import os

        page = PAGE.format(cores=os.cpu_count(), rounds=asked.rounds, table=table(lines), scale=asked.scale)
        (ROOT / "docs" / "benchmarks.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
