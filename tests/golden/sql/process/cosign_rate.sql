SELECT
  SUM(CAST("t1"."action" = 'cosign' AS INT)) / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."task" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."decided"
) AS "t1"
