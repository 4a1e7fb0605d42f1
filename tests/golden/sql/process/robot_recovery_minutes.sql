SELECT
  QUANTILE_CONT(CAST("t1"."recovery_seconds" AS DOUBLE), 0.5) / 60 AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."robot_use" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."recovery_seconds" IS NOT NULL
) AS "t1"
