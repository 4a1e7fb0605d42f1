SELECT
  CAST(SUM("t1"."latency_total") AS DOUBLE) / SUM("t1"."transactions") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."system_day" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."system" = 'core'
) AS "t1"
