SELECT
  CAST(COALESCE(SUM("t1"."days") FILTER(WHERE
    "t1"."employer" = 'vendor'), 0) AS DOUBLE) / CAST(SUM("t1"."days") AS DOUBLE) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "delivery"."investment" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
