"""Great Expectations' part, on pandas, with the keys of the failing rows."""

import json
import sys

import great_expectations as gx
import pandas as pd

file, unique, ranged = sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3])
context = gx.get_context(mode="ephemeral")
context.variables.progress_bars = {"globally": False}
batch = (
    context.data_sources.add_pandas("entries")
    .add_dataframe_asset("entry")
    .add_batch_definition_whole_dataframe("all")
    .get_batch(batch_parameters={"dataframe": pd.read_parquet(file)})
)
suite = gx.ExpectationSuite(name="entries")
for column in (*unique, *ranged):
    suite.add_expectation(gx.expectations.ExpectColumnValuesToNotBeNull(column=column))
for column in unique:
    suite.add_expectation(gx.expectations.ExpectColumnValuesToBeUnique(column=column))
for column in ranged:
    suite.add_expectation(gx.expectations.ExpectColumnValuesToBeBetween(column=column, min_value=0, max_value=999))
form = {"result_format": "SUMMARY", "unexpected_index_column_names": ["entry_id"], "partial_unexpected_count": 100}
results = batch.validate(suite, result_format=form).results
failed = sum(result.result["unexpected_count"] for result in results)
print(json.dumps({"checks": len(results), "failed": int(failed)}))
