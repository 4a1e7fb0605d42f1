SELECT
  COUNT(*) FILTER(WHERE
    "t1"."status" = 'unavailable') AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "governance"."indicator" AS "t0"
  WHERE
    "t0"."period" = '2023-03' AND "t0"."standard"
) AS "t1"
