SELECT
  *
FROM (
  SELECT
    "t0"."system",
    COUNT(*) AS "transactions",
    QUANTILE_CONT(CAST("t0"."latency_ms" AS DOUBLE), 0.5) AS "latency_p50",
    QUANTILE_CONT(CAST("t0"."latency_ms" AS DOUBLE), 0.9) AS "latency_p90",
    QUANTILE_CONT(CAST("t0"."latency_ms" AS DOUBLE), 0.95) AS "latency_p95",
    QUANTILE_CONT(CAST("t0"."latency_ms" AS DOUBLE), 0.99) AS "latency_p99"
  FROM "operations"."transaction" AS "t0"
  GROUP BY
    1
) AS "t1"
ORDER BY
  "t1"."system" ASC
