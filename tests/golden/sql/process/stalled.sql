WITH "t10" AS (
  SELECT
    *
  FROM "process"."task" AS "t1"
  WHERE
    "t1"."period" = '2023-04'
), "t18" AS (
  SELECT
    "t13"."day",
    "t13"."midnight",
    SUM("t13"."worked") OVER (ORDER BY "t13"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - "t13"."worked" AS "opens",
    SUM("t13"."worked") OVER (ORDER BY "t13"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "closes"
  FROM (
    SELECT
      "t4"."day",
      CAST("t4"."day" AS TIMESTAMP) AS "midnight",
      CASE WHEN "t4"."is_workday" THEN 27000000 ELSE 0 END AS "worked"
    FROM "bank"."calendar" AS "t4"
  ) AS "t13"
)
SELECT
  "t40"."instance_id",
  "t40"."seq",
  "t40"."process",
  "t40"."node",
  "t40"."department",
  "t40"."handler",
  "t40"."title",
  "t40"."arrived_at",
  "t40"."idle" / 27000 AS "idle_days",
  CASE
    WHEN "t40"."handler_id" IS NULL
    THEN 'unassigned'
    WHEN "t40"."has_left"
    THEN 'left'
    WHEN "t40"."is_away" AND NOT (
      "t40"."has_delegate"
    )
    THEN 'away'
    WHEN COALESCE("t40"."after" = 'return', FALSE) AND "t40"."backwards"
    THEN 'revising'
    WHEN "t40"."opened_at" IS NULL
    THEN 'unread'
    ELSE 'undecided'
  END AS "reason"
FROM (
  SELECT
    "t39"."instance_id",
    "t39"."seq",
    "t39"."process",
    "t39"."node",
    "t39"."department",
    "t39"."handler_id",
    "t39"."handler",
    "t39"."arrived_at",
    "t39"."opened_at",
    "t39"."after",
    "t39"."backwards",
    "t39"."dwell_seconds",
    "t39"."sla_seconds",
    "t39"."delegate",
    "t39"."has_left",
    "t39"."is_away",
    "t39"."has_delegate",
    "t39"."nth",
    "t38"."moved_id",
    "t38"."idle",
    "t14"."title",
    "t14"."titled_id"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t33"."instance_id",
        "t33"."seq",
        "t33"."process",
        "t33"."node",
        "t33"."department",
        "t33"."handler_id",
        "t33"."handler",
        "t33"."arrived_at",
        "t33"."opened_at",
        "t33"."after",
        "t33"."backwards",
        "t33"."dwell_seconds",
        "t33"."sla_seconds",
        "t33"."delegate",
        "t33"."has_left",
        "t33"."is_away",
        "t33"."has_delegate",
        ROW_NUMBER() OVER (
          PARTITION BY "t33"."instance_id"
          ORDER BY "t33"."arrived_at" ASC, "t33"."seq" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "nth"
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
          "t12"."delegate",
          COALESCE("t11"."left_on" <= "t21"."today", FALSE) AS "has_left",
          "t31"."absent_id" IS NOT NULL AS "is_away",
          "t31"."delegate_id" IS NOT NULL AS "has_delegate"
        FROM (
          SELECT
            *
          FROM "process"."task" AS "t1"
          WHERE
            "t1"."period" = '2023-04' AND "t1"."pending"
        ) AS "t15"
        CROSS JOIN (
          SELECT
            CAST(MAX("t16"."as_of") + TO_SECONDS(28800) AS DATE) AS "today"
          FROM "t10" AS "t16"
        ) AS "t21"
        LEFT OUTER JOIN (
          SELECT
            "t2"."left_on",
            "t2"."handler_id" AS "person_id"
          FROM "process"."handler" AS "t2"
        ) AS "t11"
          ON "t15"."handler_id" = "t11"."person_id"
        LEFT OUTER JOIN (
          SELECT
            "t29"."handler_id" AS "absent_id",
            MIN("t29"."delegate_id") AS "delegate_id"
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
                "t21"."today"
              FROM "process"."absence" AS "t5"
              CROSS JOIN (
                SELECT
                  CAST(MAX("t16"."as_of") + TO_SECONDS(28800) AS DATE) AS "today"
                FROM "t10" AS "t16"
              ) AS "t21"
            ) AS "t24"
            WHERE
              "t24"."today" >= "t24"."from_on" AND "t24"."today" <= "t24"."to_on"
          ) AS "t29"
          GROUP BY
            1
        ) AS "t31"
          ON "t15"."handler_id" = "t31"."absent_id"
        LEFT OUTER JOIN (
          SELECT
            "t2"."name" AS "delegate",
            "t2"."handler_id" AS "other_id"
          FROM "process"."handler" AS "t2"
        ) AS "t12"
          ON "t31"."delegate_id" = "t12"."other_id"
      ) AS "t33"
    ) AS "t35"
    WHERE
      "t35"."nth" = 0
  ) AS "t39"
  INNER JOIN (
    SELECT
      *
    FROM (
      SELECT
        "t32"."moved_id",
        CASE
          WHEN "t32"."now_tick" < "t32"."moved_tick"
          THEN 0
          ELSE CAST(FLOOR((
            "t32"."now_tick" - "t32"."moved_tick"
          ) / (
            1000
          )) AS BIGINT)
        END AS "idle"
      FROM (
        SELECT
          "t28"."moved_id",
          "t28"."moved_at",
          "t28"."as_of",
          "t26"."moved_tick_opens" + LEAST(
            GREATEST(
              LEAST(
                DATE_DIFF('MILLISECOND', "t26"."moved_tick_midnight", "t28"."moved_tick_shown") - 30600000,
                12600000
              ),
              0
            ) + GREATEST(
              LEAST(
                DATE_DIFF('MILLISECOND', "t26"."moved_tick_midnight", "t28"."moved_tick_shown") - 48600000,
                14400000
              ),
              0
            ),
            "t26"."moved_tick_closes" - "t26"."moved_tick_opens"
          ) AS "moved_tick",
          "t27"."now_tick_opens" + LEAST(
            GREATEST(
              LEAST(
                DATE_DIFF('MILLISECOND', "t27"."now_tick_midnight", "t28"."now_tick_shown") - 30600000,
                12600000
              ),
              0
            ) + GREATEST(
              LEAST(
                DATE_DIFF('MILLISECOND', "t27"."now_tick_midnight", "t28"."now_tick_shown") - 48600000,
                14400000
              ),
              0
            ),
            "t27"."now_tick_closes" - "t27"."now_tick_opens"
          ) AS "now_tick"
        FROM (
          SELECT
            "t17"."moved_id",
            "t17"."moved_at",
            "t17"."as_of",
            CAST("t17"."moved_at" AS TIMESTAMP) + TO_SECONDS(28800) AS "moved_tick_shown",
            CAST("t17"."as_of" AS TIMESTAMP) + TO_SECONDS(28800) AS "now_tick_shown"
          FROM (
            SELECT
              "t16"."instance_id" AS "moved_id",
              GREATEST(MAX("t16"."arrived_at"), MAX("t16"."decided_at")) AS "moved_at",
              MAX("t16"."as_of") AS "as_of"
            FROM "t10" AS "t16"
            GROUP BY
              1
          ) AS "t17"
        ) AS "t28"
        LEFT OUTER JOIN (
          SELECT
            "t20"."day" AS "moved_tick_day",
            "t20"."midnight" AS "moved_tick_midnight",
            "t20"."opens" AS "moved_tick_opens",
            "t20"."closes" AS "moved_tick_closes"
          FROM "t18" AS "t20"
        ) AS "t26"
          ON CAST("t28"."moved_tick_shown" AS DATE) = "t26"."moved_tick_day"
        LEFT OUTER JOIN (
          SELECT
            "t20"."day" AS "now_tick_day",
            "t20"."midnight" AS "now_tick_midnight",
            "t20"."opens" AS "now_tick_opens",
            "t20"."closes" AS "now_tick_closes"
          FROM "t18" AS "t20"
        ) AS "t27"
          ON CAST("t28"."now_tick_shown" AS DATE) = "t27"."now_tick_day"
      ) AS "t32"
    ) AS "t34"
    WHERE
      "t34"."idle" > 135000
  ) AS "t38"
    ON "t39"."instance_id" = "t38"."moved_id"
  INNER JOIN (
    SELECT
      "t0"."title",
      "t0"."instance_id" AS "titled_id"
    FROM "process"."case" AS "t0"
    WHERE
      "t0"."period" = '2023-04' AND "t0"."open"
  ) AS "t14"
    ON "t39"."instance_id" = "t14"."titled_id"
) AS "t40"
ORDER BY
  "t40"."instance_id" ASC,
  "t40"."seq" ASC
