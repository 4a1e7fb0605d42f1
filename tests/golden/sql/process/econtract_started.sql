SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."econtract_flow" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
    AND "t0"."applied_at" >= MAKE_TIMESTAMPTZ(2023, 3, 31, 16, 0, 0.0, 'UTC')
    AND "t0"."applied_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
) AS "t1"
