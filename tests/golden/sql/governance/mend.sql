SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."issue_id" AS "key",
      "t0"."owner",
      "t0"."title" AS "reason_zh",
      'Issue of data quality: ' || "t0"."subject" AS "reason_en",
      "t0"."due_on",
      CAST(CASE
        WHEN DATE_DIFF('DAY', "t0"."due_on", MAKE_DATE(2023, 4, 30)) IS NULL
        THEN DATE_DIFF('DAY', "t0"."due_on", MAKE_DATE(2023, 4, 30))
        ELSE GREATEST(0, DATE_DIFF('DAY', "t0"."due_on", MAKE_DATE(2023, 4, 30)))
      END AS DOUBLE) + 100.0 AS "weight",
      'issue' AS "source"
    FROM "governance"."issue" AS "t0"
    WHERE
      "t0"."raised_on" <= MAKE_DATE(2023, 4, 30)
      AND (
        (
          "t0"."closed_on" IS NULL
        ) OR (
          "t0"."closed_on" > MAKE_DATE(2023, 4, 30)
        )
      )
  ) AS "t14"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        '2023-03 ' || "t18"."rule" || ' ' || "t18"."answers" AS "key",
        COALESCE("t8"."name", "t18"."answers") AS "owner",
        "t10"."message_zh" || '（' || CAST("t18"."rows" AS TEXT) || ' 行）' AS "reason_zh",
        "t10"."message_en" || ' (rows: ' || CAST("t18"."rows" AS TEXT) || ')' AS "reason_en",
        MAKE_DATE(2023, 4, 1) + INTERVAL '19' DAY AS "due_on",
        "t18"."rows" * CASE WHEN "t10"."severity" = 'error' THEN 3.0 ELSE 1.0 END AS "weight",
        'check' AS "source"
      FROM (
        SELECT
          "t16"."rule",
          "t16"."answers",
          COUNT(*) AS "rows"
        FROM (
          SELECT
            "t15"."rule",
            "t15"."key",
            "t15"."table",
            "t15"."class",
            "t15"."org_id",
            "t15"."value",
            "t15"."exempt",
            "t15"."period",
            "t15"."org_id_right",
            "t15"."branch",
            COALESCE("t15"."branch", "t15"."org_id", '') AS "answers"
          FROM (
            SELECT
              "t12"."rule",
              "t12"."key",
              "t12"."table",
              "t12"."class",
              "t12"."org_id",
              "t12"."value",
              "t12"."exempt",
              "t12"."period",
              "t13"."org_id" AS "org_id_right",
              "t13"."branch"
            FROM (
              SELECT
                *
              FROM "governance"."rule_failure" AS "t4"
              WHERE
                "t4"."period" = '2023-03' AND NOT (
                  "t4"."exempt"
                )
            ) AS "t12"
            LEFT OUTER JOIN (
              SELECT
                "t3"."org_id",
                CASE WHEN "t3"."kind" = 'sub_branch' THEN "t3"."parent_id" ELSE "t3"."org_id" END AS "branch"
              FROM "bank"."organisation" AS "t3"
            ) AS "t13"
              ON "t12"."org_id" = "t13"."org_id"
          ) AS "t15"
        ) AS "t16"
        GROUP BY
          1,
          2
      ) AS "t18"
      INNER JOIN (
        SELECT
          "t2"."rule",
          "t2"."severity",
          "t2"."message_zh",
          "t2"."message_en"
        FROM "governance"."rule_result" AS "t2"
        WHERE
          "t2"."period" = '2023-03'
      ) AS "t10"
        ON "t18"."rule" = "t10"."rule"
      LEFT OUTER JOIN (
        SELECT
          "t3"."org_id",
          "t3"."name"
        FROM "bank"."organisation" AS "t3"
      ) AS "t8"
        ON "t18"."answers" = "t8"."org_id"
    ) AS "t19"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        '2023-03 ' || "t1"."indicator" AS "key",
        '数字银行部' AS "owner",
        "t1"."title_zh" || '与1104不一致' AS "reason_zh",
        "t1"."title_en" || ': differs from 1104' AS "reason_en",
        MAKE_DATE(2023, 4, 1) + INTERVAL '19' DAY AS "due_on",
        1000.0 AS "weight",
        'cross' AS "source"
      FROM "governance"."indicator" AS "t1"
      WHERE
        "t1"."period" = '2023-03' AND "t1"."status" = 'differs'
    ) AS "t6"
  ) AS "t20"
) AS "t21"
ORDER BY
  "t21"."key" ASC
