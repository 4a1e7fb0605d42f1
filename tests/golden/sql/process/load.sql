SELECT
  COUNT(*) / NULLIF(COUNT(DISTINCT "t1"."handler_id"), 0) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."task" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."decided"
) AS "t1"
