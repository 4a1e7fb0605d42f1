SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."robot_scenario" AS "t0"
  WHERE
    "t0"."live_on" <= MAKE_DATE(2023, 4, 30)
    AND (
      (
        "t0"."retired_on" IS NULL
      )
      OR (
        "t0"."retired_on" > MAKE_DATE(2023, 4, 30)
      )
    )
) AS "t1"
