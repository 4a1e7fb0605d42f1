SELECT
  AVG(
    CAST(FLOOR(EPOCH(CAST("t1"."resolved_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t1"."began_at" AS TIMESTAMP))) AS BIGINT)
  ) / 60 AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."incident" AS "t0"
  WHERE
    "t0"."site" = 'production'
    AND "t0"."began_at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC')
    AND "t0"."began_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
    AND "t0"."resolved_at" IS NOT NULL
) AS "t1"
