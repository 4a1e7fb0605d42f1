WITH "t10" AS (
  SELECT
    "t4"."day",
    "t4"."worked",
    SUM("t4"."worked") OVER (ORDER BY "t4"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - "t4"."worked" AS "before"
  FROM (
    SELECT
      "t0"."day",
      CASE WHEN "t0"."is_workday" THEN 27000000 ELSE 0 END AS "worked"
    FROM "bank"."calendar" AS "t0"
  ) AS "t4"
)
SELECT
  "t28"."instance_id",
  "t28"."seq",
  "t28"."process",
  "t28"."node",
  "t28"."department",
  "t28"."urged_at",
  CASE
    WHEN CAST(FLOOR((
      "t28"."answered_tick" - "t28"."urged_tick"
    ) / (
      1000
    )) AS BIGINT) IS NULL
    THEN CAST(FLOOR((
      "t28"."answered_tick" - "t28"."urged_tick"
    ) / (
      1000
    )) AS BIGINT)
    ELSE GREATEST(
      0,
      CAST(FLOOR((
        "t28"."answered_tick" - "t28"."urged_tick"
      ) / (
        1000
      )) AS BIGINT)
    )
  END AS "response_seconds"
FROM (
  SELECT
    "t27"."instance_id",
    "t27"."seq",
    "t27"."node",
    "t27"."department",
    "t27"."urged_at",
    "t27"."process",
    "t27"."answered_at",
    "t27"."urged_tick",
    "t16"."answered_tick_before" + CASE WHEN "t16"."answered_tick_worked" > 0 THEN "t27"."answered_tick" ELSE 0 END AS "answered_tick"
  FROM (
    SELECT
      "t25"."instance_id",
      "t25"."seq",
      "t25"."node",
      "t25"."department",
      "t25"."urged_at",
      "t25"."process",
      "t25"."answered_at",
      "t25"."urged_tick",
      CASE
        WHEN CASE
          WHEN (
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 30600000
          ELSE LEAST(
            12600000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
          )
        END IS NULL
        THEN CASE
          WHEN (
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 30600000
          ELSE LEAST(
            12600000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                      CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
            ) IS NULL
            THEN (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
            ELSE LEAST(
              12600000,
              (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                    CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 48600000
          ELSE LEAST(
            14400000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
          )
        END IS NULL
        THEN CASE
          WHEN (
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 48600000
          ELSE LEAST(
            14400000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                      CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
            ) IS NULL
            THEN (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
            ELSE LEAST(
              14400000,
              (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t25"."answered_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t25"."answered_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
            )
          END
        )
      END AS "answered_tick",
      CAST("t25"."answered_at" + TO_SECONDS(28800) AS DATE) AS "answered_tick_day"
    FROM (
      SELECT
        "t24"."instance_id",
        "t24"."seq",
        "t24"."node",
        "t24"."department",
        "t24"."urged_at",
        "t24"."process",
        "t24"."answered_at",
        "t17"."urged_tick_before" + CASE WHEN "t17"."urged_tick_worked" > 0 THEN "t24"."urged_tick" ELSE 0 END AS "urged_tick"
      FROM (
        SELECT
          "t22"."instance_id",
          "t22"."seq",
          "t22"."node",
          "t22"."department",
          "t22"."urged_at",
          "t22"."process",
          "t22"."answered_at",
          CASE
            WHEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
                ELSE LEAST(
                  12600000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                        CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
                ELSE LEAST(
                  14400000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t22"."urged_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t22"."urged_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                )
              END
            )
          END AS "urged_tick",
          CAST("t22"."urged_at" + TO_SECONDS(28800) AS DATE) AS "urged_tick_day"
        FROM (
          SELECT
            "t21".*
            EXCLUDE ("seq_right")
          FROM (
            SELECT
              "t20".*
              EXCLUDE ("instance_id_right")
            FROM (
              SELECT
                "t8"."instance_id",
                "t8"."seq",
                "t8"."node",
                "t8"."department",
                "t8"."urged_at",
                "t6"."process",
                "t19"."instance_id" AS "instance_id_right",
                "t19"."seq" AS "seq_right",
                "t19"."answered_at"
              FROM (
                SELECT
                  "t1"."instance_id",
                  "t1"."seq",
                  "t1"."node",
                  "t1"."department",
                  "t1"."arrived_at" AS "urged_at"
                FROM "process"."step" AS "t1"
                WHERE
                  "t1"."period" = '2023-04' AND "t1"."action" = 'urge'
              ) AS "t8"
              INNER JOIN (
                SELECT DISTINCT
                  "t2"."instance_id",
                  "t2"."process"
                FROM "process"."task" AS "t2"
              ) AS "t6"
                ON "t8"."instance_id" = "t6"."instance_id"
              LEFT OUTER JOIN (
                SELECT
                  "t15"."instance_id",
                  "t15"."seq",
                  MIN("t15"."decided_at") AS "answered_at"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t8"."instance_id",
                      "t8"."seq",
                      "t8"."node",
                      "t8"."urged_at",
                      "t9"."decided_at"
                    FROM (
                      SELECT
                        "t1"."instance_id",
                        "t1"."seq",
                        "t1"."node",
                        "t1"."department",
                        "t1"."arrived_at" AS "urged_at"
                      FROM "process"."step" AS "t1"
                      WHERE
                        "t1"."period" = '2023-04' AND "t1"."action" = 'urge'
                    ) AS "t8"
                    INNER JOIN (
                      SELECT DISTINCT
                        "t2"."instance_id",
                        "t2"."process"
                      FROM "process"."task" AS "t2"
                    ) AS "t6"
                      ON "t8"."instance_id" = "t6"."instance_id"
                    INNER JOIN (
                      SELECT
                        "t2"."instance_id",
                        "t2"."node",
                        "t2"."decided_at"
                      FROM "process"."task" AS "t2"
                      WHERE
                        "t2"."decided_at" IS NOT NULL
                    ) AS "t9"
                      ON "t8"."instance_id" = "t9"."instance_id" AND "t8"."node" = "t9"."node"
                  ) AS "t11"
                  WHERE
                    "t11"."decided_at" >= "t11"."urged_at"
                ) AS "t15"
                GROUP BY
                  1,
                  2
              ) AS "t19"
                ON "t8"."instance_id" = "t19"."instance_id" AND "t8"."seq" = "t19"."seq"
            ) AS "t20"
          ) AS "t21"
        ) AS "t22"
      ) AS "t24"
      LEFT OUTER JOIN (
        SELECT
          "t12"."day" AS "urged_tick_day",
          "t12"."worked" AS "urged_tick_worked",
          "t12"."before" AS "urged_tick_before"
        FROM "t10" AS "t12"
      ) AS "t17"
        ON "t24"."urged_tick_day" = "t17"."urged_tick_day"
    ) AS "t25"
  ) AS "t27"
  LEFT OUTER JOIN (
    SELECT
      "t12"."day" AS "answered_tick_day",
      "t12"."worked" AS "answered_tick_worked",
      "t12"."before" AS "answered_tick_before"
    FROM "t10" AS "t12"
  ) AS "t16"
    ON "t27"."answered_tick_day" = "t16"."answered_tick_day"
) AS "t28"
ORDER BY
  "t28"."instance_id" ASC,
  "t28"."seq" ASC
