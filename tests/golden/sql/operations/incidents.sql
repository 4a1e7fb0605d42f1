SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."incident" AS "t0"
  WHERE
    "t0"."site" = 'production'
    AND "t0"."began_at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC')
    AND "t0"."began_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
) AS "t1"
