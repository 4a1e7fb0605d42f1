"""reladiff on two DuckDB files, whose tables it makes of folders of Parquet files when it is asked to ``load``."""

import json
import sys
from collections import Counter

import duckdb
import reladiff

COLUMNS = ("customer", "branch", "product", "balance", "rate", "opened_on", "booked_at", "overdue", "manager")

match sys.argv[1:]:
    case ["load", folder, file]:
        with duckdb.connect(file) as connection:
            connection.execute(f"CREATE TABLE loan AS SELECT * FROM read_parquet('{folder}/*.parquet') ORDER BY id")
    case ["compare", *files]:
        sides = [reladiff.connect_to_table({"driver": "duckdb", "filepath": file}, "loan", "id") for file in files]
        signs = Counter(sign for sign, _ in reladiff.diff_tables(*sides, key_columns=("id",), extra_columns=COLUMNS))
        print(json.dumps(dict(signs)))
