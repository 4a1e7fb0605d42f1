SELECT
  MAX("t1"."latency_p50") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."system_month" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
