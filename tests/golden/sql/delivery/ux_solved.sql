SELECT
  SUM(CAST("t1"."solved" AS INT)) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t0"."issue_id",
    "t0"."channel",
    "t0"."system",
    "t0"."page",
    "t0"."severity",
    "t0"."raised_on",
    "t0"."due_on",
    "t0"."solved_on",
    "t0"."state",
    COALESCE(
      (
        "t0"."state" = 'solved'
      )
      AND (
        "t0"."solved_on" <= MAKE_DATE(2023, 4, 30)
      ),
      FALSE
    ) AS "solved"
  FROM "delivery"."ux_issue" AS "t0"
  WHERE
    "t0"."raised_on" <= MAKE_DATE(2023, 4, 30)
) AS "t1"
