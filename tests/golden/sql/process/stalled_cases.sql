SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."stalled" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
