SELECT
  '2023-04/' || "t0"."kind" || '/' || "t0"."subject" AS "key",
  "t0"."name" AS "owner",
  "t0"."kind",
  "t0"."department",
  "t0"."score",
  '审批得分 ' || CAST(CAST(CAST(ROUND("t0"."score", 1) AS DOUBLE) AS DECIMAL(9, 1)) AS TEXT) || '，本月处理 ' || CAST("t0"."decisions" AS TEXT) || ' 项，列入黑榜：说明改进或提出申诉' AS "reason_zh",
  'Scored ' || CAST(CAST(CAST(ROUND("t0"."score", 1) AS DOUBLE) AS DECIMAL(9, 1)) AS TEXT) || ' on ' || CAST("t0"."decisions" AS TEXT) || ' decisions, on the black list: say what will change, or appeal' AS "reason_en",
  MAKE_DATE(2023, 5, 10) AS "due_on",
  100 - "t0"."score" AS "weight"
FROM "process"."standing" AS "t0"
WHERE
  "t0"."period" = '2023-04' AND "t0"."listed" = 'black'
ORDER BY
  '2023-04/' || "t0"."kind" || '/' || "t0"."subject" ASC
