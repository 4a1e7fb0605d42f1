SELECT
  "t14"."deal_id",
  "t14"."party_id",
  "t14"."name",
  "t14"."on",
  "t14"."kind",
  "t14"."amount",
  CAST("t14"."so_far" AS DECIMAL(18, 2)) AS "so_far",
  "t14"."net_capital",
  CASE
    WHEN (
      CAST("t14"."amount" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
    ) >= 0.01
    THEN 'single'
    WHEN (
      (
        CAST("t14"."so_far" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
      ) >= 0.05
    )
    AND (
      (
        CAST("t14"."so_far" - "t14"."amount" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
      ) < 0.05
    )
    THEN 'cumulative'
    WHEN (
      (
        CAST("t14"."so_far" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
      ) >= 0.05
    )
    AND (
      CAST(FLOOR(
        (
          (
            (
              CAST("t14"."so_far" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
            ) - 0.05
          ) / 0.01
        ) + 1e-09
      ) AS BIGINT) > CAST(FLOOR(
        (
          (
            (
              CAST("t14"."so_far" - "t14"."amount" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
            ) - 0.05
          ) / 0.01
        ) + 1e-09
      ) AS BIGINT)
    )
    THEN 'further'
    ELSE 'general'
  END <> 'general' AS "major",
  CASE
    WHEN (
      CAST("t14"."amount" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
    ) >= 0.01
    THEN 'single'
    WHEN (
      (
        CAST("t14"."so_far" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
      ) >= 0.05
    )
    AND (
      (
        CAST("t14"."so_far" - "t14"."amount" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
      ) < 0.05
    )
    THEN 'cumulative'
    WHEN (
      (
        CAST("t14"."so_far" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
      ) >= 0.05
    )
    AND (
      CAST(FLOOR(
        (
          (
            (
              CAST("t14"."so_far" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
            ) - 0.05
          ) / 0.01
        ) + 1e-09
      ) AS BIGINT) > CAST(FLOOR(
        (
          (
            (
              CAST("t14"."so_far" - "t14"."amount" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
            ) - 0.05
          ) / 0.01
        ) + 1e-09
      ) AS BIGINT)
    )
    THEN 'further'
    ELSE 'general'
  END AS "reason",
  (
    CASE
      WHEN (
        CAST("t14"."amount" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
      ) >= 0.01
      THEN 'single'
      WHEN (
        (
          CAST("t14"."so_far" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
        ) >= 0.05
      )
      AND (
        (
          CAST("t14"."so_far" - "t14"."amount" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
        ) < 0.05
      )
      THEN 'cumulative'
      WHEN (
        (
          CAST("t14"."so_far" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
        ) >= 0.05
      )
      AND (
        CAST(FLOOR(
          (
            (
              (
                CAST("t14"."so_far" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
              ) - 0.05
            ) / 0.01
          ) + 1e-09
        ) AS BIGINT) > CAST(FLOOR(
          (
            (
              (
                CAST("t14"."so_far" - "t14"."amount" AS DOUBLE) / CAST("t14"."net_capital" AS DOUBLE)
              ) - 0.05
            ) / 0.01
          ) + 1e-09
        ) AS BIGINT)
      )
      THEN 'further'
      ELSE 'general'
    END = 'general'
  )
  AND (
    "t14"."amount" <= CASE WHEN "t14"."party_kind" = 'person' THEN 500000 ELSE 5000000 END
  ) AS "exempt"
FROM (
  SELECT
    "t13"."deal_id",
    "t13"."customer_id",
    "t13"."on",
    "t13"."kind",
    "t13"."amount",
    "t13"."title",
    "t13"."period",
    "t13"."party_id",
    "t13"."name",
    "t13"."party_kind",
    "t13"."quarter_end",
    "t13"."net_capital",
    "t13"."newest",
    SUM("t13"."amount") OVER (
      PARTITION BY "t13"."party_id"
      ORDER BY "t13"."on" ASC, "t13"."deal_id" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS "so_far"
  FROM (
    SELECT
      "t12"."deal_id",
      "t12"."customer_id",
      "t12"."on",
      "t12"."kind",
      "t12"."amount",
      "t12"."title",
      "t12"."period",
      "t12"."party_id",
      "t12"."name",
      "t12"."party_kind",
      "t12"."quarter_end",
      "t12"."amount_right" AS "net_capital",
      "t12"."newest"
    FROM (
      SELECT
        "t11"."deal_id",
        "t11"."customer_id",
        "t11"."on",
        "t11"."kind",
        "t11"."amount",
        "t11"."title",
        "t11"."period",
        "t11"."party_id",
        "t11"."name",
        "t11"."party_kind",
        "t11"."quarter_end",
        "t11"."amount_right",
        ROW_NUMBER() OVER (
          PARTITION BY "t11"."deal_id", "t11"."party_id"
          ORDER BY "t11"."quarter_end" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "newest"
      FROM (
        SELECT
          "t9"."deal_id",
          "t9"."customer_id",
          "t9"."on",
          "t9"."kind",
          "t9"."amount",
          "t9"."title",
          "t9"."period",
          "t10"."party_id",
          "t8"."name",
          "t8"."party_kind",
          "t4"."quarter_end",
          "t4"."amount" AS "amount_right"
        FROM (
          SELECT
            *
          FROM "risk"."deal" AS "t0"
          WHERE
            "t0"."on" BETWEEN MAKE_DATE(2023, 1, 1) AND MAKE_DATE(2023, 4, 30)
        ) AS "t9"
        INNER JOIN (
          SELECT
            "t2"."customer_id",
            "t2"."party_id"
          FROM "risk"."customer_party" AS "t2"
          WHERE
            "t2"."status" IN ('exact', 'confirmed')
        ) AS "t10"
          ON "t9"."customer_id" = "t10"."customer_id"
        INNER JOIN (
          SELECT
            "t3"."party_id",
            "t3"."name",
            "t3"."kind" AS "party_kind"
          FROM "risk"."related_party" AS "t3"
        ) AS "t8"
          ON "t10"."party_id" = "t8"."party_id"
        LEFT OUTER JOIN "risk"."net_capital" AS "t4"
          ON "t4"."quarter_end" < "t9"."on"
      ) AS "t11"
    ) AS "t12"
    WHERE
      "t12"."newest" = 0
  ) AS "t13"
) AS "t14"
ORDER BY
  "t14"."deal_id" ASC,
  "t14"."party_id" ASC
