SELECT
  COUNT(*) FILTER(WHERE
    "t1"."voided_on" = "t1"."closed_on") / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "delivery"."ticket_life" AS "t0"
  WHERE
    "t0"."closed_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30)
) AS "t1"
