SELECT
  *
FROM (
  SELECT
    "t5"."customer_id" || '~' || "t5"."party_id" AS "key",
    '关联交易办公室' AS "owner",
    "t4"."name" || '（' || "t5"."customer_id" || '）疑为关联方 ' || "t5"."party_id" || '，得分 ' || CAST(CAST(ROUND("t5"."score" * 100, 0) AS BIGINT) AS TEXT) || '：' || "t5"."reason_zh" AS "reason_zh",
    "t4"."name" || ' (' || "t5"."customer_id" || ') may be the related party ' || "t5"."party_id" || ', score ' || CAST(CAST(ROUND("t5"."score" * 100, 0) AS BIGINT) AS TEXT) || ': ' || "t5"."reason_en" AS "reason_en",
    MAKE_DATE(2023, 5, 10) AS "due_on",
    "t5"."score" AS "weight"
  FROM (
    SELECT
      *
    FROM "risk"."customer_party" AS "t0"
    WHERE
      "t0"."status" = 'proposed'
  ) AS "t5"
  INNER JOIN (
    SELECT
      "t1"."customer_id",
      "t1"."name"
    FROM "risk"."credit_customer" AS "t1"
  ) AS "t4"
    ON "t5"."customer_id" = "t4"."customer_id"
) AS "t6"
ORDER BY
  "t6"."key" ASC
