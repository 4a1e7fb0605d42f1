SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "risk"."related_party" AS "t0"
  WHERE
    "t0"."period" = '2023-04' AND "t0"."kinship" = TRUE
) AS "t1"
