SELECT
  SUM("t1"."size_gb") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "delivery"."large_table_month" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
