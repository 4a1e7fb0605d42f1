SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "governance"."issue" AS "t0"
  WHERE
    COALESCE("t0"."closed_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30), FALSE)
) AS "t1"
