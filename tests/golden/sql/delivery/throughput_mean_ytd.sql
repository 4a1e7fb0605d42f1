SELECT
  AVG("t1"."released" / "t1"."received") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    *
  FROM "delivery"."line_month" AS "t0"
  WHERE
    "t0"."month" IN ('2023-01', '2023-02', '2023-03', '2023-04')
    AND "t0"."received" > 0
) AS "t1"
