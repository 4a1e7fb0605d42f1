SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM "delivery"."ticket_life" AS "t0"
    WHERE
      "t0"."received_on" < MAKE_DATE(2023, 1, 1)
      AND (
        (
          "t0"."closed_on" IS NULL
        ) OR (
          "t0"."closed_on" >= MAKE_DATE(2023, 1, 1)
        )
      )
  ) AS "t2"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM "delivery"."ticket_life" AS "t0"
    WHERE
      "t0"."received_on" BETWEEN MAKE_DATE(2023, 1, 1) AND MAKE_DATE(2023, 4, 30)
  ) AS "t1"
) AS "t3"
