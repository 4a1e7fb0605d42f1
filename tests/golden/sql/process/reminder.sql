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
  "t53"."instance_id" || '/' || CAST("t53"."seq" AS TEXT) AS "key",
  CASE
    WHEN (
      "t53"."handler" IS NULL
    )
    OR COALESCE("t53"."left_on" <= "t53"."today", FALSE)
    THEN "t53"."department"
    WHEN COALESCE("t53"."is_away", FALSE) AND (
      "t53"."delegate" IS NOT NULL
    )
    THEN "t53"."delegate"
    ELSE "t53"."handler"
  END AS "owner",
  "t53"."department",
  "t53"."process",
  "t53"."node",
  "t53"."title",
  "t53"."process" || '在' || "t53"."node" || '已停留 ' || CAST(CAST(CAST(ROUND("t53"."dwell_seconds" / 3600, 1) AS DOUBLE) AS DECIMAL(9, 1)) AS TEXT) || ' 个工作小时' || CASE WHEN "t53"."dwell_seconds" > "t53"."sla_seconds" THEN '，已超过时限' ELSE '，即将到期' END AS "reason_zh",
  "t53"."process" || ' has waited ' || CAST(CAST(CAST(ROUND("t53"."dwell_seconds" / 3600, 1) AS DOUBLE) AS DECIMAL(9, 1)) AS TEXT) || ' working hours at ' || "t53"."node" || CASE
    WHEN "t53"."dwell_seconds" > "t53"."sla_seconds"
    THEN ', past its time'
    ELSE ', due soon'
  END AS "reason_en",
  "t53"."due_on",
  "t53"."dwell_seconds" > "t53"."sla_seconds" AS "overdue",
  CASE
    WHEN "t53"."urgent"
    THEN (
      (
        "t53"."dwell_seconds" - "t53"."sla_seconds"
      ) / 3600
    ) * 1.5
    ELSE (
      "t53"."dwell_seconds" - "t53"."sla_seconds"
    ) / 3600
  END AS "weight"
FROM (
  SELECT
    "t52"."instance_id",
    "t52"."seq",
    "t52"."process",
    "t52"."node",
    "t52"."department",
    "t52"."handler_id",
    "t52"."handler",
    "t52"."arrived_at",
    "t52"."opened_at",
    "t52"."decided_at",
    "t52"."action",
    "t52"."reason",
    "t52"."after",
    "t52"."place",
    "t52"."visit",
    "t52"."backwards",
    "t52"."sent_back",
    "t52"."decided",
    "t52"."pending",
    "t52"."delegated",
    "t52"."away",
    "t52"."wait_seconds",
    "t52"."touch_seconds",
    "t52"."dwell_seconds",
    "t52"."natural_seconds",
    "t52"."sla_seconds",
    "t52"."overdue",
    "t52"."unread",
    "t52"."instant",
    "t52"."bears_amount",
    "t52"."off_hours",
    "t52"."mobile",
    "t52"."as_of",
    "t52"."period",
    "t52"."today",
    "t52"."left_on",
    "t52"."delegate_id",
    "t52"."to_on",
    "t52"."is_away",
    "t52"."delegate",
    "t52"."title",
    "t52"."urgent",
    "t52"."came_tick",
    "t52"."due_tick",
    "t47"."due_on",
    "t47"."opens",
    "t47"."closes"
  FROM (
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
      "t50"."decided",
      "t50"."pending",
      "t50"."delegated",
      "t50"."away",
      "t50"."wait_seconds",
      "t50"."touch_seconds",
      "t50"."dwell_seconds",
      "t50"."natural_seconds",
      "t50"."sla_seconds",
      "t50"."overdue",
      "t50"."unread",
      "t50"."instant",
      "t50"."bears_amount",
      "t50"."off_hours",
      "t50"."mobile",
      "t50"."as_of",
      "t50"."period",
      "t50"."today",
      "t50"."left_on",
      "t50"."delegate_id",
      "t50"."to_on",
      "t50"."is_away",
      "t50"."delegate",
      "t50"."title",
      "t50"."urgent",
      "t50"."came_tick",
      "t50"."came_tick" + (
        "t50"."sla_seconds" * 1000
      ) AS "due_tick"
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
        "t25"."came_tick_before" + CASE WHEN "t25"."came_tick_worked" > 0 THEN "t49"."came_tick" ELSE 0 END AS "came_tick"
      FROM (
        SELECT
          "t46"."instance_id",
          "t46"."seq",
          "t46"."process",
          "t46"."node",
          "t46"."department",
          "t46"."handler_id",
          "t46"."handler",
          "t46"."arrived_at",
          "t46"."opened_at",
          "t46"."decided_at",
          "t46"."action",
          "t46"."reason",
          "t46"."after",
          "t46"."place",
          "t46"."visit",
          "t46"."backwards",
          "t46"."sent_back",
          "t46"."decided",
          "t46"."pending",
          "t46"."delegated",
          "t46"."away",
          "t46"."wait_seconds",
          "t46"."touch_seconds",
          "t46"."dwell_seconds",
          "t46"."natural_seconds",
          "t46"."sla_seconds",
          "t46"."overdue",
          "t46"."unread",
          "t46"."instant",
          "t46"."bears_amount",
          "t46"."off_hours",
          "t46"."mobile",
          "t46"."as_of",
          "t46"."period",
          "t46"."today",
          "t46"."left_on",
          "t46"."delegate_id",
          "t46"."to_on",
          "t46"."is_away",
          "t46"."delegate",
          "t46"."title",
          "t46"."urgent",
          CASE
            WHEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
                ELSE LEAST(
                  12600000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                        CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
                ELSE LEAST(
                  14400000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t46"."arrived_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t46"."arrived_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                )
              END
            )
          END AS "came_tick",
          CAST("t46"."arrived_at" + TO_SECONDS(28800) AS DATE) AS "came_tick_day"
        FROM (
          SELECT
            "t43"."instance_id",
            "t43"."seq",
            "t43"."process",
            "t43"."node",
            "t43"."department",
            "t43"."handler_id",
            "t43"."handler",
            "t43"."arrived_at",
            "t43"."opened_at",
            "t43"."decided_at",
            "t43"."action",
            "t43"."reason",
            "t43"."after",
            "t43"."place",
            "t43"."visit",
            "t43"."backwards",
            "t43"."sent_back",
            "t43"."decided",
            "t43"."pending",
            "t43"."delegated",
            "t43"."away",
            "t43"."wait_seconds",
            "t43"."touch_seconds",
            "t43"."dwell_seconds",
            "t43"."natural_seconds",
            "t43"."sla_seconds",
            "t43"."overdue",
            "t43"."unread",
            "t43"."instant",
            "t43"."bears_amount",
            "t43"."off_hours",
            "t43"."mobile",
            "t43"."as_of",
            "t43"."period",
            "t43"."today",
            "t43"."left_on",
            "t43"."delegate_id",
            "t43"."to_on",
            "t43"."is_away",
            "t43"."delegate",
            "t13"."title",
            "t13"."urgent"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t38".*
                EXCLUDE ("delegate_id_right")
              FROM (
                SELECT
                  "t37"."instance_id",
                  "t37"."seq",
                  "t37"."process",
                  "t37"."node",
                  "t37"."department",
                  "t37"."handler_id",
                  "t37"."handler",
                  "t37"."arrived_at",
                  "t37"."opened_at",
                  "t37"."decided_at",
                  "t37"."action",
                  "t37"."reason",
                  "t37"."after",
                  "t37"."place",
                  "t37"."visit",
                  "t37"."backwards",
                  "t37"."sent_back",
                  "t37"."decided",
                  "t37"."pending",
                  "t37"."delegated",
                  "t37"."away",
                  "t37"."wait_seconds",
                  "t37"."touch_seconds",
                  "t37"."dwell_seconds",
                  "t37"."natural_seconds",
                  "t37"."sla_seconds",
                  "t37"."overdue",
                  "t37"."unread",
                  "t37"."instant",
                  "t37"."bears_amount",
                  "t37"."off_hours",
                  "t37"."mobile",
                  "t37"."as_of",
                  "t37"."period",
                  "t37"."today",
                  "t37"."left_on",
                  "t37"."delegate_id",
                  "t37"."to_on",
                  "t37"."is_away",
                  "t10"."delegate_id" AS "delegate_id_right",
                  "t10"."delegate"
                FROM (
                  SELECT
                    "t35".*
                    EXCLUDE ("seq_right")
                  FROM (
                    SELECT
                      "t34".*
                      EXCLUDE ("instance_id_right")
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
                  ) AS "t35"
                ) AS "t37"
                LEFT OUTER JOIN (
                  SELECT
                    "t2"."handler_id" AS "delegate_id",
                    "t2"."name" AS "delegate"
                  FROM "process"."handler" AS "t2"
                ) AS "t10"
                  ON "t37"."delegate_id" = "t10"."delegate_id"
              ) AS "t38"
            ) AS "t39"
            WHERE
              "t39"."sla_seconds" IS NOT NULL
              AND "t39"."dwell_seconds" > (
                "t39"."sla_seconds" - 27000
              )
          ) AS "t43"
          INNER JOIN (
            SELECT
              "t0"."instance_id",
              "t0"."title",
              "t0"."urgent"
            FROM "process"."case" AS "t0"
            WHERE
              "t0"."period" = '2023-04'
          ) AS "t13"
            ON "t43"."instance_id" = "t13"."instance_id"
        ) AS "t46"
      ) AS "t49"
      LEFT OUTER JOIN (
        SELECT
          "t18"."day" AS "came_tick_day",
          "t18"."worked" AS "came_tick_worked",
          "t18"."before" AS "came_tick_before"
        FROM "t17" AS "t18"
      ) AS "t25"
        ON "t49"."came_tick_day" = "t25"."came_tick_day"
    ) AS "t50"
  ) AS "t52"
  LEFT OUTER JOIN (
    SELECT
      "t44"."day" AS "due_on",
      "t44"."opens",
      "t44"."closes"
    FROM (
      SELECT
        "t41"."day",
        "t41"."since",
        "t41"."until",
        "t41"."opens",
        "t26"."closes_before" + CASE WHEN "t26"."closes_worked" > 0 THEN "t41"."closes" ELSE 0 END AS "closes"
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
      ) AS "t41"
      LEFT OUTER JOIN (
        SELECT
          "t18"."day" AS "closes_day",
          "t18"."worked" AS "closes_worked",
          "t18"."before" AS "closes_before"
        FROM "t17" AS "t18"
      ) AS "t26"
        ON "t41"."closes_day" = "t26"."closes_day"
    ) AS "t44"
  ) AS "t47"
    ON "t52"."due_tick" > "t47"."opens" AND "t52"."due_tick" <= "t47"."closes"
) AS "t53"
ORDER BY
  "t53"."instance_id" || '/' || CAST("t53"."seq" AS TEXT) ASC
