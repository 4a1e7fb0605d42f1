SELECT
  1 - (
    COALESCE(SUM("t1"."down_seconds"), 0) / 2592000
  ) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t0"."incident_id",
    "t0"."site",
    "t0"."kind",
    "t0"."level",
    "t0"."system",
    "t0"."began_at",
    "t0"."resolved_at",
    CAST(FLOOR(
      EPOCH(
        CAST(CASE
          WHEN "t0"."resolved_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
          THEN "t0"."resolved_at"
          ELSE MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
        END AS TIMESTAMP)
      )
    ) AS BIGINT) - CAST(FLOOR(
      EPOCH(
        CAST(CASE
          WHEN "t0"."began_at" > MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC')
          THEN "t0"."began_at"
          ELSE MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC')
        END AS TIMESTAMP)
      )
    ) AS BIGINT) AS "down_seconds"
  FROM "operations"."incident" AS "t0"
  WHERE
    "t0"."site" = 'production'
    AND "t0"."kind" = 'availability'
    AND "t0"."began_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
    AND (
      (
        "t0"."resolved_at" IS NULL
      )
      OR (
        "t0"."resolved_at" > MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC')
      )
    )
) AS "t1"
