"""cuallee's part: its checks count, on DuckDB; the failing keys, which it does not give, are then asked of DuckDB."""

import json
import sys

import duckdb
from cuallee import Check, CheckLevel

file, unique, ranged = sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3])
connection = duckdb.connect()
connection.execute(f"CREATE VIEW entry AS SELECT * FROM read_parquet('{file}')")
check = Check(CheckLevel.WARNING, "entries", table_name="entry")
for column in (*unique, *ranged):
    check.is_complete(column)
for column in unique:
    check.is_unique(column)
for column in ranged:
    check.is_between(column, (0, 999))
results = check.validate(connection).to_dict("records")
keys = 0
for row in results:
    column = row["column"]
    broken = {
        "is_complete": f"{column} IS NULL",
        "is_between": f"NOT ({column} BETWEEN 0 AND 999)",
        "is_unique": f"{column} IN (SELECT {column} FROM entry GROUP BY 1 HAVING count(*) > 1)",
    }[row["rule"]]
    if row["violations"]:
        keys += len(connection.execute(f"SELECT entry_id, {column} FROM entry WHERE {broken} LIMIT 100").fetchall())
print(json.dumps({"checks": len(results), "failed": sum(int(row["violations"]) for row in results), "keys": keys}))
