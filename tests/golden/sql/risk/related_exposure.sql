SELECT
  "t18"."party_id",
  "t18"."name",
  "t18"."kind",
  "t18"."customers",
  CAST("t18"."balance" AS DECIMAL(18, 2)) AS "balance",
  CAST("t18"."deducted" AS DECIMAL(18, 2)) AS "deducted",
  CAST("t18"."net" AS DECIMAL(18, 2)) AS "net",
  "t18"."net_capital",
  CAST("t18"."net" AS DOUBLE) / CAST("t18"."net_capital" AS DOUBLE) AS "share",
  COALESCE(
    (
      CAST("t18"."net" AS DOUBLE) / CAST("t18"."net_capital" AS DOUBLE)
    ) > 0.1,
    FALSE
  ) AS "exceeded"
FROM (
  SELECT
    "t17"."party_id",
    "t17"."customers",
    "t17"."balance",
    "t17"."deducted",
    "t17"."name",
    "t17"."kind",
    GREATEST("t17"."balance" - "t17"."deducted", 0) AS "net",
    (
      SELECT
        FIRST("t5"."amount" ORDER BY "t5"."quarter_end" DESC) AS "ArgMax(amount, quarter_end)"
      FROM (
        SELECT
          *
        FROM "risk"."net_capital" AS "t0"
        WHERE
          "t0"."quarter_end" <= MAKE_DATE(2023, 4, 30)
      ) AS "t5"
    ) AS "net_capital"
  FROM (
    SELECT
      "t16"."party_id",
      "t16"."customers",
      "t16"."balance",
      "t16"."deducted",
      "t6"."name",
      "t6"."kind"
    FROM (
      SELECT
        "t14"."party_id",
        COUNT(DISTINCT "t14"."customer_id") AS "customers",
        SUM("t14"."balance" + "t14"."off_balance") AS "balance",
        SUM("t14"."margin" + "t14"."certificates" + "t14"."bonds") AS "deducted"
      FROM (
        SELECT
          "t13"."as_of",
          "t13"."account_id",
          "t13"."customer_id",
          "t13"."product",
          "t13"."balance",
          "t13"."off_balance",
          "t13"."margin",
          "t13"."certificates",
          "t13"."bonds",
          "t13"."period",
          "t9"."party_id"
        FROM (
          SELECT
            *
          FROM "risk"."credit_balance" AS "t2"
          WHERE
            "t2"."period" = '2023-04'
            AND "t2"."as_of" = (
              SELECT
                MAX("t7"."as_of") AS "Max(as_of)"
              FROM (
                SELECT
                  *
                FROM "risk"."credit_balance" AS "t2"
                WHERE
                  "t2"."period" = '2023-04'
              ) AS "t7"
            )
        ) AS "t13"
        INNER JOIN (
          SELECT
            "t3"."customer_id",
            "t3"."party_id"
          FROM "risk"."customer_party" AS "t3"
          WHERE
            "t3"."status" IN ('exact', 'confirmed')
        ) AS "t9"
          ON "t13"."customer_id" = "t9"."customer_id"
      ) AS "t14"
      GROUP BY
        1
    ) AS "t16"
    INNER JOIN (
      SELECT
        "t1"."party_id",
        "t1"."name",
        "t1"."kind"
      FROM "risk"."related_party" AS "t1"
    ) AS "t6"
      ON "t16"."party_id" = "t6"."party_id"
  ) AS "t17"
) AS "t18"
ORDER BY
  "t18"."party_id" ASC
