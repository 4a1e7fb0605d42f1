WITH "t17" AS (
  SELECT
    "t9"."day",
    "t9"."worked",
    SUM("t9"."worked") OVER (ORDER BY "t9"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - "t9"."worked" AS "before"
  FROM (
    SELECT
      "t1"."day",
      CASE WHEN "t1"."is_workday" THEN 27000000 ELSE 0 END AS "worked"
    FROM "bank"."calendar" AS "t1"
  ) AS "t9"
)
SELECT
  "t52"."instance_id" || '/' || CAST("t52"."seq" AS TEXT) AS "key",
  CASE
    WHEN (
      "t52"."handler" IS NULL
    )
    OR COALESCE("t52"."left_on" <= "t52"."today", FALSE)
    THEN "t52"."department"
    WHEN COALESCE("t52"."is_away", FALSE) AND (
      "t52"."delegate" IS NOT NULL
    )
    THEN "t52"."delegate"
    ELSE "t52"."handler"
  END AS "owner",
  "t52"."department",
  "t52"."process",
  "t52"."node",
  "t52"."title",
  "t52"."process" || '在' || "t52"."node" || '已停留 ' || CAST(CAST(CAST(ROUND("t52"."dwell_seconds" / 3600, 1) AS DOUBLE) AS DECIMAL(9, 1)) AS TEXT) || ' 个工作小时' || CASE WHEN "t52"."dwell_seconds" > "t52"."sla_seconds" THEN '，已超过时限' ELSE '，即将到期' END AS "reason_zh",
  "t52"."process" || ' has waited ' || CAST(CAST(CAST(ROUND("t52"."dwell_seconds" / 3600, 1) AS DOUBLE) AS DECIMAL(9, 1)) AS TEXT) || ' working hours at ' || "t52"."node" || CASE
    WHEN "t52"."dwell_seconds" > "t52"."sla_seconds"
    THEN ', past its time'
    ELSE ', due soon'
  END AS "reason_en",
  "t52"."due_on",
  "t52"."dwell_seconds" > "t52"."sla_seconds" AS "overdue",
  CASE
    WHEN "t52"."urgent"
    THEN (
      (
        "t52"."dwell_seconds" - "t52"."sla_seconds"
      ) / 3600
    ) * 1.5
    ELSE (
      "t52"."dwell_seconds" - "t52"."sla_seconds"
    ) / 3600
  END AS "weight"
FROM (
  SELECT
    "t51"."instance_id",
    "t51"."seq",
    "t51"."process",
    "t51"."node",
    "t51"."department",
    "t51"."handler_id",
    "t51"."handler",
    "t51"."arrived_at",
    "t51"."opened_at",
    "t51"."decided_at",
    "t51"."action",
    "t51"."reason",
    "t51"."after",
    "t51"."place",
    "t51"."visit",
    "t51"."backwards",
    "t51"."sent_back",
    "t51"."decided",
    "t51"."pending",
    "t51"."delegated",
    "t51"."away",
    "t51"."wait_seconds",
    "t51"."touch_seconds",
    "t51"."dwell_seconds",
    "t51"."natural_seconds",
    "t51"."sla_seconds",
    "t51"."overdue",
    "t51"."unread",
    "t51"."instant",
    "t51"."bears_amount",
    "t51"."off_hours",
    "t51"."mobile",
    "t51"."as_of",
    "t51"."period",
    "t51"."today",
    "t51"."left_on",
    "t51"."delegate_id",
    "t51"."to_on",
    "t51"."is_away",
    "t51"."delegate",
    "t51"."title",
    "t51"."urgent",
    "t51"."came_tick",
    "t51"."due_tick",
    "t46"."due_on",
    "t46"."opens",
    "t46"."closes"
  FROM (
    SELECT
      "t49"."instance_id",
      "t49"."seq",
      "t49"."process",
      "t49"."node",
      "t49"."department",
      "t49"."handler_id",
      "t49"."handler",
      "t49"."arrived_at",
      "t49"."opened_at",
      "t49"."decided_at",
      "t49"."action",
      "t49"."reason",
      "t49"."after",
      "t49"."place",
      "t49"."visit",
      "t49"."backwards",
      "t49"."sent_back",
      "t49"."decided",
      "t49"."pending",
      "t49"."delegated",
      "t49"."away",
      "t49"."wait_seconds",
      "t49"."touch_seconds",
      "t49"."dwell_seconds",
      "t49"."natural_seconds",
      "t49"."sla_seconds",
      "t49"."overdue",
      "t49"."unread",
      "t49"."instant",
      "t49"."bears_amount",
      "t49"."off_hours",
      "t49"."mobile",
      "t49"."as_of",
      "t49"."period",
      "t49"."today",
      "t49"."left_on",
      "t49"."delegate_id",
      "t49"."to_on",
      "t49"."is_away",
      "t49"."delegate",
      "t49"."title",
      "t49"."urgent",
      "t49"."came_tick",
      "t49"."came_tick" + (
        "t49"."sla_seconds" * 1000
      ) AS "due_tick"
    FROM (
      SELECT
        "t48"."instance_id",
        "t48"."seq",
        "t48"."process",
        "t48"."node",
        "t48"."department",
        "t48"."handler_id",
        "t48"."handler",
        "t48"."arrived_at",
        "t48"."opened_at",
        "t48"."decided_at",
        "t48"."action",
        "t48"."reason",
        "t48"."after",
        "t48"."place",
        "t48"."visit",
        "t48"."backwards",
        "t48"."sent_back",
        "t48"."decided",
        "t48"."pending",
        "t48"."delegated",
        "t48"."away",
        "t48"."wait_seconds",
        "t48"."touch_seconds",
        "t48"."dwell_seconds",
        "t48"."natural_seconds",
        "t48"."sla_seconds",
        "t48"."overdue",
        "t48"."unread",
        "t48"."instant",
        "t48"."bears_amount",
        "t48"."off_hours",
        "t48"."mobile",
        "t48"."as_of",
        "t48"."period",
        "t48"."today",
        "t48"."left_on",
        "t48"."delegate_id",
        "t48"."to_on",
        "t48"."is_away",
        "t48"."delegate",
        "t48"."title",
        "t48"."urgent",
        "t25"."came_tick_before" + CASE WHEN "t25"."came_tick_worked" > 0 THEN "t48"."came_tick" ELSE 0 END AS "came_tick"
      FROM (
        SELECT
          "t44"."instance_id",
          "t44"."seq",
          "t44"."process",
          "t44"."node",
          "t44"."department",
          "t44"."handler_id",
          "t44"."handler",
          "t44"."arrived_at",
          "t44"."opened_at",
          "t44"."decided_at",
          "t44"."action",
          "t44"."reason",
          "t44"."after",
          "t44"."place",
          "t44"."visit",
          "t44"."backwards",
          "t44"."sent_back",
          "t44"."decided",
          "t44"."pending",
          "t44"."delegated",
          "t44"."away",
          "t44"."wait_seconds",
          "t44"."touch_seconds",
          "t44"."dwell_seconds",
          "t44"."natural_seconds",
          "t44"."sla_seconds",
          "t44"."overdue",
          "t44"."unread",
          "t44"."instant",
          "t44"."bears_amount",
          "t44"."off_hours",
          "t44"."mobile",
          "t44"."as_of",
          "t44"."period",
          "t44"."today",
          "t44"."left_on",
          "t44"."delegate_id",
          "t44"."to_on",
          "t44"."is_away",
          "t44"."delegate",
          "t44"."title",
          "t44"."urgent",
          CASE
            WHEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
                ELSE LEAST(
                  12600000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                        CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
                ELSE LEAST(
                  14400000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t44"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t44"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                )
              END
            )
          END AS "came_tick",
          CAST("t44"."arrived_at" + TO_SECONDS(28800) AS DATE) AS "came_tick_day"
        FROM (
          SELECT
            "t42"."instance_id",
            "t42"."seq",
            "t42"."process",
            "t42"."node",
            "t42"."department",
            "t42"."handler_id",
            "t42"."handler",
            "t42"."arrived_at",
            "t42"."opened_at",
            "t42"."decided_at",
            "t42"."action",
            "t42"."reason",
            "t42"."after",
            "t42"."place",
            "t42"."visit",
            "t42"."backwards",
            "t42"."sent_back",
            "t42"."decided",
            "t42"."pending",
            "t42"."delegated",
            "t42"."away",
            "t42"."wait_seconds",
            "t42"."touch_seconds",
            "t42"."dwell_seconds",
            "t42"."natural_seconds",
            "t42"."sla_seconds",
            "t42"."overdue",
            "t42"."unread",
            "t42"."instant",
            "t42"."bears_amount",
            "t42"."off_hours",
            "t42"."mobile",
            "t42"."as_of",
            "t42"."period",
            "t42"."today",
            "t42"."left_on",
            "t42"."delegate_id",
            "t42"."to_on",
            "t42"."is_away",
            "t42"."delegate",
            "t13"."title",
            "t13"."urgent"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t37".*
                EXCLUDE ("delegate_id_right")
              FROM (
                SELECT
                  "t36"."instance_id",
                  "t36"."seq",
                  "t36"."process",
                  "t36"."node",
                  "t36"."department",
                  "t36"."handler_id",
                  "t36"."handler",
                  "t36"."arrived_at",
                  "t36"."opened_at",
                  "t36"."decided_at",
                  "t36"."action",
                  "t36"."reason",
                  "t36"."after",
                  "t36"."place",
                  "t36"."visit",
                  "t36"."backwards",
                  "t36"."sent_back",
                  "t36"."decided",
                  "t36"."pending",
                  "t36"."delegated",
                  "t36"."away",
                  "t36"."wait_seconds",
                  "t36"."touch_seconds",
                  "t36"."dwell_seconds",
                  "t36"."natural_seconds",
                  "t36"."sla_seconds",
                  "t36"."overdue",
                  "t36"."unread",
                  "t36"."instant",
                  "t36"."bears_amount",
                  "t36"."off_hours",
                  "t36"."mobile",
                  "t36"."as_of",
                  "t36"."period",
                  "t36"."today",
                  "t36"."left_on",
                  "t36"."delegate_id",
                  "t36"."to_on",
                  "t36"."is_away",
                  "t10"."delegate_id" AS "delegate_id_right",
                  "t10"."delegate"
                FROM (
                  SELECT
                    "t34".*
                    EXCLUDE ("instance_id_right", "seq_right")
                  FROM (
                    SELECT
                      "t24"."instance_id",
                      "t24"."seq",
                      "t24"."process",
                      "t24"."node",
                      "t24"."department",
                      "t24"."handler_id",
                      "t24"."handler",
                      "t24"."arrived_at",
                      "t24"."opened_at",
                      "t24"."decided_at",
                      "t24"."action",
                      "t24"."reason",
                      "t24"."after",
                      "t24"."place",
                      "t24"."visit",
                      "t24"."backwards",
                      "t24"."sent_back",
                      "t24"."decided",
                      "t24"."pending",
                      "t24"."delegated",
                      "t24"."away",
                      "t24"."wait_seconds",
                      "t24"."touch_seconds",
                      "t24"."dwell_seconds",
                      "t24"."natural_seconds",
                      "t24"."sla_seconds",
                      "t24"."overdue",
                      "t24"."unread",
                      "t24"."instant",
                      "t24"."bears_amount",
                      "t24"."off_hours",
                      "t24"."mobile",
                      "t24"."as_of",
                      "t24"."period",
                      "t24"."today",
                      "t24"."left_on",
                      "t32"."instance_id" AS "instance_id_right",
                      "t32"."seq" AS "seq_right",
                      "t32"."delegate_id",
                      "t32"."to_on",
                      "t32"."is_away"
                    FROM (
                      SELECT
                        "t19".*
                        EXCLUDE ("handler_id_right")
                      FROM (
                        SELECT
                          "t16"."instance_id",
                          "t16"."seq",
                          "t16"."process",
                          "t16"."node",
                          "t16"."department",
                          "t16"."handler_id",
                          "t16"."handler",
                          "t16"."arrived_at",
                          "t16"."opened_at",
                          "t16"."decided_at",
                          "t16"."action",
                          "t16"."reason",
                          "t16"."after",
                          "t16"."place",
                          "t16"."visit",
                          "t16"."backwards",
                          "t16"."sent_back",
                          "t16"."decided",
                          "t16"."pending",
                          "t16"."delegated",
                          "t16"."away",
                          "t16"."wait_seconds",
                          "t16"."touch_seconds",
                          "t16"."dwell_seconds",
                          "t16"."natural_seconds",
                          "t16"."sla_seconds",
                          "t16"."overdue",
                          "t16"."unread",
                          "t16"."instant",
                          "t16"."bears_amount",
                          "t16"."off_hours",
                          "t16"."mobile",
                          "t16"."as_of",
                          "t16"."period",
                          "t16"."today",
                          "t11"."handler_id" AS "handler_id_right",
                          "t11"."left_on"
                        FROM (
                          SELECT
                            "t3"."instance_id",
                            "t3"."seq",
                            "t3"."process",
                            "t3"."node",
                            "t3"."department",
                            "t3"."handler_id",
                            "t3"."handler",
                            "t3"."arrived_at",
                            "t3"."opened_at",
                            "t3"."decided_at",
                            "t3"."action",
                            "t3"."reason",
                            "t3"."after",
                            "t3"."place",
                            "t3"."visit",
                            "t3"."backwards",
                            "t3"."sent_back",
                            "t3"."decided",
                            "t3"."pending",
                            "t3"."delegated",
                            "t3"."away",
                            "t3"."wait_seconds",
                            "t3"."touch_seconds",
                            "t3"."dwell_seconds",
                            "t3"."natural_seconds",
                            "t3"."sla_seconds",
                            "t3"."overdue",
                            "t3"."unread",
                            "t3"."instant",
                            "t3"."bears_amount",
                            "t3"."off_hours",
                            "t3"."mobile",
                            "t3"."as_of",
                            "t3"."period",
                            CAST("t3"."as_of" + TO_SECONDS(28800) AS DATE) AS "today"
                          FROM "process"."task" AS "t3"
                          WHERE
                            "t3"."period" = '2023-04' AND "t3"."pending"
                        ) AS "t16"
                        LEFT OUTER JOIN (
                          SELECT
                            "t2"."handler_id",
                            "t2"."left_on"
                          FROM "process"."handler" AS "t2"
                        ) AS "t11"
                          ON "t16"."handler_id" = "t11"."handler_id"
                      ) AS "t19"
                    ) AS "t24"
                    LEFT OUTER JOIN (
                      SELECT
                        "t28"."instance_id",
                        "t28"."seq",
                        MIN("t28"."delegate_id") AS "delegate_id",
                        MAX("t28"."to_on") AS "to_on",
                        COUNT(*) > 0 AS "is_away"
                      FROM (
                        SELECT
                          "t24"."instance_id",
                          "t24"."seq",
                          "t24"."process",
                          "t24"."node",
                          "t24"."department",
                          "t24"."handler_id",
                          "t24"."handler",
                          "t24"."arrived_at",
                          "t24"."opened_at",
                          "t24"."decided_at",
                          "t24"."action",
                          "t24"."reason",
                          "t24"."after",
                          "t24"."place",
                          "t24"."visit",
                          "t24"."backwards",
                          "t24"."sent_back",
                          "t24"."decided",
                          "t24"."pending",
                          "t24"."delegated",
                          "t24"."away",
                          "t24"."wait_seconds",
                          "t24"."touch_seconds",
                          "t24"."dwell_seconds",
                          "t24"."natural_seconds",
                          "t24"."sla_seconds",
                          "t24"."overdue",
                          "t24"."unread",
                          "t24"."instant",
                          "t24"."bears_amount",
                          "t24"."off_hours",
                          "t24"."mobile",
                          "t24"."as_of",
                          "t24"."period",
                          "t24"."today",
                          "t24"."left_on",
                          "t12"."delegate_id",
                          "t12"."absentee",
                          "t12"."from_on",
                          "t12"."to_on"
                        FROM (
                          SELECT
                            "t19".*
                            EXCLUDE ("handler_id_right")
                          FROM (
                            SELECT
                              "t16"."instance_id",
                              "t16"."seq",
                              "t16"."process",
                              "t16"."node",
                              "t16"."department",
                              "t16"."handler_id",
                              "t16"."handler",
                              "t16"."arrived_at",
                              "t16"."opened_at",
                              "t16"."decided_at",
                              "t16"."action",
                              "t16"."reason",
                              "t16"."after",
                              "t16"."place",
                              "t16"."visit",
                              "t16"."backwards",
                              "t16"."sent_back",
                              "t16"."decided",
                              "t16"."pending",
                              "t16"."delegated",
                              "t16"."away",
                              "t16"."wait_seconds",
                              "t16"."touch_seconds",
                              "t16"."dwell_seconds",
                              "t16"."natural_seconds",
                              "t16"."sla_seconds",
                              "t16"."overdue",
                              "t16"."unread",
                              "t16"."instant",
                              "t16"."bears_amount",
                              "t16"."off_hours",
                              "t16"."mobile",
                              "t16"."as_of",
                              "t16"."period",
                              "t16"."today",
                              "t11"."handler_id" AS "handler_id_right",
                              "t11"."left_on"
                            FROM (
                              SELECT
                                "t3"."instance_id",
                                "t3"."seq",
                                "t3"."process",
                                "t3"."node",
                                "t3"."department",
                                "t3"."handler_id",
                                "t3"."handler",
                                "t3"."arrived_at",
                                "t3"."opened_at",
                                "t3"."decided_at",
                                "t3"."action",
                                "t3"."reason",
                                "t3"."after",
                                "t3"."place",
                                "t3"."visit",
                                "t3"."backwards",
                                "t3"."sent_back",
                                "t3"."decided",
                                "t3"."pending",
                                "t3"."delegated",
                                "t3"."away",
                                "t3"."wait_seconds",
                                "t3"."touch_seconds",
                                "t3"."dwell_seconds",
                                "t3"."natural_seconds",
                                "t3"."sla_seconds",
                                "t3"."overdue",
                                "t3"."unread",
                                "t3"."instant",
                                "t3"."bears_amount",
                                "t3"."off_hours",
                                "t3"."mobile",
                                "t3"."as_of",
                                "t3"."period",
                                CAST("t3"."as_of" + TO_SECONDS(28800) AS DATE) AS "today"
                              FROM "process"."task" AS "t3"
                              WHERE
                                "t3"."period" = '2023-04' AND "t3"."pending"
                            ) AS "t16"
                            LEFT OUTER JOIN (
                              SELECT
                                "t2"."handler_id",
                                "t2"."left_on"
                              FROM "process"."handler" AS "t2"
                            ) AS "t11"
                              ON "t16"."handler_id" = "t11"."handler_id"
                          ) AS "t19"
                        ) AS "t24"
                        INNER JOIN (
                          SELECT
                            "t4"."delegate_id",
                            "t4"."handler_id" AS "absentee",
                            "t4"."from_on",
                            "t4"."to_on"
                          FROM "process"."absence" AS "t4"
                        ) AS "t12"
                          ON "t24"."handler_id" = "t12"."absentee"
                          AND "t24"."today" >= "t12"."from_on"
                          AND "t24"."today" <= "t12"."to_on"
                      ) AS "t28"
                      GROUP BY
                        1,
                        2
                    ) AS "t32"
                      ON "t24"."instance_id" = "t32"."instance_id" AND "t24"."seq" = "t32"."seq"
                  ) AS "t34"
                ) AS "t36"
                LEFT OUTER JOIN (
                  SELECT
                    "t2"."handler_id" AS "delegate_id",
                    "t2"."name" AS "delegate"
                  FROM "process"."handler" AS "t2"
                ) AS "t10"
                  ON "t36"."delegate_id" = "t10"."delegate_id"
              ) AS "t37"
            ) AS "t38"
            WHERE
              "t38"."sla_seconds" IS NOT NULL
              AND "t38"."dwell_seconds" > (
                "t38"."sla_seconds" - 27000
              )
          ) AS "t42"
          INNER JOIN (
            SELECT
              "t0"."instance_id",
              "t0"."title",
              "t0"."urgent"
            FROM "process"."case" AS "t0"
            WHERE
              "t0"."period" = '2023-04'
          ) AS "t13"
            ON "t42"."instance_id" = "t13"."instance_id"
        ) AS "t44"
      ) AS "t48"
      LEFT OUTER JOIN (
        SELECT
          "t18"."day" AS "came_tick_day",
          "t18"."worked" AS "came_tick_worked",
          "t18"."before" AS "came_tick_before"
        FROM "t17" AS "t18"
      ) AS "t25"
        ON "t48"."came_tick_day" = "t25"."came_tick_day"
    ) AS "t49"
  ) AS "t51"
  LEFT OUTER JOIN (
    SELECT
      "t43"."day" AS "due_on",
      "t43"."opens",
      "t43"."closes"
    FROM (
      SELECT
        "t40"."day",
        "t40"."since",
        "t40"."until",
        "t40"."opens",
        "t26"."closes_before" + CASE WHEN "t26"."closes_worked" > 0 THEN "t40"."closes" ELSE 0 END AS "closes"
      FROM (
        SELECT
          "t33"."day",
          "t33"."since",
          "t33"."until",
          "t33"."opens",
          CASE
            WHEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
                ) - 30600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
                  ) - 30600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
                ) - 30600000
                ELSE LEAST(
                  12600000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
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
                        CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
                ) - 48600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
                  ) - 48600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
                ) - 48600000
                ELSE LEAST(
                  14400000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t33"."until") AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t33"."until") AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t33"."until") AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t33"."until") % 1000 AS BIGINT)
                  ) - 48600000
                )
              END
            )
          END AS "closes",
          CAST("t33"."until" AS DATE) AS "closes_day"
        FROM (
          SELECT
            "t30"."day",
            "t30"."since",
            "t30"."until",
            "t27"."opens_before" + CASE WHEN "t27"."opens_worked" > 0 THEN "t30"."opens" ELSE 0 END AS "opens"
          FROM (
            SELECT
              "t14"."day",
              "t14"."since",
              "t14"."until",
              CASE
                WHEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                    ) - 30600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                  ) - 30600000
                  ELSE LEAST(
                    12600000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                    ) - 30600000
                  )
                END IS NULL
                THEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                    ) - 30600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                  ) - 30600000
                  ELSE LEAST(
                    12600000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
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
                              CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                      ) - 30600000
                    ) IS NULL
                    THEN (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                    ) - 30600000
                    ELSE LEAST(
                      12600000,
                      (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
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
                            CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                    ) - 48600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                  ) - 48600000
                  ELSE LEAST(
                    14400000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                    ) - 48600000
                  )
                END IS NULL
                THEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                    ) - 48600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                  ) - 48600000
                  ELSE LEAST(
                    14400000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
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
                              CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                      ) - 48600000
                    ) IS NULL
                    THEN (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                    ) - 48600000
                    ELSE LEAST(
                      14400000,
                      (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t14"."since") AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t14"."since") AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t14"."since") AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t14"."since") % 1000 AS BIGINT)
                      ) - 48600000
                    )
                  END
                )
              END AS "opens",
              CAST("t14"."since" AS DATE) AS "opens_day"
            FROM (
              SELECT
                "t1"."day",
                CAST("t1"."day" AS TIMESTAMP) AS "since",
                CAST("t1"."day" AS TIMESTAMP) + INTERVAL '23' HOUR AS "until"
              FROM "bank"."calendar" AS "t1"
              WHERE
                "t1"."is_workday"
            ) AS "t14"
          ) AS "t30"
          LEFT OUTER JOIN (
            SELECT
              "t18"."day" AS "opens_day",
              "t18"."worked" AS "opens_worked",
              "t18"."before" AS "opens_before"
            FROM "t17" AS "t18"
          ) AS "t27"
            ON "t30"."opens_day" = "t27"."opens_day"
        ) AS "t33"
      ) AS "t40"
      LEFT OUTER JOIN (
        SELECT
          "t18"."day" AS "closes_day",
          "t18"."worked" AS "closes_worked",
          "t18"."before" AS "closes_before"
        FROM "t17" AS "t18"
      ) AS "t26"
        ON "t40"."closes_day" = "t26"."closes_day"
    ) AS "t43"
  ) AS "t46"
    ON "t51"."due_tick" > "t46"."opens" AND "t51"."due_tick" <= "t46"."closes"
) AS "t52"
ORDER BY
  "t52"."instance_id" || '/' || CAST("t52"."seq" AS TEXT) ASC
