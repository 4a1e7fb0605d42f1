SELECT
  CAST(SUM("t2"."days") AS DOUBLE) / CAST(MAX("t2"."all_days") AS DOUBLE) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t1"."department",
    "t1"."line",
    "t1"."employer",
    "t1"."days",
    "t1"."period",
    SUM("t1"."days") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "all_days"
  FROM (
    SELECT
      *
    FROM "delivery"."investment" AS "t0"
    WHERE
      "t0"."period" = '2023-04'
  ) AS "t1"
) AS "t2"
