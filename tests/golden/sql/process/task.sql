WITH "t25" AS (
  SELECT
    "t12"."day",
    "t12"."worked",
    SUM("t12"."worked") OVER (ORDER BY "t12"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - "t12"."worked" AS "before"
  FROM (
    SELECT
      "t0"."day",
      CASE WHEN "t0"."is_workday" THEN 27000000 ELSE 0 END AS "worked"
    FROM "bank"."calendar" AS "t0"
  ) AS "t12"
)
SELECT
  "t66"."instance_id",
  "t66"."seq",
  "t66"."process",
  "t66"."node",
  "t66"."department",
  "t66"."handler_id",
  "t66"."handler",
  "t66"."arrived_at",
  "t66"."opened_at",
  "t66"."decided_at",
  "t66"."action",
  "t66"."reason",
  "t66"."after",
  "t66"."place",
  "t66"."visit",
  "t66"."backwards",
  "t66"."sent_back",
  COALESCE("t66"."decided_at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC'), FALSE) AS "decided",
  NOT (
    "t66"."decided_at" IS NOT NULL
  ) AND NOT (
    "t66"."ended"
  ) AS "pending",
  "t66"."on_behalf_of" IS NOT NULL AS "delegated",
  COALESCE("t66"."away", FALSE) AS "away",
  CASE
    WHEN CAST(FLOOR(
      (
        COALESCE("t66"."seen_tick", "t66"."end_tick") - "t66"."came_tick"
      ) / (
        1000
      )
    ) AS BIGINT) IS NULL
    THEN CAST(FLOOR(
      (
        COALESCE("t66"."seen_tick", "t66"."end_tick") - "t66"."came_tick"
      ) / (
        1000
      )
    ) AS BIGINT)
    ELSE GREATEST(
      0,
      CAST(FLOOR(
        (
          COALESCE("t66"."seen_tick", "t66"."end_tick") - "t66"."came_tick"
        ) / (
          1000
        )
      ) AS BIGINT)
    )
  END AS "wait_seconds",
  CASE
    WHEN "t66"."decided_at" IS NOT NULL
    THEN CASE
      WHEN CAST(FLOOR((
        "t66"."end_tick" - "t66"."seen_tick"
      ) / (
        1000
      )) AS BIGINT) IS NULL
      THEN CAST(FLOOR((
        "t66"."end_tick" - "t66"."seen_tick"
      ) / (
        1000
      )) AS BIGINT)
      ELSE GREATEST(0, CAST(FLOOR((
        "t66"."end_tick" - "t66"."seen_tick"
      ) / (
        1000
      )) AS BIGINT))
    END
    ELSE NULL
  END AS "touch_seconds",
  CASE
    WHEN CAST(FLOOR((
      "t66"."end_tick" - "t66"."came_tick"
    ) / (
      1000
    )) AS BIGINT) IS NULL
    THEN CAST(FLOOR((
      "t66"."end_tick" - "t66"."came_tick"
    ) / (
      1000
    )) AS BIGINT)
    ELSE GREATEST(0, CAST(FLOOR((
      "t66"."end_tick" - "t66"."came_tick"
    ) / (
      1000
    )) AS BIGINT))
  END AS "dwell_seconds",
  CAST(FLOOR(EPOCH(CAST("t66"."until" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t66"."arrived_at" AS TIMESTAMP))) AS BIGINT) AS "natural_seconds",
  "t66"."allowed" AS "sla_seconds",
  COALESCE(
    CASE
      WHEN CAST(FLOOR((
        "t66"."end_tick" - "t66"."came_tick"
      ) / (
        1000
      )) AS BIGINT) IS NULL
      THEN CAST(FLOOR((
        "t66"."end_tick" - "t66"."came_tick"
      ) / (
        1000
      )) AS BIGINT)
      ELSE GREATEST(0, CAST(FLOOR((
        "t66"."end_tick" - "t66"."came_tick"
      ) / (
        1000
      )) AS BIGINT))
    END > "t66"."allowed",
    FALSE
  ) AS "overdue",
  COALESCE(
    CASE
      WHEN CAST(FLOOR(
        (
          COALESCE("t66"."seen_tick", "t66"."end_tick") - "t66"."came_tick"
        ) / (
          1000
        )
      ) AS BIGINT) IS NULL
      THEN CAST(FLOOR(
        (
          COALESCE("t66"."seen_tick", "t66"."end_tick") - "t66"."came_tick"
        ) / (
          1000
        )
      ) AS BIGINT)
      ELSE GREATEST(
        0,
        CAST(FLOOR(
          (
            COALESCE("t66"."seen_tick", "t66"."end_tick") - "t66"."came_tick"
          ) / (
            1000
          )
        ) AS BIGINT)
      )
    END > 27000,
    FALSE
  ) AS "unread",
  COALESCE(
    "t66"."amount_bearing"
    AND (
      (
        CAST(FLOOR(EPOCH(CAST("t66"."decided_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t66"."opened_at" AS TIMESTAMP))) AS BIGINT)
      ) < 5
    ),
    FALSE
  ) AS "instant",
  "t66"."amount_bearing" AS "bears_amount",
  (
    "t66"."decided_at" IS NOT NULL
  )
  AND COALESCE(
    NOT (
      COALESCE("t66"."works", TRUE)
    )
    OR (
      (
        (
          (
            CAST(EXTRACT(hour FROM "t66"."decided_at" + TO_SECONDS(28800)) AS BIGINT) * 60
          ) + CAST(EXTRACT(minute FROM "t66"."decided_at" + TO_SECONDS(28800)) AS BIGINT)
        ) < 510
      )
      OR (
        (
          (
            CAST(EXTRACT(hour FROM "t66"."decided_at" + TO_SECONDS(28800)) AS BIGINT) * 60
          ) + CAST(EXTRACT(minute FROM "t66"."decided_at" + TO_SECONDS(28800)) AS BIGINT)
        ) >= 1050
      )
    ),
    FALSE
  ) AS "off_hours",
  COALESCE((
    "t66"."decided_at" IS NOT NULL
  ) AND (
    "t66"."channel" = 'mobile'
  ), FALSE) AS "mobile",
  CAST("t66"."as_of" AS TIMESTAMPTZ) AS "as_of"
FROM (
  SELECT
    "t65"."instance_id",
    "t65"."seq",
    "t65"."node",
    "t65"."department",
    "t65"."handler_id",
    "t65"."arrived_at",
    "t65"."opened_at",
    "t65"."decided_at",
    "t65"."action",
    "t65"."returned_to",
    "t65"."reason",
    "t65"."channel",
    "t65"."on_behalf_of",
    "t65"."period",
    "t65"."type_id",
    "t65"."process",
    "t65"."amount_bearing",
    "t65"."ended",
    "t65"."place",
    "t65"."allowed",
    "t65"."after",
    "t65"."came",
    "t65"."backwards",
    "t65"."visit",
    "t65"."sent_back",
    "t65"."as_of",
    "t65"."handler",
    "t65"."until",
    "t65"."away",
    "t65"."came_tick",
    "t65"."seen_tick",
    "t65"."end_tick",
    "t65"."decided_on",
    "t11"."decided_on" AS "decided_on_right",
    "t11"."works"
  FROM (
    SELECT
      "t63"."instance_id",
      "t63"."seq",
      "t63"."node",
      "t63"."department",
      "t63"."handler_id",
      "t63"."arrived_at",
      "t63"."opened_at",
      "t63"."decided_at",
      "t63"."action",
      "t63"."returned_to",
      "t63"."reason",
      "t63"."channel",
      "t63"."on_behalf_of",
      "t63"."period",
      "t63"."type_id",
      "t63"."process",
      "t63"."amount_bearing",
      "t63"."ended",
      "t63"."place",
      "t63"."allowed",
      "t63"."after",
      "t63"."came",
      "t63"."backwards",
      "t63"."visit",
      "t63"."sent_back",
      "t63"."as_of",
      "t63"."handler",
      "t63"."until",
      "t63"."away",
      "t63"."came_tick",
      "t63"."seen_tick",
      "t63"."end_tick",
      CAST("t63"."decided_at" + TO_SECONDS(28800) AS DATE) AS "decided_on"
    FROM (
      SELECT
        "t62"."instance_id",
        "t62"."seq",
        "t62"."node",
        "t62"."department",
        "t62"."handler_id",
        "t62"."arrived_at",
        "t62"."opened_at",
        "t62"."decided_at",
        "t62"."action",
        "t62"."returned_to",
        "t62"."reason",
        "t62"."channel",
        "t62"."on_behalf_of",
        "t62"."period",
        "t62"."type_id",
        "t62"."process",
        "t62"."amount_bearing",
        "t62"."ended",
        "t62"."place",
        "t62"."allowed",
        "t62"."after",
        "t62"."came",
        "t62"."backwards",
        "t62"."visit",
        "t62"."sent_back",
        "t62"."as_of",
        "t62"."handler",
        "t62"."until",
        "t62"."away",
        "t62"."came_tick",
        "t62"."seen_tick",
        "t33"."end_tick_before" + CASE WHEN "t33"."end_tick_worked" > 0 THEN "t62"."end_tick" ELSE 0 END AS "end_tick"
      FROM (
        SELECT
          "t60"."instance_id",
          "t60"."seq",
          "t60"."node",
          "t60"."department",
          "t60"."handler_id",
          "t60"."arrived_at",
          "t60"."opened_at",
          "t60"."decided_at",
          "t60"."action",
          "t60"."returned_to",
          "t60"."reason",
          "t60"."channel",
          "t60"."on_behalf_of",
          "t60"."period",
          "t60"."type_id",
          "t60"."process",
          "t60"."amount_bearing",
          "t60"."ended",
          "t60"."place",
          "t60"."allowed",
          "t60"."after",
          "t60"."came",
          "t60"."backwards",
          "t60"."visit",
          "t60"."sent_back",
          "t60"."as_of",
          "t60"."handler",
          "t60"."until",
          "t60"."away",
          "t60"."came_tick",
          "t60"."seen_tick",
          CASE
            WHEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
                ELSE LEAST(
                  12600000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                        CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
                ELSE LEAST(
                  14400000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t60"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t60"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                )
              END
            )
          END AS "end_tick",
          CAST("t60"."until" + TO_SECONDS(28800) AS DATE) AS "end_tick_day"
        FROM (
          SELECT
            "t59"."instance_id",
            "t59"."seq",
            "t59"."node",
            "t59"."department",
            "t59"."handler_id",
            "t59"."arrived_at",
            "t59"."opened_at",
            "t59"."decided_at",
            "t59"."action",
            "t59"."returned_to",
            "t59"."reason",
            "t59"."channel",
            "t59"."on_behalf_of",
            "t59"."period",
            "t59"."type_id",
            "t59"."process",
            "t59"."amount_bearing",
            "t59"."ended",
            "t59"."place",
            "t59"."allowed",
            "t59"."after",
            "t59"."came",
            "t59"."backwards",
            "t59"."visit",
            "t59"."sent_back",
            "t59"."as_of",
            "t59"."handler",
            "t59"."until",
            "t59"."away",
            "t59"."came_tick",
            "t34"."seen_tick_before" + CASE WHEN "t34"."seen_tick_worked" > 0 THEN "t59"."seen_tick" ELSE 0 END AS "seen_tick"
          FROM (
            SELECT
              "t57"."instance_id",
              "t57"."seq",
              "t57"."node",
              "t57"."department",
              "t57"."handler_id",
              "t57"."arrived_at",
              "t57"."opened_at",
              "t57"."decided_at",
              "t57"."action",
              "t57"."returned_to",
              "t57"."reason",
              "t57"."channel",
              "t57"."on_behalf_of",
              "t57"."period",
              "t57"."type_id",
              "t57"."process",
              "t57"."amount_bearing",
              "t57"."ended",
              "t57"."place",
              "t57"."allowed",
              "t57"."after",
              "t57"."came",
              "t57"."backwards",
              "t57"."visit",
              "t57"."sent_back",
              "t57"."as_of",
              "t57"."handler",
              "t57"."until",
              "t57"."away",
              "t57"."came_tick",
              CASE
                WHEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                  ELSE LEAST(
                    12600000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  )
                END IS NULL
                THEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                  ELSE LEAST(
                    12600000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                              CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                    ) IS NULL
                    THEN (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                    ELSE LEAST(
                      12600000,
                      (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                            CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                  ELSE LEAST(
                    14400000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  )
                END IS NULL
                THEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                  ELSE LEAST(
                    14400000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                              CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                    ) IS NULL
                    THEN (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                    ELSE LEAST(
                      14400000,
                      (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t57"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t57"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                    )
                  END
                )
              END AS "seen_tick",
              CAST("t57"."opened_at" + TO_SECONDS(28800) AS DATE) AS "seen_tick_day"
            FROM (
              SELECT
                "t56"."instance_id",
                "t56"."seq",
                "t56"."node",
                "t56"."department",
                "t56"."handler_id",
                "t56"."arrived_at",
                "t56"."opened_at",
                "t56"."decided_at",
                "t56"."action",
                "t56"."returned_to",
                "t56"."reason",
                "t56"."channel",
                "t56"."on_behalf_of",
                "t56"."period",
                "t56"."type_id",
                "t56"."process",
                "t56"."amount_bearing",
                "t56"."ended",
                "t56"."place",
                "t56"."allowed",
                "t56"."after",
                "t56"."came",
                "t56"."backwards",
                "t56"."visit",
                "t56"."sent_back",
                "t56"."as_of",
                "t56"."handler",
                "t56"."until",
                "t56"."away",
                "t35"."came_tick_before" + CASE WHEN "t35"."came_tick_worked" > 0 THEN "t56"."came_tick" ELSE 0 END AS "came_tick"
              FROM (
                SELECT
                  "t54"."instance_id",
                  "t54"."seq",
                  "t54"."node",
                  "t54"."department",
                  "t54"."handler_id",
                  "t54"."arrived_at",
                  "t54"."opened_at",
                  "t54"."decided_at",
                  "t54"."action",
                  "t54"."returned_to",
                  "t54"."reason",
                  "t54"."channel",
                  "t54"."on_behalf_of",
                  "t54"."period",
                  "t54"."type_id",
                  "t54"."process",
                  "t54"."amount_bearing",
                  "t54"."ended",
                  "t54"."place",
                  "t54"."allowed",
                  "t54"."after",
                  "t54"."came",
                  "t54"."backwards",
                  "t54"."visit",
                  "t54"."sent_back",
                  "t54"."as_of",
                  "t54"."handler",
                  "t54"."until",
                  "t54"."away",
                  CASE
                    WHEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                      ELSE LEAST(
                        12600000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      )
                    END IS NULL
                    THEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                      ELSE LEAST(
                        12600000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                  CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 30600000
                        ) IS NULL
                        THEN (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                        ELSE LEAST(
                          12600000,
                          (
                            (
                              (
                                (
                                  CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                      ELSE LEAST(
                        14400000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      )
                    END IS NULL
                    THEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                      ELSE LEAST(
                        14400000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                  CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 48600000
                        ) IS NULL
                        THEN (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                        ELSE LEAST(
                          14400000,
                          (
                            (
                              (
                                (
                                  CAST(EXTRACT(hour FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t54"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t54"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 48600000
                        )
                      END
                    )
                  END AS "came_tick",
                  CAST("t54"."arrived_at" + TO_SECONDS(28800) AS DATE) AS "came_tick_day"
                FROM (
                  SELECT
                    "t53".*
                    EXCLUDE ("instance_id_right", "seq_right")
                  FROM (
                    SELECT
                      "t52"."instance_id",
                      "t52"."seq",
                      "t52"."node",
                      "t52"."department",
                      "t52"."handler_id",
                      "t52"."arrived_at",
                      "t52"."opened_at",
                      "t52"."decided_at",
                      "t52"."action",
                      "t52"."returned_to",
                      "t52"."reason",
                      "t52"."channel",
                      "t52"."on_behalf_of",
                      "t52"."period",
                      "t52"."type_id",
                      "t52"."process",
                      "t52"."amount_bearing",
                      "t52"."ended",
                      "t52"."place",
                      "t52"."allowed",
                      "t52"."after",
                      "t52"."came",
                      "t52"."backwards",
                      "t52"."visit",
                      "t52"."sent_back",
                      "t52"."as_of",
                      "t52"."handler",
                      "t52"."until",
                      "t46"."instance_id" AS "instance_id_right",
                      "t46"."seq" AS "seq_right",
                      "t46"."away"
                    FROM (
                      SELECT
                        "t50"."instance_id",
                        "t50"."seq",
                        "t50"."node",
                        "t50"."department",
                        "t50"."handler_id",
                        "t50"."arrived_at",
                        "t50"."opened_at",
                        "t50"."decided_at",
                        "t50"."action",
                        "t50"."returned_to",
                        "t50"."reason",
                        "t50"."channel",
                        "t50"."on_behalf_of",
                        "t50"."period",
                        "t50"."type_id",
                        "t50"."process",
                        "t50"."amount_bearing",
                        "t50"."ended",
                        "t50"."place",
                        "t50"."allowed",
                        "t50"."after",
                        "t50"."came",
                        "t50"."backwards",
                        "t50"."visit",
                        "t50"."sent_back",
                        "t50"."as_of",
                        "t50"."handler",
                        COALESCE("t50"."decided_at", "t50"."as_of") AS "until"
                      FROM (
                        SELECT
                          "t49".*
                          EXCLUDE ("handler_id_right")
                        FROM (
                          SELECT
                            "t48"."instance_id",
                            "t48"."seq",
                            "t48"."node",
                            "t48"."department",
                            "t48"."handler_id",
                            "t48"."arrived_at",
                            "t48"."opened_at",
                            "t48"."decided_at",
                            "t48"."action",
                            "t48"."returned_to",
                            "t48"."reason",
                            "t48"."channel",
                            "t48"."on_behalf_of",
                            "t48"."period",
                            "t48"."type_id",
                            "t48"."process",
                            "t48"."amount_bearing",
                            "t48"."ended",
                            "t48"."place",
                            "t48"."allowed",
                            "t48"."after",
                            "t48"."came",
                            "t48"."backwards",
                            "t48"."visit",
                            "t48"."sent_back",
                            "t31"."as_of",
                            "t13"."handler_id" AS "handler_id_right",
                            "t13"."handler"
                          FROM (
                            SELECT
                              "t43"."instance_id",
                              "t43"."seq",
                              "t43"."node",
                              "t43"."department",
                              "t43"."handler_id",
                              "t43"."arrived_at",
                              "t43"."opened_at",
                              "t43"."decided_at",
                              "t43"."action",
                              "t43"."returned_to",
                              "t43"."reason",
                              "t43"."channel",
                              "t43"."on_behalf_of",
                              "t43"."period",
                              "t43"."type_id",
                              "t43"."process",
                              "t43"."amount_bearing",
                              "t43"."ended",
                              "t43"."place",
                              "t43"."allowed",
                              "t43"."after",
                              "t43"."came",
                              "t43"."backwards",
                              SUM("t43"."came") OVER (
                                PARTITION BY "t43"."instance_id", "t43"."node"
                                ORDER BY "t43"."arrived_at" ASC, "t43"."seq" ASC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                              ) AS "visit",
                              COALESCE(
                                LEAD("t43"."came" = 1) OVER (
                                  PARTITION BY "t43"."instance_id", "t43"."node"
                                  ORDER BY "t43"."arrived_at" ASC, "t43"."seq" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                )
                                AND LEAD("t43"."after" = 'return') OVER (
                                  PARTITION BY "t43"."instance_id", "t43"."node"
                                  ORDER BY "t43"."arrived_at" ASC, "t43"."seq" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                ),
                                FALSE
                              ) AS "sent_back"
                            FROM (
                              SELECT
                                "t39"."instance_id",
                                "t39"."seq",
                                "t39"."node",
                                "t39"."department",
                                "t39"."handler_id",
                                "t39"."arrived_at",
                                "t39"."opened_at",
                                "t39"."decided_at",
                                "t39"."action",
                                "t39"."returned_to",
                                "t39"."reason",
                                "t39"."channel",
                                "t39"."on_behalf_of",
                                "t39"."period",
                                "t39"."type_id",
                                "t39"."process",
                                "t39"."amount_bearing",
                                "t39"."ended",
                                "t39"."place",
                                "t39"."allowed",
                                LAG("t39"."action") OVER (
                                  PARTITION BY "t39"."instance_id"
                                  ORDER BY "t39"."arrived_at" ASC, "t39"."seq" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                ) AS "after",
                                CAST(COALESCE(
                                  "t39"."node" <> LAG("t39"."node") OVER (
                                    PARTITION BY "t39"."instance_id"
                                    ORDER BY "t39"."arrived_at" ASC, "t39"."seq" ASC
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                  ),
                                  TRUE
                                ) AS BIGINT) AS "came",
                                COALESCE(
                                  "t39"."place" < LAG("t39"."place") OVER (
                                    PARTITION BY "t39"."instance_id"
                                    ORDER BY "t39"."arrived_at" ASC, "t39"."seq" ASC
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                  ),
                                  FALSE
                                ) AS "backwards"
                              FROM (
                                SELECT
                                  "t38".*
                                  EXCLUDE ("type_id_right", "node_right")
                                FROM (
                                  SELECT
                                    "t23"."instance_id",
                                    "t23"."seq",
                                    "t23"."node",
                                    "t23"."department",
                                    "t23"."handler_id",
                                    "t23"."arrived_at",
                                    "t23"."opened_at",
                                    "t23"."decided_at",
                                    "t23"."action",
                                    "t23"."returned_to",
                                    "t23"."reason",
                                    "t23"."channel",
                                    "t23"."on_behalf_of",
                                    "t23"."period",
                                    "t36"."type_id",
                                    "t36"."process",
                                    "t36"."amount_bearing",
                                    "t36"."ended",
                                    "t17"."type_id" AS "type_id_right",
                                    "t17"."node" AS "node_right",
                                    "t17"."place",
                                    "t17"."allowed"
                                  FROM (
                                    SELECT
                                      "t2"."instance_id",
                                      "t2"."seq",
                                      "t2"."node",
                                      "t2"."department",
                                      "t2"."handler_id",
                                      "t2"."arrived_at",
                                      CASE
                                        WHEN "t2"."opened_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                        THEN "t2"."opened_at"
                                        ELSE NULL
                                      END AS "opened_at",
                                      CASE
                                        WHEN "t2"."decided_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                        THEN "t2"."decided_at"
                                        ELSE NULL
                                      END AS "decided_at",
                                      CASE
                                        WHEN CASE
                                          WHEN "t2"."decided_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                          THEN "t2"."decided_at"
                                          ELSE NULL
                                        END IS NOT NULL
                                        THEN "t2"."action"
                                        ELSE NULL
                                      END AS "action",
                                      "t2"."returned_to",
                                      CASE
                                        WHEN CASE
                                          WHEN "t2"."decided_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                          THEN "t2"."decided_at"
                                          ELSE NULL
                                        END IS NOT NULL
                                        THEN "t2"."reason"
                                        ELSE NULL
                                      END AS "reason",
                                      "t2"."channel",
                                      "t2"."on_behalf_of",
                                      "t2"."period"
                                    FROM "process"."step" AS "t2"
                                    WHERE
                                      "t2"."arrived_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                      AND NOT (
                                        COALESCE("t2"."action" IN ('withdraw', 'urge'), FALSE)
                                      )
                                  ) AS "t23"
                                  INNER JOIN (
                                    SELECT
                                      "t24"."instance_id",
                                      "t24"."type_id",
                                      "t16"."process",
                                      "t16"."amount_bearing",
                                      "t24"."ended_at" IS NOT NULL AS "ended"
                                    FROM (
                                      SELECT
                                        "t5"."instance_id",
                                        "t5"."type_id",
                                        "t5"."title",
                                        "t5"."department",
                                        "t5"."initiator_id",
                                        "t5"."started_at",
                                        CASE
                                          WHEN "t5"."ended_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                          THEN "t5"."ended_at"
                                          ELSE NULL
                                        END AS "ended_at",
                                        CASE
                                          WHEN CASE
                                            WHEN "t5"."ended_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                            THEN "t5"."ended_at"
                                            ELSE NULL
                                          END IS NULL
                                          THEN 'running'
                                          ELSE "t5"."state"
                                        END AS "state",
                                        "t5"."urgent",
                                        "t5"."amount",
                                        "t5"."period"
                                      FROM "process"."instance" AS "t5"
                                      WHERE
                                        "t5"."started_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                        AND (
                                          (
                                            "t5"."ended_at" IS NULL
                                          )
                                          OR (
                                            "t5"."ended_at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC')
                                          )
                                        )
                                    ) AS "t24"
                                    INNER JOIN (
                                      SELECT
                                        "t6"."type_id",
                                        "t6"."amount_bearing",
                                        "t6"."name" AS "process"
                                      FROM "process"."type" AS "t6"
                                    ) AS "t16"
                                      ON "t24"."type_id" = "t16"."type_id"
                                  ) AS "t36"
                                    ON "t23"."instance_id" = "t36"."instance_id"
                                  LEFT OUTER JOIN (
                                    SELECT
                                      "t4"."type_id",
                                      "t4"."node",
                                      "t4"."place",
                                      "t4"."sla_minutes" * 60 AS "allowed"
                                    FROM "process"."node" AS "t4"
                                  ) AS "t17"
                                    ON "t36"."type_id" = "t17"."type_id" AND "t23"."node" = "t17"."node"
                                ) AS "t38"
                              ) AS "t39"
                            ) AS "t43"
                          ) AS "t48"
                          CROSS JOIN (
                            SELECT
                              COALESCE(
                                LEAST("t19"."last", MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')),
                                MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                              ) AS "as_of"
                            FROM (
                              SELECT
                                GREATEST(
                                  MAX("t2"."arrived_at"),
                                  MAX(
                                    CASE
                                      WHEN "t2"."decided_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                      THEN "t2"."decided_at"
                                      ELSE NULL
                                    END
                                  )
                                ) AS "last"
                              FROM "process"."step" AS "t2"
                            ) AS "t19"
                          ) AS "t31"
                          LEFT OUTER JOIN (
                            SELECT
                              "t1"."handler_id",
                              "t1"."name" AS "handler"
                            FROM "process"."handler" AS "t1"
                          ) AS "t13"
                            ON "t48"."handler_id" = "t13"."handler_id"
                        ) AS "t49"
                      ) AS "t50"
                    ) AS "t52"
                    LEFT OUTER JOIN (
                      SELECT
                        "t44"."instance_id",
                        "t44"."seq",
                        TRUE AS "away"
                      FROM (
                        SELECT DISTINCT
                          *
                        FROM (
                          SELECT
                            "t41"."instance_id",
                            "t41"."seq"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t21"."instance_id",
                                "t21"."seq",
                                "t21"."handler_id",
                                CAST("t21"."arrived_at" + TO_SECONDS(28800) AS DATE) AS "came_on",
                                CAST(COALESCE("t21"."decided_at", "t31"."as_of") + TO_SECONDS(28800) AS DATE) AS "went_on"
                              FROM (
                                SELECT
                                  "t2"."instance_id",
                                  "t2"."seq",
                                  "t2"."handler_id",
                                  "t2"."arrived_at",
                                  CASE
                                    WHEN "t2"."decided_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                    THEN "t2"."decided_at"
                                    ELSE NULL
                                  END AS "decided_at"
                                FROM "process"."step" AS "t2"
                                WHERE
                                  "t2"."arrived_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                  AND NOT (
                                    COALESCE("t2"."action" IN ('withdraw', 'urge'), FALSE)
                                  )
                              ) AS "t21"
                              CROSS JOIN (
                                SELECT
                                  COALESCE(
                                    LEAST("t19"."last", MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')),
                                    MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                  ) AS "as_of"
                                FROM (
                                  SELECT
                                    GREATEST(
                                      MAX("t2"."arrived_at"),
                                      MAX(
                                        CASE
                                          WHEN "t2"."decided_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                          THEN "t2"."decided_at"
                                          ELSE NULL
                                        END
                                      )
                                    ) AS "last"
                                  FROM "process"."step" AS "t2"
                                ) AS "t19"
                              ) AS "t31"
                            ) AS "t37"
                            WHERE
                              "t37"."handler_id" IS NOT NULL
                          ) AS "t41"
                          INNER JOIN (
                            SELECT
                              "t3"."handler_id" AS "absentee",
                              "t3"."from_on",
                              "t3"."to_on"
                            FROM "process"."absence" AS "t3"
                          ) AS "t14"
                            ON "t41"."handler_id" = "t14"."absentee"
                            AND "t41"."came_on" <= "t14"."to_on"
                            AND "t41"."went_on" >= "t14"."from_on"
                        ) AS "t42"
                      ) AS "t44"
                    ) AS "t46"
                      ON "t52"."instance_id" = "t46"."instance_id" AND "t52"."seq" = "t46"."seq"
                  ) AS "t53"
                ) AS "t54"
              ) AS "t56"
              LEFT OUTER JOIN (
                SELECT
                  "t26"."day" AS "came_tick_day",
                  "t26"."worked" AS "came_tick_worked",
                  "t26"."before" AS "came_tick_before"
                FROM "t25" AS "t26"
              ) AS "t35"
                ON "t56"."came_tick_day" = "t35"."came_tick_day"
            ) AS "t57"
          ) AS "t59"
          LEFT OUTER JOIN (
            SELECT
              "t26"."day" AS "seen_tick_day",
              "t26"."worked" AS "seen_tick_worked",
              "t26"."before" AS "seen_tick_before"
            FROM "t25" AS "t26"
          ) AS "t34"
            ON "t59"."seen_tick_day" = "t34"."seen_tick_day"
        ) AS "t60"
      ) AS "t62"
      LEFT OUTER JOIN (
        SELECT
          "t26"."day" AS "end_tick_day",
          "t26"."worked" AS "end_tick_worked",
          "t26"."before" AS "end_tick_before"
        FROM "t25" AS "t26"
      ) AS "t33"
        ON "t62"."end_tick_day" = "t33"."end_tick_day"
    ) AS "t63"
  ) AS "t65"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "decided_on",
      "t0"."is_workday" AS "works"
    FROM "bank"."calendar" AS "t0"
  ) AS "t11"
    ON "t65"."decided_on" = "t11"."decided_on"
) AS "t66"
ORDER BY
  "t66"."instance_id" ASC,
  "t66"."seq" ASC
