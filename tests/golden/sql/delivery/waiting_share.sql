SELECT
  SUM(CAST(ROUND("t1"."waiting_days" * 86400, 0) AS BIGINT)) / NULLIF(SUM(CAST(ROUND("t1"."lead_days" * 86400, 0) AS BIGINT)), 0) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "delivery"."ticket_life" AS "t0"
  WHERE
    "t0"."released_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30)
) AS "t1"
