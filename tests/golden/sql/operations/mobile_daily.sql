SELECT
  *
FROM (
  SELECT
    "t0"."day",
    SUM("t0"."active_users") AS "active_users",
    SUM("t0"."logins") AS "logins"
  FROM "operations"."mobile_day" AS "t0"
  GROUP BY
    1
) AS "t1"
ORDER BY
  "t1"."day" ASC
