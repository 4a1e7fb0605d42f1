SELECT
  SUM(CAST("t1"."late" AS INT)) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."batch_day" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."job" = '报表批量'
) AS "t1"
