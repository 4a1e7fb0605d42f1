SELECT
  (
    (
      (
        SUM("t1"."saved_seconds") * 60
      ) / 3600
    ) / NULLIF(CAST(SUM("t1"."monthly_cost") AS DOUBLE), 0)
  ) - 1 AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."robot_month" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
