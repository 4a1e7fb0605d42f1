WITH "t18" AS (
  SELECT
    "t11"."day",
    "t11"."worked",
    SUM("t11"."worked") OVER (ORDER BY "t11"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - "t11"."worked" AS "before"
  FROM (
    SELECT
      "t2"."day",
      CASE WHEN "t2"."is_workday" THEN 27000000 ELSE 0 END AS "worked"
    FROM "bank"."calendar" AS "t2"
  ) AS "t11"
)
SELECT
  "t47"."instance_id",
  "t47"."seq",
  "t47"."process",
  "t47"."node",
  "t47"."department",
  "t47"."handler",
  "t47"."title",
  "t47"."arrived_at",
  "t47"."idle" / 27000 AS "idle_days",
  CASE
    WHEN "t47"."handler_id" IS NULL
    THEN 'unassigned'
    WHEN COALESCE("t47"."left_on" <= "t47"."today", FALSE)
    THEN 'left'
    WHEN COALESCE("t47"."is_away", FALSE) AND (
      "t47"."delegate_id" IS NULL
    )
    THEN 'away'
    WHEN COALESCE("t47"."after" = 'return', FALSE) AND "t47"."backwards"
    THEN 'revising'
    WHEN "t47"."opened_at" IS NULL
    THEN 'unread'
    ELSE 'undecided'
  END AS "reason"
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
    "t43"."nth",
    "t46"."idle",
    "t14"."title"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t38"."instance_id",
        "t38"."seq",
        "t38"."process",
        "t38"."node",
        "t38"."department",
        "t38"."handler_id",
        "t38"."handler",
        "t38"."arrived_at",
        "t38"."opened_at",
        "t38"."decided_at",
        "t38"."action",
        "t38"."reason",
        "t38"."after",
        "t38"."place",
        "t38"."visit",
        "t38"."backwards",
        "t38"."sent_back",
        "t38"."decided",
        "t38"."pending",
        "t38"."delegated",
        "t38"."away",
        "t38"."wait_seconds",
        "t38"."touch_seconds",
        "t38"."dwell_seconds",
        "t38"."natural_seconds",
        "t38"."sla_seconds",
        "t38"."overdue",
        "t38"."unread",
        "t38"."instant",
        "t38"."bears_amount",
        "t38"."off_hours",
        "t38"."mobile",
        "t38"."as_of",
        "t38"."period",
        "t38"."today",
        "t38"."left_on",
        "t38"."delegate_id",
        "t38"."to_on",
        "t38"."is_away",
        "t38"."delegate",
        ROW_NUMBER() OVER (
          PARTITION BY "t38"."instance_id"
          ORDER BY "t38"."arrived_at" ASC, "t38"."seq" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "nth"
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
            "t9"."delegate_id" AS "delegate_id_right",
            "t9"."delegate"
          FROM (
            SELECT
              "t33".*
              EXCLUDE ("seq_right")
            FROM (
              SELECT
                "t32".*
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
                  "t29"."instance_id" AS "instance_id_right",
                  "t29"."seq" AS "seq_right",
                  "t29"."delegate_id",
                  "t29"."to_on",
                  "t29"."is_away"
                FROM (
                  SELECT
                    "t20".*
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
                      "t10"."handler_id" AS "handler_id_right",
                      "t10"."left_on"
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
                        "t1"."handler_id",
                        "t1"."left_on"
                      FROM "process"."handler" AS "t1"
                    ) AS "t10"
                      ON "t16"."handler_id" = "t10"."handler_id"
                  ) AS "t20"
                ) AS "t24"
                LEFT OUTER JOIN (
                  SELECT
                    "t27"."instance_id",
                    "t27"."seq",
                    MIN("t27"."delegate_id") AS "delegate_id",
                    MAX("t27"."to_on") AS "to_on",
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
                      "t13"."delegate_id",
                      "t13"."absentee",
                      "t13"."from_on",
                      "t13"."to_on"
                    FROM (
                      SELECT
                        "t20".*
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
                          "t10"."handler_id" AS "handler_id_right",
                          "t10"."left_on"
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
                            "t1"."handler_id",
                            "t1"."left_on"
                          FROM "process"."handler" AS "t1"
                        ) AS "t10"
                          ON "t16"."handler_id" = "t10"."handler_id"
                      ) AS "t20"
                    ) AS "t24"
                    INNER JOIN (
                      SELECT
                        "t4"."delegate_id",
                        "t4"."handler_id" AS "absentee",
                        "t4"."from_on",
                        "t4"."to_on"
                      FROM "process"."absence" AS "t4"
                    ) AS "t13"
                      ON "t24"."handler_id" = "t13"."absentee"
                      AND "t24"."today" >= "t13"."from_on"
                      AND "t24"."today" <= "t13"."to_on"
                  ) AS "t27"
                  GROUP BY
                    1,
                    2
                ) AS "t29"
                  ON "t24"."instance_id" = "t29"."instance_id" AND "t24"."seq" = "t29"."seq"
              ) AS "t32"
            ) AS "t33"
          ) AS "t36"
          LEFT OUTER JOIN (
            SELECT
              "t1"."handler_id" AS "delegate_id",
              "t1"."name" AS "delegate"
            FROM "process"."handler" AS "t1"
          ) AS "t9"
            ON "t36"."delegate_id" = "t9"."delegate_id"
        ) AS "t37"
      ) AS "t38"
    ) AS "t39"
    WHERE
      "t39"."nth" = 0
  ) AS "t43"
  INNER JOIN (
    SELECT
      "t44"."instance_id",
      CASE
        WHEN CAST(FLOOR((
          "t44"."now_tick" - "t44"."moved_tick"
        ) / (
          1000
        )) AS BIGINT) IS NULL
        THEN CAST(FLOOR((
          "t44"."now_tick" - "t44"."moved_tick"
        ) / (
          1000
        )) AS BIGINT)
        ELSE GREATEST(0, CAST(FLOOR((
          "t44"."now_tick" - "t44"."moved_tick"
        ) / (
          1000
        )) AS BIGINT))
      END AS "idle"
    FROM (
      SELECT
        "t42"."instance_id",
        "t42"."moved_at",
        "t42"."as_of",
        "t42"."moved_tick",
        "t25"."now_tick_before" + CASE WHEN "t25"."now_tick_worked" > 0 THEN "t42"."now_tick" ELSE 0 END AS "now_tick"
      FROM (
        SELECT
          "t35"."instance_id",
          "t35"."moved_at",
          "t35"."as_of",
          "t35"."moved_tick",
          CASE
            WHEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 30600000
              ELSE LEAST(
                12600000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 30600000
                ELSE LEAST(
                  12600000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                        CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              )
            END IS NULL
            THEN CASE
              WHEN (
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
              ) IS NULL
              THEN (
                (
                  (
                    (
                      CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                    ) + (
                      CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                    ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                  ) * 1000
                ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
              ) - 48600000
              ELSE LEAST(
                14400000,
                (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                          CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                ) IS NULL
                THEN (
                  (
                    (
                      (
                        CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                      ) + (
                        CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                      ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                    ) * 1000
                  ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                ) - 48600000
                ELSE LEAST(
                  14400000,
                  (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t35"."as_of" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t35"."as_of" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                )
              END
            )
          END AS "now_tick",
          CAST("t35"."as_of" + TO_SECONDS(28800) AS DATE) AS "now_tick_day"
        FROM (
          SELECT
            "t31"."instance_id",
            "t31"."moved_at",
            "t31"."as_of",
            "t26"."moved_tick_before" + CASE WHEN "t26"."moved_tick_worked" > 0 THEN "t31"."moved_tick" ELSE 0 END AS "moved_tick"
          FROM (
            SELECT
              "t17"."instance_id",
              "t17"."moved_at",
              "t17"."as_of",
              CASE
                WHEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                  ELSE LEAST(
                    12600000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  )
                END IS NULL
                THEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 30600000
                  ELSE LEAST(
                    12600000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                              CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 30600000
                    ) IS NULL
                    THEN (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 30600000
                    ELSE LEAST(
                      12600000,
                      (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                            CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                  ELSE LEAST(
                    14400000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  )
                END IS NULL
                THEN CASE
                  WHEN (
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                  ) IS NULL
                  THEN (
                    (
                      (
                        (
                          CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                        ) + (
                          CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                        ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                      ) * 1000
                    ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                  ) - 48600000
                  ELSE LEAST(
                    14400000,
                    (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
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
                              CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                    ) IS NULL
                    THEN (
                      (
                        (
                          (
                            CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                          ) + (
                            CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                          ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                        ) * 1000
                      ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                    ) - 48600000
                    ELSE LEAST(
                      14400000,
                      (
                        (
                          (
                            (
                              CAST(EXTRACT(hour FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 3600
                            ) + (
                              CAST(EXTRACT(minute FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT) * 60
                            ) + CAST(EXTRACT(second FROM "t17"."moved_at" + TO_SECONDS(28800)) AS BIGINT)
                          ) * 1000
                        ) + CAST(EXTRACT('MILLISECOND' FROM "t17"."moved_at" + TO_SECONDS(28800)) % 1000 AS BIGINT)
                      ) - 48600000
                    )
                  END
                )
              END AS "moved_tick",
              CAST("t17"."moved_at" + TO_SECONDS(28800) AS DATE) AS "moved_tick_day"
            FROM (
              SELECT
                "t12"."instance_id",
                GREATEST(MAX("t12"."arrived_at"), MAX("t12"."decided_at")) AS "moved_at",
                MAX("t12"."as_of") AS "as_of"
              FROM (
                SELECT
                  *
                FROM "process"."task" AS "t3"
                WHERE
                  "t3"."period" = '2023-04'
              ) AS "t12"
              GROUP BY
                1
            ) AS "t17"
          ) AS "t31"
          LEFT OUTER JOIN (
            SELECT
              "t19"."day" AS "moved_tick_day",
              "t19"."worked" AS "moved_tick_worked",
              "t19"."before" AS "moved_tick_before"
            FROM "t18" AS "t19"
          ) AS "t26"
            ON "t31"."moved_tick_day" = "t26"."moved_tick_day"
        ) AS "t35"
      ) AS "t42"
      LEFT OUTER JOIN (
        SELECT
          "t19"."day" AS "now_tick_day",
          "t19"."worked" AS "now_tick_worked",
          "t19"."before" AS "now_tick_before"
        FROM "t18" AS "t19"
      ) AS "t25"
        ON "t42"."now_tick_day" = "t25"."now_tick_day"
    ) AS "t44"
    WHERE
      CASE
        WHEN CAST(FLOOR((
          "t44"."now_tick" - "t44"."moved_tick"
        ) / (
          1000
        )) AS BIGINT) IS NULL
        THEN CAST(FLOOR((
          "t44"."now_tick" - "t44"."moved_tick"
        ) / (
          1000
        )) AS BIGINT)
        ELSE GREATEST(0, CAST(FLOOR((
          "t44"."now_tick" - "t44"."moved_tick"
        ) / (
          1000
        )) AS BIGINT))
      END > 135000
  ) AS "t46"
    ON "t43"."instance_id" = "t46"."instance_id"
  INNER JOIN (
    SELECT
      "t0"."instance_id",
      "t0"."title"
    FROM "process"."case" AS "t0"
    WHERE
      "t0"."period" = '2023-04' AND "t0"."open"
  ) AS "t14"
    ON "t43"."instance_id" = "t14"."instance_id"
) AS "t47"
ORDER BY
  "t47"."instance_id" ASC,
  "t47"."seq" ASC
