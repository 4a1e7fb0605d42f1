SELECT
  COUNT(*) FILTER(WHERE
    "t1"."status" = 'passed') / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "governance"."rule_result" AS "t0"
  WHERE
    "t0"."period" = '2023-03' AND "t0"."class" <> 'master'
) AS "t1"
