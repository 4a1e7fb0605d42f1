SELECT
  COUNT(*) FILTER(WHERE
    "t1"."state" = 'live') AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t0"."project_id",
    "t0"."name",
    "t0"."line",
    "t0"."approved_on",
    "t0"."planned_live_on",
    "t0"."live_on",
    "t0"."stopped_on",
    "t0"."manager",
    CASE
      WHEN COALESCE("t0"."live_on" <= MAKE_DATE(2023, 4, 30), FALSE)
      THEN 'live'
      WHEN COALESCE("t0"."stopped_on" <= MAKE_DATE(2023, 4, 30), FALSE)
      THEN 'stopped'
      ELSE 'on_plan'
    END AS "state"
  FROM "delivery"."project" AS "t0"
  WHERE
    "t0"."approved_on" <= MAKE_DATE(2023, 4, 30)
    AND (
      (
        COALESCE("t0"."live_on", "t0"."stopped_on") IS NULL
      )
      OR (
        COALESCE("t0"."live_on", "t0"."stopped_on") >= MAKE_DATE(2023, 1, 1)
      )
    )
) AS "t1"
