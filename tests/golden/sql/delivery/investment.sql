SELECT
  "t1"."department",
  "t1"."line",
  "t1"."employer",
  CAST("t1"."days" AS DECIMAL(18, 2)) AS "days"
FROM (
  SELECT
    "t0"."department",
    "t0"."line",
    "t0"."employer",
    SUM("t0"."days") AS "days"
  FROM "delivery"."timesheet" AS "t0"
  GROUP BY
    1,
    2,
    3
) AS "t1"
ORDER BY
  "t1"."department" ASC,
  "t1"."line" ASC,
  "t1"."employer" ASC
