SELECT
  1 - (
    (
      SUM("t1"."technical_failures") + SUM("t1"."timeouts")
    ) / SUM("t1"."transactions")
  ) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."system_day" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
