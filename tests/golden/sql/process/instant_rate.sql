SELECT
  SUM(CAST("t1"."instant" AS INT)) / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."task" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."decided" AND "t0"."bears_amount"
) AS "t1"
