SELECT
  CASE
    WHEN (
      CAST(SUM(CAST("t1"."score" AS DECIMAL(14, 12)) * "t1"."cells") AS DOUBLE) / SUM("t1"."cells")
    ) >= 0.999
    THEN 'good'
    WHEN (
      CAST(SUM(CAST("t1"."score" AS DECIMAL(14, 12)) * "t1"."cells") AS DOUBLE) / SUM("t1"."cells")
    ) >= 0.99
    THEN 'fair'
    WHEN (
      CAST(SUM(CAST("t1"."score" AS DECIMAL(14, 12)) * "t1"."cells") AS DOUBLE) / SUM("t1"."cells")
    ) < 0.99
    THEN 'poor'
    ELSE NULL
  END AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "governance"."grade" AS "t0"
  WHERE
    "t0"."period" = '2023-03' AND "t0"."kind" = 'organisation'
) AS "t1"
