SELECT
  COUNT(DISTINCT "t1"."table_name") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "governance"."migration_result" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
