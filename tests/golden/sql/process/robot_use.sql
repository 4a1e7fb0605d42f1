SELECT
  "t5"."run_id",
  "t5"."scenario",
  "t5"."department",
  "t5"."robot_id",
  "t5"."result",
  "t5"."cause",
  "t5"."cases",
  "t5"."manual_cases",
  "t5"."wrong_cases",
  "t5"."minutes_before",
  CAST(FLOOR(EPOCH(CAST("t5"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t5"."started_at" AS TIMESTAMP))) AS BIGINT) AS "busy_seconds",
  CAST(FLOOR(EPOCH(CAST("t5"."started_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t5"."queued_at" AS TIMESTAMP))) AS BIGINT) AS "queue_seconds",
  CAST(FLOOR(EPOCH(CAST("t5"."recovered_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t5"."ended_at" AS TIMESTAMP))) AS BIGINT) AS "recovery_seconds",
  CASE
    WHEN "t5"."result" = 'success'
    THEN CAST(FLOOR(
      (
        "t5"."cases" * CAST("t5"."minutes_before" * 100 AS BIGINT) * 60
      ) / (
        100
      )
    ) AS BIGINT) - (
      CAST(FLOOR(EPOCH(CAST("t5"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t5"."started_at" AS TIMESTAMP))) AS BIGINT)
    )
    ELSE 0
  END AS "saved_seconds",
  "t5"."logged"
FROM (
  SELECT
    "t2"."run_id",
    "t2"."scenario_id",
    "t2"."robot_id",
    "t2"."queued_at",
    "t2"."started_at",
    "t2"."ended_at",
    "t2"."cases",
    "t2"."manual_cases",
    "t2"."wrong_cases",
    "t2"."result",
    "t2"."cause",
    "t2"."recovered_at",
    "t2"."logged",
    "t2"."period",
    "t4"."department",
    "t4"."minutes_before",
    "t4"."scenario"
  FROM "process"."robot_run" AS "t2"
  INNER JOIN (
    SELECT
      "t1"."scenario_id",
      "t1"."department",
      "t1"."minutes_before",
      "t1"."name" AS "scenario"
    FROM "process"."robot_scenario" AS "t1"
  ) AS "t4"
    ON "t2"."scenario_id" = "t4"."scenario_id"
) AS "t5"
ORDER BY
  "t5"."run_id" ASC
