SELECT
  "t10"."signature_id",
  "t10"."flow_id",
  "t10"."side",
  "t10"."expected",
  "t10"."seal_name",
  "t10"."subject",
  "t10"."signed_at",
  "t10"."signed_on",
  "t10"."seal_differs",
  "t10"."subject_differs",
  "t10"."unknown",
  "t10"."expired",
  "t10"."revoked",
  "t10"."altered",
  "t10"."attempt",
  CASE
    WHEN "t10"."seal_differs" OR "t10"."subject_differs"
    THEN 'name'
    WHEN "t10"."unknown"
    THEN 'unknown'
    WHEN "t10"."revoked"
    THEN 'revoked'
    WHEN "t10"."expired"
    THEN 'expired'
    WHEN "t10"."altered"
    THEN 'hash'
    ELSE 'passed'
  END = 'passed' AS "passed",
  CASE
    WHEN "t10"."seal_differs" OR "t10"."subject_differs"
    THEN 'name'
    WHEN "t10"."unknown"
    THEN 'unknown'
    WHEN "t10"."revoked"
    THEN 'revoked'
    WHEN "t10"."expired"
    THEN 'expired'
    WHEN "t10"."altered"
    THEN 'hash'
    ELSE 'passed'
  END AS "finding"
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
    "t9"."known_id",
    "t9"."subject",
    "t9"."issuer",
    "t9"."valid_from",
    "t9"."valid_to",
    "t9"."revoked_on",
    "t9"."signed_on",
    "t9"."expected",
    UPPER(
      REGEXP_REPLACE(
        TRANSLATE(
          TRANSLATE(
            "t9"."seal_name",
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
            "t9"."expected",
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
              "t9"."subject",
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
              "t9"."expected",
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
    "t9"."known_id" IS NULL AS "unknown",
    COALESCE(
      (
        "t9"."signed_on" < "t9"."valid_from"
      )
      OR (
        "t9"."signed_on" > "t9"."valid_to"
      ),
      FALSE
    ) AS "expired",
    COALESCE("t9"."revoked_on" <= "t9"."signed_on", FALSE) AS "revoked",
    "t9"."signed_hash" <> "t9"."draft_hash" AS "altered",
    (
      ROW_NUMBER() OVER (
        PARTITION BY "t9"."flow_id", "t9"."side"
        ORDER BY "t9"."signed_at" ASC, "t9"."signature_id" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1
    ) + 1 AS "attempt"
  FROM (
    SELECT
      "t8"."signature_id",
      "t8"."flow_id",
      "t8"."side",
      "t8"."seal_name",
      "t8"."certificate_id",
      "t8"."signed_at",
      "t8"."signed_hash",
      "t8"."seal_no",
      "t8"."bank_name",
      "t8"."party",
      "t8"."draft_hash",
      "t8"."known_id",
      "t8"."subject",
      "t8"."issuer",
      "t8"."valid_from",
      "t8"."valid_to",
      "t8"."revoked_on",
      CAST("t8"."signed_at" + TO_SECONDS(28800) AS DATE) AS "signed_on",
      CASE WHEN "t8"."side" = 'bank' THEN "t8"."bank_name" ELSE "t8"."party" END AS "expected"
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
        "t7"."known_id",
        "t7"."subject",
        "t7"."issuer",
        "t7"."valid_from",
        "t7"."valid_to",
        "t7"."revoked_on"
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
          "t2"."certificate_id" AS "known_id",
          "t2"."subject",
          "t2"."issuer",
          "t2"."valid_from",
          "t2"."valid_to",
          "t2"."revoked_on"
        FROM "process"."certificate" AS "t2"
      ) AS "t7"
        ON "t3"."certificate_id" = "t7"."known_id"
    ) AS "t8"
  ) AS "t9"
) AS "t10"
ORDER BY
  "t10"."signature_id" ASC
