"""Soda Core's part (3.5, the last under Apache-2.0), on DuckDB, with its samples of failing rows."""

import json
import sys

import duckdb
from soda.sampler.sample_context import SampleContext
from soda.sampler.sampler import Sampler
from soda.scan import Scan

file, unique, ranged = sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3])
kept = []


class Keep(Sampler):
    def store_sample(self, sample_context: SampleContext) -> None:
        kept.extend(sample_context.sample.get_rows())


connection = duckdb.connect()
connection.execute(f"CREATE VIEW entry AS SELECT * FROM read_parquet('{file}')")
checks = [f"  - missing_count({column}) = 0:\n      samples limit: 100" for column in (*unique, *ranged)]
checks += [f"  - duplicate_count({column}) = 0:\n      samples limit: 100" for column in unique]
checks += [
    f"  - invalid_count({column}) = 0:\n      valid min: 0\n      valid max: 999\n      samples limit: 100"
    for column in ranged
]
scan = Scan()
scan.sampler = Keep()
scan.disable_telemetry()
scan.set_scan_definition_name("entries")
scan.set_data_source_name("duckdb")
scan.add_duckdb_connection(connection)
scan.add_sodacl_yaml_str("checks for entry:\n" + "\n".join(checks))
scan.execute()
results = scan.get_scan_results()["checks"]
failed = sum(int(result["diagnostics"]["value"]) for result in results)
print(json.dumps({"checks": len(results), "failed": failed, "keys": len(kept)}))
