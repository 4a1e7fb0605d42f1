WITH "t11" AS (
  SELECT
    *
  FROM "process"."node" AS "t4"
  WHERE
    NOT (
      "t4"."optional"
    )
), "t20" AS (
  SELECT
    "t8"."day",
    "t8"."worked",
    SUM("t8"."worked") OVER (ORDER BY "t8"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - "t8"."worked" AS "before"
  FROM (
    SELECT
      "t0"."day",
      CASE WHEN "t0"."is_workday" THEN 27000000 ELSE 0 END AS "worked"
    FROM "bank"."calendar" AS "t0"
  ) AS "t8"
)
SELECT
  "t44"."instance_id",
  "t44"."process",
  "t44"."department",
  "t44"."title",
  "t44"."urgent",
  "t44"."started_at",
  "t44"."ended_at",
  "t44"."state",
  "t44"."started_at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC') AS "started",
  "t44"."ended_at" IS NOT NULL AS "finished",
  "t44"."ended_at" IS NULL AS "open",
  COALESCE(
    CAST("t44"."started_at" + TO_SECONDS(28800) AS DATE) = CAST("t44"."ended_at" + TO_SECONDS(28800) AS DATE),
    FALSE
  ) AS "same_day",
  CASE
    WHEN CAST(FLOOR((
      "t44"."end_tick" - "t44"."start_tick"
    ) / (
      1000
    )) AS BIGINT) IS NULL
    THEN CAST(FLOOR((
      "t44"."end_tick" - "t44"."start_tick"
    ) / (
      1000
    )) AS BIGINT)
    ELSE GREATEST(0, CAST(FLOOR((
      "t44"."end_tick" - "t44"."start_tick"
    ) / (
      1000
    )) AS BIGINT))
  END AS "cycle_seconds",
  CAST(FLOOR(EPOCH(CAST("t44"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t44"."started_at" AS TIMESTAMP))) AS BIGINT) AS "natural_seconds",
  COALESCE("t44"."steps", 0) AS "steps",
  COALESCE("t44"."returns", 0) AS "returns",
  COALESCE("t44"."dwell_seconds", 0) AS "dwell_seconds",
  COALESCE("t44"."rework_seconds", 0) AS "rework_seconds",
  (
    "t44"."state" = 'approved'
  ) AND (
    COALESCE("t44"."returns", 0) = 0
  ) AS "clean",
  (
    "t44"."state" = 'approved'
  )
  AND (
    (
      COALESCE("t44"."strays", 0) = 0
    )
    AND (
      COALESCE("t44"."met", 0) = COALESCE("t44"."needed", 0)
    )
  ) AS "fits"
FROM (
  SELECT
    "t43"."instance_id",
    "t43"."type_id",
    "t43"."title",
    "t43"."department",
    "t43"."initiator_id",
    "t43"."started_at",
    "t43"."ended_at",
    "t43"."state",
    "t43"."urgent",
    "t43"."amount",
    "t43"."period",
    "t43"."process",
    "t43"."needed",
    "t43"."steps",
    "t43"."returns",
    "t43"."dwell_seconds",
    "t43"."rework_seconds",
    "t43"."strays",
    "t43"."met",
    "t43"."start_tick",
    "t27"."end_tick_before" + CASE WHEN "t27"."end_tick_worked" > 0 THEN "t43"."end_tick" ELSE 0 END AS "end_tick"
  FROM (
    SELECT
      "t41"."instance_id",
      "t41"."type_id",
      "t41"."title",
      "t41"."department",
      "t41"."initiator_id",
      "t41"."started_at",
      "t41"."ended_at",
      "t41"."state",
      "t41"."urgent",
      "t41"."amount",
      "t41"."period",
      "t41"."process",
      "t41"."needed",
      "t41"."steps",
      "t41"."returns",
      "t41"."dwell_seconds",
      "t41"."rework_seconds",
      "t41"."strays",
      "t41"."met",
      "t41"."start_tick",
      CASE
        WHEN CASE
          WHEN (
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 30600000
          ELSE LEAST(
            12600000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
          )
        END IS NULL
        THEN CASE
          WHEN (
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 30600000
          ELSE LEAST(
            12600000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
          )
        END
        ELSE GREATEST(
          0,
          CASE
            WHEN (
              (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
            ) IS NULL
            THEN (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
            ELSE LEAST(
              12600000,
              (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
            )
          END
        )
      END + CASE
        WHEN CASE
          WHEN (
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 48600000
          ELSE LEAST(
            14400000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
          )
        END IS NULL
        THEN CASE
          WHEN (
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 48600000
          ELSE LEAST(
            14400000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
          )
        END
        ELSE GREATEST(
          0,
          CASE
            WHEN (
              (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
            ) IS NULL
            THEN (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
            ELSE LEAST(
              14400000,
              (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t41"."ended_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t41"."ended_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
            )
          END
        )
      END AS "end_tick",
      CAST("t41"."ended_at" + TO_SECONDS(28800) AS DATE) AS "end_tick_day"
    FROM (
      SELECT
        "t40"."instance_id",
        "t40"."type_id",
        "t40"."title",
        "t40"."department",
        "t40"."initiator_id",
        "t40"."started_at",
        "t40"."ended_at",
        "t40"."state",
        "t40"."urgent",
        "t40"."amount",
        "t40"."period",
        "t40"."process",
        "t40"."needed",
        "t40"."steps",
        "t40"."returns",
        "t40"."dwell_seconds",
        "t40"."rework_seconds",
        "t40"."strays",
        "t40"."met",
        "t28"."start_tick_before" + CASE WHEN "t28"."start_tick_worked" > 0 THEN "t40"."start_tick" ELSE 0 END AS "start_tick"
      FROM (
        SELECT
          "t38"."instance_id",
          "t38"."type_id",
          "t38"."title",
          "t38"."department",
          "t38"."initiator_id",
          "t38"."started_at",
          "t38"."ended_at",
          "t38"."state",
          "t38"."urgent",
          "t38"."amount",
          "t38"."period",
          "t38"."process",
          "t38"."needed",
          "t38"."steps",
          "t38"."returns",
          "t38"."dwell_seconds",
          "t38"."rework_seconds",
          "t38"."strays",
          "t38"."met",
          CASE
            WHEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              )
            END
            ELSE GREATEST(
              0,
              CASE
                WHEN (
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
                ELSE LEAST(
                  12600000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                )
              END
            )
          END + CASE
            WHEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              )
            END
            ELSE GREATEST(
              0,
              CASE
                WHEN (
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
                ELSE LEAST(
                  14400000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t38"."started_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t38"."started_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                )
              END
            )
          END AS "start_tick",
          CAST("t38"."started_at" + TO_SECONDS(28800) AS DATE) AS "start_tick_day"
        FROM (
          SELECT
            "t37".*
            EXCLUDE ("instance_id_right")
          FROM (
            SELECT
              "t36"."instance_id",
              "t36"."type_id",
              "t36"."title",
              "t36"."department",
              "t36"."initiator_id",
              "t36"."started_at",
              "t36"."ended_at",
              "t36"."state",
              "t36"."urgent",
              "t36"."amount",
              "t36"."period",
              "t36"."process",
              "t36"."needed",
              "t36"."steps",
              "t36"."returns",
              "t36"."dwell_seconds",
              "t36"."rework_seconds",
              "t36"."strays",
              "t33"."instance_id" AS "instance_id_right",
              "t33"."met"
            FROM (
              SELECT
                "t34".*
                EXCLUDE ("instance_id_right")
              FROM (
                SELECT
                  "t30"."instance_id",
                  "t30"."type_id",
                  "t30"."title",
                  "t30"."department",
                  "t30"."initiator_id",
                  "t30"."started_at",
                  "t30"."ended_at",
                  "t30"."state",
                  "t30"."urgent",
                  "t30"."amount",
                  "t30"."period",
                  "t30"."process",
                  "t30"."needed",
                  "t17"."instance_id" AS "instance_id_right",
                  "t17"."steps",
                  "t17"."returns",
                  "t17"."dwell_seconds",
                  "t17"."rework_seconds",
                  "t17"."strays"
                FROM (
                  SELECT
                    "t26".*
                    EXCLUDE ("type_id_right")
                  FROM (
                    SELECT
                      "t18"."instance_id",
                      "t18"."type_id",
                      "t18"."title",
                      "t18"."department",
                      "t18"."initiator_id",
                      "t18"."started_at",
                      "t18"."ended_at",
                      "t18"."state",
                      "t18"."urgent",
                      "t18"."amount",
                      "t18"."period",
                      "t10"."process",
                      "t19"."type_id" AS "type_id_right",
                      "t19"."needed"
                    FROM (
                      SELECT
                        "t2"."instance_id",
                        "t2"."type_id",
                        "t2"."title",
                        "t2"."department",
                        "t2"."initiator_id",
                        "t2"."started_at",
                        CASE
                          WHEN "t2"."ended_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                          THEN "t2"."ended_at"
                          ELSE NULL
                        END AS "ended_at",
                        CASE
                          WHEN CASE
                            WHEN "t2"."ended_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                            THEN "t2"."ended_at"
                            ELSE NULL
                          END IS NULL
                          THEN 'running'
                          ELSE "t2"."state"
                        END AS "state",
                        "t2"."urgent",
                        "t2"."amount",
                        "t2"."period"
                      FROM "process"."instance" AS "t2"
                      WHERE
                        "t2"."started_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                        AND (
                          (
                            "t2"."ended_at" IS NULL
                          )
                          OR (
                            "t2"."ended_at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC')
                          )
                        )
                    ) AS "t18"
                    INNER JOIN (
                      SELECT
                        "t3"."type_id",
                        "t3"."name" AS "process"
                      FROM "process"."type" AS "t3"
                    ) AS "t10"
                      ON "t18"."type_id" = "t10"."type_id"
                    LEFT OUTER JOIN (
                      SELECT
                        "t12"."type_id",
                        COUNT(*) AS "needed"
                      FROM "t11" AS "t12"
                      GROUP BY
                        1
                    ) AS "t19"
                      ON "t18"."type_id" = "t19"."type_id"
                  ) AS "t26"
                ) AS "t30"
                LEFT OUTER JOIN (
                  SELECT
                    "t1"."instance_id",
                    COUNT(*) FILTER(WHERE
                      "t1"."decided_at" IS NOT NULL) AS "steps",
                    COUNT(*) FILTER(WHERE
                      "t1"."action" = 'return') AS "returns",
                    COALESCE(SUM("t1"."dwell_seconds") FILTER(WHERE
                      "t1"."decided_at" IS NOT NULL), 0) AS "dwell_seconds",
                    COALESCE(
                      SUM("t1"."dwell_seconds") FILTER(WHERE
                        (
                          "t1"."decided_at" IS NOT NULL
                        ) AND (
                          "t1"."visit" > 1
                        )),
                      0
                    ) AS "rework_seconds",
                    COUNT(*) FILTER(WHERE
                      NOT (
                        (
                          "t1"."place" IS NOT NULL
                        ) AND NOT (
                          "t1"."backwards"
                        )
                      )) AS "strays"
                  FROM "process"."task" AS "t1"
                  GROUP BY
                    1
                ) AS "t17"
                  ON "t30"."instance_id" = "t17"."instance_id"
              ) AS "t34"
            ) AS "t36"
            LEFT OUTER JOIN (
              SELECT
                "t31"."instance_id",
                COUNT(*) AS "met"
              FROM (
                SELECT
                  "t9"."instance_id",
                  "t9"."process",
                  "t9"."node"
                FROM (
                  SELECT DISTINCT
                    "t1"."instance_id",
                    "t1"."process",
                    "t1"."node"
                  FROM "process"."task" AS "t1"
                ) AS "t9"
                INNER JOIN (
                  SELECT
                    "t13"."node",
                    "t5"."name" AS "process"
                  FROM "t11" AS "t13"
                  INNER JOIN "process"."type" AS "t5"
                    ON "t13"."type_id" = "t5"."type_id"
                ) AS "t23"
                  ON "t9"."process" = "t23"."process" AND "t9"."node" = "t23"."node"
              ) AS "t31"
              GROUP BY
                1
            ) AS "t33"
              ON "t36"."instance_id" = "t33"."instance_id"
          ) AS "t37"
        ) AS "t38"
      ) AS "t40"
      LEFT OUTER JOIN (
        SELECT
          "t21"."day" AS "start_tick_day",
          "t21"."worked" AS "start_tick_worked",
          "t21"."before" AS "start_tick_before"
        FROM "t20" AS "t21"
      ) AS "t28"
        ON "t40"."start_tick_day" = "t28"."start_tick_day"
    ) AS "t41"
  ) AS "t43"
  LEFT OUTER JOIN (
    SELECT
      "t21"."day" AS "end_tick_day",
      "t21"."worked" AS "end_tick_worked",
      "t21"."before" AS "end_tick_before"
    FROM "t20" AS "t21"
  ) AS "t27"
    ON "t43"."end_tick_day" = "t27"."end_tick_day"
) AS "t44"
ORDER BY
  "t44"."instance_id" ASC
