SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM "operations"."centre_item" AS "t0"
