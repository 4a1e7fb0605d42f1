WITH "t1" AS (
  SELECT
    "t0"."system",
    "t0"."result",
    "t0"."latency_ms",
    CAST("t0"."at" + TO_SECONDS(28800) AS DATE) AS "day",
    CAST(FLOOR((
      CAST(FLOOR(EPOCH(CAST("t0"."at" AS TIMESTAMP))) AS BIGINT)
    ) / (
      60
    )) AS BIGINT) AS "minute",
    CAST("t0"."latency_ms" AS DOUBLE) AS "latency"
  FROM "operations"."transaction" AS "t0"
)
SELECT
  *
FROM (
  SELECT
    "t6"."day",
    "t6"."system",
    "t6"."transactions",
    "t6"."technical_failures",
    "t6"."business_failures",
    "t6"."timeouts",
    "t6"."latency_total",
    "t6"."latency_p50",
    "t6"."latency_p90",
    "t6"."latency_p95",
    "t6"."latency_p99",
    "t7"."peak_minute",
    "t6"."satisfied",
    "t6"."tolerating"
  FROM (
    SELECT
      "t2"."day",
      "t2"."system",
      COUNT(*) AS "transactions",
      COUNT(*) FILTER(WHERE
        "t2"."result" = 'technical_failure') AS "technical_failures",
      COUNT(*) FILTER(WHERE
        "t2"."result" = 'business_failure') AS "business_failures",
      COUNT(*) FILTER(WHERE
        "t2"."result" = 'timeout') AS "timeouts",
      SUM("t2"."latency_ms") AS "latency_total",
      COUNT(*) FILTER(WHERE
        "t2"."latency" <= 500) AS "satisfied",
      COUNT(*) FILTER(WHERE
        (
          "t2"."latency" > 500
        ) AND (
          "t2"."latency" <= 2000
        )) AS "tolerating",
      QUANTILE_CONT("t2"."latency", 0.5) AS "latency_p50",
      QUANTILE_CONT("t2"."latency", 0.9) AS "latency_p90",
      QUANTILE_CONT("t2"."latency", 0.95) AS "latency_p95",
      QUANTILE_CONT("t2"."latency", 0.99) AS "latency_p99"
    FROM "t1" AS "t2"
    GROUP BY
      1,
      2
  ) AS "t6"
  INNER JOIN (
    SELECT
      "t3"."day",
      "t3"."system",
      MAX("t3"."made") AS "peak_minute"
    FROM (
      SELECT
        "t2"."day",
        "t2"."system",
        "t2"."minute",
        COUNT(*) AS "made"
      FROM "t1" AS "t2"
      GROUP BY
        1,
        2,
        3
    ) AS "t3"
    GROUP BY
      1,
      2
  ) AS "t7"
    ON "t6"."day" = "t7"."day" AND "t6"."system" = "t7"."system"
) AS "t8"
ORDER BY
  "t8"."day" ASC,
  "t8"."system" ASC
