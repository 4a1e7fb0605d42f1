WITH "t28" AS (
  SELECT
    "t15"."day",
    "t15"."worked",
    SUM("t15"."worked") OVER (ORDER BY "t15"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - "t15"."worked" AS "before"
  FROM (
    SELECT
      "t0"."day",
      CASE WHEN "t0"."is_workday" THEN 27000000 ELSE 0 END AS "worked"
    FROM "bank"."calendar" AS "t0"
  ) AS "t15"
), "t47" AS (
  SELECT
    "t44"."handler_id",
    "t44"."day",
    "t44"."away",
    SUM("t44"."away") OVER (
      PARTITION BY "t44"."handler_id"
      ORDER BY "t44"."day" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS "gone"
  FROM (
    SELECT
      "t16"."handler_id",
      "t13"."day",
      COALESCE("t42"."away", 0) AS "away"
    FROM (
      SELECT DISTINCT
        "t1"."handler_id"
      FROM "process"."absence" AS "t1"
    ) AS "t16"
    CROSS JOIN (
      SELECT
        "t0"."day"
      FROM "bank"."calendar" AS "t0"
    ) AS "t13"
    LEFT OUTER JOIN (
      SELECT
        "t31"."handler_id",
        "t31"."day",
        1 AS "away"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t17"."handler_id",
            "t13"."day"
          FROM (
            SELECT
              "t1"."handler_id",
              "t1"."from_on",
              "t1"."to_on"
            FROM "process"."absence" AS "t1"
          ) AS "t17"
          INNER JOIN (
            SELECT
              "t0"."day"
            FROM "bank"."calendar" AS "t0"
          ) AS "t13"
            ON "t17"."from_on" <= "t13"."day" AND "t17"."to_on" >= "t13"."day"
        ) AS "t25"
      ) AS "t31"
    ) AS "t42"
      ON "t16"."handler_id" = "t42"."handler_id" AND "t13"."day" = "t42"."day"
  ) AS "t44"
)
SELECT
  "t76"."instance_id",
  "t76"."seq",
  "t76"."process",
  "t76"."node",
  "t76"."department",
  "t76"."handler_id",
  "t76"."handler",
  "t76"."arrived_at",
  "t76"."opened_at",
  "t76"."decided_at",
  "t76"."action",
  "t76"."reason",
  "t76"."after",
  "t76"."place",
  "t76"."visit",
  "t76"."backwards",
  "t76"."sent_back",
  COALESCE("t76"."decided_at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC'), FALSE) AS "decided",
  NOT (
    "t76"."decided_at" IS NOT NULL
  ) AND NOT (
    "t76"."ended"
  ) AS "pending",
  "t76"."on_behalf_of" IS NOT NULL AS "delegated",
  COALESCE("t76"."gone" > "t76"."gone_before", FALSE) AS "away",
  CASE
    WHEN CAST(FLOOR(
      (
        COALESCE("t76"."seen_tick", "t76"."end_tick") - "t76"."came_tick"
      ) / (
        1000
      )
    ) AS BIGINT) IS NULL
    THEN CAST(FLOOR(
      (
        COALESCE("t76"."seen_tick", "t76"."end_tick") - "t76"."came_tick"
      ) / (
        1000
      )
    ) AS BIGINT)
    ELSE GREATEST(
      0,
      CAST(FLOOR(
        (
          COALESCE("t76"."seen_tick", "t76"."end_tick") - "t76"."came_tick"
        ) / (
          1000
        )
      ) AS BIGINT)
    )
  END AS "wait_seconds",
  CASE
    WHEN "t76"."decided_at" IS NOT NULL
    THEN CASE
      WHEN CAST(FLOOR((
        "t76"."end_tick" - "t76"."seen_tick"
      ) / (
        1000
      )) AS BIGINT) IS NULL
      THEN CAST(FLOOR((
        "t76"."end_tick" - "t76"."seen_tick"
      ) / (
        1000
      )) AS BIGINT)
      ELSE GREATEST(0, CAST(FLOOR((
        "t76"."end_tick" - "t76"."seen_tick"
      ) / (
        1000
      )) AS BIGINT))
    END
    ELSE NULL
  END AS "touch_seconds",
  CASE
    WHEN CAST(FLOOR((
      "t76"."end_tick" - "t76"."came_tick"
    ) / (
      1000
    )) AS BIGINT) IS NULL
    THEN CAST(FLOOR((
      "t76"."end_tick" - "t76"."came_tick"
    ) / (
      1000
    )) AS BIGINT)
    ELSE GREATEST(0, CAST(FLOOR((
      "t76"."end_tick" - "t76"."came_tick"
    ) / (
      1000
    )) AS BIGINT))
  END AS "dwell_seconds",
  CAST(FLOOR(EPOCH(CAST("t76"."until" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t76"."arrived_at" AS TIMESTAMP))) AS BIGINT) AS "natural_seconds",
  "t76"."allowed" AS "sla_seconds",
  COALESCE(
    CASE
      WHEN CAST(FLOOR((
        "t76"."end_tick" - "t76"."came_tick"
      ) / (
        1000
      )) AS BIGINT) IS NULL
      THEN CAST(FLOOR((
        "t76"."end_tick" - "t76"."came_tick"
      ) / (
        1000
      )) AS BIGINT)
      ELSE GREATEST(0, CAST(FLOOR((
        "t76"."end_tick" - "t76"."came_tick"
      ) / (
        1000
      )) AS BIGINT))
    END > "t76"."allowed",
    FALSE
  ) AS "overdue",
  COALESCE(
    CASE
      WHEN CAST(FLOOR(
        (
          COALESCE("t76"."seen_tick", "t76"."end_tick") - "t76"."came_tick"
        ) / (
          1000
        )
      ) AS BIGINT) IS NULL
      THEN CAST(FLOOR(
        (
          COALESCE("t76"."seen_tick", "t76"."end_tick") - "t76"."came_tick"
        ) / (
          1000
        )
      ) AS BIGINT)
      ELSE GREATEST(
        0,
        CAST(FLOOR(
          (
            COALESCE("t76"."seen_tick", "t76"."end_tick") - "t76"."came_tick"
          ) / (
            1000
          )
        ) AS BIGINT)
      )
    END > 27000,
    FALSE
  ) AS "unread",
  COALESCE(
    "t76"."amount_bearing"
    AND (
      (
        CAST(FLOOR(EPOCH(CAST("t76"."decided_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t76"."opened_at" AS TIMESTAMP))) AS BIGINT)
      ) < 5
    ),
    FALSE
  ) AS "instant",
  "t76"."amount_bearing" AS "bears_amount",
  (
    "t76"."decided_at" IS NOT NULL
  )
  AND COALESCE(
    NOT (
      COALESCE("t76"."works", TRUE)
    )
    OR (
      (
        (
          (
            CAST(EXTRACT(hour FROM "t76"."decided_at" + TO_SECONDS(28800)) AS BIGINT) * 60
          ) + CAST(EXTRACT(minute FROM "t76"."decided_at" + TO_SECONDS(28800)) AS BIGINT)
        ) < 510
      )
      OR (
        (
          (
            CAST(EXTRACT(hour FROM "t76"."decided_at" + TO_SECONDS(28800)) AS BIGINT) * 60
          ) + CAST(EXTRACT(minute FROM "t76"."decided_at" + TO_SECONDS(28800)) AS BIGINT)
        ) >= 1050
      )
    ),
    FALSE
  ) AS "off_hours",
  COALESCE((
    "t76"."decided_at" IS NOT NULL
  ) AND (
    "t76"."channel" = 'mobile'
  ), FALSE) AS "mobile",
  CAST("t76"."as_of" AS TIMESTAMPTZ) AS "as_of"
FROM (
  SELECT
    "t75"."instance_id",
    "t75"."seq",
    "t75"."node",
    "t75"."department",
    "t75"."handler_id",
    "t75"."arrived_at",
    "t75"."opened_at",
    "t75"."decided_at",
    "t75"."action",
    "t75"."reason",
    "t75"."channel",
    "t75"."on_behalf_of",
    "t75"."type_id",
    "t75"."process",
    "t75"."amount_bearing",
    "t75"."ended",
    "t75"."place",
    "t75"."allowed",
    "t75"."after",
    "t75"."came",
    "t75"."backwards",
    "t75"."visit",
    "t75"."sent_back",
    "t75"."as_of",
    "t75"."handler",
    "t75"."until",
    "t75"."came_on",
    "t75"."went_on",
    "t75"."gone_before",
    "t75"."gone",
    "t75"."came_tick",
    "t75"."seen_tick",
    "t75"."end_tick",
    "t75"."decided_on",
    "t14"."decided_on" AS "decided_on_right",
    "t14"."works"
  FROM (
    SELECT
      "t73"."instance_id",
      "t73"."seq",
      "t73"."node",
      "t73"."department",
      "t73"."handler_id",
      "t73"."arrived_at",
      "t73"."opened_at",
      "t73"."decided_at",
      "t73"."action",
      "t73"."reason",
      "t73"."channel",
      "t73"."on_behalf_of",
      "t73"."type_id",
      "t73"."process",
      "t73"."amount_bearing",
      "t73"."ended",
      "t73"."place",
      "t73"."allowed",
      "t73"."after",
      "t73"."came",
      "t73"."backwards",
      "t73"."visit",
      "t73"."sent_back",
      "t73"."as_of",
      "t73"."handler",
      "t73"."until",
      "t73"."came_on",
      "t73"."went_on",
      "t73"."gone_before",
      "t73"."gone",
      "t73"."came_tick",
      "t73"."seen_tick",
      "t73"."end_tick",
      CAST("t73"."decided_at" + TO_SECONDS(28800) AS DATE) AS "decided_on"
    FROM (
      SELECT
        "t72"."instance_id",
        "t72"."seq",
        "t72"."node",
        "t72"."department",
        "t72"."handler_id",
        "t72"."arrived_at",
        "t72"."opened_at",
        "t72"."decided_at",
        "t72"."action",
        "t72"."reason",
        "t72"."channel",
        "t72"."on_behalf_of",
        "t72"."type_id",
        "t72"."process",
        "t72"."amount_bearing",
        "t72"."ended",
        "t72"."place",
        "t72"."allowed",
        "t72"."after",
        "t72"."came",
        "t72"."backwards",
        "t72"."visit",
        "t72"."sent_back",
        "t72"."as_of",
        "t72"."handler",
        "t72"."until",
        "t72"."came_on",
        "t72"."went_on",
        "t72"."gone_before",
        "t72"."gone",
        "t72"."came_tick",
        "t72"."seen_tick",
        "t39"."end_tick_before" + CASE WHEN "t39"."end_tick_worked" > 0 THEN "t72"."end_tick" ELSE 0 END AS "end_tick"
      FROM (
        SELECT
          "t70"."instance_id",
          "t70"."seq",
          "t70"."node",
          "t70"."department",
          "t70"."handler_id",
          "t70"."arrived_at",
          "t70"."opened_at",
          "t70"."decided_at",
          "t70"."action",
          "t70"."reason",
          "t70"."channel",
          "t70"."on_behalf_of",
          "t70"."type_id",
          "t70"."process",
          "t70"."amount_bearing",
          "t70"."ended",
          "t70"."place",
          "t70"."allowed",
          "t70"."after",
          "t70"."came",
          "t70"."backwards",
          "t70"."visit",
          "t70"."sent_back",
          "t70"."as_of",
          "t70"."handler",
          "t70"."until",
          "t70"."came_on",
          "t70"."went_on",
          "t70"."gone_before",
          "t70"."gone",
          "t70"."came_tick",
          "t70"."seen_tick",
          CASE
            WHEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
                ELSE LEAST(
                  12600000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                        CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
                ELSE LEAST(
                  14400000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t70"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t70"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                )
              END
            )
          END AS "end_tick",
          CAST("t70"."until" + TO_SECONDS(28800) AS DATE) AS "end_tick_day"
        FROM (
          SELECT
            "t69"."instance_id",
            "t69"."seq",
            "t69"."node",
            "t69"."department",
            "t69"."handler_id",
            "t69"."arrived_at",
            "t69"."opened_at",
            "t69"."decided_at",
            "t69"."action",
            "t69"."reason",
            "t69"."channel",
            "t69"."on_behalf_of",
            "t69"."type_id",
            "t69"."process",
            "t69"."amount_bearing",
            "t69"."ended",
            "t69"."place",
            "t69"."allowed",
            "t69"."after",
            "t69"."came",
            "t69"."backwards",
            "t69"."visit",
            "t69"."sent_back",
            "t69"."as_of",
            "t69"."handler",
            "t69"."until",
            "t69"."came_on",
            "t69"."went_on",
            "t69"."gone_before",
            "t69"."gone",
            "t69"."came_tick",
            "t40"."seen_tick_before" + CASE WHEN "t40"."seen_tick_worked" > 0 THEN "t69"."seen_tick" ELSE 0 END AS "seen_tick"
          FROM (
            SELECT
              "t67"."instance_id",
              "t67"."seq",
              "t67"."node",
              "t67"."department",
              "t67"."handler_id",
              "t67"."arrived_at",
              "t67"."opened_at",
              "t67"."decided_at",
              "t67"."action",
              "t67"."reason",
              "t67"."channel",
              "t67"."on_behalf_of",
              "t67"."type_id",
              "t67"."process",
              "t67"."amount_bearing",
              "t67"."ended",
              "t67"."place",
              "t67"."allowed",
              "t67"."after",
              "t67"."came",
              "t67"."backwards",
              "t67"."visit",
              "t67"."sent_back",
              "t67"."as_of",
              "t67"."handler",
              "t67"."until",
              "t67"."came_on",
              "t67"."went_on",
              "t67"."gone_before",
              "t67"."gone",
              "t67"."came_tick",
              CASE
                WHEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                  ELSE LEAST(
                    12600000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  )
                END IS NULL
                THEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                  ELSE LEAST(
                    12600000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                              CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                    ) IS NULL
                    THEN (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                    ELSE LEAST(
                      12600000,
                      (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                            CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                  ELSE LEAST(
                    14400000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  )
                END IS NULL
                THEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                  ELSE LEAST(
                    14400000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                              CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                    ) IS NULL
                    THEN (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                    ELSE LEAST(
                      14400000,
                      (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t67"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t67"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                    )
                  END
                )
              END AS "seen_tick",
              CAST("t67"."opened_at" + TO_SECONDS(28800) AS DATE) AS "seen_tick_day"
            FROM (
              SELECT
                "t66"."instance_id",
                "t66"."seq",
                "t66"."node",
                "t66"."department",
                "t66"."handler_id",
                "t66"."arrived_at",
                "t66"."opened_at",
                "t66"."decided_at",
                "t66"."action",
                "t66"."reason",
                "t66"."channel",
                "t66"."on_behalf_of",
                "t66"."type_id",
                "t66"."process",
                "t66"."amount_bearing",
                "t66"."ended",
                "t66"."place",
                "t66"."allowed",
                "t66"."after",
                "t66"."came",
                "t66"."backwards",
                "t66"."visit",
                "t66"."sent_back",
                "t66"."as_of",
                "t66"."handler",
                "t66"."until",
                "t66"."came_on",
                "t66"."went_on",
                "t66"."gone_before",
                "t66"."gone",
                "t41"."came_tick_before" + CASE WHEN "t41"."came_tick_worked" > 0 THEN "t66"."came_tick" ELSE 0 END AS "came_tick"
              FROM (
                SELECT
                  "t64"."instance_id",
                  "t64"."seq",
                  "t64"."node",
                  "t64"."department",
                  "t64"."handler_id",
                  "t64"."arrived_at",
                  "t64"."opened_at",
                  "t64"."decided_at",
                  "t64"."action",
                  "t64"."reason",
                  "t64"."channel",
                  "t64"."on_behalf_of",
                  "t64"."type_id",
                  "t64"."process",
                  "t64"."amount_bearing",
                  "t64"."ended",
                  "t64"."place",
                  "t64"."allowed",
                  "t64"."after",
                  "t64"."came",
                  "t64"."backwards",
                  "t64"."visit",
                  "t64"."sent_back",
                  "t64"."as_of",
                  "t64"."handler",
                  "t64"."until",
                  "t64"."came_on",
                  "t64"."went_on",
                  "t64"."gone_before",
                  "t64"."gone",
                  CASE
                    WHEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                      ELSE LEAST(
                        12600000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      )
                    END IS NULL
                    THEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                      ELSE LEAST(
                        12600000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                  CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 30600000
                        ) IS NULL
                        THEN (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                        ELSE LEAST(
                          12600000,
                          (
                            (
                              (
                                (
                                  CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                      ELSE LEAST(
                        14400000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      )
                    END IS NULL
                    THEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                      ELSE LEAST(
                        14400000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                  CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 48600000
                        ) IS NULL
                        THEN (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                        ELSE LEAST(
                          14400000,
                          (
                            (
                              (
                                (
                                  CAST(EXTRACT(hour FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t64"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t64"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 48600000
                        )
                      END
                    )
                  END AS "came_tick",
                  CAST("t64"."arrived_at" + TO_SECONDS(28800) AS DATE) AS "came_tick_day"
                FROM (
                  SELECT
                    "t63".*
                    EXCLUDE ("handler_id_right", "went_on_right")
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
                      "t62"."reason",
                      "t62"."channel",
                      "t62"."on_behalf_of",
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
                      "t62"."came_on",
                      "t62"."went_on",
                      "t62"."gone_before",
                      "t50"."handler_id" AS "handler_id_right",
                      "t50"."gone",
                      "t50"."went_on" AS "went_on_right"
                    FROM (
                      SELECT
                        "t60".*
                        EXCLUDE ("handler_id_right", "came_on_right")
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
                          "t59"."reason",
                          "t59"."channel",
                          "t59"."on_behalf_of",
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
                          "t59"."came_on",
                          "t59"."went_on",
                          "t53"."handler_id" AS "handler_id_right",
                          "t53"."gone_before",
                          "t53"."came_on" AS "came_on_right"
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
                            "t57"."reason",
                            "t57"."channel",
                            "t57"."on_behalf_of",
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
                            COALESCE("t57"."decided_at", "t57"."as_of") AS "until",
                            CAST("t57"."arrived_at" + TO_SECONDS(28800) AS DATE) AS "came_on",
                            CAST(COALESCE("t57"."decided_at", "t57"."as_of") + TO_SECONDS(28800) AS DATE) AS "went_on"
                          FROM (
                            SELECT
                              "t56".*
                              EXCLUDE ("handler_id_right")
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
                                "t55"."reason",
                                "t55"."channel",
                                "t55"."on_behalf_of",
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
                                "t55"."sent_back",
                                "t37"."as_of",
                                "t18"."handler_id" AS "handler_id_right",
                                "t18"."handler"
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
                                  "t52"."reason",
                                  "t52"."channel",
                                  "t52"."on_behalf_of",
                                  "t52"."type_id",
                                  "t52"."process",
                                  "t52"."amount_bearing",
                                  "t52"."ended",
                                  "t52"."place",
                                  "t52"."allowed",
                                  "t52"."after",
                                  "t52"."came",
                                  "t52"."backwards",
                                  SUM("t52"."came") OVER (
                                    PARTITION BY "t52"."instance_id", "t52"."node"
                                    ORDER BY "t52"."arrived_at" ASC, "t52"."seq" ASC
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                  ) AS "visit",
                                  COALESCE(
                                    LEAD("t52"."came" = 1) OVER (
                                      PARTITION BY "t52"."instance_id", "t52"."node"
                                      ORDER BY "t52"."arrived_at" ASC, "t52"."seq" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                    )
                                    AND LEAD("t52"."after" = 'return') OVER (
                                      PARTITION BY "t52"."instance_id", "t52"."node"
                                      ORDER BY "t52"."arrived_at" ASC, "t52"."seq" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                    ),
                                    FALSE
                                  ) AS "sent_back"
                                FROM (
                                  SELECT
                                    "t46"."instance_id",
                                    "t46"."seq",
                                    "t46"."node",
                                    "t46"."department",
                                    "t46"."handler_id",
                                    "t46"."arrived_at",
                                    "t46"."opened_at",
                                    "t46"."decided_at",
                                    "t46"."action",
                                    "t46"."reason",
                                    "t46"."channel",
                                    "t46"."on_behalf_of",
                                    "t46"."type_id",
                                    "t46"."process",
                                    "t46"."amount_bearing",
                                    "t46"."ended",
                                    "t46"."place",
                                    "t46"."allowed",
                                    LAG("t46"."action") OVER (
                                      PARTITION BY "t46"."instance_id"
                                      ORDER BY "t46"."arrived_at" ASC, "t46"."seq" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                    ) AS "after",
                                    CAST(COALESCE(
                                      "t46"."node" <> LAG("t46"."node") OVER (
                                        PARTITION BY "t46"."instance_id"
                                        ORDER BY "t46"."arrived_at" ASC, "t46"."seq" ASC
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                      ),
                                      TRUE
                                    ) AS BIGINT) AS "came",
                                    COALESCE(
                                      "t46"."place" < LAG("t46"."place") OVER (
                                        PARTITION BY "t46"."instance_id"
                                        ORDER BY "t46"."arrived_at" ASC, "t46"."seq" ASC
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                      ),
                                      FALSE
                                    ) AS "backwards"
                                  FROM (
                                    SELECT
                                      "t45".*
                                      EXCLUDE ("type_id_right", "node_right")
                                    FROM (
                                      SELECT
                                        "t29"."instance_id",
                                        "t29"."seq",
                                        "t29"."node",
                                        "t29"."department",
                                        "t29"."handler_id",
                                        "t29"."arrived_at",
                                        "t29"."opened_at",
                                        "t29"."decided_at",
                                        "t29"."action",
                                        "t29"."reason",
                                        "t29"."channel",
                                        "t29"."on_behalf_of",
                                        "t43"."type_id",
                                        "t43"."process",
                                        "t43"."amount_bearing",
                                        "t43"."ended",
                                        "t21"."type_id" AS "type_id_right",
                                        "t21"."node" AS "node_right",
                                        "t21"."place",
                                        "t21"."allowed"
                                      FROM (
                                        SELECT
                                          "t23".*
                                          EXCLUDE ("returned_to", "period")
                                        FROM (
                                          SELECT
                                            "t3"."instance_id",
                                            "t3"."seq",
                                            "t3"."node",
                                            "t3"."department",
                                            "t3"."handler_id",
                                            "t3"."arrived_at",
                                            CASE
                                              WHEN "t3"."opened_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                              THEN "t3"."opened_at"
                                              ELSE NULL
                                            END AS "opened_at",
                                            CASE
                                              WHEN "t3"."decided_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                              THEN "t3"."decided_at"
                                              ELSE NULL
                                            END AS "decided_at",
                                            CASE
                                              WHEN CASE
                                                WHEN "t3"."decided_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                                THEN "t3"."decided_at"
                                                ELSE NULL
                                              END IS NOT NULL
                                              THEN "t3"."action"
                                              ELSE NULL
                                            END AS "action",
                                            "t3"."returned_to",
                                            CASE
                                              WHEN CASE
                                                WHEN "t3"."decided_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                                THEN "t3"."decided_at"
                                                ELSE NULL
                                              END IS NOT NULL
                                              THEN "t3"."reason"
                                              ELSE NULL
                                            END AS "reason",
                                            "t3"."channel",
                                            "t3"."on_behalf_of",
                                            "t3"."period"
                                          FROM "process"."step" AS "t3"
                                          WHERE
                                            "t3"."arrived_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                            AND NOT (
                                              COALESCE("t3"."action" IN ('withdraw', 'urge'), FALSE)
                                            )
                                        ) AS "t23"
                                      ) AS "t29"
                                      INNER JOIN (
                                        SELECT
                                          "t27"."instance_id",
                                          "t27"."type_id",
                                          "t20"."process",
                                          "t20"."amount_bearing",
                                          "t27"."ended_at" IS NOT NULL AS "ended"
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
                                        ) AS "t27"
                                        INNER JOIN (
                                          SELECT
                                            "t6"."type_id",
                                            "t6"."amount_bearing",
                                            "t6"."name" AS "process"
                                          FROM "process"."type" AS "t6"
                                        ) AS "t20"
                                          ON "t27"."type_id" = "t20"."type_id"
                                      ) AS "t43"
                                        ON "t29"."instance_id" = "t43"."instance_id"
                                      LEFT OUTER JOIN (
                                        SELECT
                                          "t4"."type_id",
                                          "t4"."node",
                                          "t4"."place",
                                          "t4"."sla_minutes" * 60 AS "allowed"
                                        FROM "process"."node" AS "t4"
                                      ) AS "t21"
                                        ON "t43"."type_id" = "t21"."type_id" AND "t29"."node" = "t21"."node"
                                    ) AS "t45"
                                  ) AS "t46"
                                ) AS "t52"
                              ) AS "t55"
                              CROSS JOIN (
                                SELECT
                                  COALESCE(
                                    LEAST("t22"."last", MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')),
                                    MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                  ) AS "as_of"
                                FROM (
                                  SELECT
                                    GREATEST(
                                      MAX("t3"."arrived_at"),
                                      MAX(
                                        CASE
                                          WHEN "t3"."decided_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                                          THEN "t3"."decided_at"
                                          ELSE NULL
                                        END
                                      )
                                    ) AS "last"
                                  FROM "process"."step" AS "t3"
                                ) AS "t22"
                              ) AS "t37"
                              LEFT OUTER JOIN (
                                SELECT
                                  "t2"."handler_id",
                                  "t2"."name" AS "handler"
                                FROM "process"."handler" AS "t2"
                              ) AS "t18"
                                ON "t55"."handler_id" = "t18"."handler_id"
                            ) AS "t56"
                          ) AS "t57"
                        ) AS "t59"
                        LEFT OUTER JOIN (
                          SELECT
                            "t48"."handler_id",
                            "t48"."gone" - "t48"."away" AS "gone_before",
                            "t48"."day" AS "came_on"
                          FROM "t47" AS "t48"
                        ) AS "t53"
                          ON "t59"."handler_id" = "t53"."handler_id" AND "t59"."came_on" = "t53"."came_on"
                      ) AS "t60"
                    ) AS "t62"
                    LEFT OUTER JOIN (
                      SELECT
                        "t48"."handler_id",
                        "t48"."gone",
                        "t48"."day" AS "went_on"
                      FROM "t47" AS "t48"
                    ) AS "t50"
                      ON "t62"."handler_id" = "t50"."handler_id" AND "t62"."went_on" = "t50"."went_on"
                  ) AS "t63"
                ) AS "t64"
              ) AS "t66"
              LEFT OUTER JOIN (
                SELECT
                  "t30"."day" AS "came_tick_day",
                  "t30"."worked" AS "came_tick_worked",
                  "t30"."before" AS "came_tick_before"
                FROM "t28" AS "t30"
              ) AS "t41"
                ON "t66"."came_tick_day" = "t41"."came_tick_day"
            ) AS "t67"
          ) AS "t69"
          LEFT OUTER JOIN (
            SELECT
              "t30"."day" AS "seen_tick_day",
              "t30"."worked" AS "seen_tick_worked",
              "t30"."before" AS "seen_tick_before"
            FROM "t28" AS "t30"
          ) AS "t40"
            ON "t69"."seen_tick_day" = "t40"."seen_tick_day"
        ) AS "t70"
      ) AS "t72"
      LEFT OUTER JOIN (
        SELECT
          "t30"."day" AS "end_tick_day",
          "t30"."worked" AS "end_tick_worked",
          "t30"."before" AS "end_tick_before"
        FROM "t28" AS "t30"
      ) AS "t39"
        ON "t72"."end_tick_day" = "t39"."end_tick_day"
    ) AS "t73"
  ) AS "t75"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "decided_on",
      "t0"."is_workday" AS "works"
    FROM "bank"."calendar" AS "t0"
  ) AS "t14"
    ON "t75"."decided_on" = "t14"."decided_on"
) AS "t76"
ORDER BY
  "t76"."instance_id" ASC,
  "t76"."seq" ASC
