SELECT
  "t17"."kind",
  "t17"."subject",
  "t17"."cells",
  "t17"."failed",
  "t17"."score",
  CASE
    WHEN "t17"."score" >= 0.999
    THEN 'good'
    WHEN "t17"."score" >= 0.99
    THEN 'fair'
    ELSE 'poor'
  END AS "grade"
FROM (
  SELECT
    "t16"."kind",
    "t16"."subject",
    SUM("t16"."cells") AS "cells",
    SUM("t16"."failed") AS "failed",
    (
      COALESCE(MAX("t16"."held") FILTER(WHERE
        "t16"."class" = 'not_null'), 0) + COALESCE(MAX("t16"."held") FILTER(WHERE
        "t16"."class" = 'length'), 0) + COALESCE(MAX("t16"."held") FILTER(WHERE
        "t16"."class" = 'field'), 0) + COALESCE(MAX("t16"."held") FILTER(WHERE
        "t16"."class" = 'relation'), 0) + COALESCE(MAX("t16"."held") FILTER(WHERE
        "t16"."class" = 'cross'), 0)
    ) / SUM("t16"."weight") AS "score"
  FROM (
    SELECT
      "t15"."kind",
      "t15"."subject",
      "t15"."class",
      "t15"."cells",
      "t15"."failed",
      CASE "t15"."class"
        WHEN 'not_null'
        THEN 20
        WHEN 'length'
        THEN 10
        WHEN 'field'
        THEN 35
        WHEN 'relation'
        THEN 20
        WHEN 'cross'
        THEN 15
        ELSE 0
      END AS "weight",
      CASE "t15"."class"
        WHEN 'not_null'
        THEN 20
        WHEN 'length'
        THEN 10
        WHEN 'field'
        THEN 35
        WHEN 'relation'
        THEN 20
        WHEN 'cross'
        THEN 15
        ELSE 0
      END * (
        1 - (
          CAST("t15"."failed" AS DOUBLE) / "t15"."cells"
        )
      ) AS "held"
    FROM (
      SELECT
        "t14"."kind",
        "t14"."subject",
        "t14"."class",
        SUM("t14"."cells") AS "cells",
        SUM("t14"."failed") AS "failed"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t6"."class",
            "t4"."rows" * "t6"."rules" AS "cells",
            COALESCE("t11"."failed", 0) AS "failed",
            'table' AS "kind",
            "t4"."table" AS "subject"
          FROM "governance"."filed" AS "t4"
          INNER JOIN (
            SELECT
              "t1"."table",
              "t1"."class",
              COUNT(*) AS "rules"
            FROM "governance"."rule_result" AS "t1"
            GROUP BY
              1,
              2
          ) AS "t6"
            ON "t4"."table" = "t6"."table"
          LEFT OUTER JOIN (
            SELECT
              "t7"."table",
              "t7"."org_id",
              "t7"."class",
              COUNT(*) AS "failed"
            FROM (
              SELECT
                *
              FROM "governance"."rule_failure" AS "t3"
              WHERE
                NOT (
                  "t3"."exempt"
                )
            ) AS "t7"
            GROUP BY
              1,
              2,
              3
          ) AS "t11"
            ON "t4"."table" = "t11"."table"
            AND "t4"."org_id" = "t11"."org_id"
            AND "t6"."class" = "t11"."class"
          LEFT OUTER JOIN (
            SELECT
              "t2"."org_id",
              CASE WHEN "t2"."kind" = 'sub_branch' THEN "t2"."parent_id" ELSE "t2"."org_id" END AS "branch"
            FROM "bank"."organisation" AS "t2"
          ) AS "t9"
            ON "t4"."org_id" = "t9"."org_id"
        ) AS "t12"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t6"."class",
            "t4"."rows" * "t6"."rules" AS "cells",
            COALESCE("t11"."failed", 0) AS "failed",
            'organisation' AS "kind",
            COALESCE("t9"."branch", "t4"."org_id") AS "subject"
          FROM "governance"."filed" AS "t4"
          INNER JOIN (
            SELECT
              "t1"."table",
              "t1"."class",
              COUNT(*) AS "rules"
            FROM "governance"."rule_result" AS "t1"
            GROUP BY
              1,
              2
          ) AS "t6"
            ON "t4"."table" = "t6"."table"
          LEFT OUTER JOIN (
            SELECT
              "t7"."table",
              "t7"."org_id",
              "t7"."class",
              COUNT(*) AS "failed"
            FROM (
              SELECT
                *
              FROM "governance"."rule_failure" AS "t3"
              WHERE
                NOT (
                  "t3"."exempt"
                )
            ) AS "t7"
            GROUP BY
              1,
              2,
              3
          ) AS "t11"
            ON "t4"."table" = "t11"."table"
            AND "t4"."org_id" = "t11"."org_id"
            AND "t6"."class" = "t11"."class"
          LEFT OUTER JOIN (
            SELECT
              "t2"."org_id",
              CASE WHEN "t2"."kind" = 'sub_branch' THEN "t2"."parent_id" ELSE "t2"."org_id" END AS "branch"
            FROM "bank"."organisation" AS "t2"
          ) AS "t9"
            ON "t4"."org_id" = "t9"."org_id"
        ) AS "t13"
      ) AS "t14"
      GROUP BY
        1,
        2,
        3
    ) AS "t15"
  ) AS "t16"
  GROUP BY
    1,
    2
) AS "t17"
ORDER BY
  "t17"."kind" ASC,
  "t17"."subject" ASC
