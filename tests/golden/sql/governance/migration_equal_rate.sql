SELECT
  COUNT(*) FILTER(WHERE
    NOT (
      (
        "t1"."missing_rows" > 0
      )
      OR (
        "t1"."extra_rows" > 0
      )
      OR (
        "t1"."changed_rows" > 0
      )
    )) / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "governance"."migration_result" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
