SELECT
  SUM(CAST("t1"."result" = 'success' AS INT)) / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."robot_use" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
