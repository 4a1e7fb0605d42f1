SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t0"."issue_id",
    "t0"."title",
    "t0"."source",
    "t0"."subject",
    "t0"."org_id",
    "t0"."owner",
    "t0"."raised_on",
    "t0"."due_on",
    "t0"."closed_on",
    "t0"."due_on" < MAKE_DATE(2023, 4, 30) AS "overdue"
  FROM "governance"."issue" AS "t0"
  WHERE
    "t0"."raised_on" <= MAKE_DATE(2023, 4, 30)
    AND (
      (
        "t0"."closed_on" IS NULL
      ) OR (
        "t0"."closed_on" > MAKE_DATE(2023, 4, 30)
      )
    )
) AS "t1"
