WITH "t1" AS (
  SELECT DISTINCT
    "t0"."payer" AS "source",
    "t0"."payee" AS "target"
  FROM "risk"."transfer" AS "t0"
  WHERE
    "t0"."payer" <> "t0"."payee"
), "t8" AS (
  SELECT
    "t0"."payer" AS "source",
    "t0"."payee" AS "target",
    CAST("t0"."amount" * 100 AS BIGINT) AS "amount",
    CAST(FLOOR((
      CAST(FLOOR(EPOCH(CAST("t0"."at" AS TIMESTAMP))) AS BIGINT)
    ) / (
      86400
    )) AS BIGINT) AS "at"
  FROM "risk"."transfer" AS "t0"
  WHERE
    "t0"."payer" <> "t0"."payee"
), "t18" AS (
  SELECT
    "t12"."source",
    "t12"."target",
    "t12"."amount",
    "t12"."at",
    "t15"."usual"
  FROM "t8" AS "t12"
  INNER JOIN (
    SELECT
      "t10"."source",
      QUANTILE_CONT(CAST("t10"."amount" AS DOUBLE), 0.5) AS "usual"
    FROM "t8" AS "t10"
    GROUP BY
      1
  ) AS "t15"
    ON "t12"."source" = "t15"."source"
), "t21" AS (
  SELECT
    "t19"."source",
    "t19"."target",
    "t19"."amount",
    "t19"."at",
    "t19"."usual",
    CAST("t19"."amount" AS DOUBLE) / "t19"."usual" AS "ratio"
  FROM "t18" AS "t19"
), "t24" AS (
  SELECT
    *
  FROM (
    SELECT
      "t19"."target",
      "t19"."source",
      CAST(FLOOR((
        "t19"."at"
      ) / (
        3
      )) AS BIGINT) AS "cell"
    FROM "t18" AS "t19"
  ) AS "t20"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t19"."target",
      "t19"."source",
      CAST(FLOOR((
        "t19"."at"
      ) / (
        3
      )) AS BIGINT) + 1 AS "cell"
    FROM "t18" AS "t19"
  ) AS "t22"
)
SELECT
  "t61"."node" AS "account",
  CAST("t61"."out_moves" AS DOUBLE) AS "out_moves",
  CAST("t61"."out_partners" AS DOUBLE) AS "out_partners",
  "t61"."out_total",
  CAST("t61"."out_least" AS DOUBLE) AS "out_least",
  CAST("t61"."out_most" AS DOUBLE) AS "out_most",
  "t61"."out_median",
  CAST("t61"."out_odd" AS DOUBLE) AS "out_odd",
  CAST("t61"."out_odd_partners" AS DOUBLE) AS "out_odd_partners",
  "t61"."out_lowest_ratio",
  "t61"."out_highest_ratio",
  CAST("t61"."out_repeats" AS DOUBLE) AS "out_repeats",
  CAST("t61"."out_burst" AS DOUBLE) AS "out_burst",
  CAST("t61"."out_burst_partners" AS DOUBLE) AS "out_burst_partners",
  CAST("t61"."in_moves" AS DOUBLE) AS "in_moves",
  CAST("t61"."in_partners" AS DOUBLE) AS "in_partners",
  "t61"."in_total",
  CAST("t61"."in_least" AS DOUBLE) AS "in_least",
  CAST("t61"."in_most" AS DOUBLE) AS "in_most",
  "t61"."in_median",
  CAST("t61"."in_odd" AS DOUBLE) AS "in_odd",
  CAST("t61"."in_odd_partners" AS DOUBLE) AS "in_odd_partners",
  "t61"."in_lowest_ratio",
  "t61"."in_highest_ratio",
  CAST("t61"."in_repeats" AS DOUBLE) AS "in_repeats",
  CAST("t61"."in_burst" AS DOUBLE) AS "in_burst",
  CAST("t61"."in_burst_partners" AS DOUBLE) AS "in_burst_partners",
  CAST("t61"."mutual" AS DOUBLE) AS "mutual",
  CASE
    WHEN "t61"."in_total" < "t61"."out_total"
    THEN "t61"."in_total" / "t61"."out_total"
    ELSE "t61"."out_total" / "t61"."in_total"
  END AS "through",
  CAST("t61"."out_first" - "t61"."in_first" AS DOUBLE) AS "first_gap"
FROM (
  SELECT
    "t60".*
    EXCLUDE ("node_right")
  FROM (
    SELECT
      "t59"."node",
      "t59"."out_moves",
      "t59"."out_partners",
      "t59"."out_total",
      "t59"."out_least",
      "t59"."out_most",
      "t59"."out_median",
      "t59"."out_odd",
      "t59"."out_odd_partners",
      "t59"."out_lowest_ratio",
      "t59"."out_highest_ratio",
      "t59"."out_first",
      "t59"."out_last",
      "t59"."out_repeats",
      "t59"."out_burst",
      "t59"."out_burst_partners",
      "t59"."in_moves",
      "t59"."in_partners",
      "t59"."in_total",
      "t59"."in_least",
      "t59"."in_most",
      "t59"."in_median",
      "t59"."in_odd",
      "t59"."in_odd_partners",
      "t59"."in_lowest_ratio",
      "t59"."in_highest_ratio",
      "t59"."in_first",
      "t59"."in_last",
      "t59"."in_repeats",
      "t59"."in_burst",
      "t59"."in_burst_partners",
      "t17"."node" AS "node_right",
      "t17"."mutual"
    FROM (
      SELECT
        "t57".*
        EXCLUDE ("node_right")
      FROM (
        SELECT
          "t56"."node",
          "t56"."out_moves",
          "t56"."out_partners",
          "t56"."out_total",
          "t56"."out_least",
          "t56"."out_most",
          "t56"."out_median",
          "t56"."out_odd",
          "t56"."out_odd_partners",
          "t56"."out_lowest_ratio",
          "t56"."out_highest_ratio",
          "t56"."out_first",
          "t56"."out_last",
          "t56"."out_repeats",
          "t56"."out_burst",
          "t56"."out_burst_partners",
          "t52"."node" AS "node_right",
          "t52"."in_moves",
          "t52"."in_partners",
          "t52"."in_total",
          "t52"."in_least",
          "t52"."in_most",
          "t52"."in_median",
          "t52"."in_odd",
          "t52"."in_odd_partners",
          "t52"."in_lowest_ratio",
          "t52"."in_highest_ratio",
          "t52"."in_first",
          "t52"."in_last",
          "t52"."in_repeats",
          "t52"."in_burst",
          "t52"."in_burst_partners"
        FROM (
          SELECT
            "t54".*
            EXCLUDE ("node_right")
          FROM (
            SELECT
              "t7"."node",
              "t53"."node" AS "node_right",
              "t53"."out_moves",
              "t53"."out_partners",
              "t53"."out_total",
              "t53"."out_least",
              "t53"."out_most",
              "t53"."out_median",
              "t53"."out_odd",
              "t53"."out_odd_partners",
              "t53"."out_lowest_ratio",
              "t53"."out_highest_ratio",
              "t53"."out_first",
              "t53"."out_last",
              "t53"."out_repeats",
              "t53"."out_burst",
              "t53"."out_burst_partners"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."payer" AS "node"
                FROM "risk"."transfer" AS "t0"
                WHERE
                  "t0"."payer" <> "t0"."payee"
              ) AS "t2"
              UNION
              SELECT
                *
              FROM (
                SELECT
                  "t0"."payee" AS "node"
                FROM "risk"."transfer" AS "t0"
                WHERE
                  "t0"."payer" <> "t0"."payee"
              ) AS "t3"
            ) AS "t7"
            LEFT OUTER JOIN (
              SELECT
                "t49".*
                EXCLUDE ("node_right")
              FROM (
                SELECT
                  "t47"."node",
                  "t47"."out_moves",
                  "t47"."out_partners",
                  "t47"."out_total",
                  "t47"."out_least",
                  "t47"."out_most",
                  "t47"."out_median",
                  "t47"."out_odd",
                  "t47"."out_odd_partners",
                  "t47"."out_lowest_ratio",
                  "t47"."out_highest_ratio",
                  "t47"."out_first",
                  "t47"."out_last",
                  "t47"."out_repeats",
                  "t40"."node" AS "node_right",
                  "t40"."out_burst",
                  "t40"."out_burst_partners"
                FROM (
                  SELECT
                    "t43".*
                    EXCLUDE ("node_right")
                  FROM (
                    SELECT
                      "t37"."node",
                      "t37"."out_moves",
                      "t37"."out_partners",
                      "t37"."out_total",
                      "t37"."out_least",
                      "t37"."out_most",
                      "t37"."out_median",
                      "t37"."out_odd",
                      "t37"."out_odd_partners",
                      "t37"."out_lowest_ratio",
                      "t37"."out_highest_ratio",
                      "t37"."out_first",
                      "t37"."out_last",
                      "t35"."node" AS "node_right",
                      "t35"."out_repeats"
                    FROM (
                      SELECT
                        "t23"."source" AS "node",
                        COUNT(*) AS "out_moves",
                        COUNT(DISTINCT "t23"."target") AS "out_partners",
                        CAST(SUM("t23"."amount") AS DOUBLE) AS "out_total",
                        MIN("t23"."amount") AS "out_least",
                        MAX("t23"."amount") AS "out_most",
                        QUANTILE_CONT(CAST("t23"."amount" AS DOUBLE), 0.5) AS "out_median",
                        SUM(CAST((
                          "t23"."ratio" <= 0.5
                        ) OR (
                          "t23"."ratio" >= 2.0
                        ) AS INT)) AS "out_odd",
                        COUNT(DISTINCT "t23"."target") FILTER(WHERE
                          (
                            "t23"."ratio" <= 0.5
                          ) OR (
                            "t23"."ratio" >= 2.0
                          )) AS "out_odd_partners",
                        MIN("t23"."ratio") AS "out_lowest_ratio",
                        MAX("t23"."ratio") AS "out_highest_ratio",
                        MIN("t23"."at") AS "out_first",
                        MAX("t23"."at") AS "out_last"
                      FROM "t21" AS "t23"
                      GROUP BY
                        1
                    ) AS "t37"
                    LEFT OUTER JOIN (
                      SELECT
                        "t27"."source" AS "node",
                        MAX("t27"."made") AS "out_repeats"
                      FROM (
                        SELECT
                          "t23"."source",
                          "t23"."target",
                          COUNT(*) AS "made"
                        FROM "t21" AS "t23"
                        GROUP BY
                          1,
                          2
                      ) AS "t27"
                      GROUP BY
                        1
                    ) AS "t35"
                      ON "t37"."node" = "t35"."node"
                  ) AS "t43"
                ) AS "t47"
                LEFT OUTER JOIN (
                  SELECT
                    "t28"."node",
                    MAX("t28"."made") AS "out_burst",
                    MAX("t28"."met") AS "out_burst_partners"
                  FROM (
                    SELECT
                      "t25"."source" AS "node",
                      "t25"."cell",
                      COUNT(*) AS "made",
                      COUNT(DISTINCT "t25"."target") AS "met"
                    FROM "t24" AS "t25"
                    GROUP BY
                      1,
                      2
                  ) AS "t28"
                  GROUP BY
                    1
                ) AS "t40"
                  ON "t47"."node" = "t40"."node"
              ) AS "t49"
            ) AS "t53"
              ON "t7"."node" = "t53"."node"
          ) AS "t54"
        ) AS "t56"
        LEFT OUTER JOIN (
          SELECT
            "t48".*
            EXCLUDE ("node_right")
          FROM (
            SELECT
              "t46"."node",
              "t46"."in_moves",
              "t46"."in_partners",
              "t46"."in_total",
              "t46"."in_least",
              "t46"."in_most",
              "t46"."in_median",
              "t46"."in_odd",
              "t46"."in_odd_partners",
              "t46"."in_lowest_ratio",
              "t46"."in_highest_ratio",
              "t46"."in_first",
              "t46"."in_last",
              "t46"."in_repeats",
              "t41"."node" AS "node_right",
              "t41"."in_burst",
              "t41"."in_burst_partners"
            FROM (
              SELECT
                "t42".*
                EXCLUDE ("node_right")
              FROM (
                SELECT
                  "t36"."node",
                  "t36"."in_moves",
                  "t36"."in_partners",
                  "t36"."in_total",
                  "t36"."in_least",
                  "t36"."in_most",
                  "t36"."in_median",
                  "t36"."in_odd",
                  "t36"."in_odd_partners",
                  "t36"."in_lowest_ratio",
                  "t36"."in_highest_ratio",
                  "t36"."in_first",
                  "t36"."in_last",
                  "t34"."node" AS "node_right",
                  "t34"."in_repeats"
                FROM (
                  SELECT
                    "t23"."target" AS "node",
                    COUNT(*) AS "in_moves",
                    COUNT(DISTINCT "t23"."source") AS "in_partners",
                    CAST(SUM("t23"."amount") AS DOUBLE) AS "in_total",
                    MIN("t23"."amount") AS "in_least",
                    MAX("t23"."amount") AS "in_most",
                    QUANTILE_CONT(CAST("t23"."amount" AS DOUBLE), 0.5) AS "in_median",
                    SUM(CAST((
                      "t23"."ratio" <= 0.5
                    ) OR (
                      "t23"."ratio" >= 2.0
                    ) AS INT)) AS "in_odd",
                    COUNT(DISTINCT "t23"."source") FILTER(WHERE
                      (
                        "t23"."ratio" <= 0.5
                      ) OR (
                        "t23"."ratio" >= 2.0
                      )) AS "in_odd_partners",
                    MIN("t23"."ratio") AS "in_lowest_ratio",
                    MAX("t23"."ratio") AS "in_highest_ratio",
                    MIN("t23"."at") AS "in_first",
                    MAX("t23"."at") AS "in_last"
                  FROM "t21" AS "t23"
                  GROUP BY
                    1
                ) AS "t36"
                LEFT OUTER JOIN (
                  SELECT
                    "t26"."target" AS "node",
                    MAX("t26"."made") AS "in_repeats"
                  FROM (
                    SELECT
                      "t23"."target",
                      "t23"."source",
                      COUNT(*) AS "made"
                    FROM "t21" AS "t23"
                    GROUP BY
                      1,
                      2
                  ) AS "t26"
                  GROUP BY
                    1
                ) AS "t34"
                  ON "t36"."node" = "t34"."node"
              ) AS "t42"
            ) AS "t46"
            LEFT OUTER JOIN (
              SELECT
                "t29"."node",
                MAX("t29"."made") AS "in_burst",
                MAX("t29"."met") AS "in_burst_partners"
              FROM (
                SELECT
                  "t25"."target" AS "node",
                  "t25"."cell",
                  COUNT(*) AS "made",
                  COUNT(DISTINCT "t25"."source") AS "met"
                FROM "t24" AS "t25"
                GROUP BY
                  1,
                  2
              ) AS "t29"
              GROUP BY
                1
            ) AS "t41"
              ON "t46"."node" = "t41"."node"
          ) AS "t48"
        ) AS "t52"
          ON "t56"."node" = "t52"."node"
      ) AS "t57"
    ) AS "t59"
    LEFT OUTER JOIN (
      SELECT
        "t14"."source" AS "node",
        COUNT(*) AS "mutual"
      FROM (
        SELECT
          "t6"."source",
          "t6"."target"
        FROM "t1" AS "t6"
        INNER JOIN (
          SELECT
            "t4"."target" AS "source",
            "t4"."source" AS "target"
          FROM "t1" AS "t4"
        ) AS "t11"
          ON "t6"."source" = "t11"."source" AND "t6"."target" = "t11"."target"
      ) AS "t14"
      GROUP BY
        1
    ) AS "t17"
      ON "t59"."node" = "t17"."node"
  ) AS "t60"
) AS "t61"
ORDER BY
  "t61"."node" ASC
