SELECT
  MAX("t1"."recall") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "risk"."ring_evaluation" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
    AND ABS("t0"."threshold" - 0.4) < 0.025
    AND "t0"."method" = 'combined'
) AS "t1"
