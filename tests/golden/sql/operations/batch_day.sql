SELECT
  "t11"."run_on",
  "t11"."job",
  "t11"."system",
  "t11"."started_at",
  "t11"."ended_at",
  "t11"."deadline",
  "t11"."minutes",
  "t11"."late_minutes",
  "t11"."late",
  "t11"."late" AND (
    "t11"."fed_late" IS NULL
  ) AS "first_late",
  "t11"."finished_time"
FROM (
  SELECT
    "t5"."run_on",
    "t5"."job",
    "t5"."system",
    "t5"."planned_start",
    "t5"."deadline",
    "t5"."started_at",
    "t5"."ended_at",
    "t5"."period",
    "t5"."minutes",
    "t5"."late_minutes",
    "t5"."finished_time",
    "t5"."late",
    "t10"."run_on" AS "run_on_right",
    "t10"."job" AS "job_right",
    "t10"."fed_late"
  FROM (
    SELECT
      "t0"."run_on",
      "t0"."job",
      "t0"."system",
      "t0"."planned_start",
      "t0"."deadline",
      "t0"."started_at",
      "t0"."ended_at",
      "t0"."period",
      (
        CAST(FLOOR(EPOCH(CAST("t0"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t0"."started_at" AS TIMESTAMP))) AS BIGINT)
      ) / 60 AS "minutes",
      CASE
        WHEN (
          (
            CAST(FLOOR(EPOCH(CAST("t0"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t0"."deadline" AS TIMESTAMP))) AS BIGINT)
          ) / 60
        ) IS NULL
        THEN (
          CAST(FLOOR(EPOCH(CAST("t0"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t0"."deadline" AS TIMESTAMP))) AS BIGINT)
        ) / 60
        ELSE GREATEST(
          0,
          (
            CAST(FLOOR(EPOCH(CAST("t0"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t0"."deadline" AS TIMESTAMP))) AS BIGINT)
          ) / 60
        )
      END AS "late_minutes",
      STRFTIME("t0"."ended_at" + TO_SECONDS(28800), '%H:%M:%S') AS "finished_time",
      CASE
        WHEN (
          (
            CAST(FLOOR(EPOCH(CAST("t0"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t0"."deadline" AS TIMESTAMP))) AS BIGINT)
          ) / 60
        ) IS NULL
        THEN (
          CAST(FLOOR(EPOCH(CAST("t0"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t0"."deadline" AS TIMESTAMP))) AS BIGINT)
        ) / 60
        ELSE GREATEST(
          0,
          (
            CAST(FLOOR(EPOCH(CAST("t0"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t0"."deadline" AS TIMESTAMP))) AS BIGINT)
          ) / 60
        )
      END > 0 AS "late"
    FROM "operations"."batch_job" AS "t0"
  ) AS "t5"
  LEFT OUTER JOIN (
    SELECT
      "t8"."run_on",
      "t8"."job",
      TRUE AS "fed_late"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t6"."run_on",
          "t2"."job"
        FROM "operations"."batch_dependency" AS "t2"
        INNER JOIN (
          SELECT
            "t0"."run_on",
            "t0"."job" AS "needs"
          FROM "operations"."batch_job" AS "t0"
          WHERE
            CASE
              WHEN (
                (
                  CAST(FLOOR(EPOCH(CAST("t0"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t0"."deadline" AS TIMESTAMP))) AS BIGINT)
                ) / 60
              ) IS NULL
              THEN (
                CAST(FLOOR(EPOCH(CAST("t0"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t0"."deadline" AS TIMESTAMP))) AS BIGINT)
              ) / 60
              ELSE GREATEST(
                0,
                (
                  CAST(FLOOR(EPOCH(CAST("t0"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t0"."deadline" AS TIMESTAMP))) AS BIGINT)
                ) / 60
              )
            END > 0
        ) AS "t6"
          ON "t2"."needs" = "t6"."needs"
      ) AS "t7"
    ) AS "t8"
  ) AS "t10"
    ON "t5"."run_on" = "t10"."run_on" AND "t5"."job" = "t10"."job"
) AS "t11"
ORDER BY
  "t11"."run_on" ASC,
  "t11"."job" ASC
