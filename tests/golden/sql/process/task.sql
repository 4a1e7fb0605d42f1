WITH "t23" AS (
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
  "t64"."instance_id",
  "t64"."seq",
  "t64"."process",
  "t64"."node",
  "t64"."department",
  "t64"."handler_id",
  "t64"."handler",
  "t64"."arrived_at",
  "t64"."opened_at",
  "t64"."decided_at",
  "t64"."action",
  "t64"."reason",
  "t64"."after",
  "t64"."place",
  "t64"."visit",
  "t64"."backwards",
  "t64"."sent_back",
  COALESCE("t64"."decided_at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC'), FALSE) AS "decided",
  NOT (
    "t64"."decided_at" IS NOT NULL
  ) AND NOT (
    "t64"."ended"
  ) AS "pending",
  "t64"."on_behalf_of" IS NOT NULL AS "delegated",
  COALESCE("t64"."away", FALSE) AS "away",
  CASE
    WHEN CAST(FLOOR(
      (
        COALESCE("t64"."seen_tick", "t64"."end_tick") - "t64"."came_tick"
      ) / (
        1000
      )
    ) AS BIGINT) IS NULL
    THEN CAST(FLOOR(
      (
        COALESCE("t64"."seen_tick", "t64"."end_tick") - "t64"."came_tick"
      ) / (
        1000
      )
    ) AS BIGINT)
    ELSE GREATEST(
      0,
      CAST(FLOOR(
        (
          COALESCE("t64"."seen_tick", "t64"."end_tick") - "t64"."came_tick"
        ) / (
          1000
        )
      ) AS BIGINT)
    )
  END AS "wait_seconds",
  CASE
    WHEN "t64"."decided_at" IS NOT NULL
    THEN CASE
      WHEN CAST(FLOOR((
        "t64"."end_tick" - "t64"."seen_tick"
      ) / (
        1000
      )) AS BIGINT) IS NULL
      THEN CAST(FLOOR((
        "t64"."end_tick" - "t64"."seen_tick"
      ) / (
        1000
      )) AS BIGINT)
      ELSE GREATEST(0, CAST(FLOOR((
        "t64"."end_tick" - "t64"."seen_tick"
      ) / (
        1000
      )) AS BIGINT))
    END
    ELSE NULL
  END AS "touch_seconds",
  CASE
    WHEN CAST(FLOOR((
      "t64"."end_tick" - "t64"."came_tick"
    ) / (
      1000
    )) AS BIGINT) IS NULL
    THEN CAST(FLOOR((
      "t64"."end_tick" - "t64"."came_tick"
    ) / (
      1000
    )) AS BIGINT)
    ELSE GREATEST(0, CAST(FLOOR((
      "t64"."end_tick" - "t64"."came_tick"
    ) / (
      1000
    )) AS BIGINT))
  END AS "dwell_seconds",
  CAST(FLOOR(EPOCH(CAST("t64"."until" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t64"."arrived_at" AS TIMESTAMP))) AS BIGINT) AS "natural_seconds",
  "t64"."allowed" AS "sla_seconds",
  COALESCE(
    CASE
      WHEN CAST(FLOOR((
        "t64"."end_tick" - "t64"."came_tick"
      ) / (
        1000
      )) AS BIGINT) IS NULL
      THEN CAST(FLOOR((
        "t64"."end_tick" - "t64"."came_tick"
      ) / (
        1000
      )) AS BIGINT)
      ELSE GREATEST(0, CAST(FLOOR((
        "t64"."end_tick" - "t64"."came_tick"
      ) / (
        1000
      )) AS BIGINT))
    END > "t64"."allowed",
    FALSE
  ) AS "overdue",
  COALESCE(
    CASE
      WHEN CAST(FLOOR(
        (
          COALESCE("t64"."seen_tick", "t64"."end_tick") - "t64"."came_tick"
        ) / (
          1000
        )
      ) AS BIGINT) IS NULL
      THEN CAST(FLOOR(
        (
          COALESCE("t64"."seen_tick", "t64"."end_tick") - "t64"."came_tick"
        ) / (
          1000
        )
      ) AS BIGINT)
      ELSE GREATEST(
        0,
        CAST(FLOOR(
          (
            COALESCE("t64"."seen_tick", "t64"."end_tick") - "t64"."came_tick"
          ) / (
            1000
          )
        ) AS BIGINT)
      )
    END > 27000,
    FALSE
  ) AS "unread",
  COALESCE(
    "t64"."amount_bearing"
    AND (
      (
        CAST(FLOOR(EPOCH(CAST("t64"."decided_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t64"."opened_at" AS TIMESTAMP))) AS BIGINT)
      ) < 5
    ),
    FALSE
  ) AS "instant",
  "t64"."amount_bearing" AS "bears_amount",
  (
    "t64"."decided_at" IS NOT NULL
  )
  AND COALESCE(
    NOT (
      COALESCE("t64"."works", TRUE)
    )
    OR (
      (
        (
          (
            CAST(EXTRACT(hour FROM "t64"."decided_at" + TO_SECONDS(28800)) AS BIGINT) * 60
          ) + CAST(EXTRACT(minute FROM "t64"."decided_at" + TO_SECONDS(28800)) AS BIGINT)
        ) < 510
      )
      OR (
        (
          (
            CAST(EXTRACT(hour FROM "t64"."decided_at" + TO_SECONDS(28800)) AS BIGINT) * 60
          ) + CAST(EXTRACT(minute FROM "t64"."decided_at" + TO_SECONDS(28800)) AS BIGINT)
        ) >= 1050
      )
    ),
    FALSE
  ) AS "off_hours",
  COALESCE((
    "t64"."decided_at" IS NOT NULL
  ) AND (
    "t64"."channel" = 'mobile'
  ), FALSE) AS "mobile",
  CAST("t64"."as_of" AS TIMESTAMPTZ) AS "as_of"
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
    "t63"."again",
    "t63"."sent_back",
    "t63"."as_of",
    "t63"."handler",
    "t63"."until",
    "t63"."away",
    "t63"."came_tick",
    "t63"."seen_tick",
    "t63"."end_tick",
    "t63"."decided_on",
    "t11"."decided_on" AS "decided_on_right",
    "t11"."works"
  FROM (
    SELECT
      "t61"."instance_id",
      "t61"."seq",
      "t61"."node",
      "t61"."department",
      "t61"."handler_id",
      "t61"."arrived_at",
      "t61"."opened_at",
      "t61"."decided_at",
      "t61"."action",
      "t61"."returned_to",
      "t61"."reason",
      "t61"."channel",
      "t61"."on_behalf_of",
      "t61"."period",
      "t61"."type_id",
      "t61"."process",
      "t61"."amount_bearing",
      "t61"."ended",
      "t61"."place",
      "t61"."allowed",
      "t61"."after",
      "t61"."came",
      "t61"."backwards",
      "t61"."visit",
      "t61"."again",
      "t61"."sent_back",
      "t61"."as_of",
      "t61"."handler",
      "t61"."until",
      "t61"."away",
      "t61"."came_tick",
      "t61"."seen_tick",
      "t61"."end_tick",
      CAST("t61"."decided_at" + TO_SECONDS(28800) AS DATE) AS "decided_on"
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
        "t60"."again",
        "t60"."sent_back",
        "t60"."as_of",
        "t60"."handler",
        "t60"."until",
        "t60"."away",
        "t60"."came_tick",
        "t60"."seen_tick",
        "t31"."end_tick_before" + CASE WHEN "t31"."end_tick_worked" > 0 THEN "t60"."end_tick" ELSE 0 END AS "end_tick"
      FROM (
        SELECT
          "t58"."instance_id",
          "t58"."seq",
          "t58"."node",
          "t58"."department",
          "t58"."handler_id",
          "t58"."arrived_at",
          "t58"."opened_at",
          "t58"."decided_at",
          "t58"."action",
          "t58"."returned_to",
          "t58"."reason",
          "t58"."channel",
          "t58"."on_behalf_of",
          "t58"."period",
          "t58"."type_id",
          "t58"."process",
          "t58"."amount_bearing",
          "t58"."ended",
          "t58"."place",
          "t58"."allowed",
          "t58"."after",
          "t58"."came",
          "t58"."backwards",
          "t58"."visit",
          "t58"."again",
          "t58"."sent_back",
          "t58"."as_of",
          "t58"."handler",
          "t58"."until",
          "t58"."away",
          "t58"."came_tick",
          "t58"."seen_tick",
          CASE
            WHEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
                ELSE LEAST(
                  12600000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                        CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
                ELSE LEAST(
                  14400000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t58"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t58"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                )
              END
            )
          END AS "end_tick",
          CAST("t58"."until" + TO_SECONDS(28800) AS DATE) AS "end_tick_day"
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
            "t57"."again",
            "t57"."sent_back",
            "t57"."as_of",
            "t57"."handler",
            "t57"."until",
            "t57"."away",
            "t57"."came_tick",
            "t32"."seen_tick_before" + CASE WHEN "t32"."seen_tick_worked" > 0 THEN "t57"."seen_tick" ELSE 0 END AS "seen_tick"
          FROM (
            SELECT
              "t55"."instance_id",
              "t55"."seq",
              "t55"."node",
              "t55"."department",
              "t55"."handler_id",
              "t55"."arrived_at",
              "t55"."opened_at",
              "t55"."decided_at",
              "t55"."action",
              "t55"."returned_to",
              "t55"."reason",
              "t55"."channel",
              "t55"."on_behalf_of",
              "t55"."period",
              "t55"."type_id",
              "t55"."process",
              "t55"."amount_bearing",
              "t55"."ended",
              "t55"."place",
              "t55"."allowed",
              "t55"."after",
              "t55"."came",
              "t55"."backwards",
              "t55"."visit",
              "t55"."again",
              "t55"."sent_back",
              "t55"."as_of",
              "t55"."handler",
              "t55"."until",
              "t55"."away",
              "t55"."came_tick",
              CASE
                WHEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                  ELSE LEAST(
                    12600000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  )
                END IS NULL
                THEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                  ELSE LEAST(
                    12600000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                              CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                    ) IS NULL
                    THEN (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                    ELSE LEAST(
                      12600000,
                      (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                            CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                  ELSE LEAST(
                    14400000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  )
                END IS NULL
                THEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                  ELSE LEAST(
                    14400000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                              CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                    ) IS NULL
                    THEN (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                    ELSE LEAST(
                      14400000,
                      (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t55"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t55"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                    )
                  END
                )
              END AS "seen_tick",
              CAST("t55"."opened_at" + TO_SECONDS(28800) AS DATE) AS "seen_tick_day"
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
                "t54"."again",
                "t54"."sent_back",
                "t54"."as_of",
                "t54"."handler",
                "t54"."until",
                "t54"."away",
                "t33"."came_tick_before" + CASE WHEN "t33"."came_tick_worked" > 0 THEN "t54"."came_tick" ELSE 0 END AS "came_tick"
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
                  "t52"."again",
                  "t52"."sent_back",
                  "t52"."as_of",
                  "t52"."handler",
                  "t52"."until",
                  "t52"."away",
                  CASE
                    WHEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                      ELSE LEAST(
                        12600000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      )
                    END IS NULL
                    THEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                      ELSE LEAST(
                        12600000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                  CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 30600000
                        ) IS NULL
                        THEN (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                        ELSE LEAST(
                          12600000,
                          (
                            (
                              (
                                (
                                  CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                      ELSE LEAST(
                        14400000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      )
                    END IS NULL
                    THEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                      ELSE LEAST(
                        14400000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                  CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 48600000
                        ) IS NULL
                        THEN (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                        ELSE LEAST(
                          14400000,
                          (
                            (
                              (
                                (
                                  CAST(EXTRACT(hour FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t52"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t52"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 48600000
                        )
                      END
                    )
                  END AS "came_tick",
                  CAST("t52"."arrived_at" + TO_SECONDS(28800) AS DATE) AS "came_tick_day"
                FROM (
                  SELECT
                    "t51".*
                    EXCLUDE ("seq_right", "instance_id_right")
                  FROM (
                    SELECT
                      "t44"."instance_id",
                      "t44"."seq",
                      "t44"."node",
                      "t44"."department",
                      "t44"."handler_id",
                      "t44"."arrived_at",
                      "t44"."opened_at",
                      "t44"."decided_at",
                      "t44"."action",
                      "t44"."returned_to",
                      "t44"."reason",
                      "t44"."channel",
                      "t44"."on_behalf_of",
                      "t44"."period",
                      "t44"."type_id",
                      "t44"."process",
                      "t44"."amount_bearing",
                      "t44"."ended",
                      "t44"."place",
                      "t44"."allowed",
                      "t44"."after",
                      "t44"."came",
                      "t44"."backwards",
                      "t44"."visit",
                      "t44"."again",
                      "t44"."sent_back",
                      "t44"."as_of",
                      "t44"."handler",
                      "t44"."until",
                      "t50"."instance_id" AS "instance_id_right",
                      "t50"."seq" AS "seq_right",
                      "t50"."away"
                    FROM (
                      SELECT
                        "t42"."instance_id",
                        "t42"."seq",
                        "t42"."node",
                        "t42"."department",
                        "t42"."handler_id",
                        "t42"."arrived_at",
                        "t42"."opened_at",
                        "t42"."decided_at",
                        "t42"."action",
                        "t42"."returned_to",
                        "t42"."reason",
                        "t42"."channel",
                        "t42"."on_behalf_of",
                        "t42"."period",
                        "t42"."type_id",
                        "t42"."process",
                        "t42"."amount_bearing",
                        "t42"."ended",
                        "t42"."place",
                        "t42"."allowed",
                        "t42"."after",
                        "t42"."came",
                        "t42"."backwards",
                        "t42"."visit",
                        "t42"."again",
                        "t42"."sent_back",
                        "t42"."as_of",
                        "t42"."handler",
                        COALESCE("t42"."decided_at", "t42"."as_of") AS "until"
                      FROM (
                        SELECT
                          "t41".*
                          EXCLUDE ("handler_id_right")
                        FROM (
                          SELECT
                            "t40"."instance_id",
                            "t40"."seq",
                            "t40"."node",
                            "t40"."department",
                            "t40"."handler_id",
                            "t40"."arrived_at",
                            "t40"."opened_at",
                            "t40"."decided_at",
                            "t40"."action",
                            "t40"."returned_to",
                            "t40"."reason",
                            "t40"."channel",
                            "t40"."on_behalf_of",
                            "t40"."period",
                            "t40"."type_id",
                            "t40"."process",
                            "t40"."amount_bearing",
                            "t40"."ended",
                            "t40"."place",
                            "t40"."allowed",
                            "t40"."after",
                            "t40"."came",
                            "t40"."backwards",
                            "t40"."visit",
                            "t40"."again",
                            "t40"."sent_back",
                            "t29"."as_of",
                            "t13"."handler_id" AS "handler_id_right",
                            "t13"."handler"
                          FROM (
                            SELECT
                              "t38"."instance_id",
                              "t38"."seq",
                              "t38"."node",
                              "t38"."department",
                              "t38"."handler_id",
                              "t38"."arrived_at",
                              "t38"."opened_at",
                              "t38"."decided_at",
                              "t38"."action",
                              "t38"."returned_to",
                              "t38"."reason",
                              "t38"."channel",
                              "t38"."on_behalf_of",
                              "t38"."period",
                              "t38"."type_id",
                              "t38"."process",
                              "t38"."amount_bearing",
                              "t38"."ended",
                              "t38"."place",
                              "t38"."allowed",
                              "t38"."after",
                              "t38"."came",
                              "t38"."backwards",
                              "t38"."visit",
                              "t38"."again",
                              COALESCE(
                                (
                                  "t38"."again" = 1
                                )
                                AND LEAD("t38"."after" = 'return') OVER (
                                  PARTITION BY "t38"."instance_id", "t38"."node"
                                  ORDER BY "t38"."arrived_at" ASC, "t38"."seq" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                ),
                                FALSE
                              ) AS "sent_back"
                            FROM (
                              SELECT
                                "t37"."instance_id",
                                "t37"."seq",
                                "t37"."node",
                                "t37"."department",
                                "t37"."handler_id",
                                "t37"."arrived_at",
                                "t37"."opened_at",
                                "t37"."decided_at",
                                "t37"."action",
                                "t37"."returned_to",
                                "t37"."reason",
                                "t37"."channel",
                                "t37"."on_behalf_of",
                                "t37"."period",
                                "t37"."type_id",
                                "t37"."process",
                                "t37"."amount_bearing",
                                "t37"."ended",
                                "t37"."place",
                                "t37"."allowed",
                                "t37"."after",
                                "t37"."came",
                                "t37"."backwards",
                                SUM("t37"."came") OVER (
                                  PARTITION BY "t37"."instance_id", "t37"."node"
                                  ORDER BY "t37"."arrived_at" ASC, "t37"."seq" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                ) AS "visit",
                                LEAD("t37"."came") OVER (
                                  PARTITION BY "t37"."instance_id", "t37"."node"
                                  ORDER BY "t37"."arrived_at" ASC, "t37"."seq" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                ) AS "again"
                              FROM (
                                SELECT
                                  "t36"."instance_id",
                                  "t36"."seq",
                                  "t36"."node",
                                  "t36"."department",
                                  "t36"."handler_id",
                                  "t36"."arrived_at",
                                  "t36"."opened_at",
                                  "t36"."decided_at",
                                  "t36"."action",
                                  "t36"."returned_to",
                                  "t36"."reason",
                                  "t36"."channel",
                                  "t36"."on_behalf_of",
                                  "t36"."period",
                                  "t36"."type_id",
                                  "t36"."process",
                                  "t36"."amount_bearing",
                                  "t36"."ended",
                                  "t36"."place",
                                  "t36"."allowed",
                                  LAG("t36"."action") OVER (
                                    PARTITION BY "t36"."instance_id"
                                    ORDER BY "t36"."arrived_at" ASC, "t36"."seq" ASC
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                  ) AS "after",
                                  CAST(COALESCE(
                                    "t36"."node" <> LAG("t36"."node") OVER (
                                      PARTITION BY "t36"."instance_id"
                                      ORDER BY "t36"."arrived_at" ASC, "t36"."seq" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                    ),
                                    TRUE
                                  ) AS BIGINT) AS "came",
                                  COALESCE(
                                    "t36"."place" < LAG("t36"."place") OVER (
                                      PARTITION BY "t36"."instance_id"
                                      ORDER BY "t36"."arrived_at" ASC, "t36"."seq" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                    ),
                                    FALSE
                                  ) AS "backwards"
                                FROM (
                                  SELECT
                                    "t35".*
                                    EXCLUDE ("type_id_right", "node_right")
                                  FROM (
                                    SELECT
                                      "t21"."instance_id",
                                      "t21"."seq",
                                      "t21"."node",
                                      "t21"."department",
                                      "t21"."handler_id",
                                      "t21"."arrived_at",
                                      "t21"."opened_at",
                                      "t21"."decided_at",
                                      "t21"."action",
                                      "t21"."returned_to",
                                      "t21"."reason",
                                      "t21"."channel",
                                      "t21"."on_behalf_of",
                                      "t21"."period",
                                      "t34"."type_id",
                                      "t34"."process",
                                      "t34"."amount_bearing",
                                      "t34"."ended",
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
                                    ) AS "t21"
                                    INNER JOIN (
                                      SELECT
                                        "t22"."instance_id",
                                        "t22"."type_id",
                                        "t16"."process",
                                        "t16"."amount_bearing",
                                        "t22"."ended_at" IS NOT NULL AS "ended"
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
                                      ) AS "t22"
                                      INNER JOIN (
                                        SELECT
                                          "t6"."type_id",
                                          "t6"."amount_bearing",
                                          "t6"."name" AS "process"
                                        FROM "process"."type" AS "t6"
                                      ) AS "t16"
                                        ON "t22"."type_id" = "t16"."type_id"
                                    ) AS "t34"
                                      ON "t21"."instance_id" = "t34"."instance_id"
                                    LEFT OUTER JOIN (
                                      SELECT
                                        "t4"."type_id",
                                        "t4"."node",
                                        "t4"."place",
                                        "t4"."sla_minutes" * 60 AS "allowed"
                                      FROM "process"."node" AS "t4"
                                    ) AS "t17"
                                      ON "t34"."type_id" = "t17"."type_id" AND "t21"."node" = "t17"."node"
                                  ) AS "t35"
                                ) AS "t36"
                              ) AS "t37"
                            ) AS "t38"
                          ) AS "t40"
                          CROSS JOIN (
                            SELECT
                              COALESCE(
                                LEAST("t18"."last", MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')),
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
                            ) AS "t18"
                          ) AS "t29"
                          LEFT OUTER JOIN (
                            SELECT
                              "t1"."handler_id",
                              "t1"."name" AS "handler"
                            FROM "process"."handler" AS "t1"
                          ) AS "t13"
                            ON "t40"."handler_id" = "t13"."handler_id"
                        ) AS "t41"
                      ) AS "t42"
                    ) AS "t44"
                    LEFT OUTER JOIN (
                      SELECT
                        "t48"."instance_id",
                        "t48"."seq",
                        TRUE AS "away"
                      FROM (
                        SELECT DISTINCT
                          *
                        FROM (
                          SELECT
                            "t46"."instance_id",
                            "t46"."seq"
                          FROM (
                            SELECT
                              "t42"."instance_id",
                              "t42"."seq",
                              "t42"."handler_id",
                              CAST("t42"."arrived_at" + TO_SECONDS(28800) AS DATE) AS "came_on",
                              CAST(COALESCE("t42"."decided_at", "t42"."as_of") + TO_SECONDS(28800) AS DATE) AS "went_on"
                            FROM (
                              SELECT
                                "t41".*
                                EXCLUDE ("handler_id_right")
                              FROM (
                                SELECT
                                  "t40"."instance_id",
                                  "t40"."seq",
                                  "t40"."node",
                                  "t40"."department",
                                  "t40"."handler_id",
                                  "t40"."arrived_at",
                                  "t40"."opened_at",
                                  "t40"."decided_at",
                                  "t40"."action",
                                  "t40"."returned_to",
                                  "t40"."reason",
                                  "t40"."channel",
                                  "t40"."on_behalf_of",
                                  "t40"."period",
                                  "t40"."type_id",
                                  "t40"."process",
                                  "t40"."amount_bearing",
                                  "t40"."ended",
                                  "t40"."place",
                                  "t40"."allowed",
                                  "t40"."after",
                                  "t40"."came",
                                  "t40"."backwards",
                                  "t40"."visit",
                                  "t40"."again",
                                  "t40"."sent_back",
                                  "t29"."as_of",
                                  "t13"."handler_id" AS "handler_id_right",
                                  "t13"."handler"
                                FROM (
                                  SELECT
                                    "t38"."instance_id",
                                    "t38"."seq",
                                    "t38"."node",
                                    "t38"."department",
                                    "t38"."handler_id",
                                    "t38"."arrived_at",
                                    "t38"."opened_at",
                                    "t38"."decided_at",
                                    "t38"."action",
                                    "t38"."returned_to",
                                    "t38"."reason",
                                    "t38"."channel",
                                    "t38"."on_behalf_of",
                                    "t38"."period",
                                    "t38"."type_id",
                                    "t38"."process",
                                    "t38"."amount_bearing",
                                    "t38"."ended",
                                    "t38"."place",
                                    "t38"."allowed",
                                    "t38"."after",
                                    "t38"."came",
                                    "t38"."backwards",
                                    "t38"."visit",
                                    "t38"."again",
                                    COALESCE(
                                      (
                                        "t38"."again" = 1
                                      )
                                      AND LEAD("t38"."after" = 'return') OVER (
                                        PARTITION BY "t38"."instance_id", "t38"."node"
                                        ORDER BY "t38"."arrived_at" ASC, "t38"."seq" ASC
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                      ),
                                      FALSE
                                    ) AS "sent_back"
                                  FROM (
                                    SELECT
                                      "t37"."instance_id",
                                      "t37"."seq",
                                      "t37"."node",
                                      "t37"."department",
                                      "t37"."handler_id",
                                      "t37"."arrived_at",
                                      "t37"."opened_at",
                                      "t37"."decided_at",
                                      "t37"."action",
                                      "t37"."returned_to",
                                      "t37"."reason",
                                      "t37"."channel",
                                      "t37"."on_behalf_of",
                                      "t37"."period",
                                      "t37"."type_id",
                                      "t37"."process",
                                      "t37"."amount_bearing",
                                      "t37"."ended",
                                      "t37"."place",
                                      "t37"."allowed",
                                      "t37"."after",
                                      "t37"."came",
                                      "t37"."backwards",
                                      SUM("t37"."came") OVER (
                                        PARTITION BY "t37"."instance_id", "t37"."node"
                                        ORDER BY "t37"."arrived_at" ASC, "t37"."seq" ASC
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                      ) AS "visit",
                                      LEAD("t37"."came") OVER (
                                        PARTITION BY "t37"."instance_id", "t37"."node"
                                        ORDER BY "t37"."arrived_at" ASC, "t37"."seq" ASC
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                      ) AS "again"
                                    FROM (
                                      SELECT
                                        "t36"."instance_id",
                                        "t36"."seq",
                                        "t36"."node",
                                        "t36"."department",
                                        "t36"."handler_id",
                                        "t36"."arrived_at",
                                        "t36"."opened_at",
                                        "t36"."decided_at",
                                        "t36"."action",
                                        "t36"."returned_to",
                                        "t36"."reason",
                                        "t36"."channel",
                                        "t36"."on_behalf_of",
                                        "t36"."period",
                                        "t36"."type_id",
                                        "t36"."process",
                                        "t36"."amount_bearing",
                                        "t36"."ended",
                                        "t36"."place",
                                        "t36"."allowed",
                                        LAG("t36"."action") OVER (
                                          PARTITION BY "t36"."instance_id"
                                          ORDER BY "t36"."arrived_at" ASC, "t36"."seq" ASC
                                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                        ) AS "after",
                                        CAST(COALESCE(
                                          "t36"."node" <> LAG("t36"."node") OVER (
                                            PARTITION BY "t36"."instance_id"
                                            ORDER BY "t36"."arrived_at" ASC, "t36"."seq" ASC
                                            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                          ),
                                          TRUE
                                        ) AS BIGINT) AS "came",
                                        COALESCE(
                                          "t36"."place" < LAG("t36"."place") OVER (
                                            PARTITION BY "t36"."instance_id"
                                            ORDER BY "t36"."arrived_at" ASC, "t36"."seq" ASC
                                            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                          ),
                                          FALSE
                                        ) AS "backwards"
                                      FROM (
                                        SELECT
                                          "t35".*
                                          EXCLUDE ("type_id_right", "node_right")
                                        FROM (
                                          SELECT
                                            "t21"."instance_id",
                                            "t21"."seq",
                                            "t21"."node",
                                            "t21"."department",
                                            "t21"."handler_id",
                                            "t21"."arrived_at",
                                            "t21"."opened_at",
                                            "t21"."decided_at",
                                            "t21"."action",
                                            "t21"."returned_to",
                                            "t21"."reason",
                                            "t21"."channel",
                                            "t21"."on_behalf_of",
                                            "t21"."period",
                                            "t34"."type_id",
                                            "t34"."process",
                                            "t34"."amount_bearing",
                                            "t34"."ended",
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
                                          ) AS "t21"
                                          INNER JOIN (
                                            SELECT
                                              "t22"."instance_id",
                                              "t22"."type_id",
                                              "t16"."process",
                                              "t16"."amount_bearing",
                                              "t22"."ended_at" IS NOT NULL AS "ended"
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
                                            ) AS "t22"
                                            INNER JOIN (
                                              SELECT
                                                "t6"."type_id",
                                                "t6"."amount_bearing",
                                                "t6"."name" AS "process"
                                              FROM "process"."type" AS "t6"
                                            ) AS "t16"
                                              ON "t22"."type_id" = "t16"."type_id"
                                          ) AS "t34"
                                            ON "t21"."instance_id" = "t34"."instance_id"
                                          LEFT OUTER JOIN (
                                            SELECT
                                              "t4"."type_id",
                                              "t4"."node",
                                              "t4"."place",
                                              "t4"."sla_minutes" * 60 AS "allowed"
                                            FROM "process"."node" AS "t4"
                                          ) AS "t17"
                                            ON "t34"."type_id" = "t17"."type_id" AND "t21"."node" = "t17"."node"
                                        ) AS "t35"
                                      ) AS "t36"
                                    ) AS "t37"
                                  ) AS "t38"
                                ) AS "t40"
                                CROSS JOIN (
                                  SELECT
                                    COALESCE(
                                      LEAST("t18"."last", MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')),
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
                                  ) AS "t18"
                                ) AS "t29"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t1"."handler_id",
                                    "t1"."name" AS "handler"
                                  FROM "process"."handler" AS "t1"
                                ) AS "t13"
                                  ON "t40"."handler_id" = "t13"."handler_id"
                              ) AS "t41"
                            ) AS "t42"
                          ) AS "t46"
                          INNER JOIN (
                            SELECT
                              "t3"."handler_id" AS "absentee",
                              "t3"."from_on",
                              "t3"."to_on"
                            FROM "process"."absence" AS "t3"
                          ) AS "t14"
                            ON "t46"."handler_id" = "t14"."absentee"
                            AND "t46"."came_on" <= "t14"."to_on"
                            AND "t46"."went_on" >= "t14"."from_on"
                        ) AS "t47"
                      ) AS "t48"
                    ) AS "t50"
                      ON "t44"."instance_id" = "t50"."instance_id" AND "t44"."seq" = "t50"."seq"
                  ) AS "t51"
                ) AS "t52"
              ) AS "t54"
              LEFT OUTER JOIN (
                SELECT
                  "t24"."day" AS "came_tick_day",
                  "t24"."worked" AS "came_tick_worked",
                  "t24"."before" AS "came_tick_before"
                FROM "t23" AS "t24"
              ) AS "t33"
                ON "t54"."came_tick_day" = "t33"."came_tick_day"
            ) AS "t55"
          ) AS "t57"
          LEFT OUTER JOIN (
            SELECT
              "t24"."day" AS "seen_tick_day",
              "t24"."worked" AS "seen_tick_worked",
              "t24"."before" AS "seen_tick_before"
            FROM "t23" AS "t24"
          ) AS "t32"
            ON "t57"."seen_tick_day" = "t32"."seen_tick_day"
        ) AS "t58"
      ) AS "t60"
      LEFT OUTER JOIN (
        SELECT
          "t24"."day" AS "end_tick_day",
          "t24"."worked" AS "end_tick_worked",
          "t24"."before" AS "end_tick_before"
        FROM "t23" AS "t24"
      ) AS "t31"
        ON "t60"."end_tick_day" = "t31"."end_tick_day"
    ) AS "t61"
  ) AS "t63"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "decided_on",
      "t0"."is_workday" AS "works"
    FROM "bank"."calendar" AS "t0"
  ) AS "t11"
    ON "t63"."decided_on" = "t11"."decided_on"
) AS "t64"
ORDER BY
  "t64"."instance_id" ASC,
  "t64"."seq" ASC
