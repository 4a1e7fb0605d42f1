SELECT
  SUM("t8"."busy_seconds") / NULLIF(MAX("t8"."available_seconds"), 0) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t4"."run_id",
    "t4"."scenario_id",
    "t4"."robot_id",
    "t4"."queued_at",
    "t4"."started_at",
    "t4"."ended_at",
    "t4"."cases",
    "t4"."manual_cases",
    "t4"."wrong_cases",
    "t4"."result",
    "t4"."cause",
    "t4"."recovered_at",
    "t4"."logged",
    "t4"."period",
    "t4"."busy_seconds",
    "t7"."available_seconds"
  FROM (
    SELECT
      "t0"."run_id",
      "t0"."scenario_id",
      "t0"."robot_id",
      "t0"."queued_at",
      "t0"."started_at",
      "t0"."ended_at",
      "t0"."cases",
      "t0"."manual_cases",
      "t0"."wrong_cases",
      "t0"."result",
      "t0"."cause",
      "t0"."recovered_at",
      "t0"."logged",
      "t0"."period",
      CAST(FLOOR(EPOCH(CAST("t0"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t0"."started_at" AS TIMESTAMP))) AS BIGINT) AS "busy_seconds"
    FROM "process"."robot_run" AS "t0"
    WHERE
      "t0"."period" = '2023-04'
  ) AS "t4"
  CROSS JOIN (
    SELECT
      CAST("t5"."hours" * 108000 AS BIGINT) AS "available_seconds"
    FROM (
      SELECT
        SUM("t2"."hours_a_day") AS "hours"
      FROM (
        SELECT
          *
        FROM "process"."robot" AS "t1"
        WHERE
          "t1"."since_on" <= MAKE_DATE(2023, 4, 30)
          AND (
            (
              "t1"."until_on" IS NULL
            ) OR (
              "t1"."until_on" >= MAKE_DATE(2023, 4, 1)
            )
          )
      ) AS "t2"
    ) AS "t5"
  ) AS "t7"
) AS "t8"
