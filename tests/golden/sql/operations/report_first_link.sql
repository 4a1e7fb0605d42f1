SELECT
  COUNT(DISTINCT "t1"."run_on") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."batch_cause" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."job" = '报表批量' AND "t0"."first_late"
) AS "t1"
