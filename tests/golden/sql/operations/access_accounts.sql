SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."access_account" AS "t0"
  WHERE
    "t0"."opened_on" <= MAKE_DATE(2023, 4, 30)
    AND (
      (
        "t0"."closed_on" IS NULL
      ) OR (
        "t0"."closed_on" > MAKE_DATE(2023, 4, 30)
      )
    )
) AS "t1"
