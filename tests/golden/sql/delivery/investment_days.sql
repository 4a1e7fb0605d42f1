SELECT
  SUM("t1"."days") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "delivery"."investment" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
