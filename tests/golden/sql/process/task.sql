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
), "t49" AS (
  SELECT
    "t45"."handler_id",
    "t45"."day",
    "t45"."away",
    SUM("t45"."away") OVER (
      PARTITION BY "t45"."handler_id"
      ORDER BY "t45"."day" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS "gone"
  FROM (
    SELECT
      "t16"."handler_id",
      "t13"."day",
      COALESCE("t43"."away", 0) AS "away"
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
    ) AS "t43"
      ON "t16"."handler_id" = "t43"."handler_id" AND "t13"."day" = "t43"."day"
  ) AS "t45"
)
SELECT
  "t80"."instance_id",
  "t80"."seq",
  "t80"."process",
  "t80"."node",
  "t80"."department",
  "t80"."handler_id",
  "t80"."handler",
  "t80"."arrived_at",
  "t80"."opened_at",
  "t80"."decided_at",
  "t80"."action",
  "t80"."reason",
  "t80"."after",
  "t80"."place",
  "t80"."visit",
  "t80"."backwards",
  "t80"."sent_back",
  COALESCE("t80"."decided_at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC'), FALSE) AS "decided",
  NOT (
    "t80"."decided_at" IS NOT NULL
  ) AND NOT (
    "t80"."ended"
  ) AS "pending",
  "t80"."on_behalf_of" IS NOT NULL AS "delegated",
  COALESCE("t80"."gone" > "t80"."gone_before", FALSE) AS "away",
  CASE
    WHEN CAST(FLOOR(
      (
        COALESCE("t80"."seen_tick", "t80"."end_tick") - "t80"."came_tick"
      ) / (
        1000
      )
    ) AS BIGINT) IS NULL
    THEN CAST(FLOOR(
      (
        COALESCE("t80"."seen_tick", "t80"."end_tick") - "t80"."came_tick"
      ) / (
        1000
      )
    ) AS BIGINT)
    ELSE GREATEST(
      0,
      CAST(FLOOR(
        (
          COALESCE("t80"."seen_tick", "t80"."end_tick") - "t80"."came_tick"
        ) / (
          1000
        )
      ) AS BIGINT)
    )
  END AS "wait_seconds",
  CASE
    WHEN "t80"."decided_at" IS NOT NULL
    THEN CASE
      WHEN CAST(FLOOR((
        "t80"."end_tick" - "t80"."seen_tick"
      ) / (
        1000
      )) AS BIGINT) IS NULL
      THEN CAST(FLOOR((
        "t80"."end_tick" - "t80"."seen_tick"
      ) / (
        1000
      )) AS BIGINT)
      ELSE GREATEST(0, CAST(FLOOR((
        "t80"."end_tick" - "t80"."seen_tick"
      ) / (
        1000
      )) AS BIGINT))
    END
    ELSE NULL
  END AS "touch_seconds",
  CASE
    WHEN CAST(FLOOR((
      "t80"."end_tick" - "t80"."came_tick"
    ) / (
      1000
    )) AS BIGINT) IS NULL
    THEN CAST(FLOOR((
      "t80"."end_tick" - "t80"."came_tick"
    ) / (
      1000
    )) AS BIGINT)
    ELSE GREATEST(0, CAST(FLOOR((
      "t80"."end_tick" - "t80"."came_tick"
    ) / (
      1000
    )) AS BIGINT))
  END AS "dwell_seconds",
  CAST(FLOOR(EPOCH(CAST("t80"."until" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t80"."arrived_at" AS TIMESTAMP))) AS BIGINT) AS "natural_seconds",
  "t80"."allowed" AS "sla_seconds",
  COALESCE(
    CASE
      WHEN CAST(FLOOR((
        "t80"."end_tick" - "t80"."came_tick"
      ) / (
        1000
      )) AS BIGINT) IS NULL
      THEN CAST(FLOOR((
        "t80"."end_tick" - "t80"."came_tick"
      ) / (
        1000
      )) AS BIGINT)
      ELSE GREATEST(0, CAST(FLOOR((
        "t80"."end_tick" - "t80"."came_tick"
      ) / (
        1000
      )) AS BIGINT))
    END > "t80"."allowed",
    FALSE
  ) AS "overdue",
  COALESCE(
    CASE
      WHEN CAST(FLOOR(
        (
          COALESCE("t80"."seen_tick", "t80"."end_tick") - "t80"."came_tick"
        ) / (
          1000
        )
      ) AS BIGINT) IS NULL
      THEN CAST(FLOOR(
        (
          COALESCE("t80"."seen_tick", "t80"."end_tick") - "t80"."came_tick"
        ) / (
          1000
        )
      ) AS BIGINT)
      ELSE GREATEST(
        0,
        CAST(FLOOR(
          (
            COALESCE("t80"."seen_tick", "t80"."end_tick") - "t80"."came_tick"
          ) / (
            1000
          )
        ) AS BIGINT)
      )
    END > 27000,
    FALSE
  ) AS "unread",
  COALESCE(
    "t80"."amount_bearing"
    AND (
      (
        CAST(FLOOR(EPOCH(CAST("t80"."decided_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t80"."opened_at" AS TIMESTAMP))) AS BIGINT)
      ) < 5
    ),
    FALSE
  ) AS "instant",
  "t80"."amount_bearing" AS "bears_amount",
  (
    "t80"."decided_at" IS NOT NULL
  )
  AND COALESCE(
    NOT (
      COALESCE("t80"."works", TRUE)
    )
    OR (
      (
        (
          (
            CAST(EXTRACT(hour FROM "t80"."decided_at" + TO_SECONDS(28800)) AS BIGINT) * 60
          ) + CAST(EXTRACT(minute FROM "t80"."decided_at" + TO_SECONDS(28800)) AS BIGINT)
        ) < 510
      )
      OR (
        (
          (
            CAST(EXTRACT(hour FROM "t80"."decided_at" + TO_SECONDS(28800)) AS BIGINT) * 60
          ) + CAST(EXTRACT(minute FROM "t80"."decided_at" + TO_SECONDS(28800)) AS BIGINT)
        ) >= 1050
      )
    ),
    FALSE
  ) AS "off_hours",
  COALESCE((
    "t80"."decided_at" IS NOT NULL
  ) AND (
    "t80"."channel" = 'mobile'
  ), FALSE) AS "mobile",
  CAST("t80"."as_of" AS TIMESTAMPTZ) AS "as_of"
FROM (
  SELECT
    "t79"."instance_id",
    "t79"."seq",
    "t79"."node",
    "t79"."department",
    "t79"."handler_id",
    "t79"."arrived_at",
    "t79"."opened_at",
    "t79"."decided_at",
    "t79"."action",
    "t79"."reason",
    "t79"."channel",
    "t79"."on_behalf_of",
    "t79"."type_id",
    "t79"."process",
    "t79"."amount_bearing",
    "t79"."ended",
    "t79"."place",
    "t79"."allowed",
    "t79"."after",
    "t79"."came",
    "t79"."backwards",
    "t79"."visit",
    "t79"."sent_back",
    "t79"."as_of",
    "t79"."handler",
    "t79"."until",
    "t79"."came_on",
    "t79"."went_on",
    "t79"."gone_before",
    "t79"."gone",
    "t79"."came_tick",
    "t79"."seen_tick",
    "t79"."end_tick",
    "t79"."decided_on",
    "t14"."decided_on" AS "decided_on_right",
    "t14"."works"
  FROM (
    SELECT
      "t77"."instance_id",
      "t77"."seq",
      "t77"."node",
      "t77"."department",
      "t77"."handler_id",
      "t77"."arrived_at",
      "t77"."opened_at",
      "t77"."decided_at",
      "t77"."action",
      "t77"."reason",
      "t77"."channel",
      "t77"."on_behalf_of",
      "t77"."type_id",
      "t77"."process",
      "t77"."amount_bearing",
      "t77"."ended",
      "t77"."place",
      "t77"."allowed",
      "t77"."after",
      "t77"."came",
      "t77"."backwards",
      "t77"."visit",
      "t77"."sent_back",
      "t77"."as_of",
      "t77"."handler",
      "t77"."until",
      "t77"."came_on",
      "t77"."went_on",
      "t77"."gone_before",
      "t77"."gone",
      "t77"."came_tick",
      "t77"."seen_tick",
      "t77"."end_tick",
      CAST("t77"."decided_at" + TO_SECONDS(28800) AS DATE) AS "decided_on"
    FROM (
      SELECT
        "t76"."instance_id",
        "t76"."seq",
        "t76"."node",
        "t76"."department",
        "t76"."handler_id",
        "t76"."arrived_at",
        "t76"."opened_at",
        "t76"."decided_at",
        "t76"."action",
        "t76"."reason",
        "t76"."channel",
        "t76"."on_behalf_of",
        "t76"."type_id",
        "t76"."process",
        "t76"."amount_bearing",
        "t76"."ended",
        "t76"."place",
        "t76"."allowed",
        "t76"."after",
        "t76"."came",
        "t76"."backwards",
        "t76"."visit",
        "t76"."sent_back",
        "t76"."as_of",
        "t76"."handler",
        "t76"."until",
        "t76"."came_on",
        "t76"."went_on",
        "t76"."gone_before",
        "t76"."gone",
        "t76"."came_tick",
        "t76"."seen_tick",
        "t40"."end_tick_before" + CASE WHEN "t40"."end_tick_worked" > 0 THEN "t76"."end_tick" ELSE 0 END AS "end_tick"
      FROM (
        SELECT
          "t74"."instance_id",
          "t74"."seq",
          "t74"."node",
          "t74"."department",
          "t74"."handler_id",
          "t74"."arrived_at",
          "t74"."opened_at",
          "t74"."decided_at",
          "t74"."action",
          "t74"."reason",
          "t74"."channel",
          "t74"."on_behalf_of",
          "t74"."type_id",
          "t74"."process",
          "t74"."amount_bearing",
          "t74"."ended",
          "t74"."place",
          "t74"."allowed",
          "t74"."after",
          "t74"."came",
          "t74"."backwards",
          "t74"."visit",
          "t74"."sent_back",
          "t74"."as_of",
          "t74"."handler",
          "t74"."until",
          "t74"."came_on",
          "t74"."went_on",
          "t74"."gone_before",
          "t74"."gone",
          "t74"."came_tick",
          "t74"."seen_tick",
          CASE
            WHEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
                ELSE LEAST(
                  12600000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                        CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
                ELSE LEAST(
                  14400000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t74"."until" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t74"."until" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                )
              END
            )
          END AS "end_tick",
          CAST("t74"."until" + TO_SECONDS(28800) AS DATE) AS "end_tick_day"
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
            "t41"."seen_tick_before" + CASE WHEN "t41"."seen_tick_worked" > 0 THEN "t73"."seen_tick" ELSE 0 END AS "seen_tick"
          FROM (
            SELECT
              "t71"."instance_id",
              "t71"."seq",
              "t71"."node",
              "t71"."department",
              "t71"."handler_id",
              "t71"."arrived_at",
              "t71"."opened_at",
              "t71"."decided_at",
              "t71"."action",
              "t71"."reason",
              "t71"."channel",
              "t71"."on_behalf_of",
              "t71"."type_id",
              "t71"."process",
              "t71"."amount_bearing",
              "t71"."ended",
              "t71"."place",
              "t71"."allowed",
              "t71"."after",
              "t71"."came",
              "t71"."backwards",
              "t71"."visit",
              "t71"."sent_back",
              "t71"."as_of",
              "t71"."handler",
              "t71"."until",
              "t71"."came_on",
              "t71"."went_on",
              "t71"."gone_before",
              "t71"."gone",
              "t71"."came_tick",
              CASE
                WHEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                  ELSE LEAST(
                    12600000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  )
                END IS NULL
                THEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                  ELSE LEAST(
                    12600000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                              CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                    ) IS NULL
                    THEN (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                    ELSE LEAST(
                      12600000,
                      (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                            CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                  ELSE LEAST(
                    14400000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  )
                END IS NULL
                THEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                  ELSE LEAST(
                    14400000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                              CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                    ) IS NULL
                    THEN (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                    ELSE LEAST(
                      14400000,
                      (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t71"."opened_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t71"."opened_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                    )
                  END
                )
              END AS "seen_tick",
              CAST("t71"."opened_at" + TO_SECONDS(28800) AS DATE) AS "seen_tick_day"
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
                "t42"."came_tick_before" + CASE WHEN "t42"."came_tick_worked" > 0 THEN "t70"."came_tick" ELSE 0 END AS "came_tick"
              FROM (
                SELECT
                  "t68"."instance_id",
                  "t68"."seq",
                  "t68"."node",
                  "t68"."department",
                  "t68"."handler_id",
                  "t68"."arrived_at",
                  "t68"."opened_at",
                  "t68"."decided_at",
                  "t68"."action",
                  "t68"."reason",
                  "t68"."channel",
                  "t68"."on_behalf_of",
                  "t68"."type_id",
                  "t68"."process",
                  "t68"."amount_bearing",
                  "t68"."ended",
                  "t68"."place",
                  "t68"."allowed",
                  "t68"."after",
                  "t68"."came",
                  "t68"."backwards",
                  "t68"."visit",
                  "t68"."sent_back",
                  "t68"."as_of",
                  "t68"."handler",
                  "t68"."until",
                  "t68"."came_on",
                  "t68"."went_on",
                  "t68"."gone_before",
                  "t68"."gone",
                  CASE
                    WHEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                      ELSE LEAST(
                        12600000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      )
                    END IS NULL
                    THEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                      ELSE LEAST(
                        12600000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                  CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 30600000
                        ) IS NULL
                        THEN (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 30600000
                        ELSE LEAST(
                          12600000,
                          (
                            (
                              (
                                (
                                  CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                      ELSE LEAST(
                        14400000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      )
                    END IS NULL
                    THEN CASE
                      WHEN (
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                      ) IS NULL
                      THEN (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                      ELSE LEAST(
                        14400000,
                        (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                                  CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 48600000
                        ) IS NULL
                        THEN (
                          (
                            (
                              (
                                CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                              ) + (
                                CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                              ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                            ) * 1000
                          ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                        ) - 48600000
                        ELSE LEAST(
                          14400000,
                          (
                            (
                              (
                                (
                                  CAST(EXTRACT(hour FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                                ) + (
                                  CAST(EXTRACT(minute FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                                ) + CAST(EXTRACT(second FROM "t68"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                              ) * 1000
                            ) + CAST(EXTRACT('MILLISECOND' FROM "t68"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                          ) - 48600000
                        )
                      END
                    )
                  END AS "came_tick",
                  CAST("t68"."arrived_at" + TO_SECONDS(28800) AS DATE) AS "came_tick_day"
                FROM (
                  SELECT
                    "t67".*
                    EXCLUDE ("went_on_right")
                  FROM (
                    SELECT
                      "t66".*
                      EXCLUDE ("handler_id_right")
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
                        "t65"."reason",
                        "t65"."channel",
                        "t65"."on_behalf_of",
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
                        "t65"."came_on",
                        "t65"."went_on",
                        "t65"."gone_before",
                        "t52"."handler_id" AS "handler_id_right",
                        "t52"."gone",
                        "t52"."went_on" AS "went_on_right"
                      FROM (
                        SELECT
                          "t63".*
                          EXCLUDE ("came_on_right")
                        FROM (
                          SELECT
                            "t62".*
                            EXCLUDE ("handler_id_right")
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
                              "t61"."reason",
                              "t61"."channel",
                              "t61"."on_behalf_of",
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
                              "t61"."sent_back",
                              "t61"."as_of",
                              "t61"."handler",
                              "t61"."until",
                              "t61"."came_on",
                              "t61"."went_on",
                              "t54"."handler_id" AS "handler_id_right",
                              "t54"."gone_before",
                              "t54"."came_on" AS "came_on_right"
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
                                COALESCE("t59"."decided_at", "t59"."as_of") AS "until",
                                CAST("t59"."arrived_at" + TO_SECONDS(28800) AS DATE) AS "came_on",
                                CAST(COALESCE("t59"."decided_at", "t59"."as_of") + TO_SECONDS(28800) AS DATE) AS "went_on"
                              FROM (
                                SELECT
                                  "t58".*
                                  EXCLUDE ("handler_id_right")
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
                                    "t38"."as_of",
                                    "t18"."handler_id" AS "handler_id_right",
                                    "t18"."handler"
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
                                      SUM("t55"."came") OVER (
                                        PARTITION BY "t55"."instance_id", "t55"."node"
                                        ORDER BY "t55"."arrived_at" ASC, "t55"."seq" ASC
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                      ) AS "visit",
                                      COALESCE(
                                        LEAD("t55"."came" = 1) OVER (
                                          PARTITION BY "t55"."instance_id", "t55"."node"
                                          ORDER BY "t55"."arrived_at" ASC, "t55"."seq" ASC
                                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                        )
                                        AND LEAD("t55"."after" = 'return') OVER (
                                          PARTITION BY "t55"."instance_id", "t55"."node"
                                          ORDER BY "t55"."arrived_at" ASC, "t55"."seq" ASC
                                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                        ),
                                        FALSE
                                      ) AS "sent_back"
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
                                        "t48"."reason",
                                        "t48"."channel",
                                        "t48"."on_behalf_of",
                                        "t48"."type_id",
                                        "t48"."process",
                                        "t48"."amount_bearing",
                                        "t48"."ended",
                                        "t48"."place",
                                        "t48"."allowed",
                                        LAG("t48"."action") OVER (
                                          PARTITION BY "t48"."instance_id"
                                          ORDER BY "t48"."arrived_at" ASC, "t48"."seq" ASC
                                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                        ) AS "after",
                                        CAST(COALESCE(
                                          "t48"."node" <> LAG("t48"."node") OVER (
                                            PARTITION BY "t48"."instance_id"
                                            ORDER BY "t48"."arrived_at" ASC, "t48"."seq" ASC
                                            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                          ),
                                          TRUE
                                        ) AS BIGINT) AS "came",
                                        COALESCE(
                                          "t48"."place" < LAG("t48"."place") OVER (
                                            PARTITION BY "t48"."instance_id"
                                            ORDER BY "t48"."arrived_at" ASC, "t48"."seq" ASC
                                            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                          ),
                                          FALSE
                                        ) AS "backwards"
                                      FROM (
                                        SELECT
                                          "t47".*
                                          EXCLUDE ("node_right")
                                        FROM (
                                          SELECT
                                            "t46".*
                                            EXCLUDE ("type_id_right")
                                          FROM (
                                            SELECT
                                              "t32"."instance_id",
                                              "t32"."seq",
                                              "t32"."node",
                                              "t32"."department",
                                              "t32"."handler_id",
                                              "t32"."arrived_at",
                                              "t32"."opened_at",
                                              "t32"."decided_at",
                                              "t32"."action",
                                              "t32"."reason",
                                              "t32"."channel",
                                              "t32"."on_behalf_of",
                                              "t44"."type_id",
                                              "t44"."process",
                                              "t44"."amount_bearing",
                                              "t44"."ended",
                                              "t21"."type_id" AS "type_id_right",
                                              "t21"."node" AS "node_right",
                                              "t21"."place",
                                              "t21"."allowed"
                                            FROM (
                                              SELECT
                                                "t26".*
                                                EXCLUDE ("period")
                                              FROM (
                                                SELECT
                                                  "t23".*
                                                  EXCLUDE ("returned_to")
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
                                              ) AS "t26"
                                            ) AS "t32"
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
                                            ) AS "t44"
                                              ON "t32"."instance_id" = "t44"."instance_id"
                                            LEFT OUTER JOIN (
                                              SELECT
                                                "t4"."type_id",
                                                "t4"."node",
                                                "t4"."place",
                                                "t4"."sla_minutes" * 60 AS "allowed"
                                              FROM "process"."node" AS "t4"
                                            ) AS "t21"
                                              ON "t44"."type_id" = "t21"."type_id" AND "t32"."node" = "t21"."node"
                                          ) AS "t46"
                                        ) AS "t47"
                                      ) AS "t48"
                                    ) AS "t55"
                                  ) AS "t57"
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
                                  ) AS "t38"
                                  LEFT OUTER JOIN (
                                    SELECT
                                      "t2"."handler_id",
                                      "t2"."name" AS "handler"
                                    FROM "process"."handler" AS "t2"
                                  ) AS "t18"
                                    ON "t57"."handler_id" = "t18"."handler_id"
                                ) AS "t58"
                              ) AS "t59"
                            ) AS "t61"
                            LEFT OUTER JOIN (
                              SELECT
                                "t50"."handler_id",
                                "t50"."gone" - "t50"."away" AS "gone_before",
                                "t50"."day" AS "came_on"
                              FROM "t49" AS "t50"
                            ) AS "t54"
                              ON "t61"."handler_id" = "t54"."handler_id" AND "t61"."came_on" = "t54"."came_on"
                          ) AS "t62"
                        ) AS "t63"
                      ) AS "t65"
                      LEFT OUTER JOIN (
                        SELECT
                          "t50"."handler_id",
                          "t50"."gone",
                          "t50"."day" AS "went_on"
                        FROM "t49" AS "t50"
                      ) AS "t52"
                        ON "t65"."handler_id" = "t52"."handler_id" AND "t65"."went_on" = "t52"."went_on"
                    ) AS "t66"
                  ) AS "t67"
                ) AS "t68"
              ) AS "t70"
              LEFT OUTER JOIN (
                SELECT
                  "t30"."day" AS "came_tick_day",
                  "t30"."worked" AS "came_tick_worked",
                  "t30"."before" AS "came_tick_before"
                FROM "t28" AS "t30"
              ) AS "t42"
                ON "t70"."came_tick_day" = "t42"."came_tick_day"
            ) AS "t71"
          ) AS "t73"
          LEFT OUTER JOIN (
            SELECT
              "t30"."day" AS "seen_tick_day",
              "t30"."worked" AS "seen_tick_worked",
              "t30"."before" AS "seen_tick_before"
            FROM "t28" AS "t30"
          ) AS "t41"
            ON "t73"."seen_tick_day" = "t41"."seen_tick_day"
        ) AS "t74"
      ) AS "t76"
      LEFT OUTER JOIN (
        SELECT
          "t30"."day" AS "end_tick_day",
          "t30"."worked" AS "end_tick_worked",
          "t30"."before" AS "end_tick_before"
        FROM "t28" AS "t30"
      ) AS "t40"
        ON "t76"."end_tick_day" = "t40"."end_tick_day"
    ) AS "t77"
  ) AS "t79"
  LEFT OUTER JOIN (
    SELECT
      "t0"."day" AS "decided_on",
      "t0"."is_workday" AS "works"
    FROM "bank"."calendar" AS "t0"
  ) AS "t14"
    ON "t79"."decided_on" = "t14"."decided_on"
) AS "t80"
ORDER BY
  "t80"."instance_id" ASC,
  "t80"."seq" ASC
