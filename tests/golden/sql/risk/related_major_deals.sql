SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "risk"."related_deal" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
    AND "t0"."major"
    AND "t0"."on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30)
) AS "t1"
