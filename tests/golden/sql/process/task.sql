WITH "t28" AS (
  SELECT
    "t17"."day",
    "t17"."midnight",
    SUM("t17"."worked") OVER (ORDER BY "t17"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - "t17"."worked" AS "opens",
    SUM("t17"."worked") OVER (ORDER BY "t17"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "closes"
  FROM (
    SELECT
      "t2"."day",
      CAST("t2"."day" AS TIMESTAMP) AS "midnight",
      CASE WHEN "t2"."is_workday" THEN 27000000 ELSE 0 END AS "worked"
    FROM "bank"."calendar" AS "t2"
  ) AS "t17"
), "t40" AS (
  SELECT
    "t38"."handler_id",
    "t38"."day",
    "t38"."away",
    SUM("t38"."away") OVER (
      PARTITION BY "t38"."handler_id"
      ORDER BY "t38"."day" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS "gone"
  FROM (
    SELECT
      "t27"."handler_id",
      "t27"."day",
      CAST(COUNT("t27"."absent_id") > 0 AS BIGINT) AS "away"
    FROM (
      SELECT
        "t20"."handler_id",
        "t18"."day",
        "t21"."from_on",
        "t21"."to_on",
        "t21"."absent_id"
      FROM (
        SELECT DISTINCT
          "t6"."handler_id"
        FROM "process"."absence" AS "t6"
      ) AS "t20"
      CROSS JOIN (
        SELECT
          "t2"."day"
        FROM "bank"."calendar" AS "t2"
      ) AS "t18"
      LEFT OUTER JOIN (
        SELECT
          "t6"."from_on",
          "t6"."to_on",
          "t6"."handler_id" AS "absent_id"
        FROM "process"."absence" AS "t6"
      ) AS "t21"
        ON "t20"."handler_id" = "t21"."absent_id"
        AND "t18"."day" >= "t21"."from_on"
        AND "t18"."day" <= "t21"."to_on"
    ) AS "t27"
    GROUP BY
      1,
      2
  ) AS "t38"
)
SELECT
  "t50"."instance_id",
  "t50"."seq",
  "t50"."process",
  "t50"."node",
  "t50"."department",
  "t50"."handler_id",
  "t50"."handler",
  "t50"."arrived_at",
  "t50"."opened_at",
  "t50"."decided_at",
  "t50"."action",
  "t50"."reason",
  "t50"."after",
  "t50"."place",
  "t50"."visit",
  "t50"."backwards",
  "t50"."sent_back",
  COALESCE("t50"."decided_at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC'), FALSE) AS "decided",
  NOT (
    "t50"."decided_at" IS NOT NULL
  ) AND NOT (
    "t50"."ended"
  ) AS "pending",
  "t50"."on_behalf_of" IS NOT NULL AS "delegated",
  COALESCE("t50"."gone" > "t50"."gone_before", FALSE) AS "away",
  CASE
    WHEN COALESCE("t50"."seen_tick", "t50"."went_tick") < "t50"."came_tick"
    THEN 0
    ELSE CAST(FLOOR(
      (
        COALESCE("t50"."seen_tick", "t50"."went_tick") - "t50"."came_tick"
      ) / (
        1000
      )
    ) AS BIGINT)
  END AS "wait_seconds",
  CASE
    WHEN "t50"."decided_at" IS NOT NULL
    THEN CASE
      WHEN "t50"."went_tick" < "t50"."seen_tick"
      THEN 0
      ELSE CAST(FLOOR((
        "t50"."went_tick" - "t50"."seen_tick"
      ) / (
        1000
      )) AS BIGINT)
    END
    ELSE NULL
  END AS "touch_seconds",
  CASE
    WHEN "t50"."went_tick" < "t50"."came_tick"
    THEN 0
    ELSE CAST(FLOOR((
      "t50"."went_tick" - "t50"."came_tick"
    ) / (
      1000
    )) AS BIGINT)
  END AS "dwell_seconds",
  "t50"."natural_seconds",
  "t50"."sla_minutes" * 60 AS "sla_seconds",
  COALESCE(
    CASE
      WHEN "t50"."went_tick" < "t50"."came_tick"
      THEN 0
      ELSE CAST(FLOOR((
        "t50"."went_tick" - "t50"."came_tick"
      ) / (
        1000
      )) AS BIGINT)
    END > (
      "t50"."sla_minutes" * 60
    ),
    FALSE
  ) AS "overdue",
  COALESCE(
    CASE
      WHEN COALESCE("t50"."seen_tick", "t50"."went_tick") < "t50"."came_tick"
      THEN 0
      ELSE CAST(FLOOR(
        (
          COALESCE("t50"."seen_tick", "t50"."went_tick") - "t50"."came_tick"
        ) / (
          1000
        )
      ) AS BIGINT)
    END > 27000,
    FALSE
  ) AS "unread",
  (
    "t50"."decided_at" IS NOT NULL
  )
  AND COALESCE("t50"."amount_bearing" AND (
    "t50"."seen_seconds" < 5
  ), FALSE) AS "instant",
  "t50"."amount_bearing" AS "bears_amount",
  (
    "t50"."decided_at" IS NOT NULL
  )
  AND (
    NOT (
      COALESCE("t50"."is_workday", TRUE)
    )
    OR (
      (
        (
          (
            CAST(EXTRACT(hour FROM "t50"."went") AS BIGINT) * 60
          ) + CAST(EXTRACT(minute FROM "t50"."went") AS BIGINT)
        ) < 510
      )
      OR (
        (
          (
            CAST(EXTRACT(hour FROM "t50"."went") AS BIGINT) * 60
          ) + CAST(EXTRACT(minute FROM "t50"."went") AS BIGINT)
        ) >= 1050
      )
    )
  ) AS "off_hours",
  COALESCE((
    "t50"."decided_at" IS NOT NULL
  ) AND (
    "t50"."channel" = 'mobile'
  ), FALSE) AS "mobile",
  CAST("t50"."as_of" AS TIMESTAMPTZ) AS "as_of"
FROM (
  SELECT
    "t49"."instance_id",
    "t49"."seq",
    "t49"."node",
    "t49"."department",
    "t49"."handler_id",
    "t49"."arrived_at",
    "t49"."opened_at",
    "t49"."decided_at",
    "t49"."action",
    "t49"."reason",
    "t49"."channel",
    "t49"."on_behalf_of",
    "t49"."type_id",
    "t49"."ended",
    "t49"."place",
    "t49"."sla_minutes",
    "t49"."as_of",
    "t49"."after",
    "t49"."begins",
    "t49"."backwards",
    "t49"."visit",
    "t49"."sent_back",
    "t49"."came",
    "t49"."seen",
    "t49"."went",
    "t49"."natural_seconds",
    "t49"."seen_seconds",
    "t35"."came_tick_opens" + LEAST(
      GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t35"."came_tick_midnight", "t49"."came_tick_shown") - 30600000,
          12600000
        ),
        0
      ) + GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t35"."came_tick_midnight", "t49"."came_tick_shown") - 48600000,
          14400000
        ),
        0
      ),
      "t35"."came_tick_closes" - "t35"."came_tick_opens"
    ) AS "came_tick",
    "t36"."seen_tick_opens" + LEAST(
      GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t36"."seen_tick_midnight", "t49"."seen_tick_shown") - 30600000,
          12600000
        ),
        0
      ) + GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t36"."seen_tick_midnight", "t49"."seen_tick_shown") - 48600000,
          14400000
        ),
        0
      ),
      "t36"."seen_tick_closes" - "t36"."seen_tick_opens"
    ) AS "seen_tick",
    "t37"."went_tick_opens" + LEAST(
      GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t37"."went_tick_midnight", "t49"."went_tick_shown") - 30600000,
          12600000
        ),
        0
      ) + GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t37"."went_tick_midnight", "t49"."went_tick_shown") - 48600000,
          14400000
        ),
        0
      ),
      "t37"."went_tick_closes" - "t37"."went_tick_opens"
    ) AS "went_tick",
    "t14"."amount_bearing",
    "t14"."process",
    "t14"."named_id",
    "t15"."handler",
    "t15"."person_id",
    "t46"."gone_before",
    "t46"."first_id",
    "t46"."first_day",
    "t44"."gone",
    "t44"."last_id",
    "t44"."last_day",
    "t16"."is_workday",
    "t16"."off_day"
  FROM (
    SELECT
      "t47"."instance_id",
      "t47"."seq",
      "t47"."node",
      "t47"."department",
      "t47"."handler_id",
      "t47"."arrived_at",
      "t47"."opened_at",
      "t47"."decided_at",
      "t47"."action",
      "t47"."reason",
      "t47"."channel",
      "t47"."on_behalf_of",
      "t47"."type_id",
      "t47"."ended",
      "t47"."place",
      "t47"."sla_minutes",
      "t47"."as_of",
      "t47"."after",
      "t47"."begins",
      "t47"."backwards",
      "t47"."visit",
      "t47"."sent_back",
      CAST("t47"."arrived_at" AS TIMESTAMP) + TO_SECONDS(28800) AS "came",
      CAST("t47"."opened_at" AS TIMESTAMP) + TO_SECONDS(28800) AS "seen",
      CAST(COALESCE("t47"."decided_at", "t47"."as_of") AS TIMESTAMP) + TO_SECONDS(28800) AS "went",
      CAST(FLOOR(EPOCH(CAST(COALESCE("t47"."decided_at", "t47"."as_of") AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t47"."arrived_at" AS TIMESTAMP))) AS BIGINT) AS "natural_seconds",
      CAST(FLOOR(EPOCH(CAST(COALESCE("t47"."decided_at", "t47"."as_of") AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t47"."opened_at" AS TIMESTAMP))) AS BIGINT) AS "seen_seconds",
      CAST("t47"."arrived_at" AS TIMESTAMP) + TO_SECONDS(28800) AS "came_tick_shown",
      CAST("t47"."opened_at" AS TIMESTAMP) + TO_SECONDS(28800) AS "seen_tick_shown",
      CAST(COALESCE("t47"."decided_at", "t47"."as_of") AS TIMESTAMP) + TO_SECONDS(28800) AS "went_tick_shown"
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
        "t43"."reason",
        "t43"."channel",
        "t43"."on_behalf_of",
        "t43"."type_id",
        "t43"."ended",
        "t43"."place",
        "t43"."sla_minutes",
        "t43"."as_of",
        "t43"."after",
        "t43"."begins",
        "t43"."backwards",
        SUM("t43"."begins") OVER (
          PARTITION BY "t43"."instance_id", "t43"."node"
          ORDER BY "t43"."arrived_at" ASC, "t43"."seq" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS "visit",
        COALESCE(
          LEAD("t43"."begins" = 1) OVER (
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
          "t39"."reason",
          "t39"."channel",
          "t39"."on_behalf_of",
          "t39"."type_id",
          "t39"."ended",
          "t39"."place",
          "t39"."sla_minutes",
          "t39"."as_of",
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
          ) AS BIGINT) AS "begins",
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
            "t25"."instance_id",
            "t25"."seq",
            "t25"."node",
            "t25"."department",
            "t25"."handler_id",
            "t25"."arrived_at",
            "t25"."opened_at",
            "t25"."decided_at",
            "t25"."action",
            "t25"."reason",
            "t25"."channel",
            "t25"."on_behalf_of",
            "t26"."type_id",
            "t26"."ended",
            "t19"."place",
            "t19"."sla_minutes",
            "t34"."as_of"
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
                WHEN "t3"."decided_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                THEN "t3"."action"
                ELSE NULL
              END AS "action",
              "t3"."returned_to",
              CASE
                WHEN "t3"."decided_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
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
          ) AS "t25"
          CROSS JOIN (
            SELECT
              COALESCE(
                LEAST("t24"."last", MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')),
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
            ) AS "t24"
          ) AS "t34"
          INNER JOIN (
            SELECT
              "t4"."type_id",
              "t4"."instance_id" AS "owned_id",
              CASE
                WHEN "t4"."ended_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
                THEN "t4"."ended_at"
                ELSE NULL
              END IS NOT NULL AS "ended"
            FROM "process"."instance" AS "t4"
            WHERE
              "t4"."started_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
              AND (
                (
                  "t4"."ended_at" IS NULL
                )
                OR (
                  "t4"."ended_at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC')
                )
              )
          ) AS "t26"
            ON "t25"."instance_id" = "t26"."owned_id"
          LEFT OUTER JOIN (
            SELECT
              "t5"."place",
              "t5"."sla_minutes",
              "t5"."type_id" AS "path_of",
              "t5"."node" AS "path_node"
            FROM "process"."node" AS "t5"
          ) AS "t19"
            ON "t26"."type_id" = "t19"."path_of" AND "t25"."node" = "t19"."path_node"
        ) AS "t39"
      ) AS "t43"
    ) AS "t47"
  ) AS "t49"
  LEFT OUTER JOIN (
    SELECT
      "t29"."day" AS "came_tick_day",
      "t29"."midnight" AS "came_tick_midnight",
      "t29"."opens" AS "came_tick_opens",
      "t29"."closes" AS "came_tick_closes"
    FROM "t28" AS "t29"
  ) AS "t35"
    ON CAST("t49"."came_tick_shown" AS DATE) = "t35"."came_tick_day"
  LEFT OUTER JOIN (
    SELECT
      "t29"."day" AS "seen_tick_day",
      "t29"."midnight" AS "seen_tick_midnight",
      "t29"."opens" AS "seen_tick_opens",
      "t29"."closes" AS "seen_tick_closes"
    FROM "t28" AS "t29"
  ) AS "t36"
    ON CAST("t49"."seen_tick_shown" AS DATE) = "t36"."seen_tick_day"
  LEFT OUTER JOIN (
    SELECT
      "t29"."day" AS "went_tick_day",
      "t29"."midnight" AS "went_tick_midnight",
      "t29"."opens" AS "went_tick_opens",
      "t29"."closes" AS "went_tick_closes"
    FROM "t28" AS "t29"
  ) AS "t37"
    ON CAST("t49"."went_tick_shown" AS DATE) = "t37"."went_tick_day"
  INNER JOIN (
    SELECT
      "t0"."amount_bearing",
      "t0"."name" AS "process",
      "t0"."type_id" AS "named_id"
    FROM "process"."type" AS "t0"
  ) AS "t14"
    ON "t49"."type_id" = "t14"."named_id"
  LEFT OUTER JOIN (
    SELECT
      "t1"."name" AS "handler",
      "t1"."handler_id" AS "person_id"
    FROM "process"."handler" AS "t1"
  ) AS "t15"
    ON "t49"."handler_id" = "t15"."person_id"
  LEFT OUTER JOIN (
    SELECT
      "t41"."gone" - "t41"."away" AS "gone_before",
      "t41"."handler_id" AS "first_id",
      "t41"."day" AS "first_day"
    FROM "t40" AS "t41"
  ) AS "t46"
    ON "t49"."handler_id" = "t46"."first_id"
    AND CAST("t49"."came" AS DATE) = "t46"."first_day"
  LEFT OUTER JOIN (
    SELECT
      "t41"."gone",
      "t41"."handler_id" AS "last_id",
      "t41"."day" AS "last_day"
    FROM "t40" AS "t41"
  ) AS "t44"
    ON "t49"."handler_id" = "t44"."last_id"
    AND CAST("t49"."went" AS DATE) = "t44"."last_day"
  LEFT OUTER JOIN (
    SELECT
      "t2"."is_workday",
      "t2"."day" AS "off_day"
    FROM "bank"."calendar" AS "t2"
  ) AS "t16"
    ON CAST("t49"."went" AS DATE) = "t16"."off_day"
) AS "t50"
ORDER BY
  "t50"."instance_id" ASC,
  "t50"."seq" ASC
