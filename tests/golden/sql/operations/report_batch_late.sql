SELECT
  MAX("t1"."late_minutes") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."batch_day" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."job" = '报表批量' AND "t0"."late"
) AS "t1"
