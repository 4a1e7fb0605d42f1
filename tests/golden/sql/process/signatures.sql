SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."seal_check" AS "t0"
  WHERE
    "t0"."signed_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30)
) AS "t1"
