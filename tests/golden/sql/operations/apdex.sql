SELECT
  (
    SUM("t1"."satisfied") + (
      SUM("t1"."tolerating") / 2
    )
  ) / SUM("t1"."transactions") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."system_day" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
