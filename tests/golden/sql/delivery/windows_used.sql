SELECT
  COUNT(DISTINCT "t1"."window_on") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "delivery"."ticket_life" AS "t0"
  WHERE
    "t0"."released_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30)
    AND "t0"."window_on" IS NOT NULL
) AS "t1"
