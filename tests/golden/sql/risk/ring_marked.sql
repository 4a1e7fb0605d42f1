SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "risk"."ring_score" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."marked"
) AS "t1"
