SELECT
  MAX("t3"."active_users") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."mobile_daily" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
    AND "t0"."active_users" = (
      SELECT
        MAX("t1"."active_users") AS "Max(active_users)"
      FROM (
        SELECT
          *
        FROM "operations"."mobile_daily" AS "t0"
        WHERE
          "t0"."period" = '2023-04'
      ) AS "t1"
    )
) AS "t3"
