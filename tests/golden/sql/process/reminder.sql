WITH "t16" AS (
  SELECT
    "t9"."day",
    "t9"."midnight",
    SUM("t9"."worked") OVER (ORDER BY "t9"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - "t9"."worked" AS "opens",
    SUM("t9"."worked") OVER (ORDER BY "t9"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "closes"
  FROM (
    SELECT
      "t1"."day",
      CAST("t1"."day" AS TIMESTAMP) AS "midnight",
      CASE WHEN "t1"."is_workday" THEN 27000000 ELSE 0 END AS "worked"
    FROM "bank"."calendar" AS "t1"
  ) AS "t9"
)
SELECT
  "t33"."instance_id" || '/' || CAST("t33"."seq" AS TEXT) AS "key",
  CASE
    WHEN (
      "t33"."handler" IS NULL
    ) OR "t33"."has_left"
    THEN "t33"."department"
    WHEN "t33"."is_away" AND (
      "t33"."delegate" IS NOT NULL
    )
    THEN "t33"."delegate"
    ELSE "t33"."handler"
  END AS "owner",
  "t33"."department",
  "t33"."process",
  "t33"."node",
  "t33"."title",
  "t33"."process" || '在' || "t33"."node" || '已停留 ' || CAST(CAST(CAST(ROUND("t33"."dwell_seconds" / 3600, 1) AS DOUBLE) AS DECIMAL(9, 1)) AS TEXT) || ' 个工作小时' || CASE WHEN "t33"."dwell_seconds" > "t33"."sla_seconds" THEN '，已超过时限' ELSE '，即将到期' END AS "reason_zh",
  "t33"."process" || ' has waited ' || CAST(CAST(CAST(ROUND("t33"."dwell_seconds" / 3600, 1) AS DOUBLE) AS DECIMAL(9, 1)) AS TEXT) || ' working hours at ' || "t33"."node" || CASE
    WHEN "t33"."dwell_seconds" > "t33"."sla_seconds"
    THEN ', past its time'
    ELSE ', due soon'
  END AS "reason_en",
  "t33"."day" AS "due_on",
  "t33"."dwell_seconds" > "t33"."sla_seconds" AS "overdue",
  CASE
    WHEN "t33"."urgent"
    THEN (
      (
        "t33"."dwell_seconds" - "t33"."sla_seconds"
      ) / 3600
    ) * 1.5
    ELSE (
      "t33"."dwell_seconds" - "t33"."sla_seconds"
    ) / 3600
  END AS "weight"
FROM (
  SELECT
    "t32"."instance_id",
    "t32"."seq",
    "t32"."process",
    "t32"."node",
    "t32"."department",
    "t32"."handler_id",
    "t32"."handler",
    "t32"."arrived_at",
    "t32"."opened_at",
    "t32"."after",
    "t32"."backwards",
    "t32"."dwell_seconds",
    "t32"."sla_seconds",
    "t32"."delegate",
    "t32"."has_left",
    "t32"."is_away",
    "t32"."has_delegate",
    "t32"."came_tick",
    "t32"."due_tick",
    "t14"."title",
    "t14"."urgent",
    "t14"."titled_id",
    "t20"."day",
    "t20"."midnight",
    "t20"."opens",
    "t20"."closes"
  FROM (
    SELECT
      "t30"."instance_id",
      "t30"."seq",
      "t30"."process",
      "t30"."node",
      "t30"."department",
      "t30"."handler_id",
      "t30"."handler",
      "t30"."arrived_at",
      "t30"."opened_at",
      "t30"."after",
      "t30"."backwards",
      "t30"."dwell_seconds",
      "t30"."sla_seconds",
      "t30"."delegate",
      "t30"."has_left",
      "t30"."is_away",
      "t30"."has_delegate",
      "t30"."came_tick",
      "t30"."came_tick" + (
        "t30"."sla_seconds" * 1000
      ) AS "due_tick"
    FROM (
      SELECT
        "t29"."instance_id",
        "t29"."seq",
        "t29"."process",
        "t29"."node",
        "t29"."department",
        "t29"."handler_id",
        "t29"."handler",
        "t29"."arrived_at",
        "t29"."opened_at",
        "t29"."after",
        "t29"."backwards",
        "t29"."dwell_seconds",
        "t29"."sla_seconds",
        "t29"."delegate",
        "t29"."has_left",
        "t29"."is_away",
        "t29"."has_delegate",
        "t23"."came_tick_opens" + LEAST(
          GREATEST(
            LEAST(
              DATE_DIFF('MILLISECOND', "t23"."came_tick_midnight", "t29"."came_tick_shown") - 30600000,
              12600000
            ),
            0
          ) + GREATEST(
            LEAST(
              DATE_DIFF('MILLISECOND', "t23"."came_tick_midnight", "t29"."came_tick_shown") - 48600000,
              14400000
            ),
            0
          ),
          "t23"."came_tick_closes" - "t23"."came_tick_opens"
        ) AS "came_tick"
      FROM (
        SELECT
          "t27"."instance_id",
          "t27"."seq",
          "t27"."process",
          "t27"."node",
          "t27"."department",
          "t27"."handler_id",
          "t27"."handler",
          "t27"."arrived_at",
          "t27"."opened_at",
          "t27"."after",
          "t27"."backwards",
          "t27"."dwell_seconds",
          "t27"."sla_seconds",
          "t27"."delegate",
          "t27"."has_left",
          "t27"."is_away",
          "t27"."has_delegate",
          CAST("t27"."arrived_at" AS TIMESTAMP) + TO_SECONDS(28800) AS "came_tick_shown"
        FROM (
          SELECT
            "t15"."instance_id",
            "t15"."seq",
            "t15"."process",
            "t15"."node",
            "t15"."department",
            "t15"."handler_id",
            "t15"."handler",
            "t15"."arrived_at",
            "t15"."opened_at",
            "t15"."after",
            "t15"."backwards",
            "t15"."dwell_seconds",
            "t15"."sla_seconds",
            "t13"."delegate",
            COALESCE("t12"."left_on" <= "t19"."today", FALSE) AS "has_left",
            "t26"."absent_id" IS NOT NULL AS "is_away",
            "t26"."delegate_id" IS NOT NULL AS "has_delegate"
          FROM (
            SELECT
              *
            FROM "process"."task" AS "t2"
            WHERE
              "t2"."period" = '2023-04' AND "t2"."pending"
          ) AS "t15"
          CROSS JOIN (
            SELECT
              CAST(MAX("t11"."as_of") + TO_SECONDS(28800) AS DATE) AS "today"
            FROM (
              SELECT
                *
              FROM "process"."task" AS "t2"
              WHERE
                "t2"."period" = '2023-04'
            ) AS "t11"
          ) AS "t19"
          LEFT OUTER JOIN (
            SELECT
              "t3"."left_on",
              "t3"."handler_id" AS "person_id"
            FROM "process"."handler" AS "t3"
          ) AS "t12"
            ON "t15"."handler_id" = "t12"."person_id"
          LEFT OUTER JOIN (
            SELECT
              "t24"."handler_id" AS "absent_id",
              MIN("t24"."delegate_id") AS "delegate_id"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t5"."handler_id",
                  "t5"."from_on",
                  "t5"."to_on",
                  "t5"."kind",
                  "t5"."delegate_id",
                  "t19"."today"
                FROM "process"."absence" AS "t5"
                CROSS JOIN (
                  SELECT
                    CAST(MAX("t11"."as_of") + TO_SECONDS(28800) AS DATE) AS "today"
                  FROM (
                    SELECT
                      *
                    FROM "process"."task" AS "t2"
                    WHERE
                      "t2"."period" = '2023-04'
                  ) AS "t11"
                ) AS "t19"
              ) AS "t22"
              WHERE
                "t22"."today" >= "t22"."from_on" AND "t22"."today" <= "t22"."to_on"
            ) AS "t24"
            GROUP BY
              1
          ) AS "t26"
            ON "t15"."handler_id" = "t26"."absent_id"
          LEFT OUTER JOIN (
            SELECT
              "t3"."name" AS "delegate",
              "t3"."handler_id" AS "other_id"
            FROM "process"."handler" AS "t3"
          ) AS "t13"
            ON "t26"."delegate_id" = "t13"."other_id"
        ) AS "t27"
        WHERE
          "t27"."sla_seconds" IS NOT NULL
          AND "t27"."dwell_seconds" > (
            "t27"."sla_seconds" - 27000
          )
      ) AS "t29"
      LEFT OUTER JOIN (
        SELECT
          "t18"."day" AS "came_tick_day",
          "t18"."midnight" AS "came_tick_midnight",
          "t18"."opens" AS "came_tick_opens",
          "t18"."closes" AS "came_tick_closes"
        FROM "t16" AS "t18"
      ) AS "t23"
        ON CAST("t29"."came_tick_shown" AS DATE) = "t23"."came_tick_day"
    ) AS "t30"
  ) AS "t32"
  INNER JOIN (
    SELECT
      "t0"."title",
      "t0"."urgent",
      "t0"."instance_id" AS "titled_id"
    FROM "process"."case" AS "t0"
    WHERE
      "t0"."period" = '2023-04'
  ) AS "t14"
    ON "t32"."instance_id" = "t14"."titled_id"
  LEFT OUTER JOIN "t16" AS "t20"
    ON "t32"."due_tick" > "t20"."opens" AND "t32"."due_tick" <= "t20"."closes"
) AS "t33"
ORDER BY
  "t33"."instance_id" || '/' || CAST("t33"."seq" AS TEXT) ASC
