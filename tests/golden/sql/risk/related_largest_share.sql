SELECT
  MAX("t1"."net") / MAX("t1"."net_capital") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "risk"."related_exposure" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
) AS "t1"
