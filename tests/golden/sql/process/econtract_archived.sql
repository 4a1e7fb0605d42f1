SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."econtract_flow" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."archived_at" IS NOT NULL
) AS "t1"
