SELECT
  MIN("t3"."day") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."system_day" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
    AND "t0"."system" = 'core'
    AND "t0"."transactions" = (
      SELECT
        MAX("t1"."transactions") AS "Max(transactions)"
      FROM (
        SELECT
          *
        FROM "operations"."system_day" AS "t0"
        WHERE
          "t0"."period" = '2023-04' AND "t0"."system" = 'core'
      ) AS "t1"
    )
) AS "t3"
