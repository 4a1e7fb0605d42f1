WITH "t5" AS (
  SELECT
    "t3"."day",
    "t3"."midnight",
    SUM("t3"."worked") OVER (ORDER BY "t3"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - "t3"."worked" AS "opens",
    SUM("t3"."worked") OVER (ORDER BY "t3"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "closes"
  FROM (
    SELECT
      "t1"."day",
      CAST("t1"."day" AS TIMESTAMP) AS "midnight",
      CASE WHEN "t1"."is_workday" THEN 27000000 ELSE 0 END AS "worked"
    FROM "bank"."calendar" AS "t1"
  ) AS "t3"
)
SELECT
  "t13"."flow_id",
  "t13"."seq",
  "t13"."milestone",
  "t13"."action",
  "t13"."at",
  CASE
    WHEN "t13"."at_tick" < "t13"."before_tick"
    THEN 0
    ELSE CAST(FLOOR((
      "t13"."at_tick" - "t13"."before_tick"
    ) / (
      1000
    )) AS BIGINT)
  END AS "seconds"
FROM (
  SELECT
    "t10"."flow_id",
    "t10"."seq",
    "t10"."milestone",
    "t10"."at",
    "t10"."action",
    "t10"."returned_to",
    "t10"."before_at",
    "t11"."at_tick_opens" + LEAST(
      GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t11"."at_tick_midnight", "t10"."at_tick_shown") - 30600000,
          12600000
        ),
        0
      ) + GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t11"."at_tick_midnight", "t10"."at_tick_shown") - 48600000,
          14400000
        ),
        0
      ),
      "t11"."at_tick_closes" - "t11"."at_tick_opens"
    ) AS "at_tick",
    "t12"."before_tick_opens" + LEAST(
      GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t12"."before_tick_midnight", "t10"."before_tick_shown") - 30600000,
          12600000
        ),
        0
      ) + GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t12"."before_tick_midnight", "t10"."before_tick_shown") - 48600000,
          14400000
        ),
        0
      ),
      "t12"."before_tick_closes" - "t12"."before_tick_opens"
    ) AS "before_tick"
  FROM (
    SELECT
      "t4"."flow_id",
      "t4"."seq",
      "t4"."milestone",
      "t4"."at",
      "t4"."action",
      "t4"."returned_to",
      "t4"."before_at",
      CAST("t4"."at" AS TIMESTAMP) + TO_SECONDS(28800) AS "at_tick_shown",
      CAST("t4"."before_at" AS TIMESTAMP) + TO_SECONDS(28800) AS "before_tick_shown"
    FROM (
      SELECT
        "t2"."flow_id",
        "t2"."seq",
        "t2"."milestone",
        "t2"."at",
        "t2"."action",
        "t2"."returned_to",
        LAG("t2"."at") OVER (
          PARTITION BY "t2"."flow_id"
          ORDER BY "t2"."at" ASC, "t2"."seq" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "before_at"
      FROM (
        SELECT
          *
        FROM "process"."econtract_step" AS "t0"
        WHERE
          "t0"."at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
      ) AS "t2"
    ) AS "t4"
    WHERE
      "t4"."at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC')
  ) AS "t10"
  LEFT OUTER JOIN (
    SELECT
      "t6"."day" AS "at_tick_day",
      "t6"."midnight" AS "at_tick_midnight",
      "t6"."opens" AS "at_tick_opens",
      "t6"."closes" AS "at_tick_closes"
    FROM "t5" AS "t6"
  ) AS "t11"
    ON CAST("t10"."at_tick_shown" AS DATE) = "t11"."at_tick_day"
  LEFT OUTER JOIN (
    SELECT
      "t6"."day" AS "before_tick_day",
      "t6"."midnight" AS "before_tick_midnight",
      "t6"."opens" AS "before_tick_opens",
      "t6"."closes" AS "before_tick_closes"
    FROM "t5" AS "t6"
  ) AS "t12"
    ON CAST("t10"."before_tick_shown" AS DATE) = "t12"."before_tick_day"
) AS "t13"
ORDER BY
  "t13"."flow_id" ASC,
  "t13"."seq" ASC
