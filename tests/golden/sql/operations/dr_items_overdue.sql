SELECT
  COUNT(*) FILTER(WHERE
    (
      "t0"."state" <> 'done'
    ) AND (
      "t0"."due_on" <= MAKE_DATE(2023, 4, 30)
    )) AS "value",
  COUNT(*) AS "rows"
FROM "operations"."centre_item" AS "t0"
