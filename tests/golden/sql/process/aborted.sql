SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."case" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."finished" AND "t0"."state" = 'aborted'
) AS "t1"
