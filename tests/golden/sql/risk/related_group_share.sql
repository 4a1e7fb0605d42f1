SELECT
  MAX("t1"."net") / MAX("t1"."net_capital") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "risk"."related_group" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."kind" = 'control'
) AS "t1"
