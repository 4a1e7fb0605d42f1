SELECT
  SUM(CAST("t1"."released" AS INT)) / NULLIF(SUM(CAST("t1"."received" AS INT)) - SUM(CAST("t1"."voided" AS INT)), 0) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t0"."ticket_id",
    "t0"."title",
    "t0"."line",
    "t0"."class",
    "t0"."grade",
    "t0"."system",
    "t0"."department",
    "t0"."priority",
    "t0"."committed_on",
    "t0"."effort_days",
    "t0"."received_on",
    "t0"."accepted_on",
    "t0"."tested_on",
    "t0"."released_on",
    "t0"."voided_on",
    "t0"."closed_on",
    "t0"."window_on",
    "t0"."cycle_days",
    "t0"."lead_days",
    "t0"."waiting_days",
    "t0"."test_submissions",
    "t0"."test_returns",
    "t0"."changes",
    "t0"."postponements",
    COALESCE("t0"."received_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30), FALSE) AS "received",
    COALESCE("t0"."released_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30), FALSE) AS "released",
    COALESCE("t0"."voided_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30), FALSE) AS "voided",
    COALESCE("t0"."closed_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30), FALSE) AS "closed"
  FROM "delivery"."ticket_life" AS "t0"
  WHERE
    COALESCE("t0"."received_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30), FALSE)
    OR COALESCE("t0"."closed_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30), FALSE)
    OR COALESCE("t0"."released_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30), FALSE)
    OR COALESCE("t0"."voided_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30), FALSE)
) AS "t1"
