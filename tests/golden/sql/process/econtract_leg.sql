WITH "t5" AS (
  SELECT
    "t2"."day",
    "t2"."worked",
    SUM("t2"."worked") OVER (ORDER BY "t2"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - "t2"."worked" AS "before"
  FROM (
    SELECT
      "t0"."day",
      CASE WHEN "t0"."is_workday" THEN 27000000 ELSE 0 END AS "worked"
    FROM "bank"."calendar" AS "t0"
  ) AS "t2"
)
SELECT
  "t16"."flow_id",
  "t16"."seq",
  "t16"."milestone",
  "t16"."action",
  "t16"."at",
  CASE
    WHEN CAST(FLOOR((
      "t16"."at_tick" - "t16"."before_tick"
    ) / (
      1000
    )) AS BIGINT) IS NULL
    THEN CAST(FLOOR((
      "t16"."at_tick" - "t16"."before_tick"
    ) / (
      1000
    )) AS BIGINT)
    ELSE GREATEST(0, CAST(FLOOR((
      "t16"."at_tick" - "t16"."before_tick"
    ) / (
      1000
    )) AS BIGINT))
  END AS "seconds"
FROM (
  SELECT
    "t15"."flow_id",
    "t15"."seq",
    "t15"."milestone",
    "t15"."at",
    "t15"."action",
    "t15"."returned_to",
    "t15"."before_at",
    "t15"."at_tick",
    "t9"."before_tick_before" + CASE WHEN "t9"."before_tick_worked" > 0 THEN "t15"."before_tick" ELSE 0 END AS "before_tick"
  FROM (
    SELECT
      "t13"."flow_id",
      "t13"."seq",
      "t13"."milestone",
      "t13"."at",
      "t13"."action",
      "t13"."returned_to",
      "t13"."before_at",
      "t13"."at_tick",
      CASE
        WHEN CASE
          WHEN (
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 30600000
          ELSE LEAST(
            12600000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
          )
        END IS NULL
        THEN CASE
          WHEN (
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 30600000
          ELSE LEAST(
            12600000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                      CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
            ) IS NULL
            THEN (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
            ELSE LEAST(
              12600000,
              (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                    CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 48600000
          ELSE LEAST(
            14400000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
          )
        END IS NULL
        THEN CASE
          WHEN (
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 48600000
          ELSE LEAST(
            14400000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                      CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
            ) IS NULL
            THEN (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
            ELSE LEAST(
              14400000,
              (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t13"."before_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t13"."before_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
            )
          END
        )
      END AS "before_tick",
      CAST("t13"."before_at" + TO_SECONDS(28800) AS DATE) AS "before_tick_day"
    FROM (
      SELECT
        "t12"."flow_id",
        "t12"."seq",
        "t12"."milestone",
        "t12"."at",
        "t12"."action",
        "t12"."returned_to",
        "t12"."before_at",
        "t10"."at_tick_before" + CASE WHEN "t10"."at_tick_worked" > 0 THEN "t12"."at_tick" ELSE 0 END AS "at_tick"
      FROM (
        SELECT
          "t4"."flow_id",
          "t4"."seq",
          "t4"."milestone",
          "t4"."at",
          "t4"."action",
          "t4"."returned_to",
          "t4"."before_at",
          CASE
            WHEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
                ELSE LEAST(
                  12600000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                        CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
                ELSE LEAST(
                  14400000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t4"."at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t4"."at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                )
              END
            )
          END AS "at_tick",
          CAST("t4"."at" + TO_SECONDS(28800) AS DATE) AS "at_tick_day"
        FROM (
          SELECT
            "t3"."flow_id",
            "t3"."seq",
            "t3"."milestone",
            "t3"."at",
            "t3"."action",
            "t3"."returned_to",
            LAG("t3"."at") OVER (
              PARTITION BY "t3"."flow_id"
              ORDER BY "t3"."at" ASC, "t3"."seq" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "before_at"
          FROM (
            SELECT
              *
            FROM "process"."econtract_step" AS "t1"
            WHERE
              "t1"."at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
          ) AS "t3"
        ) AS "t4"
        WHERE
          "t4"."at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC')
      ) AS "t12"
      LEFT OUTER JOIN (
        SELECT
          "t6"."day" AS "at_tick_day",
          "t6"."worked" AS "at_tick_worked",
          "t6"."before" AS "at_tick_before"
        FROM "t5" AS "t6"
      ) AS "t10"
        ON "t12"."at_tick_day" = "t10"."at_tick_day"
    ) AS "t13"
  ) AS "t15"
  LEFT OUTER JOIN (
    SELECT
      "t6"."day" AS "before_tick_day",
      "t6"."worked" AS "before_tick_worked",
      "t6"."before" AS "before_tick_before"
    FROM "t5" AS "t6"
  ) AS "t9"
    ON "t15"."before_tick_day" = "t9"."before_tick_day"
) AS "t16"
ORDER BY
  "t16"."flow_id" ASC,
  "t16"."seq" ASC
