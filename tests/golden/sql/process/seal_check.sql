SELECT
  "t11"."signature_id",
  "t11"."flow_id",
  "t11"."side",
  "t11"."expected",
  "t11"."seal_name",
  "t11"."subject",
  "t11"."signed_at",
  "t11"."signed_on",
  "t11"."seal_differs",
  "t11"."subject_differs",
  "t11"."unknown",
  "t11"."expired",
  "t11"."revoked",
  "t11"."altered",
  "t11"."attempt",
  CASE
    WHEN "t11"."seal_differs" OR "t11"."subject_differs"
    THEN 'name'
    WHEN "t11"."unknown"
    THEN 'unknown'
    WHEN "t11"."revoked"
    THEN 'revoked'
    WHEN "t11"."expired"
    THEN 'expired'
    WHEN "t11"."altered"
    THEN 'hash'
    ELSE 'passed'
  END = 'passed' AS "passed",
  CASE
    WHEN "t11"."seal_differs" OR "t11"."subject_differs"
    THEN 'name'
    WHEN "t11"."unknown"
    THEN 'unknown'
    WHEN "t11"."revoked"
    THEN 'revoked'
    WHEN "t11"."expired"
    THEN 'expired'
    WHEN "t11"."altered"
    THEN 'hash'
    ELSE 'passed'
  END AS "finding"
FROM (
  SELECT
    "t10"."signature_id",
    "t10"."flow_id",
    "t10"."side",
    "t10"."seal_name",
    "t10"."certificate_id",
    "t10"."signed_at",
    "t10"."signed_hash",
    "t10"."seal_no",
    "t10"."bank_name",
    "t10"."party",
    "t10"."draft_hash",
    "t10"."subject",
    "t10"."issuer",
    "t10"."valid_from",
    "t10"."valid_to",
    "t10"."revoked_on",
    "t10"."known",
    "t10"."signed_on",
    "t10"."expected",
    UPPER(
      REGEXP_REPLACE(
        TRANSLATE(
          TRANSLATE(
            "t10"."seal_name",
            '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～',
            '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~'
          ),
          '【】〔〕［］[]{}〈〉',
          '()()()()()()'
        ),
        '[\s\x{3000}\x{00A0}]+',
        '',
        'g'
      )
    ) <> UPPER(
      REGEXP_REPLACE(
        TRANSLATE(
          TRANSLATE(
            "t10"."expected",
            '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～',
            '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~'
          ),
          '【】〔〕［］[]{}〈〉',
          '()()()()()()'
        ),
        '[\s\x{3000}\x{00A0}]+',
        '',
        'g'
      )
    ) AS "seal_differs",
    COALESCE(
      UPPER(
        REGEXP_REPLACE(
          TRANSLATE(
            TRANSLATE(
              "t10"."subject",
              '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～',
              '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~'
            ),
            '【】〔〕［］[]{}〈〉',
            '()()()()()()'
          ),
          '[\s\x{3000}\x{00A0}]+',
          '',
          'g'
        )
      ) <> UPPER(
        REGEXP_REPLACE(
          TRANSLATE(
            TRANSLATE(
              "t10"."expected",
              '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～',
              '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~'
            ),
            '【】〔〕［］[]{}〈〉',
            '()()()()()()'
          ),
          '[\s\x{3000}\x{00A0}]+',
          '',
          'g'
        )
      ),
      FALSE
    ) AS "subject_differs",
    "t10"."known" IS NULL AS "unknown",
    COALESCE(
      (
        "t10"."signed_on" < "t10"."valid_from"
      )
      OR (
        "t10"."signed_on" > "t10"."valid_to"
      ),
      FALSE
    ) AS "expired",
    COALESCE("t10"."revoked_on" <= "t10"."signed_on", FALSE) AS "revoked",
    "t10"."signed_hash" <> "t10"."draft_hash" AS "altered",
    (
      ROW_NUMBER() OVER (
        PARTITION BY "t10"."flow_id", "t10"."side"
        ORDER BY "t10"."signed_at" ASC, "t10"."signature_id" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1
    ) + 1 AS "attempt"
  FROM (
    SELECT
      "t9"."signature_id",
      "t9"."flow_id",
      "t9"."side",
      "t9"."seal_name",
      "t9"."certificate_id",
      "t9"."signed_at",
      "t9"."signed_hash",
      "t9"."seal_no",
      "t9"."bank_name",
      "t9"."party",
      "t9"."draft_hash",
      "t9"."subject",
      "t9"."issuer",
      "t9"."valid_from",
      "t9"."valid_to",
      "t9"."revoked_on",
      "t9"."known",
      CAST("t9"."signed_at" + TO_SECONDS(28800) AS DATE) AS "signed_on",
      CASE WHEN "t9"."side" = 'bank' THEN "t9"."bank_name" ELSE "t9"."party" END AS "expected"
    FROM (
      SELECT
        "t8".*
        EXCLUDE ("certificate_id_right")
      FROM (
        SELECT
          "t3"."signature_id",
          "t3"."flow_id",
          "t3"."side",
          "t3"."seal_name",
          "t3"."certificate_id",
          "t3"."signed_at",
          "t3"."signed_hash",
          "t3"."seal_no",
          "t6"."bank_name",
          "t6"."party",
          "t6"."draft_hash",
          "t7"."certificate_id" AS "certificate_id_right",
          "t7"."subject",
          "t7"."issuer",
          "t7"."valid_from",
          "t7"."valid_to",
          "t7"."revoked_on",
          "t7"."known"
        FROM "process"."signature" AS "t3"
        INNER JOIN (
          SELECT
            "t1"."flow_id",
            "t1"."bank_name",
            "t1"."party",
            "t1"."draft_hash"
          FROM "process"."econtract" AS "t1"
        ) AS "t6"
          ON "t3"."flow_id" = "t6"."flow_id"
        LEFT OUTER JOIN (
          SELECT
            "t2"."certificate_id",
            "t2"."subject",
            "t2"."issuer",
            "t2"."valid_from",
            "t2"."valid_to",
            "t2"."revoked_on",
            TRUE AS "known"
          FROM "process"."certificate" AS "t2"
        ) AS "t7"
          ON "t3"."certificate_id" = "t7"."certificate_id"
      ) AS "t8"
    ) AS "t9"
  ) AS "t10"
) AS "t11"
ORDER BY
  "t11"."signature_id" ASC
