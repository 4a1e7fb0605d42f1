SELECT
  AVG(DATE_DIFF('DAY', "t1"."raised_on", "t1"."solved_on")) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "delivery"."ux_issue" AS "t0"
  WHERE
    "t0"."state" = 'solved'
    AND "t0"."solved_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30)
) AS "t1"
