SELECT
  "t15"."scenario_id",
  "t15"."scenario",
  "t15"."title",
  "t15"."department",
  "t15"."live_on",
  "t15"."live_on" >= MAKE_DATE(2023, 4, 1) AS "newly_live",
  COALESCE("t15"."runs", 0) AS "runs",
  COALESCE("t15"."successes", 0) AS "successes",
  COALESCE("t15"."cases", 0) AS "cases",
  "t15"."minutes_before",
  (
    "t15"."busy" / 60
  ) / NULLIF("t15"."good_cases", 0) AS "minutes_after",
  COALESCE("t15"."saved", 0) AS "saved_seconds",
  "t15"."monthly_cost",
  "t15"."top_cause"
FROM (
  SELECT
    "t14".*
    EXCLUDE ("scenario_right")
  FROM (
    SELECT
      "t11"."scenario_id",
      "t11"."scenario",
      "t11"."title",
      "t11"."department",
      "t11"."live_on",
      "t11"."retired_on",
      "t11"."minutes_before",
      "t11"."monthly_cost",
      "t11"."runs",
      "t11"."successes",
      "t11"."cases",
      "t11"."good_cases",
      "t11"."busy",
      "t11"."saved",
      "t13"."scenario" AS "scenario_right",
      "t13"."top_cause"
    FROM (
      SELECT
        "t8".*
        EXCLUDE ("scenario_right")
      FROM (
        SELECT
          "t5"."scenario_id",
          "t5"."scenario",
          "t5"."title",
          "t5"."department",
          "t5"."live_on",
          "t5"."retired_on",
          "t5"."minutes_before",
          "t5"."monthly_cost",
          "t6"."scenario" AS "scenario_right",
          "t6"."runs",
          "t6"."successes",
          "t6"."cases",
          "t6"."good_cases",
          "t6"."busy",
          "t6"."saved"
        FROM (
          SELECT
            "t0"."scenario_id",
            "t0"."name" AS "scenario",
            "t0"."title",
            "t0"."department",
            "t0"."live_on",
            "t0"."retired_on",
            "t0"."minutes_before",
            "t0"."monthly_cost"
          FROM "process"."robot_scenario" AS "t0"
          WHERE
            "t0"."live_on" <= MAKE_DATE(2023, 4, 30)
            AND (
              (
                "t0"."retired_on" IS NULL
              )
              OR (
                "t0"."retired_on" > MAKE_DATE(2023, 4, 30)
              )
            )
        ) AS "t5"
        LEFT OUTER JOIN (
          SELECT
            "t1"."scenario",
            COUNT(*) AS "runs",
            COUNT(*) FILTER(WHERE
              "t1"."result" = 'success') AS "successes",
            SUM("t1"."cases") AS "cases",
            SUM("t1"."cases") FILTER(WHERE
              "t1"."result" = 'success') AS "good_cases",
            SUM("t1"."busy_seconds") FILTER(WHERE
              "t1"."result" = 'success') AS "busy",
            SUM("t1"."saved_seconds") AS "saved"
          FROM "process"."robot_use" AS "t1"
          GROUP BY
            1
        ) AS "t6"
          ON "t5"."scenario" = "t6"."scenario"
      ) AS "t8"
    ) AS "t11"
    LEFT OUTER JOIN (
      SELECT
        "t10"."scenario",
        "t10"."cause" AS "top_cause"
      FROM (
        SELECT
          "t7"."scenario",
          "t7"."cause",
          "t7"."times",
          ROW_NUMBER() OVER (
            PARTITION BY "t7"."scenario"
            ORDER BY "t7"."times" DESC, "t7"."cause" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "nth"
        FROM (
          SELECT
            "t2"."scenario",
            "t2"."cause",
            COUNT(*) AS "times"
          FROM (
            SELECT
              *
            FROM "process"."robot_use" AS "t1"
            WHERE
              "t1"."cause" IS NOT NULL
          ) AS "t2"
          GROUP BY
            1,
            2
        ) AS "t7"
      ) AS "t10"
      WHERE
        "t10"."nth" = 0
    ) AS "t13"
      ON "t11"."scenario" = "t13"."scenario"
  ) AS "t14"
) AS "t15"
ORDER BY
  "t15"."scenario_id" ASC
