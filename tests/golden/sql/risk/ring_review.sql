SELECT
  "t13"."account" AS "key",
  COALESCE("t13"."org_id", '0000') AS "owner",
  CASE
    WHEN "t13"."ring" IS NOT NULL
    THEN '与已知黑样本资金往来相似的概率 ' || CAST(LEAST(CAST(ROUND("t13"."score" * 100, 0) AS BIGINT), 99) AS TEXT) || '%' || '，属团伙 ' || COALESCE("t13"."ring", '')
    ELSE '与已知黑样本资金往来相似的概率 ' || CAST(LEAST(CAST(ROUND("t13"."score" * 100, 0) AS BIGINT), 99) AS TEXT) || '%'
  END AS "reason_zh",
  CASE
    WHEN "t13"."ring" IS NOT NULL
    THEN CAST(LEAST(CAST(ROUND("t13"."score" * 100, 0) AS BIGINT), 99) AS TEXT) || '% likely to belong with known bad accounts' || '; in ring ' || COALESCE("t13"."ring", '')
    ELSE CAST(LEAST(CAST(ROUND("t13"."score" * 100, 0) AS BIGINT), 99) AS TEXT) || '% likely to belong with known bad accounts'
  END AS "reason_en",
  MAKE_DATE(2023, 5, 5) AS "due_on",
  "t13"."score" AS "weight",
  "t13"."ring"
FROM (
  SELECT
    "t12".*
    EXCLUDE ("account_right")
  FROM (
    SELECT
      "t11"."account",
      "t11"."standing",
      "t11"."score",
      "t11"."spread",
      "t11"."marked",
      "t11"."period",
      "t11"."ring",
      "t11"."role",
      "t11"."steps",
      "t6"."account" AS "account_right",
      "t6"."org_id"
    FROM (
      SELECT
        "t9".*
        EXCLUDE ("account_right")
      FROM (
        SELECT
          "t7"."account",
          "t7"."standing",
          "t7"."score",
          "t7"."spread",
          "t7"."marked",
          "t7"."period",
          "t8"."account" AS "account_right",
          "t8"."ring",
          "t8"."role",
          "t8"."steps"
        FROM (
          SELECT
            *
          FROM "risk"."ring_score" AS "t1"
          WHERE
            "t1"."marked"
        ) AS "t7"
        LEFT OUTER JOIN (
          SELECT
            "t2"."account",
            "t2"."ring",
            "t2"."role",
            "t2"."steps"
          FROM "risk"."ring_member" AS "t2"
        ) AS "t8"
          ON "t7"."account" = "t8"."account"
      ) AS "t9"
    ) AS "t11"
    LEFT OUTER JOIN (
      SELECT
        "t0"."account",
        "t0"."org_id"
      FROM "risk"."account" AS "t0"
    ) AS "t6"
      ON "t11"."account" = "t6"."account"
  ) AS "t12"
) AS "t13"
ORDER BY
  "t13"."account" ASC
