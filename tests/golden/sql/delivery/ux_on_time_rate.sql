SELECT
  COUNT(*) FILTER(WHERE
    "t1"."solved_on" <= "t1"."due_on") / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "delivery"."ux_issue" AS "t0"
  WHERE
    "t0"."state" = 'solved'
    AND "t0"."solved_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30)
    AND "t0"."due_on" IS NOT NULL
) AS "t1"
