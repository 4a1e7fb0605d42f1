"""Pointblank's part, on Polars, with its extracts of failing rows."""

import json
import sys

import pointblank as pb
import polars as pl

file, unique, ranged = sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3])
plan = pb.Validate(data=pl.read_parquet(file))
for column in (*unique, *ranged):
    plan = plan.col_vals_not_null(columns=column)
for column in unique:
    plan = plan.rows_distinct(columns_subset=column)
for column in ranged:
    plan = plan.col_vals_between(columns=column, left=0, right=999, na_pass=True)
done = plan.interrogate(get_first_n=100)
extracts = done.get_data_extracts()
failed = sum(done.n_failed().values())
print(
    json.dumps(
        {
            "checks": len(done.n_failed()),
            "failed": int(failed),
            "keys": sum(len(e) for e in extracts.values() if e is not None),
        }
    )
)
