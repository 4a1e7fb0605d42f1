SELECT
  QUANTILE_CONT(CAST("t1"."seconds" AS DOUBLE), 0.5) / 3600 AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."econtract_leg" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
    AND "t0"."seconds" IS NOT NULL
    AND "t0"."milestone" = 'vendor_signed'
) AS "t1"
