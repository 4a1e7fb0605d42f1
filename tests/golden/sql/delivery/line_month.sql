WITH "t9" AS (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."line",
        STRFTIME("t0"."received_on", '%Y-%m') AS "month",
        'received' AS "move"
      FROM "delivery"."ticket_life" AS "t0"
      WHERE
        "t0"."received_on" IS NOT NULL
    ) AS "t3"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."line",
        STRFTIME("t0"."released_on", '%Y-%m') AS "month",
        'released' AS "move"
      FROM "delivery"."ticket_life" AS "t0"
      WHERE
        "t0"."released_on" IS NOT NULL
    ) AS "t4"
  ) AS "t7"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."line",
        STRFTIME("t0"."voided_on", '%Y-%m') AS "month",
        'voided' AS "move"
      FROM "delivery"."ticket_life" AS "t0"
      WHERE
        "t0"."voided_on" IS NOT NULL
    ) AS "t5"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."line",
        STRFTIME("t0"."closed_on", '%Y-%m') AS "month",
        'closed' AS "move"
      FROM "delivery"."ticket_life" AS "t0"
      WHERE
        "t0"."closed_on" IS NOT NULL
    ) AS "t6"
  ) AS "t8"
)
SELECT
  "t16"."month",
  "t16"."line",
  "t16"."received",
  "t16"."released",
  "t16"."voided",
  "t16"."open_end"
FROM (
  SELECT
    "t15"."line",
    "t15"."month",
    "t15"."received",
    "t15"."released",
    "t15"."voided",
    "t15"."closed",
    SUM("t15"."received" - "t15"."closed") OVER (
      PARTITION BY "t15"."line"
      ORDER BY "t15"."month" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS "open_end"
  FROM (
    SELECT
      "t2"."line",
      "t12"."month",
      COALESCE("t14"."received", 0) AS "received",
      COALESCE("t14"."released", 0) AS "released",
      COALESCE("t14"."voided", 0) AS "voided",
      COALESCE("t14"."closed", 0) AS "closed"
    FROM (
      SELECT DISTINCT
        "t0"."line"
      FROM "delivery"."ticket_life" AS "t0"
    ) AS "t2"
    CROSS JOIN (
      SELECT DISTINCT
        "t10"."month"
      FROM "t9" AS "t10"
    ) AS "t12"
    LEFT OUTER JOIN (
      SELECT
        "t10"."line",
        "t10"."month",
        COUNT(*) FILTER(WHERE
          "t10"."move" = 'received') AS "received",
        COUNT(*) FILTER(WHERE
          "t10"."move" = 'released') AS "released",
        COUNT(*) FILTER(WHERE
          "t10"."move" = 'voided') AS "voided",
        COUNT(*) FILTER(WHERE
          "t10"."move" = 'closed') AS "closed"
      FROM "t9" AS "t10"
      GROUP BY
        1,
        2
    ) AS "t14"
      ON "t2"."line" = "t14"."line" AND "t12"."month" = "t14"."month"
  ) AS "t15"
) AS "t16"
ORDER BY
  "t16"."month" ASC,
  "t16"."line" ASC
