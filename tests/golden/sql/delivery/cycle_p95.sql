SELECT
  QUANTILE_CONT("t1"."cycle_days", 0.95) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "delivery"."ticket_life" AS "t0"
  WHERE
    "t0"."released_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30)
) AS "t1"
