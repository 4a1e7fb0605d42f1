SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "governance"."indicator" AS "t0"
  WHERE
    "t0"."period" = '2023-03' AND NOT (
      "t0"."standard"
    )
) AS "t1"
