SELECT
  "t2"."indicator",
  "t2"."number",
  "t2"."title_zh",
  "t2"."title_en",
  "t2"."standard",
  "t2"."comparisons",
  CASE "t2"."rank"
    WHEN 0
    THEN 'differs'
    WHEN 1
    THEN 'unavailable'
    WHEN 2
    THEN 'within'
    WHEN 3
    THEN 'agrees'
    ELSE 'agrees'
  END AS "status",
  "t2"."rank" >= 2 AS "passed",
  "t2"."reason_zh",
  "t2"."reason_en",
  MAKE_DATE(2023, 4, 30) AS "as_of"
FROM (
  SELECT
    "t1"."indicator",
    MIN("t1"."number") AS "number",
    MIN("t1"."title_zh") AS "title_zh",
    MIN("t1"."title_en") AS "title_en",
    BOOL_OR(CAST("t1"."standard" AS BOOLEAN)) AS "standard",
    COUNT(*) AS "comparisons",
    MIN("t1"."rank") AS "rank",
    MAX("t1"."reason_zh") FILTER(WHERE
      "t1"."status" = 'unavailable') AS "reason_zh",
    MAX("t1"."reason_en") FILTER(WHERE
      "t1"."status" = 'unavailable') AS "reason_en"
  FROM (
    SELECT
      "t0"."indicator",
      "t0"."step",
      "t0"."cut",
      "t0"."left",
      "t0"."right",
      "t0"."number",
      "t0"."title_zh",
      "t0"."title_en",
      "t0"."standard",
      "t0"."unit",
      "t0"."left_value",
      "t0"."right_value",
      "t0"."difference",
      "t0"."allowed",
      "t0"."left_rows",
      "t0"."right_rows",
      "t0"."status",
      "t0"."reason_zh",
      "t0"."reason_en",
      "t0"."period",
      CASE "t0"."status"
        WHEN 'differs'
        THEN 0
        WHEN 'unavailable'
        THEN 1
        WHEN 'within'
        THEN 2
        WHEN 'agrees'
        THEN 3
        ELSE 4
      END AS "rank"
    FROM "governance"."indicator_result" AS "t0"
  ) AS "t1"
  GROUP BY
    1
) AS "t2"
ORDER BY
  "t2"."indicator" ASC
