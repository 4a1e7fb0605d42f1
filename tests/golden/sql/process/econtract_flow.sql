WITH "t6" AS (
  SELECT
    *
  FROM "process"."econtract_step" AS "t2"
  WHERE
    "t2"."at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
), "t11" AS (
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
  "t45"."flow_id",
  "t45"."title",
  "t45"."party",
  "t45"."department",
  "t45"."online",
  "t45"."pages",
  "t45"."applied_at",
  "t45"."archived_at",
  "t45"."archive_due_on",
  "t45"."milestone",
  "t45"."moved_at",
  CASE
    WHEN "t45"."archived_at" IS NULL
    THEN CASE
      WHEN CAST(FLOOR((
        "t45"."now_tick" - "t45"."moved_tick"
      ) / (
        1000
      )) AS BIGINT) IS NULL
      THEN CAST(FLOOR((
        "t45"."now_tick" - "t45"."moved_tick"
      ) / (
        1000
      )) AS BIGINT)
      ELSE GREATEST(0, CAST(FLOOR((
        "t45"."now_tick" - "t45"."moved_tick"
      ) / (
        1000
      )) AS BIGINT))
    END
    ELSE NULL
  END / 27000 AS "idle_days",
  COALESCE(
    CASE
      WHEN "t45"."archived_at" IS NULL
      THEN CASE
        WHEN CAST(FLOOR((
          "t45"."now_tick" - "t45"."moved_tick"
        ) / (
          1000
        )) AS BIGINT) IS NULL
        THEN CAST(FLOOR((
          "t45"."now_tick" - "t45"."moved_tick"
        ) / (
          1000
        )) AS BIGINT)
        ELSE GREATEST(0, CAST(FLOOR((
          "t45"."now_tick" - "t45"."moved_tick"
        ) / (
          1000
        )) AS BIGINT))
      END
      ELSE NULL
    END > 135000,
    FALSE
  ) AS "stalled",
  CASE
    WHEN COALESCE(
      CASE
        WHEN "t45"."archived_at" IS NULL
        THEN CASE
          WHEN CAST(FLOOR((
            "t45"."now_tick" - "t45"."moved_tick"
          ) / (
            1000
          )) AS BIGINT) IS NULL
          THEN CAST(FLOOR((
            "t45"."now_tick" - "t45"."moved_tick"
          ) / (
            1000
          )) AS BIGINT)
          ELSE GREATEST(0, CAST(FLOOR((
            "t45"."now_tick" - "t45"."moved_tick"
          ) / (
            1000
          )) AS BIGINT))
        END
        ELSE NULL
      END > 135000,
      FALSE
    )
    THEN COALESCE(
      "t45"."finding",
      CASE WHEN "t45"."milestone" = 'invited' THEN 'vendor' ELSE 'desk' END
    )
    ELSE NULL
  END AS "reason",
  "t45"."returns",
  "t45"."returns_late",
  "t45"."resends",
  CASE
    WHEN CAST(FLOOR((
      "t45"."archived_tick" - "t45"."applied_tick"
    ) / (
      1000
    )) AS BIGINT) IS NULL
    THEN CAST(FLOOR((
      "t45"."archived_tick" - "t45"."applied_tick"
    ) / (
      1000
    )) AS BIGINT)
    ELSE GREATEST(
      0,
      CAST(FLOOR((
        "t45"."archived_tick" - "t45"."applied_tick"
      ) / (
        1000
      )) AS BIGINT)
    )
  END AS "cycle_seconds"
FROM (
  SELECT
    "t44"."flow_id",
    "t44"."contract_no",
    "t44"."title",
    "t44"."department",
    "t44"."bank_name",
    "t44"."party",
    "t44"."applied_at",
    "t44"."online",
    "t44"."pages",
    "t44"."draft_hash",
    "t44"."archive_due_on",
    "t44"."moved_at",
    "t44"."returns",
    "t44"."returns_late",
    "t44"."resends",
    "t44"."archived_at",
    "t44"."milestone",
    "t44"."finding",
    "t44"."as_of",
    "t44"."applied_tick",
    "t44"."archived_tick",
    "t44"."moved_tick",
    "t22"."now_tick_before" + CASE WHEN "t22"."now_tick_worked" > 0 THEN "t44"."now_tick" ELSE 0 END AS "now_tick"
  FROM (
    SELECT
      "t42"."flow_id",
      "t42"."contract_no",
      "t42"."title",
      "t42"."department",
      "t42"."bank_name",
      "t42"."party",
      "t42"."applied_at",
      "t42"."online",
      "t42"."pages",
      "t42"."draft_hash",
      "t42"."archive_due_on",
      "t42"."moved_at",
      "t42"."returns",
      "t42"."returns_late",
      "t42"."resends",
      "t42"."archived_at",
      "t42"."milestone",
      "t42"."finding",
      "t42"."as_of",
      "t42"."applied_tick",
      "t42"."archived_tick",
      "t42"."moved_tick",
      CASE
        WHEN CASE
          WHEN (
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 30600000
          ELSE LEAST(
            12600000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
          )
        END IS NULL
        THEN CASE
          WHEN (
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 30600000
          ELSE LEAST(
            12600000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                      CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
            ) IS NULL
            THEN (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 30600000
            ELSE LEAST(
              12600000,
              (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                    CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 48600000
          ELSE LEAST(
            14400000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
          )
        END IS NULL
        THEN CASE
          WHEN (
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
          ) IS NULL
          THEN (
            (
              (
                (
                  CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                ) + (
                  CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
              ) * 1000
            ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
          ) - 48600000
          ELSE LEAST(
            14400000,
            (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                      CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
            ) IS NULL
            THEN (
              (
                (
                  (
                    CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                  ) + (
                    CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                  ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                ) * 1000
              ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
            ) - 48600000
            ELSE LEAST(
              14400000,
              (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t42"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t42"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
            )
          END
        )
      END AS "now_tick",
      CAST("t42"."as_of" + TO_SECONDS(28800) AS DATE) AS "now_tick_day"
    FROM (
      SELECT
        "t41"."flow_id",
        "t41"."contract_no",
        "t41"."title",
        "t41"."department",
        "t41"."bank_name",
        "t41"."party",
        "t41"."applied_at",
        "t41"."online",
        "t41"."pages",
        "t41"."draft_hash",
        "t41"."archive_due_on",
        "t41"."moved_at",
        "t41"."returns",
        "t41"."returns_late",
        "t41"."resends",
        "t41"."archived_at",
        "t41"."milestone",
        "t41"."finding",
        "t41"."as_of",
        "t41"."applied_tick",
        "t41"."archived_tick",
        "t23"."moved_tick_before" + CASE WHEN "t23"."moved_tick_worked" > 0 THEN "t41"."moved_tick" ELSE 0 END AS "moved_tick"
      FROM (
        SELECT
          "t39"."flow_id",
          "t39"."contract_no",
          "t39"."title",
          "t39"."department",
          "t39"."bank_name",
          "t39"."party",
          "t39"."applied_at",
          "t39"."online",
          "t39"."pages",
          "t39"."draft_hash",
          "t39"."archive_due_on",
          "t39"."moved_at",
          "t39"."returns",
          "t39"."returns_late",
          "t39"."resends",
          "t39"."archived_at",
          "t39"."milestone",
          "t39"."finding",
          "t39"."as_of",
          "t39"."applied_tick",
          "t39"."archived_tick",
          CASE
            WHEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
                ELSE LEAST(
                  12600000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                        CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
                ELSE LEAST(
                  14400000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t39"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t39"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                )
              END
            )
          END AS "moved_tick",
          CAST("t39"."moved_at" + TO_SECONDS(28800) AS DATE) AS "moved_tick_day"
        FROM (
          SELECT
            "t38"."flow_id",
            "t38"."contract_no",
            "t38"."title",
            "t38"."department",
            "t38"."bank_name",
            "t38"."party",
            "t38"."applied_at",
            "t38"."online",
            "t38"."pages",
            "t38"."draft_hash",
            "t38"."archive_due_on",
            "t38"."moved_at",
            "t38"."returns",
            "t38"."returns_late",
            "t38"."resends",
            "t38"."archived_at",
            "t38"."milestone",
            "t38"."finding",
            "t38"."as_of",
            "t38"."applied_tick",
            "t24"."archived_tick_before" + CASE WHEN "t24"."archived_tick_worked" > 0 THEN "t38"."archived_tick" ELSE 0 END AS "archived_tick"
          FROM (
            SELECT
              "t36"."flow_id",
              "t36"."contract_no",
              "t36"."title",
              "t36"."department",
              "t36"."bank_name",
              "t36"."party",
              "t36"."applied_at",
              "t36"."online",
              "t36"."pages",
              "t36"."draft_hash",
              "t36"."archive_due_on",
              "t36"."moved_at",
              "t36"."returns",
              "t36"."returns_late",
              "t36"."resends",
              "t36"."archived_at",
              "t36"."milestone",
              "t36"."finding",
              "t36"."as_of",
              "t36"."applied_tick",
              CASE
                WHEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                  ELSE LEAST(
                    12600000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  )
                END IS NULL
                THEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                  ELSE LEAST(
                    12600000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                              CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                    ) IS NULL
                    THEN (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                    ELSE LEAST(
                      12600000,
                      (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                            CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                  ELSE LEAST(
                    14400000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  )
                END IS NULL
                THEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                  ELSE LEAST(
                    14400000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                              CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                    ) IS NULL
                    THEN (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                    ELSE LEAST(
                      14400000,
                      (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t36"."archived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t36"."archived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                    )
                  END
                )
              END AS "archived_tick",
              CAST("t36"."archived_at" + TO_SECONDS(28800) AS DATE) AS "archived_tick_day"
            FROM (
              SELECT
                "t35"."flow_id",
                "t35"."contract_no",
                "t35"."title",
                "t35"."department",
                "t35"."bank_name",
                "t35"."party",
                "t35"."applied_at",
                "t35"."online",
                "t35"."pages",
                "t35"."draft_hash",
                "t35"."archive_due_on",
                "t35"."moved_at",
                "t35"."returns",
                "t35"."returns_late",
                "t35"."resends",
                "t35"."archived_at",
                "t35"."milestone",
                "t35"."finding",
                "t35"."as_of",
                "t25"."applied_tick_before" + CASE WHEN "t25"."applied_tick_worked" > 0 THEN "t35"."applied_tick" ELSE 0 END AS "applied_tick"
              FROM (
                SELECT
                  "t33"."flow_id",
                  "t33"."contract_no",
                  "t33"."title",
                  "t33"."department",
                  "t33"."bank_name",
                  "t33"."party",
                  "t33"."applied_at",
                  "t33"."online",
                  "t33"."pages",
                  "t33"."draft_hash",
                  "t33"."archive_due_on",
                  "t33"."moved_at",
                  "t33"."returns",
                  "t33"."returns_late",
                  "t33"."resends",
                  "t33"."archived_at",
                  "t33"."milestone",
                  "t33"."finding",
                  "t33"."as_of",
                  CASE
                    WHEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                      ELSE LEAST(
                        12600000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      )
                    END IS NULL
                    THEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                      ELSE LEAST(
                        12600000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                  CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 30600000
                        ) IS NULL
                        THEN (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                        ELSE LEAST(
                          12600000,
                          (
                            (
                              (
                                (
                                  CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                      ELSE LEAST(
                        14400000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      )
                    END IS NULL
                    THEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                      ELSE LEAST(
                        14400000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                  CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 48600000
                        ) IS NULL
                        THEN (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                        ELSE LEAST(
                          14400000,
                          (
                            (
                              (
                                (
                                  CAST(EXTRACT(hour FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t33"."applied_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."applied_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 48600000
                        )
                      END
                    )
                  END AS "applied_tick",
                  CAST("t33"."applied_at" + TO_SECONDS(28800) AS DATE) AS "applied_tick_day"
                FROM (
                  SELECT
                    "t32"."flow_id",
                    "t32"."contract_no",
                    "t32"."title",
                    "t32"."department",
                    "t32"."bank_name",
                    "t32"."party",
                    "t32"."applied_at",
                    "t32"."online",
                    "t32"."pages",
                    "t32"."draft_hash",
                    "t32"."archive_due_on",
                    "t32"."moved_at",
                    "t32"."returns",
                    "t32"."returns_late",
                    "t32"."resends",
                    "t32"."archived_at",
                    "t32"."milestone",
                    "t32"."finding",
                    "t12"."as_of"
                  FROM (
                    SELECT
                      "t30".*
                      EXCLUDE ("flow_id_right")
                    FROM (
                      SELECT
                        "t8"."flow_id",
                        "t8"."contract_no",
                        "t8"."title",
                        "t8"."department",
                        "t8"."bank_name",
                        "t8"."party",
                        "t8"."applied_at",
                        "t8"."online",
                        "t8"."pages",
                        "t8"."draft_hash",
                        "t8"."archive_due_on",
                        "t26"."moved_at",
                        "t26"."returns",
                        "t26"."returns_late",
                        "t26"."resends",
                        "t26"."archived_at",
                        "t29"."milestone",
                        "t27"."flow_id" AS "flow_id_right",
                        "t27"."finding"
                      FROM (
                        SELECT
                          *
                        FROM "process"."econtract" AS "t1"
                        WHERE
                          "t1"."applied_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                      ) AS "t8"
                      INNER JOIN (
                        SELECT
                          "t9"."flow_id",
                          MAX("t9"."at") AS "moved_at",
                          COUNT(*) FILTER(WHERE
                            "t9"."action" = 'return') AS "returns",
                          COUNT(*) FILTER(WHERE
                            (
                              "t9"."action" = 'return'
                            )
                            AND (
                              CASE
                                WHEN "t9"."milestone" = 'applied'
                                THEN 0
                                WHEN "t9"."milestone" = 'department'
                                THEN 1
                                WHEN "t9"."milestone" = 'legal'
                                THEN 2
                                WHEN "t9"."milestone" = 'procurement'
                                THEN 3
                                WHEN "t9"."milestone" = 'seal_authority'
                                THEN 4
                                WHEN "t9"."milestone" = 'invited'
                                THEN 5
                                WHEN "t9"."milestone" = 'vendor_signed'
                                THEN 6
                                WHEN "t9"."milestone" = 'bank_sealed'
                                THEN 7
                                WHEN "t9"."milestone" = 'archived'
                                THEN 8
                                ELSE -1
                              END > 3
                            )) AS "returns_late",
                          COUNT(*) FILTER(WHERE
                            "t9"."action" = 'resend') AS "resends",
                          MAX("t9"."at") FILTER(WHERE
                            (
                              "t9"."milestone" = 'archived'
                            ) AND (
                              "t9"."action" = 'pass'
                            )) AS "archived_at"
                        FROM "t6" AS "t9"
                        GROUP BY
                          1
                      ) AS "t26"
                        ON "t8"."flow_id" = "t26"."flow_id"
                      INNER JOIN (
                        SELECT
                          "t15"."flow_id",
                          "t15"."milestone"
                        FROM (
                          SELECT
                            "t9"."flow_id",
                            "t9"."seq",
                            "t9"."milestone",
                            "t9"."at",
                            "t9"."action",
                            "t9"."returned_to",
                            ROW_NUMBER() OVER (
                              PARTITION BY "t9"."flow_id"
                              ORDER BY "t9"."at" ASC, "t9"."seq" ASC
                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                            ) - 1 AS "nth",
                            COUNT(*) OVER (
                              PARTITION BY "t9"."flow_id"
                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                            ) AS "many"
                          FROM "t6" AS "t9"
                        ) AS "t15"
                        WHERE
                          "t15"."nth" = (
                            "t15"."many" - 1
                          )
                      ) AS "t29"
                        ON "t8"."flow_id" = "t29"."flow_id"
                      LEFT OUTER JOIN (
                        SELECT
                          "t13"."flow_id",
                          "t13"."finding"
                        FROM (
                          SELECT
                            "t7"."signature_id",
                            "t7"."flow_id",
                            "t7"."side",
                            "t7"."expected",
                            "t7"."seal_name",
                            "t7"."subject",
                            "t7"."signed_at",
                            "t7"."signed_on",
                            "t7"."seal_differs",
                            "t7"."subject_differs",
                            "t7"."unknown",
                            "t7"."expired",
                            "t7"."revoked",
                            "t7"."altered",
                            "t7"."attempt",
                            "t7"."passed",
                            "t7"."finding",
                            ROW_NUMBER() OVER (
                              PARTITION BY "t7"."flow_id"
                              ORDER BY "t7"."signed_at" DESC, "t7"."signature_id" DESC
                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                            ) - 1 AS "nth"
                          FROM (
                            SELECT
                              *
                            FROM "process"."seal_check" AS "t3"
                            WHERE
                              "t3"."signed_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                          ) AS "t7"
                        ) AS "t13"
                        WHERE
                          "t13"."nth" = 0 AND NOT (
                            "t13"."passed"
                          )
                      ) AS "t27"
                        ON "t8"."flow_id" = "t27"."flow_id"
                    ) AS "t30"
                  ) AS "t32"
                  CROSS JOIN (
                    SELECT
                      MAX("t9"."at") AS "as_of"
                    FROM "t6" AS "t9"
                  ) AS "t12"
                ) AS "t33"
              ) AS "t35"
              LEFT OUTER JOIN (
                SELECT
                  "t14"."day" AS "applied_tick_day",
                  "t14"."worked" AS "applied_tick_worked",
                  "t14"."before" AS "applied_tick_before"
                FROM "t11" AS "t14"
              ) AS "t25"
                ON "t35"."applied_tick_day" = "t25"."applied_tick_day"
            ) AS "t36"
          ) AS "t38"
          LEFT OUTER JOIN (
            SELECT
              "t14"."day" AS "archived_tick_day",
              "t14"."worked" AS "archived_tick_worked",
              "t14"."before" AS "archived_tick_before"
            FROM "t11" AS "t14"
          ) AS "t24"
            ON "t38"."archived_tick_day" = "t24"."archived_tick_day"
        ) AS "t39"
      ) AS "t41"
      LEFT OUTER JOIN (
        SELECT
          "t14"."day" AS "moved_tick_day",
          "t14"."worked" AS "moved_tick_worked",
          "t14"."before" AS "moved_tick_before"
        FROM "t11" AS "t14"
      ) AS "t23"
        ON "t41"."moved_tick_day" = "t23"."moved_tick_day"
    ) AS "t42"
  ) AS "t44"
  LEFT OUTER JOIN (
    SELECT
      "t14"."day" AS "now_tick_day",
      "t14"."worked" AS "now_tick_worked",
      "t14"."before" AS "now_tick_before"
    FROM "t11" AS "t14"
  ) AS "t22"
    ON "t44"."now_tick_day" = "t22"."now_tick_day"
) AS "t45"
ORDER BY
  "t45"."flow_id" ASC
