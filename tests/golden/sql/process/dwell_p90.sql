SELECT
  QUANTILE_CONT(CAST("t1"."dwell_seconds" AS DOUBLE), 0.9) / 3600 AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."task" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."decided"
) AS "t1"
