SELECT
  SUM("t1"."connections") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "operations"."access_use" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."resource_kind" = 'remote_desktop'
) AS "t1"
