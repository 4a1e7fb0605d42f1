SELECT
  SUM(CAST("t1"."state" = 'withdrawn' AS INT)) / NULLIF(SUM(CAST("t1"."started" AS INT)), 0) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."case" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
    AND (
      "t0"."started" OR (
        "t0"."state" = 'withdrawn'
      )
    )
) AS "t1"
