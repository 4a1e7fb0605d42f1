SELECT
  "t9"."system",
  "t9"."table_name",
  "t9"."row_count",
  "t9"."size_gb",
  "t9"."size_gb" - "t9"."size_before" AS "grown_gb",
  "t9"."partitioned",
  "t9"."archived_on" IS NOT NULL AS "archived",
  "t9"."index_count",
  "t9"."partitioned"
  AND (
    "t9"."archived_on" IS NOT NULL
  )
  AND (
    "t9"."index_count" <= 5
  ) AS "governed"
FROM (
  SELECT
    "t7"."system",
    "t7"."table_name",
    "t7"."measured_on",
    "t7"."row_count",
    "t7"."size_gb",
    "t7"."partitioned",
    "t7"."archived_on",
    "t7"."index_count",
    "t7"."period",
    "t7"."newest",
    "t8"."system" AS "system_right",
    "t8"."table_name" AS "table_name_right",
    "t8"."size_before"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t1"."system",
        "t1"."table_name",
        "t1"."measured_on",
        "t1"."row_count",
        "t1"."size_gb",
        "t1"."partitioned",
        "t1"."archived_on",
        "t1"."index_count",
        "t1"."period",
        MAX("t1"."measured_on") OVER (
          PARTITION BY "t1"."system", "t1"."table_name"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "newest"
      FROM (
        SELECT
          *
        FROM "delivery"."large_table" AS "t0"
        WHERE
          "t0"."period" = '2023-04'
      ) AS "t1"
    ) AS "t3"
    WHERE
      "t3"."measured_on" = "t3"."newest"
  ) AS "t7"
  LEFT OUTER JOIN (
    SELECT
      "t4"."system",
      "t4"."table_name",
      "t4"."size_gb" AS "size_before"
    FROM (
      SELECT
        "t2"."system",
        "t2"."table_name",
        "t2"."measured_on",
        "t2"."row_count",
        "t2"."size_gb",
        "t2"."partitioned",
        "t2"."archived_on",
        "t2"."index_count",
        "t2"."period",
        MAX("t2"."measured_on") OVER (
          PARTITION BY "t2"."system", "t2"."table_name"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "newest"
      FROM (
        SELECT
          *
        FROM "delivery"."large_table" AS "t0"
        WHERE
          "t0"."period" = '2023-03'
      ) AS "t2"
    ) AS "t4"
    WHERE
      "t4"."measured_on" = "t4"."newest"
  ) AS "t8"
    ON "t7"."system" = "t8"."system" AND "t7"."table_name" = "t8"."table_name"
) AS "t9"
ORDER BY
  "t9"."system" ASC,
  "t9"."table_name" ASC
