SELECT
  SUM("t1"."active_users") / COUNT(DISTINCT "t1"."day") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."mobile_daily" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
