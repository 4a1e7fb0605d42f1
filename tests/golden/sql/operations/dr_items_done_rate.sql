SELECT
  COUNT(*) FILTER(WHERE
    "t0"."state" = 'done') / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM "operations"."centre_item" AS "t0"
