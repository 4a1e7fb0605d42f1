SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "governance"."grade" AS "t0"
  WHERE
    "t0"."period" = '2023-03' AND "t0"."kind" = 'organisation'
) AS "t1"
