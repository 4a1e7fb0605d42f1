SELECT
  MIN("t3"."run_on") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."batch_day" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
    AND "t0"."job" = '核心批量'
    AND "t0"."minutes" = (
      SELECT
        MAX("t1"."minutes") AS "Max(minutes)"
      FROM (
        SELECT
          *
        FROM "operations"."batch_day" AS "t0"
        WHERE
          "t0"."period" = '2023-04' AND "t0"."job" = '核心批量'
      ) AS "t1"
    )
) AS "t3"
