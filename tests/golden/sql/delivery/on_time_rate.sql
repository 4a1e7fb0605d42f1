SELECT
  COUNT(*) FILTER(WHERE
    "t1"."released_on" <= "t1"."committed_on") / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "delivery"."ticket_life" AS "t0"
  WHERE
    "t0"."committed_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30)
    AND NOT (
      COALESCE("t0"."voided_on" <= "t0"."committed_on", FALSE)
    )
) AS "t1"
