SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."access_resource" AS "t0"
  WHERE
    "t0"."kind" = 'business' AND "t0"."opened_on" <= MAKE_DATE(2023, 4, 30)
) AS "t1"
