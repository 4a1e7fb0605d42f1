SELECT
  SUM("t1"."missing_rows" + "t1"."extra_rows" + "t1"."changed_rows") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "governance"."migration_result" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
