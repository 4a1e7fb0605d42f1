SELECT
  1 - (
    MAX("t1"."peak_minute") / 600
  ) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."system_day" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."system" = 'core'
) AS "t1"
