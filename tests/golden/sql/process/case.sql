WITH "t16" AS (
  SELECT
    "t9"."day",
    "t9"."midnight",
    SUM("t9"."worked") OVER (ORDER BY "t9"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - "t9"."worked" AS "opens",
    SUM("t9"."worked") OVER (ORDER BY "t9"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "closes"
  FROM (
    SELECT
      "t3"."day",
      CAST("t3"."day" AS TIMESTAMP) AS "midnight",
      CASE WHEN "t3"."is_workday" THEN 27000000 ELSE 0 END AS "worked"
    FROM "bank"."calendar" AS "t3"
  ) AS "t9"
), "t17" AS (
  SELECT
    "t11"."type_id",
    "t11"."node",
    "t11"."place",
    "t11"."optional",
    "t11"."sla_minutes",
    "t7"."process",
    "t7"."named_id"
  FROM (
    SELECT
      *
    FROM "process"."node" AS "t4"
    WHERE
      NOT (
        "t4"."optional"
      )
  ) AS "t11"
  INNER JOIN (
    SELECT
      "t1"."name" AS "process",
      "t1"."type_id" AS "named_id"
    FROM "process"."type" AS "t1"
  ) AS "t7"
    ON "t11"."type_id" = "t7"."named_id"
)
SELECT
  "t33"."instance_id",
  "t33"."process",
  "t33"."department",
  "t33"."title",
  "t33"."urgent",
  "t33"."started_at",
  "t33"."ended_at",
  "t33"."state",
  "t33"."started_at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC') AS "started",
  "t33"."ended_at" IS NOT NULL AS "finished",
  "t33"."ended_at" IS NULL AS "open",
  COALESCE(
    CAST("t33"."started_at" + TO_SECONDS(28800) AS DATE) = CAST("t33"."ended_at" + TO_SECONDS(28800) AS DATE),
    FALSE
  ) AS "same_day",
  CASE
    WHEN "t33"."end_tick" < "t33"."start_tick"
    THEN 0
    ELSE CAST(FLOOR((
      "t33"."end_tick" - "t33"."start_tick"
    ) / (
      1000
    )) AS BIGINT)
  END AS "cycle_seconds",
  CAST(FLOOR(EPOCH(CAST("t33"."ended_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t33"."started_at" AS TIMESTAMP))) AS BIGINT) AS "natural_seconds",
  COALESCE("t33"."steps", 0) AS "steps",
  COALESCE("t33"."returns", 0) AS "returns",
  COALESCE("t33"."dwell_seconds", 0) AS "dwell_seconds",
  COALESCE("t33"."rework_seconds", 0) AS "rework_seconds",
  (
    "t33"."state" = 'approved'
  ) AND (
    COALESCE("t33"."returns", 0) = 0
  ) AS "clean",
  (
    "t33"."state" = 'approved'
  )
  AND (
    (
      COALESCE("t33"."strays", 0) = 0
    )
    AND (
      COALESCE("t33"."met", 0) = COALESCE("t33"."needed", 0)
    )
  ) AS "fits"
FROM (
  SELECT
    "t32"."instance_id",
    "t32"."department",
    "t32"."title",
    "t32"."urgent",
    "t32"."started_at",
    "t32"."ended_at",
    "t32"."state",
    "t32"."type_id",
    "t32"."process",
    "t32"."named_id",
    "t32"."needed_of",
    "t32"."needed",
    "t32"."walked_id",
    "t32"."steps",
    "t32"."returns",
    "t32"."dwell_seconds",
    "t32"."rework_seconds",
    "t32"."strays",
    "t32"."met_id",
    "t32"."met",
    "t24"."start_tick_opens" + LEAST(
      GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t24"."start_tick_midnight", "t32"."start_tick_shown") - 30600000,
          12600000
        ),
        0
      ) + GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t24"."start_tick_midnight", "t32"."start_tick_shown") - 48600000,
          14400000
        ),
        0
      ),
      "t24"."start_tick_closes" - "t24"."start_tick_opens"
    ) AS "start_tick",
    "t25"."end_tick_opens" + LEAST(
      GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t25"."end_tick_midnight", "t32"."end_tick_shown") - 30600000,
          12600000
        ),
        0
      ) + GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t25"."end_tick_midnight", "t32"."end_tick_shown") - 48600000,
          14400000
        ),
        0
      ),
      "t25"."end_tick_closes" - "t25"."end_tick_opens"
    ) AS "end_tick"
  FROM (
    SELECT
      "t30"."instance_id",
      "t30"."department",
      "t30"."title",
      "t30"."urgent",
      "t30"."started_at",
      "t30"."ended_at",
      "t30"."state",
      "t30"."type_id",
      "t30"."process",
      "t30"."named_id",
      "t30"."needed_of",
      "t30"."needed",
      "t30"."walked_id",
      "t30"."steps",
      "t30"."returns",
      "t30"."dwell_seconds",
      "t30"."rework_seconds",
      "t30"."strays",
      "t30"."met_id",
      "t30"."met",
      CAST("t30"."started_at" AS TIMESTAMP) + TO_SECONDS(28800) AS "start_tick_shown",
      CAST("t30"."ended_at" AS TIMESTAMP) + TO_SECONDS(28800) AS "end_tick_shown"
    FROM (
      SELECT
        "t13"."instance_id",
        "t13"."department",
        "t13"."title",
        "t13"."urgent",
        "t13"."started_at",
        "t13"."ended_at",
        "t13"."state",
        "t13"."type_id",
        "t7"."process",
        "t7"."named_id",
        "t26"."needed_of",
        "t26"."needed",
        "t15"."walked_id",
        "t15"."steps",
        "t15"."returns",
        "t15"."dwell_seconds",
        "t15"."rework_seconds",
        "t15"."strays",
        "t29"."met_id",
        "t29"."met"
      FROM (
        SELECT
          "t0"."instance_id",
          "t0"."department",
          "t0"."title",
          "t0"."urgent",
          "t0"."started_at",
          CASE
            WHEN "t0"."ended_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
            THEN "t0"."ended_at"
            ELSE NULL
          END AS "ended_at",
          CASE
            WHEN COALESCE("t0"."ended_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC'), FALSE)
            THEN "t0"."state"
            ELSE 'running'
          END AS "state",
          "t0"."type_id"
        FROM "process"."instance" AS "t0"
        WHERE
          "t0"."started_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
          AND (
            (
              "t0"."ended_at" IS NULL
            )
            OR (
              "t0"."ended_at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC')
            )
          )
      ) AS "t13"
      INNER JOIN (
        SELECT
          "t1"."name" AS "process",
          "t1"."type_id" AS "named_id"
        FROM "process"."type" AS "t1"
      ) AS "t7"
        ON "t13"."type_id" = "t7"."named_id"
      LEFT OUTER JOIN (
        SELECT
          "t19"."type_id" AS "needed_of",
          COUNT(*) AS "needed"
        FROM "t17" AS "t19"
        GROUP BY
          1
      ) AS "t26"
        ON "t13"."type_id" = "t26"."needed_of"
      LEFT OUTER JOIN (
        SELECT
          "t2"."instance_id" AS "walked_id",
          COUNT(*) FILTER(WHERE
            "t2"."decided_at" IS NOT NULL) AS "steps",
          COUNT(*) FILTER(WHERE
            "t2"."action" = 'return') AS "returns",
          COALESCE(SUM("t2"."dwell_seconds") FILTER(WHERE
            "t2"."decided_at" IS NOT NULL), 0) AS "dwell_seconds",
          COALESCE(
            SUM("t2"."dwell_seconds") FILTER(WHERE
              (
                "t2"."decided_at" IS NOT NULL
              ) AND (
                "t2"."visit" > 1
              )),
            0
          ) AS "rework_seconds",
          COUNT(*) FILTER(WHERE
            NOT (
              (
                "t2"."place" IS NOT NULL
              ) AND NOT (
                "t2"."backwards"
              )
            )) AS "strays"
        FROM "process"."task" AS "t2"
        GROUP BY
          1
      ) AS "t15"
        ON "t13"."instance_id" = "t15"."walked_id"
      LEFT OUTER JOIN (
        SELECT
          "t27"."instance_id" AS "met_id",
          COUNT(*) AS "met"
        FROM (
          SELECT
            "t8"."instance_id",
            "t8"."process",
            "t8"."node"
          FROM (
            SELECT DISTINCT
              "t2"."instance_id",
              "t2"."process",
              "t2"."node"
            FROM "process"."task" AS "t2"
          ) AS "t8"
          SEMI JOIN "t17" AS "t20"
            ON "t8"."process" = "t20"."process" AND "t8"."node" = "t20"."node"
        ) AS "t27"
        GROUP BY
          1
      ) AS "t29"
        ON "t13"."instance_id" = "t29"."met_id"
    ) AS "t30"
  ) AS "t32"
  LEFT OUTER JOIN (
    SELECT
      "t18"."day" AS "start_tick_day",
      "t18"."midnight" AS "start_tick_midnight",
      "t18"."opens" AS "start_tick_opens",
      "t18"."closes" AS "start_tick_closes"
    FROM "t16" AS "t18"
  ) AS "t24"
    ON CAST("t32"."start_tick_shown" AS DATE) = "t24"."start_tick_day"
  LEFT OUTER JOIN (
    SELECT
      "t18"."day" AS "end_tick_day",
      "t18"."midnight" AS "end_tick_midnight",
      "t18"."opens" AS "end_tick_opens",
      "t18"."closes" AS "end_tick_closes"
    FROM "t16" AS "t18"
  ) AS "t25"
    ON CAST("t32"."end_tick_shown" AS DATE) = "t25"."end_tick_day"
) AS "t33"
ORDER BY
  "t33"."instance_id" ASC
