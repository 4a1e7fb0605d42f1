SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "governance"."policy" AS "t0"
  WHERE
    "t0"."issued_on" <= MAKE_DATE(2023, 4, 30)
) AS "t1"
