SELECT
  COUNT(*) FILTER(WHERE
    COALESCE("t1"."closed_on" <= MAKE_DATE(2023, 4, 30), FALSE)) / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "governance"."issue" AS "t0"
  WHERE
    "t0"."raised_on" <= MAKE_DATE(2023, 4, 30)
) AS "t1"
