SELECT
  (
    COUNT(DISTINCT CAST("t1"."day" AS TEXT) || "t1"."account_id") / 30
  ) / COUNT(DISTINCT "t1"."account_id") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."access_use" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
