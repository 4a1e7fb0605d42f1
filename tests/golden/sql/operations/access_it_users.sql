SELECT
  COUNT(DISTINCT "t1"."account_id") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."access_use" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."kind" = 'technology'
) AS "t1"
