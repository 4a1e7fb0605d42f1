SELECT
  SUM(CAST("t1"."allowed" AS INT)) / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t0"."instance_id",
    "t0"."component",
    "t0"."version",
    "t0"."system",
    "t0"."environment",
    "t0"."listed",
    "t0"."allowed_until",
    "t0"."listed"
    AND (
      (
        "t0"."allowed_until" IS NULL
      )
      OR (
        "t0"."allowed_until" >= MAKE_DATE(2023, 4, 30)
      )
    ) AS "allowed"
  FROM "delivery"."instance_baseline" AS "t0"
) AS "t1"
