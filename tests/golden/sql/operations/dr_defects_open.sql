SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."centre_defect" AS "t0"
  WHERE
    "t0"."found_on" <= MAKE_DATE(2023, 4, 30)
    AND (
      (
        "t0"."cleared_on" IS NULL
      )
      OR (
        "t0"."cleared_on" > MAKE_DATE(2023, 4, 30)
      )
    )
) AS "t1"
