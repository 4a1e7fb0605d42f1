SELECT
  QUANTILE_CONT(CAST("t1"."queue_seconds" AS DOUBLE), 0.5) / 60 AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."robot_use" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
