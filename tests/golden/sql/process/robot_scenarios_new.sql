SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."robot_scenario" AS "t0"
  WHERE
    "t0"."live_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30)
) AS "t1"
