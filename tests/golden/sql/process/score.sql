SELECT
  MAX("t1"."score") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."standing" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."eligible" AND "t0"."kind" = 'department'
) AS "t1"
