SELECT
  SUM(CAST("t1"."online" AS INT)) / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "process"."econtract_flow" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
