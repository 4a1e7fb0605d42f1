"""pandera's part, on Polars: a lazy validation, which gathers every failing value before it complains."""

import json
import sys

import pandera.polars as pa
import polars as pl

file, unique, ranged = sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3])
columns = {name: pa.Column(nullable=False, unique=True) for name in unique}
columns |= {name: pa.Column(nullable=False, checks=pa.Check.in_range(0, 999)) for name in ranged}
try:
    pa.DataFrameSchema(columns).validate(pl.read_parquet(file), lazy=True)
    cases = 0
except pa.errors.SchemaErrors as errors:
    cases = len(errors.failure_cases)
print(json.dumps({"checks": 2 * len(columns), "failed": cases}))
