SELECT
  COUNT(*) FILTER(WHERE
    "t1"."bidder" IS NOT NULL) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "delivery"."bid" AS "t0"
  WHERE
    "t0"."published_on" <= MAKE_DATE(2023, 4, 30)
) AS "t1"
