SELECT
  COUNT(*) FILTER(WHERE
    "t1"."closed_on" <= MAKE_DATE(2023, 4, 30)) / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "delivery"."ticket_life" AS "t0"
  WHERE
    "t0"."received_on" <= MAKE_DATE(2023, 4, 30)
    AND (
      (
        "t0"."closed_on" IS NULL
      ) OR (
        "t0"."closed_on" >= MAKE_DATE(2023, 4, 1)
      )
    )
) AS "t1"
