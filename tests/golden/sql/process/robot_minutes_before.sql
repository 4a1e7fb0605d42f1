SELECT
  CAST(SUM("t1"."cases" * "t1"."minutes_before") AS DOUBLE) / NULLIF(SUM("t1"."cases"), 0) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."robot_use" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
