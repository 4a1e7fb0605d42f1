"""datacompy on Polars: two folders of Parquet files by their id; how many rows differ in each column."""

import json
import sys

import polars
from datacompy import PolarsCompare

left, right = (polars.read_parquet(f"{folder}/*.parquet") for folder in sys.argv[1:3])
found = PolarsCompare(left, right, join_columns="id")
print(
    json.dumps(
        {
            "missing": len(found.df1_unq_rows),
            "extra": len(found.df2_unq_rows),
            "changed": {each["column"]: each["unequal_cnt"] for each in found.column_stats if each["unequal_cnt"]},
        }
    )
)
