SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      'all' AS "key",
      '关联交易办公室' AS "owner",
      '全部关联方' || '授信净额占资本净额 ' || CAST(CAST(FLOOR((
        CAST(ROUND("t2"."share" * 10000, 0) AS BIGINT)
      ) / (
        100
      )) AS BIGINT) AS TEXT) || '.' || CASE
        WHEN 2 <= LENGTH(CAST(CAST(ROUND("t2"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT))
        THEN CAST(CAST(ROUND("t2"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT)
        ELSE REPEAT(
          '0',
          2 - LENGTH(CAST(CAST(ROUND("t2"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT))
        ) || CAST(CAST(ROUND("t2"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT)
      END || '%' || '，超过限额' AS "reason_zh",
      'related parties together' || ' owes ' || CAST(CAST(FLOOR((
        CAST(ROUND("t2"."share" * 10000, 0) AS BIGINT)
      ) / (
        100
      )) AS BIGINT) AS TEXT) || '.' || CASE
        WHEN 2 <= LENGTH(CAST(CAST(ROUND("t2"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT))
        THEN CAST(CAST(ROUND("t2"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT)
        ELSE REPEAT(
          '0',
          2 - LENGTH(CAST(CAST(ROUND("t2"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT))
        ) || CAST(CAST(ROUND("t2"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT)
      END || '%' || ' of net capital, over the limit' AS "reason_en",
      MAKE_DATE(2023, 5, 5) AS "due_on",
      "t2"."share" AS "weight"
    FROM (
      SELECT
        CAST(SUM("t0"."net") AS DOUBLE) / CAST(MAX("t0"."net_capital") AS DOUBLE) AS "share"
      FROM "risk"."related_exposure" AS "t0"
    ) AS "t2"
    WHERE
      (
        SELECT
          CAST(SUM("t0"."net") AS DOUBLE) / CAST(MAX("t0"."net_capital") AS DOUBLE) AS "Divide(Cast(Sum(net), float64), Cast(Max(net_capital), float64))"
        FROM "risk"."related_exposure" AS "t0"
      ) > 0.5
  ) AS "t7"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        'party:' || "t0"."party_id" AS "key",
        '关联交易办公室' AS "owner",
        '关联方 ' || COALESCE("t0"."name", "t0"."party_id") || ' ' || '授信净额占资本净额 ' || CAST(CAST(FLOOR((
          CAST(ROUND("t0"."share" * 10000, 0) AS BIGINT)
        ) / (
          100
        )) AS BIGINT) AS TEXT) || '.' || CASE
          WHEN 2 <= LENGTH(CAST(CAST(ROUND("t0"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT))
          THEN CAST(CAST(ROUND("t0"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT)
          ELSE REPEAT(
            '0',
            2 - LENGTH(CAST(CAST(ROUND("t0"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT))
          ) || CAST(CAST(ROUND("t0"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT)
        END || '%' || '，超过限额' AS "reason_zh",
        'related party ' || COALESCE("t0"."name", "t0"."party_id") || ' owes ' || CAST(CAST(FLOOR((
          CAST(ROUND("t0"."share" * 10000, 0) AS BIGINT)
        ) / (
          100
        )) AS BIGINT) AS TEXT) || '.' || CASE
          WHEN 2 <= LENGTH(CAST(CAST(ROUND("t0"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT))
          THEN CAST(CAST(ROUND("t0"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT)
          ELSE REPEAT(
            '0',
            2 - LENGTH(CAST(CAST(ROUND("t0"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT))
          ) || CAST(CAST(ROUND("t0"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT)
        END || '%' || ' of net capital, over the limit' AS "reason_en",
        MAKE_DATE(2023, 5, 5) AS "due_on",
        "t0"."share" AS "weight"
      FROM "risk"."related_exposure" AS "t0"
      WHERE
        "t0"."exceeded"
    ) AS "t4"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        'group:' || "t1"."group_id" AS "key",
        '关联交易办公室' AS "owner",
        '关联集团 ' || "t1"."group_id" || ' ' || '授信净额占资本净额 ' || CAST(CAST(FLOOR((
          CAST(ROUND("t1"."share" * 10000, 0) AS BIGINT)
        ) / (
          100
        )) AS BIGINT) AS TEXT) || '.' || CASE
          WHEN 2 <= LENGTH(CAST(CAST(ROUND("t1"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT))
          THEN CAST(CAST(ROUND("t1"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT)
          ELSE REPEAT(
            '0',
            2 - LENGTH(CAST(CAST(ROUND("t1"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT))
          ) || CAST(CAST(ROUND("t1"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT)
        END || '%' || '，超过限额' AS "reason_zh",
        'the group of ' || "t1"."group_id" || ' owes ' || CAST(CAST(FLOOR((
          CAST(ROUND("t1"."share" * 10000, 0) AS BIGINT)
        ) / (
          100
        )) AS BIGINT) AS TEXT) || '.' || CASE
          WHEN 2 <= LENGTH(CAST(CAST(ROUND("t1"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT))
          THEN CAST(CAST(ROUND("t1"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT)
          ELSE REPEAT(
            '0',
            2 - LENGTH(CAST(CAST(ROUND("t1"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT))
          ) || CAST(CAST(ROUND("t1"."share" * 10000, 0) AS BIGINT) % 100 AS TEXT)
        END || '%' || ' of net capital, over the limit' AS "reason_en",
        MAKE_DATE(2023, 5, 5) AS "due_on",
        "t1"."share" AS "weight"
      FROM "risk"."related_group" AS "t1"
      WHERE
        "t1"."exceeded" AND "t1"."members" > 1
    ) AS "t5"
  ) AS "t6"
) AS "t8"
ORDER BY
  "t8"."key" ASC
