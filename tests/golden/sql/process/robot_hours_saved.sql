SELECT
  SUM("t1"."saved_seconds") / 3600 AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."robot_use" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."result" = 'success'
) AS "t1"
