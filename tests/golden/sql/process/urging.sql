WITH "t10" AS (
  SELECT
    "t4"."day",
    "t4"."midnight",
    SUM("t4"."worked") OVER (ORDER BY "t4"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - "t4"."worked" AS "opens",
    SUM("t4"."worked") OVER (ORDER BY "t4"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "closes"
  FROM (
    SELECT
      "t0"."day",
      CAST("t0"."day" AS TIMESTAMP) AS "midnight",
      CASE WHEN "t0"."is_workday" THEN 27000000 ELSE 0 END AS "worked"
    FROM "bank"."calendar" AS "t0"
  ) AS "t4"
)
SELECT
  "t25"."instance_id",
  "t25"."seq",
  "t25"."process",
  "t25"."node",
  "t25"."department",
  "t25"."urged_at",
  CASE
    WHEN "t25"."answered_tick" < "t25"."urged_tick"
    THEN 0
    ELSE CAST(FLOOR((
      "t25"."answered_tick" - "t25"."urged_tick"
    ) / (
      1000
    )) AS BIGINT)
  END AS "response_seconds"
FROM (
  SELECT
    "t24"."instance_id",
    "t24"."seq",
    "t24"."node",
    "t24"."department",
    "t24"."urged_at",
    "t24"."process",
    "t24"."answered_at",
    "t16"."urged_tick_opens" + LEAST(
      GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t16"."urged_tick_midnight", "t24"."urged_tick_shown") - 30600000,
          12600000
        ),
        0
      ) + GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t16"."urged_tick_midnight", "t24"."urged_tick_shown") - 48600000,
          14400000
        ),
        0
      ),
      "t16"."urged_tick_closes" - "t16"."urged_tick_opens"
    ) AS "urged_tick",
    "t17"."answered_tick_opens" + LEAST(
      GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t17"."answered_tick_midnight", "t24"."answered_tick_shown") - 30600000,
          12600000
        ),
        0
      ) + GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t17"."answered_tick_midnight", "t24"."answered_tick_shown") - 48600000,
          14400000
        ),
        0
      ),
      "t17"."answered_tick_closes" - "t17"."answered_tick_opens"
    ) AS "answered_tick"
  FROM (
    SELECT
      "t22"."instance_id",
      "t22"."seq",
      "t22"."node",
      "t22"."department",
      "t22"."urged_at",
      "t22"."process",
      "t22"."answered_at",
      CAST("t22"."urged_at" AS TIMESTAMP) + TO_SECONDS(28800) AS "urged_tick_shown",
      CAST("t22"."answered_at" AS TIMESTAMP) + TO_SECONDS(28800) AS "answered_tick_shown"
    FROM (
      SELECT
        "t21".*
        EXCLUDE ("seq_right")
      FROM (
        SELECT
          "t20".*
          EXCLUDE ("instance_id_right")
        FROM (
          SELECT
            "t8"."instance_id",
            "t8"."seq",
            "t8"."node",
            "t8"."department",
            "t8"."urged_at",
            "t6"."process",
            "t19"."instance_id" AS "instance_id_right",
            "t19"."seq" AS "seq_right",
            "t19"."answered_at"
          FROM (
            SELECT
              "t1"."instance_id",
              "t1"."seq",
              "t1"."node",
              "t1"."department",
              "t1"."arrived_at" AS "urged_at"
            FROM "process"."step" AS "t1"
            WHERE
              "t1"."period" = '2023-04' AND "t1"."action" = 'urge'
          ) AS "t8"
          INNER JOIN (
            SELECT DISTINCT
              "t2"."instance_id",
              "t2"."process"
            FROM "process"."task" AS "t2"
          ) AS "t6"
            ON "t8"."instance_id" = "t6"."instance_id"
          LEFT OUTER JOIN (
            SELECT
              "t15"."instance_id",
              "t15"."seq",
              MIN("t15"."decided_at") AS "answered_at"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t8"."instance_id",
                  "t8"."seq",
                  "t8"."node",
                  "t8"."urged_at",
                  "t9"."decided_at"
                FROM (
                  SELECT
                    "t1"."instance_id",
                    "t1"."seq",
                    "t1"."node",
                    "t1"."department",
                    "t1"."arrived_at" AS "urged_at"
                  FROM "process"."step" AS "t1"
                  WHERE
                    "t1"."period" = '2023-04' AND "t1"."action" = 'urge'
                ) AS "t8"
                INNER JOIN (
                  SELECT DISTINCT
                    "t2"."instance_id",
                    "t2"."process"
                  FROM "process"."task" AS "t2"
                ) AS "t6"
                  ON "t8"."instance_id" = "t6"."instance_id"
                INNER JOIN (
                  SELECT
                    "t2"."instance_id",
                    "t2"."node",
                    "t2"."decided_at"
                  FROM "process"."task" AS "t2"
                  WHERE
                    "t2"."decided_at" IS NOT NULL
                ) AS "t9"
                  ON "t8"."instance_id" = "t9"."instance_id" AND "t8"."node" = "t9"."node"
              ) AS "t11"
              WHERE
                "t11"."decided_at" >= "t11"."urged_at"
            ) AS "t15"
            GROUP BY
              1,
              2
          ) AS "t19"
            ON "t8"."instance_id" = "t19"."instance_id" AND "t8"."seq" = "t19"."seq"
        ) AS "t20"
      ) AS "t21"
    ) AS "t22"
  ) AS "t24"
  LEFT OUTER JOIN (
    SELECT
      "t12"."day" AS "urged_tick_day",
      "t12"."midnight" AS "urged_tick_midnight",
      "t12"."opens" AS "urged_tick_opens",
      "t12"."closes" AS "urged_tick_closes"
    FROM "t10" AS "t12"
  ) AS "t16"
    ON CAST("t24"."urged_tick_shown" AS DATE) = "t16"."urged_tick_day"
  LEFT OUTER JOIN (
    SELECT
      "t12"."day" AS "answered_tick_day",
      "t12"."midnight" AS "answered_tick_midnight",
      "t12"."opens" AS "answered_tick_opens",
      "t12"."closes" AS "answered_tick_closes"
    FROM "t10" AS "t12"
  ) AS "t17"
    ON CAST("t24"."answered_tick_shown" AS DATE) = "t17"."answered_tick_day"
) AS "t25"
ORDER BY
  "t25"."instance_id" ASC,
  "t25"."seq" ASC
